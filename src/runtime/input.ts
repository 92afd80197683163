import type { Builder, Child } from "../dom/index.ts";
import { bilingual } from "../charts/index.ts";
import type { Language } from "../facts/index.ts";
import { say } from "../i18n/index.ts";
import { inputTypes, type InputType, type Spec } from "../notebook/index.ts";
import { tileInput } from "./tiles.ts";

/** One choice of an input, with its label in both languages. */
export interface Option {
  readonly value: string;
  readonly label: Readonly<Record<Language, string>>;
  /** Place on a grid of tiles, both from 0; absent for what stands beside the grid. */
  readonly tile?: { readonly row: number; readonly column: number };
  /** How much there is to see behind the choice; absent where nobody counted. */
  readonly count?: number;
}

export type InputValue = string | readonly string[];

function typeOf(spec: Spec): InputType {
  const type = inputTypes.find((name) => name === spec["type"]);
  if (!type)
    throw new Error(`unknown input: ${String(spec["type"])} (one of ${inputTypes.join(", ")})`);
  return type;
}

function option(row: Readonly<Record<string, unknown>>): Option {
  const value = String(row["value"] ?? "");
  const [tileRow, column, count] = [row["tile_row"], row["tile_column"], row["count"]];
  return {
    value,
    label: { zh: bilingual(row, "zh") || value, en: bilingual(row, "en") || value },
    ...(typeof tileRow === "number" && typeof column === "number"
      ? { tile: { row: tileRow, column } }
      : {}),
    ...(typeof count === "number" ? { count } : {}),
  };
}

/** The choices: those the spec lists, then those of the query's rows. */
export function optionsOf(
  spec: Spec,
  rows: readonly Readonly<Record<string, unknown>>[] = [],
): Option[] {
  const listed = Array.isArray(spec["options"]) ? (spec["options"] as unknown[]) : [];
  return [...listed.map((item) => option(item as Record<string, unknown>)), ...rows.map(option)];
}

/** The value an input has before anybody touches it: its `value`, else its first choice or all. */
export function defaultValue(spec: Spec, options: readonly Option[]): InputValue {
  const value = spec["value"];
  if (typeOf(spec) === "checkbox")
    return Array.isArray(value) ? value.map(String) : options.map((choice) => choice.value);
  return value === undefined ? (options[0]?.value ?? "") : String(value);
}

/** A value from an address; null where it is not one of the choices. */
export function parseValue(
  spec: Spec,
  options: readonly Option[],
  text: string,
): InputValue | null {
  const known = (value: string) => options.some((choice) => choice.value === value);
  if (typeOf(spec) !== "checkbox") return known(text) ? text : null;
  const values = text === "" ? [] : text.split(",");
  return values.length > 0 && values.every(known) ? values : null;
}

/** The text that `parseValue` reads. */
export function formatValue(value: InputValue): string {
  return typeof value === "string" ? value : value.join(",");
}

export interface InputElementOptions {
  readonly id: string;
  readonly spec: Spec;
  readonly options: readonly Option[];
  readonly value: InputValue;
  readonly language: Language;
  /** True where no engine answers yet. Default false. */
  readonly disabled?: boolean;
  readonly onChange: (value: InputValue) => void;
}

function select(
  build: Builder,
  { id, options, value, language, disabled = false, onChange }: InputElementOptions,
): Child {
  const element = build.html(
    "select",
    { id: `input-${id}`, name: id, disabled },
    options.map((choice) =>
      build.html(
        "option",
        { value: choice.value, selected: choice.value === value },
        choice.label[language],
      ),
    ),
  );
  element.addEventListener("change", () => onChange(element.value));
  return element;
}

/** At least one box stays ticked: a chart of nothing answers no question. */
function checkboxes(
  build: Builder,
  { id, options, value, language, onChange }: InputElementOptions,
): Child {
  const boxes = options.map((choice) =>
    build.html("input", {
      type: "checkbox",
      id: `input-${id}-${choice.value}`,
      name: id,
      value: choice.value,
      checked: value.includes(choice.value),
    }),
  );
  for (const box of boxes)
    box.addEventListener("change", () => {
      const chosen = boxes.filter(({ checked }) => checked).map((b) => b.value);
      if (chosen.length === 0) box.checked = true;
      else onChange(chosen);
    });
  return options.map((choice, i) => build.html("label", {}, boxes[i], choice.label[language]));
}

/** The control of an input cell, labelled in the reader's language. */
export function inputElement(build: Builder, options: InputElementOptions): HTMLElement {
  const { spec, id, language, disabled = false } = options;
  const label = bilingual(spec["label"], language) || id;
  if (typeOf(spec) === "tiles") return tileInput(build, options, label);
  if (typeOf(spec) === "select")
    return build.html(
      "div",
      { class: "input" },
      build.html("label", { for: `input-${id}` }, label),
      select(build, options),
    );
  return build.html(
    "fieldset",
    { class: "input", title: say(language, "input.none_chosen"), disabled },
    build.html("legend", {}, label),
    checkboxes(build, options),
  );
}
