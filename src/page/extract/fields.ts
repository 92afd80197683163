import type { Builder } from "../../dom/index.ts";

/** A field of a form with its label. */
export interface Field {
  readonly element: HTMLElement;
  /** What stands in it; null for nothing. */
  value(): string | null;
  set(value: string | null): void;
}

/** What may be chosen, as the form says it. */
export type FieldChoices = readonly (readonly [value: string, label: string])[];

/** A choice of a few; with `none` nothing may be chosen too. */
export function choiceField(
  { html }: Builder,
  name: string,
  label: string,
  { choices, value, none }: { choices: FieldChoices; value: string | null; none?: string },
): Field {
  const all: FieldChoices = none === undefined ? choices : [["", none], ...choices];
  const select = html(
    "select",
    { id: name },
    all.map(([one, text]) => html("option", { value: one, selected: one === (value ?? "") }, text)),
  );
  return wrap(html("p", {}, html("label", { for: name }, label), select), select);
}

/** A line of text, a day, or several lines. */
export function textField(
  { html }: Builder,
  name: string,
  label: string,
  {
    value,
    kind = "text",
    suggestions = [],
  }: {
    value: string | null;
    kind?: "text" | "date" | "lines" | "url";
    suggestions?: readonly string[];
  },
): Field {
  const listId = suggestions.length > 0 ? `${name}-options` : null;
  const attributes = { id: name, autocomplete: "off", spellcheck: "false" };
  const input =
    kind === "lines"
      ? html("textarea", { ...attributes, rows: 2 })
      : html("input", { ...attributes, type: kind, list: listId });
  input.value = value ?? "";
  const list =
    listId === null
      ? null
      : html(
          "datalist",
          { id: listId },
          suggestions.map((one) => html("option", { value: one })),
        );
  return wrap(html("p", {}, html("label", { for: name }, label), input, list), input);
}

function wrap(
  element: HTMLElement,
  field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
): Field {
  return {
    element,
    value: () => (field.value.trim() === "" ? null : field.value.trim()),
    set: (value) => (field.value = value ?? ""),
  };
}
