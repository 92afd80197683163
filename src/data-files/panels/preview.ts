import { punctuation } from "../../words/index.ts";
import type { Builder } from "../../dom/index.ts";
import { isPlainType, type ColumnType } from "../../engine/index.ts";
import type { Language } from "../../domain/index.ts";
import {
  convert,
  written,
  type ColumnChoice,
  type InspectedColumn,
  type Inspection,
  type Offer,
} from "../index.ts";
import { choiceOf, typesFor, type Decision } from "./choices.ts";
import { tableText } from "../../words/data-files.ts";

export interface PreviewOptions {
  readonly build: Builder;
  readonly language: Language;
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly onDecide: (index: number, decision: Decision) => void;
}

/** The first rows of a file below their names, each column with its type to choose. */
export function previewTable(inspection: Inspection, options: PreviewOptions): HTMLElement {
  const { build, language } = options;
  const { columns, head } = inspection;
  const choices = columns.map((column) => choiceOf(column, options.decisions.get(column.index)));
  const label = tableText(language, "own.preview", head.length);
  const { html } = build;
  return html(
    "div",
    { class: "own-scroll", tabindex: 0, role: "region", "aria-label": label },
    html(
      "table",
      {},
      html("caption", {}, label),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          columns.map(({ name }) => html("th", { scope: "col" }, name)),
        ),
        html(
          "tr",
          { class: "own-types" },
          columns.map((column) => html("td", {}, typeControls(column, options))),
        ),
      ),
      html(
        "tbody",
        {},
        head.map((row) =>
          html(
            "tr",
            {},
            row.map((cell, at) => cellOf(cell, choices[at], options)),
          ),
        ),
      ),
    ),
  );
}

/** What the table will hold; what stood in the file beside it, where that was written otherwise. */
function cellOf(
  cell: string | null,
  choice: ColumnChoice | undefined,
  { build, language }: PreviewOptions,
): HTMLElement {
  const { type = "VARCHAR", rule } = choice ?? {};
  const held = cell === null ? null : written(convert(cell, type, rule), type);
  const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
  const was =
    cell === null || held === cell ? null : build.html("small", { class: "own-was" }, short(cell));
  if (held !== null) return build.html("td", {}, short(held), was ? " " : null, was);
  const nothing = build.html("span", { "aria-hidden": "true" }, "—");
  const word = build.html("span", { class: "own-spoken" }, tableText(language, "own.nothing"));
  return build.html("td", { class: "own-nothing" }, nothing, word, was ? " " : null, was);
}

function typeControls(column: InspectedColumn, options: PreviewOptions): HTMLElement[] {
  const { build, language, decisions } = options;
  const decision = decisions.get(column.index) ?? {};
  const accepted = column.offers.find(({ rule }) => rule === decision.rule);
  const select = typeSelect(column, choiceOf(column, decision).type, options);
  select.disabled = accepted !== undefined;
  const code =
    column.isCode && choiceOf(column, decision).type === "VARCHAR"
      ? [build.html("small", {}, tableText(language, "own.code"))]
      : [];
  const offers = column.offers.map((offer) =>
    offerControl(column, offer, offer === accepted, options),
  );
  return [select, ...code, ...offers];
}

function typeSelect(
  column: InspectedColumn,
  chosen: ColumnType | undefined,
  { build, language, onDecide }: PreviewOptions,
): HTMLSelectElement {
  const types = typesFor(column);
  if (chosen && !types.includes(chosen)) types.push(chosen);
  const select = build.html(
    "select",
    { "aria-label": tableText(language, "own.type", column.name), "data-column": column.name },
    types.map((type) =>
      build.html("option", { value: type, selected: type === chosen }, typeWords(language, type)),
    ),
  );
  select.addEventListener("change", () => {
    const type = types.find((known) => known === select.value);
    onDecide(column.index, type ? { type } : {});
  });
  return select;
}

/** Types that only few files have are called as SQL calls them. */
function typeWords(language: Language, type: ColumnType): string {
  return isPlainType(type) ? tableText(language, `own.type.${type}`) : type;
}

/** Nothing is converted unless the reader says so; of two ways to read, one at a time. */
function offerControl(
  { index }: InspectedColumn,
  { rule, spellings, examples, results }: Offer,
  checked: boolean,
  { build, language, onDecide }: PreviewOptions,
): HTMLElement {
  const join = punctuation[language].comma;
  const what =
    rule === "loose"
      ? spellings.map((spelling) => tableText(language, `own.spelling.${spelling}`)).join(join)
      : "";
  const pairs = examples.map((text, at) => `${text} → ${results[at] ?? "—"}`);
  const text = tableText(language, `own.offer.${rule}`, what, pairs.join(join));
  const box = build.html("input", { type: "checkbox", checked, "data-rule": rule });
  box.addEventListener("change", () => onDecide(index, box.checked ? { rule } : {}));
  return build.html("label", { class: "own-offer" }, box, build.html("span", {}, text));
}
