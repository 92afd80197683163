import type { Builder } from "../../dom/index.ts";

/** One of what may be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Said behind the label. */
  readonly note?: string;
}

export interface Combobox<C extends Choice> {
  /** Label, field and list. */
  readonly element: HTMLElement;
  readonly field: HTMLInputElement;
  /** What is chosen; null where what was typed is no choice. */
  chosen(): C | null;
  choose(choice: C | null): void;
}

export interface ComboboxOptions<C extends Choice> {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly chosen: C | null;
  readonly search: (query: string) => Promise<readonly C[]> | readonly C[];
  readonly onChoose?: (choice: C) => void;
  /** Said behind as many finds as a search gives at most. */
  readonly full?: { readonly count: number; readonly note: string };
}

/** A field in which one types a part of a name and takes one of the finds, by keys or by pointer. */
export function combobox<C extends Choice>(
  build: Builder,
  options: ComboboxOptions<C>,
): Combobox<C> {
  const { html } = build;
  const { name, label, search, onChoose } = options;
  const { list, field } = parts(build, options);
  let chosen: C | null = null;
  let found: readonly C[] = [];
  let at = -1;

  const show = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) field.removeAttribute("aria-activedescendant");
  };
  const mark = (next: number): void => {
    at = next;
    [...list.children].forEach((option, index) =>
      option.setAttribute("aria-selected", String(index === at)),
    );
    const option = list.children[at];
    if (!option) return;
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const choose = (choice: C | null): void => {
    chosen = choice;
    field.value = choice?.label ?? "";
    show(false);
  };
  const take = (choice: C): void => {
    choose(choice);
    onChoose?.(choice);
  };
  const offer = (choices: readonly C[]): void => {
    found = choices;
    const { full } = options;
    const isFull = full !== undefined && choices.length >= full.count;
    list.replaceChildren(
      ...choices.map((choice, index) => optionOf(build, name, choice, index)),
      ...(isFull ? [html("li", { role: "option", "aria-disabled": "true" }, full.note)] : []),
    );
    show(choices.length > 0);
    mark(choices.length > 0 ? 0 : -1);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = found[at];
    if (step !== undefined) mark((at + step + found.length) % found.length);
    else if (event.key === "Enter" && choice) take(choice);
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  choose(options.chosen);
  field.addEventListener("input", () => {
    chosen = null;
    const typed = field.value;
    void Promise.resolve(search(typed)).then((choices) => {
      // What was typed since has finds of its own.
      if (field.value === typed) offer(choices);
    });
  });
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", () => show(false));
  takePointer(list, (index) => {
    const choice = found[index];
    if (choice) take(choice);
  });
  const element = html(
    "div",
    { class: "combobox" },
    html("label", { for: name }, label),
    field,
    list,
  );
  return { element, field, chosen: () => chosen, choose };
}

/** Before the field loses the focus. */
function takePointer(list: HTMLElement, onTake: (index: number) => void): void {
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option) onTake([...list.children].indexOf(option));
  });
}

/** The field, and the list that it opens. */
function parts(
  { html }: Builder,
  { name, label, placeholder }: Pick<ComboboxOptions<Choice>, "name" | "label" | "placeholder">,
) {
  const id = `${name}-list`;
  return {
    list: html("ul", { id, role: "listbox", "aria-label": label, hidden: true }),
    field: html("input", {
      ...{ type: "text", id: name, role: "combobox", autocomplete: "off", placeholder },
      ...{ "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" },
    }),
  };
}

function optionOf({ html }: Builder, name: string, choice: Choice, index: number): HTMLElement {
  return html(
    "li",
    { id: `${name}-${String(index)}`, role: "option", "aria-selected": "false" },
    html("span", { class: "name" }, choice.label),
    choice.note === undefined ? null : html("span", { class: "held" }, choice.note),
  );
}
