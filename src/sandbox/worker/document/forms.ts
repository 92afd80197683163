import { CellEvent } from "./events.ts";
import { checkValue, clampRange, numberOf, textOfNumber } from "./form-values.ts";
import { library } from "./library.ts";
import { resetState, setState, stateOf } from "./state.ts";

type Prototype = object;
type Accessor = {
  readonly get: (self: HTMLElement) => unknown;
  set?: (self: HTMLElement, value: never) => void;
};

/** Defines properties over those of the document's library, which knows attributes only. */
function define(prototype: Prototype, accessors: Readonly<Record<string, Accessor>>): void {
  for (const [name, { get, set }] of Object.entries(accessors))
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return get(this);
      },
      set(this: HTMLElement, value: unknown) {
        set?.(this, value as never);
      },
    });
}

function methods(
  prototype: Prototype,
  functions: Readonly<Record<string, (this: never, ...args: never[]) => unknown>>,
): void {
  for (const [name, value] of Object.entries(functions))
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
}

const text = (name: string, missing = ""): Accessor => ({
  get: (self) => self.getAttribute(name) ?? missing,
  set: (self, value: unknown) => self.setAttribute(name, String(value)),
});
const truth = (name: string): Accessor => ({
  get: (self) => self.hasAttribute(name),
  set: (self, value: unknown) => void self.toggleAttribute(name, Boolean(value)),
});

const common = { name: text("name"), disabled: truth("disabled"), required: truth("required") };
const typed = {
  ...common,
  placeholder: text("placeholder"),
  readOnly: truth("readonly"),
  autofocus: truth("autofocus"),
  autocomplete: text("autocomplete"),
  minLength: text("minlength"),
  maxLength: text("maxlength"),
};

const valid = {
  checkValidity(this: HTMLInputElement) {
    return checkValue(this);
  },
  reportValidity(this: HTMLInputElement) {
    return checkValue(this);
  },
  setCustomValidity(this: HTMLInputElement, message: string) {
    this.toggleAttribute("data-invalid", message !== "");
  },
  select() {},
  setSelectionRange() {},
};

const owner: Accessor = { get: (self) => self.closest("form") };
const labels: Accessor = {
  get: (self) =>
    [...(self.ownerDocument.querySelectorAll("label") as Iterable<HTMLElement>)].filter(
      (label) => label.contains(self) || (self.id !== "" && label.getAttribute("for") === self.id),
    ),
};

/** The value of an input as text. */
function inputValue(self: HTMLElement): string {
  const set = stateOf(self).value ?? self.getAttribute("value");
  const type = self.getAttribute("type") ?? "text";
  if (type === "range") return clampRange(self, set);
  if (type === "color")
    return /^#[\da-f]{6}$/i.test(set ?? "") ? String(set).toLowerCase() : "#000000";
  return set ?? (type === "checkbox" || type === "radio" ? "on" : "");
}

function isChecked(self: HTMLElement): boolean {
  return stateOf(self).checked ?? self.hasAttribute("checked");
}

/** Of radio buttons of one name in one form, one is chosen. */
function setChecked(self: HTMLElement, checked: boolean): void {
  if (checked && self.getAttribute("type") === "radio") {
    const root: ParentNode = self.closest("form") ?? self.ownerDocument;
    for (const other of root.querySelectorAll<HTMLElement>("input[type=radio]"))
      if (
        other !== self &&
        other.getAttribute("name") === self.getAttribute("name") &&
        isChecked(other)
      )
        setState(other, { checked: false });
  }
  setState(self, { checked });
}

function defineInputs(): void {
  define(library.HTMLInputElement.prototype, {
    ...typed,
    type: {
      get: (self) => (self.getAttribute("type") ?? "text").toLowerCase(),
      set: (self, value: string) => self.setAttribute("type", value),
    },
    value: {
      get: inputValue,
      set: (self, value: unknown) => setState(self, { value: String(value ?? "") }),
    },
    defaultValue: text("value"),
    valueAsNumber: {
      get: (self) => numberOf(self, inputValue(self)),
      set: (self, value: number) => setState(self, { value: textOfNumber(self, value) }),
    },
    valueAsDate: {
      get: (self) =>
        /^\d{4}-\d\d-\d\d$/.test(inputValue(self)) ? new Date(inputValue(self)) : null,
      set: (self, value: Date | null) =>
        setState(self, {
          value: value === null || Number.isNaN(+value) ? "" : value.toISOString().slice(0, 10),
        }),
    },
    checked: { get: isChecked, set: (self, value: unknown) => setChecked(self, Boolean(value)) },
    defaultChecked: truth("checked"),
    indeterminate: {
      get: (self) => stateOf(self).indeterminate ?? false,
      set: (self, value: unknown) => setState(self, { indeterminate: Boolean(value) }),
    },
    multiple: truth("multiple"),
    min: text("min"),
    max: text("max"),
    step: text("step"),
    pattern: text("pattern"),
    files: { get: () => [] },
    form: owner,
    labels,
    selectionStart: { get: (self) => inputValue(self).length },
    selectionEnd: { get: (self) => inputValue(self).length },
    validity: { get: (self) => ({ valid: checkValue(self as HTMLInputElement) }) },
  });
  methods(library.HTMLInputElement.prototype, {
    ...valid,
    stepUp: stepBy(1),
    stepDown: stepBy(-1),
  });
}

const stepBy = (sign: number) =>
  function (this: HTMLInputElement, times = 1): void {
    this.valueAsNumber += sign * times * (Number(this.step) || 1);
  };

function defineTextAreas(): void {
  define(library.HTMLTextAreaElement.prototype, {
    ...typed,
    type: { get: () => "textarea" },
    value: {
      get: (self) => stateOf(self).value ?? self.textContent,
      set: (self, value: unknown) => setState(self, { value: String(value ?? "") }),
    },
    defaultValue: {
      get: (self) => self.textContent,
      set: (self, value: string) => (self.textContent = value),
    },
    rows: text("rows"),
    cols: text("cols"),
    form: owner,
    labels,
    validity: { get: (self) => ({ valid: checkValue(self as HTMLInputElement) }) },
  });
  methods(library.HTMLTextAreaElement.prototype, valid);
}

function optionsOf(self: Element): HTMLOptionElement[] {
  return [...self.querySelectorAll<HTMLOptionElement>("option")];
}

const asked = (option: Element): boolean =>
  stateOf(option).selected ?? option.hasAttribute("selected");

/** What is chosen: without a word of the code, the first one where only one can be. */
function chosen(select: Element): HTMLOptionElement[] {
  const options = optionsOf(select);
  const wanted = options.filter(asked);
  if (select.hasAttribute("multiple") || Number(select.getAttribute("size") ?? 1) > 1)
    return wanted;
  const shown = wanted.at(-1) ?? options.find((option) => !option.hasAttribute("disabled"));
  return shown && !isEmptied(select) ? [shown] : [];
}

const isEmptied = (select: Element): boolean => stateOf(select).value === "";

/** Chooses just these. */
export function choose(
  select: Element,
  wanted: (option: HTMLOptionElement, i: number) => boolean,
): void {
  const options = optionsOf(select);
  for (const [i, option] of options.entries()) setState(option, { selected: wanted(option, i) });
  if (options.some(asked)) resetState(select);
  else setState(select, { value: "" });
}

const optionValue = (option: Element): string =>
  option.getAttribute("value") ?? option.textContent.trim();

function defineSelects(): void {
  define(library.HTMLSelectElement.prototype, {
    ...common,
    type: { get: (self) => (self.hasAttribute("multiple") ? "select-multiple" : "select-one") },
    multiple: truth("multiple"),
    size: text("size"),
    options: { get: optionsOf },
    length: { get: (self) => optionsOf(self).length },
    selectedOptions: { get: chosen },
    selectedIndex: {
      get: (self) => optionsOf(self).indexOf(chosen(self)[0] as HTMLOptionElement),
      set: (self, value: number) => choose(self, (_, i) => i === value),
    },
    value: {
      get: (self) => chosen(self).map(optionValue)[0] ?? "",
      set: (self, value: unknown) =>
        choose(self, (option) => optionValue(option) === String(value)),
    },
    form: owner,
    labels,
    validity: { get: () => ({ valid: true }) },
  });
  methods(library.HTMLSelectElement.prototype, {
    ...valid,
    checkValidity: () => true,
    reportValidity: () => true,
  });
  define(library.HTMLOptionElement.prototype, {
    value: {
      get: optionValue,
      set: (self, value: unknown) => self.setAttribute("value", String(value)),
    },
    text: { get: (self) => self.textContent.trim() },
    label: { get: (self) => self.getAttribute("label") ?? self.textContent.trim() },
    disabled: truth("disabled"),
    index: {
      get: (self) => optionsOf(self.closest("select") ?? self).indexOf(self as HTMLOptionElement),
    },
    selected: {
      get: (self) => isSelected(self as HTMLOptionElement),
      set: (self, value: unknown) => select(self as HTMLOptionElement, Boolean(value)),
    },
    defaultSelected: truth("selected"),
  });
}

function isSelected(option: HTMLOptionElement): boolean {
  const around = option.closest("select");
  return around ? chosen(around).includes(option) : asked(option);
}

function select(option: HTMLOptionElement, selected: boolean): void {
  const around = option.closest("select");
  if (!around || around.hasAttribute("multiple")) setState(option, { selected });
  else if (selected) choose(around, (one) => one === option);
  else if (isSelected(option)) setState(option, { selected: false });
}

const fields = "input, select, textarea, button, output, fieldset";

/** Radio buttons of one name have the value of the one that is chosen. */
function withValue(buttons: HTMLElement[]): HTMLElement[] {
  return Object.defineProperty(buttons, "value", {
    get: () => buttons.filter(isChecked).map(inputValue)[0] ?? "",
    set: (value: unknown) => {
      for (const button of buttons)
        if (inputValue(button) === String(value)) setChecked(button, true);
    },
  });
}

/** All fields, and those of one name under it: one, or a list where there are more. */
function elementsOf(form: Element): unknown {
  const list = [...form.querySelectorAll<HTMLElement>(fields)];
  const named = list as unknown as Record<string, unknown>;
  for (const name of new Set(list.map((field) => field.getAttribute("name") ?? ""))) {
    const same = list.filter((field) => field.getAttribute("name") === name);
    if (name !== "" && !(name in list)) named[name] = same.length === 1 ? same[0] : withValue(same);
  }
  return named;
}

function defineForms(): void {
  // The library makes forms, outputs, labels and details of its general class.
  define(library.HTMLElement.prototype, {
    elements: { get: (self) => (self.localName === "form" ? elementsOf(self) : undefined) },
    value: {
      get: (self) => (self.localName === "output" ? self.textContent : undefined),
      set: (self, value: unknown) => {
        if (self.localName === "output") self.textContent = String(value);
        else
          Object.defineProperty(self, "value", {
            value,
            configurable: true,
            enumerable: true,
            writable: true,
          });
      },
    },
    open: truth("open"),
    control: { get: controlOf },
    htmlFor: text("for"),
  });
  methods(library.HTMLElement.prototype, {
    submit() {},
    requestSubmit(this: HTMLFormElement) {
      this.dispatchEvent(
        new CellEvent("submit", { bubbles: true, cancelable: true }) as unknown as Event,
      );
    },
    reset(this: HTMLFormElement) {
      for (const field of this.querySelectorAll("input, select, option, textarea"))
        resetState(field);
    },
    checkValidity(this: HTMLFormElement) {
      return [...this.querySelectorAll<HTMLInputElement>("input, textarea")].every(checkValue);
    },
  });
  define(library.HTMLButtonElement.prototype, {
    ...common,
    type: text("type", "submit"),
    value: text("value"),
    form: owner,
    labels,
  });
}

function controlOf(self: HTMLElement): Element | null {
  const id = self.getAttribute("for");
  return id === null ? self.querySelector(fields) : self.ownerDocument.getElementById(id);
}

/** Inputs that hold values, choose options and know their forms, as cells and `Inputs` ask them. */
export function installForms(): void {
  defineInputs();
  defineTextAreas();
  defineSelects();
  defineForms();
}
