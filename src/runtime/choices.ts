import { formatNumber, say } from "../words/index.ts";
import type { Builder } from "../dom/index.ts";
import type { InputElementOptions, MakeControl } from "./input.ts";
import type { InputValue } from "./input-value.ts";

type Box = HTMLInputElement;

/** More boxes nobody ticks, and each is drawn. */
const MOST_BOXES = 2_000;

/** Refuses more choices than are offered as boxes, and says what to write instead. */
export function checkChoices({ options, language }: InputElementOptions): void {
  if (options.length <= MOST_BOXES) return;
  const [count, most] = [options.length, MOST_BOXES].map((n) => formatNumber(n, language));
  throw new Error(say(language, "limit.choices", count ?? "", most ?? ""));
}

function chosenIn(value: InputValue): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.map(String) : []);
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
  const chosen = chosenIn(value);
  for (const box of boxes) box.checked = chosen.has(box.value);
}

/** From here on a list of boxes has buttons that tick several. */
const SEVERAL = 3;

/** Where all are ticked at first, that button is the way back too. */
function resetButton(
  { html }: Builder,
  { options, initial, language }: InputElementOptions,
  choose: (values: readonly string[]) => void,
): HTMLElement | null {
  const first = Array.isArray(initial) ? initial.map(String) : [];
  if (first.length === options.length) return null;
  const button = html("button", { type: "button" }, say(language, "input.reset"));
  button.addEventListener("click", () => choose(first));
  return button;
}

/** A box with its name, and a button that leaves no other ticked. */
function choiceOf(
  { html }: Builder,
  box: Box,
  name: string,
  { options, language }: InputElementOptions,
  choose: (values: readonly string[]) => void,
): HTMLElement {
  const label = html("label", {}, box, name);
  if (options.length < SEVERAL) return label;
  const words = say(language, "input.only_of", name);
  const only = html(
    "button",
    { type: "button", class: "only", "aria-label": words, title: words },
    say(language, "input.only"),
  );
  only.addEventListener("click", () => choose([box.value]));
  return html("span", { class: "choice" }, label, only);
}

/** A few boxes, at least one of them ticked: a chart of nothing answers no question. */
export const checkboxControl: MakeControl = (build, options, label) => {
  const { id, value, language, disabled = false, onChange } = options;
  const { html } = build;
  checkChoices(options);
  const ticked = chosenIn(value);
  const boxes = options.options.map((choice) =>
    html("input", {
      type: "checkbox",
      id: `input-${id}-${choice.value}`,
      name: id,
      value: choice.value,
      checked: ticked.has(choice.value),
    }),
  );
  /** Says why the last one stays. */
  const hint = html("span", { class: "hint", role: "status" });
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
  const all = html("button", { type: "button" }, say(language, "input.all"));
  all.addEventListener("click", () => choose(boxes.map((box) => box.value)));
  const element = html(
    "fieldset",
    { class: "input", title: say(language, "input.none_chosen"), disabled },
    html("legend", {}, label),
    boxes.map((box, i) =>
      choiceOf(build, box, options.options[i]?.label[language] ?? "", options, choose),
    ),
    boxes.length < SEVERAL
      ? null
      : html("span", { class: "tools" }, all, resetButton(build, options, choose)),
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
  checkChoices(options);
  const ticked = chosenIn(value);
  const choose = (values: readonly string[]): void => {
    setBoxes(boxes, values);
    tell();
  };
  const items = options.options.map(({ value: text, number, label: names }) => {
    const box = html("input", {
      type: "checkbox",
      id: `input-${id}-${text}`,
      name: id,
      value: text,
      checked: ticked.has(text),
    });
    const element = choiceOf(build, box, names[language], options, choose);
    return { box, element, name: names[language].toLowerCase(), value: number ?? text };
  });
  const boxes = items.map(({ box }) => box);
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
  const reset = items.length < SEVERAL ? null : resetButton(build, options, choose);
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
    html("div", { class: "tools" }, items.length > MANY ? narrow : null, all, none, reset, count),
    html(
      "div",
      { class: "choices" },
      items.map((item) => item.element),
    ),
  );
  const set = (next: InputValue): void => {
    setBoxes(boxes, next);
    showCount();
  };
  return { element, set };
};
