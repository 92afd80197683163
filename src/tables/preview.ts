import { punctuation } from "../i18n/index.ts";
import type { Builder } from "../dom/index.ts";
import { isPlainType, type ColumnType } from "../engine/index.ts";
import type { Language } from "../facts/index.ts";
import type { InspectedColumn, Inspection } from "../files/index.ts";
import { typesFor, type Decision } from "./choices.ts";
import { tell } from "./words.ts";

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
  const label = tell(language, "own.preview", head.length);
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
            row.map((cell) => cellOf(cell, options)),
          ),
        ),
      ),
    ),
  );
}

/** What is missing is shown as missing. */
function cellOf(cell: string | null, { build, language }: PreviewOptions): HTMLElement {
  if (cell !== null) return build.html("td", {}, cell.length > 80 ? `${cell.slice(0, 79)}…` : cell);
  const nothing = build.html("span", { "aria-hidden": "true" }, "—");
  const word = build.html("span", { class: "own-spoken" }, tell(language, "own.nothing"));
  return build.html("td", { class: "own-nothing" }, nothing, word);
}

function typeControls(column: InspectedColumn, options: PreviewOptions): HTMLElement[] {
  const { build, language, decisions } = options;
  const decision = decisions.get(column.index) ?? {};
  const isLoose = decision.loose === true && column.offer !== null;
  const select = typeSelect(
    column,
    isLoose ? column.offer?.type : (decision.type ?? column.type),
    options,
  );
  select.disabled = isLoose;
  const code =
    column.isCode && (decision.type ?? column.type) === "VARCHAR"
      ? [build.html("small", {}, tell(language, "own.code"))]
      : [];
  return [select, ...code, ...offerControl(column, isLoose, options)];
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
    { "aria-label": tell(language, "own.type", column.name), "data-column": column.name },
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
  return isPlainType(type) ? tell(language, `own.type.${type}`) : type;
}

/** Nothing is converted unless the reader says so. */
function offerControl(
  { index, offer }: InspectedColumn,
  checked: boolean,
  { build, language, onDecide }: PreviewOptions,
): HTMLElement[] {
  if (offer === null) return [];
  const what = offer.spellings.map((spelling) => tell(language, `own.spelling.${spelling}`));
  const join = punctuation[language].comma;
  const text = tell(language, "own.offer", what.join(join), offer.examples.join(join));
  const box = build.html("input", { type: "checkbox", checked });
  box.addEventListener("change", () => onDecide(index, { loose: box.checked }));
  return [build.html("label", { class: "own-offer" }, box, build.html("span", {}, text))];
}
