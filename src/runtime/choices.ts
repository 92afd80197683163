import { say } from "../i18n/index.ts";
import type { Builder } from "../dom/index.ts";
import type { InputElementOptions, MakeControl } from "./input.ts";
import type { InputValue } from "./input-value.ts";

type Box = HTMLInputElement;

function isChosen(value: InputValue, text: string): boolean {
  return Array.isArray(value) && value.map(String).includes(text);
}

/** A list to choose one from. */
export const selectControl: MakeControl = (build, options, label) => {
  const { id, value, language, disabled = false, onChange } = options;
  const element = build.html(
    "select",
    { id: `input-${id}`, name: id, disabled },
    options.options.map((choice) =>
      build.html(
        "option",
        { value: choice.value, selected: choice.value === value },
        choice.label[language],
      ),
    ),
  );
  element.addEventListener("change", () => onChange(element.value));
  return {
    element: build.html(
      "div",
      { class: "input" },
      build.html("label", { for: `input-${id}` }, label),
      element,
    ),
    set: (next) => {
      element.value = String(next);
    },
  };
};

function setBoxes(boxes: readonly Box[], value: InputValue): void {
  for (const box of boxes) box.checked = isChosen(value, box.value);
}

/** All, what it was at first, and for whoever wants one: only that. */
function shortcuts(
  build: Builder,
  { options, initial, language }: InputElementOptions,
  choose: (values: readonly string[]) => void,
): HTMLElement {
  const { html } = build;
  const button = (word: "input.all" | "input.reset", values: readonly string[]) => {
    const made = html("button", { type: "button" }, say(language, word));
    made.addEventListener("click", () => choose(values));
    return made;
  };
  const only = html(
    "select",
    { "aria-label": say(language, "input.only") },
    html("option", { value: "" }, say(language, "input.only")),
    options.map(({ value }, i) =>
      html("option", { value: String(i), "data-value": value }, options[i]?.label[language]),
    ),
  );
  only.addEventListener("change", () => {
    const chosen = options[Number(only.value)];
    if (only.value !== "" && chosen) choose([chosen.value]);
    only.value = "";
  });
  const first = Array.isArray(initial) ? initial.map(String) : [];
  const everything = options.map(({ value }) => value);
  const isSame = first.length === everything.length;
  return html(
    "span",
    { class: "tools" },
    button("input.all", everything),
    isSame ? null : button("input.reset", first),
    only,
  );
}

/** A few boxes, at least one of them ticked: a chart of nothing answers no question. */
export const checkboxControl: MakeControl = (build, options, label) => {
  const { id, value, language, disabled = false, onChange } = options;
  const boxes = options.options.map((choice) =>
    build.html("input", {
      type: "checkbox",
      id: `input-${id}-${choice.value}`,
      name: id,
      value: choice.value,
      checked: isChosen(value, choice.value),
    }),
  );
  /** Says why the last one stays. */
  const hint = build.html("span", { class: "hint", role: "status" });
  for (const box of boxes)
    box.addEventListener("change", () => {
      const chosen = boxes.filter(({ checked }) => checked).map((b) => b.value);
      hint.textContent = chosen.length === 0 ? say(language, "input.none_chosen") : "";
      if (chosen.length === 0) box.checked = true;
      else onChange(chosen);
    });
  const choose = (chosen: readonly string[]): void => {
    hint.textContent = "";
    setBoxes(boxes, chosen);
    onChange(chosen);
  };
  const element = build.html(
    "fieldset",
    { class: "input", title: say(language, "input.none_chosen"), disabled },
    build.html("legend", {}, label),
    options.options.map((choice, i) => build.html("label", {}, boxes[i], choice.label[language])),
    options.options.length > 2 ? shortcuts(build, options, choose) : null,
    hint,
  );
  return { element, set: (next) => setBoxes(boxes, next) };
};

/** From here on a list has a field to narrow it. */
const MANY = 10;

/** Any number of many choices, none too; a field narrows what is offered. */
export const multiselectControl: MakeControl = (build, options, label) => {
  const { id, value, language, disabled = false, onChange } = options;
  const { html } = build;
  const items = options.options.map(({ value: text, number, label: names }) => {
    const box = html("input", {
      type: "checkbox",
      id: `input-${id}-${text}`,
      name: id,
      value: text,
      checked: isChosen(value, text),
    });
    const element = html("label", {}, box, names[language]);
    return { box, element, name: names[language].toLowerCase(), value: number ?? text };
  });
  const count = html("span", { class: "count", role: "status" });
  const showCount = (): void => {
    const chosen = items.filter(({ box }) => box.checked).length;
    count.textContent = say(language, "input.chosen", chosen, items.length);
  };
  const tell = (): void => {
    showCount();
    onChange(items.filter(({ box }) => box.checked).map((item) => item.value));
  };
  const setShown = (checked: boolean): void => {
    for (const { box, element } of items) if (!element.hidden) box.checked = checked;
    tell();
  };
  for (const { box } of items) box.addEventListener("change", tell);
  const all = html("button", { type: "button" }, say(language, "input.all"));
  const none = html("button", { type: "button" }, say(language, "input.none"));
  all.addEventListener("click", () => setShown(true));
  none.addEventListener("click", () => setShown(false));
  const narrow = html("input", {
    type: "search",
    "aria-label": say(language, "input.narrow"),
    placeholder: say(language, "input.narrow"),
  });
  narrow.addEventListener("input", () => {
    const wanted = narrow.value.trim().toLowerCase();
    for (const { element, name } of items) element.hidden = !name.includes(wanted);
  });
  showCount();
  const element = html(
    "fieldset",
    { class: "input multiselect", disabled },
    html("legend", {}, label),
    html("div", { class: "tools" }, items.length > MANY ? narrow : null, all, none, count),
    html(
      "div",
      { class: "choices" },
      items.map((item) => item.element),
    ),
  );
  const set = (next: InputValue): void => {
    setBoxes(
      items.map(({ box }) => box),
      next,
    );
    showCount();
  };
  return { element, set };
};
