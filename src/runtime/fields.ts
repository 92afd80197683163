import { bilingual } from "../figures/index.ts";
import { formatNumber } from "../words/index.ts";
import { debounce } from "./debounce.ts";
import type { MakeControl } from "./input.ts";
import { daysOf, intervalOf, LONGEST_SEARCH, type InputValue } from "./input-value.ts";

/** A number on a line, with its unit. */
export const rangeControl: MakeControl = (build, options, label) => {
  const { id, spec, value, language, disabled = false, onChange } = options;
  const { html } = build;
  const { min, max, step } = intervalOf(spec);
  const unit = bilingual(spec["unit"], language);
  const words = (number: number) =>
    `${formatNumber(number, language)}${unit && language === "en" ? " " : ""}${unit}`;
  const element = html("input", {
    type: "range",
    id: `input-${id}`,
    name: id,
    min,
    max,
    step,
    disabled,
  });
  const output = html("output", { for: `input-${id}` });
  let told = Number(value);
  const show = (number: number): void => {
    output.textContent = words(number);
    element.setAttribute("aria-valuetext", words(number));
  };
  const set = (next: InputValue): void => {
    told = Number(next);
    element.value = String(next);
    element.setAttribute("value", String(next));
    show(told);
  };
  const tell = debounce(() => {
    const next = Number(element.value);
    if (next === told) return;
    told = next;
    onChange(next);
  }, 120);
  element.addEventListener("input", () => {
    show(Number(element.value));
    tell.later();
  });
  element.addEventListener("change", tell.now);
  set(value);
  const name = html("label", { for: `input-${id}` }, label);
  return {
    element: html("div", { class: "input range" }, name, element, output),
    // What a hand is on does not jump back to what was told before.
    set: (next) => {
      if (Number(next) !== told) set(next);
    },
  };
};

/** A text to look for; told when typing pauses. */
export const searchControl: MakeControl = (build, options, label) => {
  const { id, spec, value, language, disabled = false, onChange } = options;
  const { html } = build;
  const element = html("input", {
    type: "search",
    id: `input-${id}`,
    name: id,
    value: String(value),
    maxlength: LONGEST_SEARCH,
    placeholder: bilingual(spec["placeholder"], language) || null,
    autocomplete: "off",
    spellcheck: "false",
    disabled,
  });
  let told = String(value);
  const tell = debounce(() => {
    if (element.value === told) return;
    told = element.value;
    onChange(told);
  }, 250);
  // Half-written Chinese is not what somebody looks for.
  element.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) tell.later();
  });
  element.addEventListener("compositionend", tell.later);
  element.addEventListener("change", tell.now);
  const name = html("label", { for: `input-${id}` }, label);
  return {
    element: html("div", { class: "input search" }, name, element),
    set: (next) => {
      if (String(next) === told) return;
      told = String(next);
      element.value = told;
    },
  };
};

/** Yes or no. */
export const toggleControl: MakeControl = (build, options, label) => {
  const { id, value, disabled = false, onChange } = options;
  const { html } = build;
  const element = html("input", {
    type: "checkbox",
    role: "switch",
    id: `input-${id}`,
    name: id,
    checked: value === true,
    disabled,
  });
  element.addEventListener("change", () => onChange(element.checked));
  return {
    element: html("div", { class: "input toggle" }, html("label", {}, element, label)),
    set: (next) => {
      element.checked = next === true;
    },
  };
};

/** A day. What is none, or beyond the ends, is not taken. */
export const dateControl: MakeControl = (build, options, label) => {
  const { id, spec, value, disabled = false, onChange } = options;
  const { html } = build;
  const { min, max } = daysOf(spec);
  const element = html("input", {
    type: "date",
    id: `input-${id}`,
    name: id,
    value: String(value),
    min,
    max,
    required: true,
    disabled,
  });
  let told = String(value);
  element.addEventListener("change", () => {
    if (element.value === "" || !element.checkValidity() || element.value === told) return;
    told = element.value;
    onChange(told);
  });
  // Whoever leaves the field half filled in sees again what holds.
  element.addEventListener("blur", () => {
    if (!element.checkValidity()) element.value = told;
  });
  const name = html("label", { for: `input-${id}` }, label);
  return {
    element: html("div", { class: "input date" }, name, element),
    set: (next) => {
      told = String(next);
      element.value = told;
    },
  };
};
