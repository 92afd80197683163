import type { Builder, Child } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import { excerpt, formatNumber, parted, say } from "../words/index.ts";
import type { InputElementOptions, MakeControl } from "./input.ts";
import type { InputValue } from "./input-value.ts";

/** More rows nobody ticks one by one. */
const MOST = 1_000;

/** Each is drawn in each row. */
const MOST_COLUMNS = 50;

/** Columns that say how a row is offered, not what it is. */
const hidden = ["value", "zh", "en", "tile_row", "tile_column"];

function columnsOf(columns: unknown, row: Readonly<Record<string, unknown>> = {}): string[] {
  if (Array.isArray(columns)) return columns.map(String);
  const all = Object.keys(row);
  const shown = all.filter((name) => !hidden.includes(name));
  return shown.length > 0 ? shown : all;
}

type Row = Readonly<Record<string, unknown>>;

/** A row with the box that chooses it. */
interface Item {
  readonly box: HTMLInputElement;
  readonly value: string | number;
  readonly row: Row;
}

const chosenIn = (value: InputValue): ReadonlySet<string> =>
  new Set(Array.isArray(value) ? value.map(String) : []);

function itemsOf(
  { html }: Builder,
  { id, value }: Pick<InputElementOptions, "id" | "value">,
  rows: readonly Row[],
  columns: readonly string[],
): Item[] {
  const chosen = chosenIn(value);
  return rows.map((row, i) => {
    const raw = row["value"];
    const text = String(raw ?? "");
    const name = columns.slice(0, 2).map((column) => String(row[column] ?? "NULL"));
    const box = html("input", {
      type: "checkbox",
      id: `input-${id}-${i}`,
      value: text,
      // An attribute: the build writes it into the page.
      checked: chosen.has(text),
      "aria-label": name.join(" "),
    });
    return { box, value: typeof raw === "number" ? raw : text, row };
  });
}

/** The boxes and the one that stands for all of them, with their count. */
function createChoice(
  { html }: Builder,
  language: Language,
  items: readonly Item[],
  total: number,
) {
  const all = html("input", { type: "checkbox", "aria-label": say(language, "input.all_rows") });
  const count = html("span", { class: "count", role: "status" });
  const chosen = (): readonly Item[] => items.filter(({ box }) => box.checked);
  const showCount = (): void => {
    const { length } = chosen();
    all.checked = length === items.length && length > 0;
    all.indeterminate = length > 0 && length < items.length;
    count.textContent = say(language, "input.chosen", length, total);
  };
  showCount();
  return {
    all,
    count,
    set(value: InputValue): void {
      const now = chosenIn(value);
      for (const { box } of items) box.checked = now.has(box.value);
      showCount();
    },
    listen(onChange: (value: readonly (string | number)[]) => void): void {
      const tell = (): void => {
        showCount();
        onChange(chosen().map(({ value }) => value));
      };
      all.addEventListener("change", () => {
        for (const { box } of items) box.checked = all.checked;
        tell();
      });
      for (const { box } of items) box.addEventListener("change", tell);
    },
  };
}

/** Rows of a query to choose from; the value is the list of their column `value`. */
export const tableControl: MakeControl = (build, options, label) => {
  const { spec, language, disabled = false, onChange, rows = [] } = options;
  const { html } = build;
  const { shown, rest } = parted(excerpt(rows, MOST));
  if (shown[0] && !("value" in shown[0])) throw new Error(`missing column: value`);
  const columns = columnsOf(spec["columns"], shown[0]);
  if (columns.length > MOST_COLUMNS)
    throw new Error(say(language, "limit.columns", columns.length, MOST_COLUMNS));
  const items = itemsOf(build, options, shown, columns);
  const choice = createChoice(build, language, items, rows.length);
  choice.listen(onChange);
  const content = (row: Row, column: string): Child =>
    options.cellOf?.(row, column) ?? String(row[column] ?? "NULL");
  const head = html(
    "tr",
    {},
    html("th", { scope: "col" }, html("label", { class: "box" }, choice.all)),
    columns.map((column) => html("th", { scope: "col" }, column)),
  );
  const cell = (row: Row, column: string): Element =>
    html("td", { class: typeof row[column] === "number" ? "number" : null }, content(row, column));
  const body = items.map(({ box, row }) =>
    html(
      "tr",
      {},
      html("td", {}, html("label", { class: "box" }, box)),
      columns.map((column) => cell(row, column)),
    ),
  );
  const element = html(
    "fieldset",
    { class: "input table-input", disabled },
    html("legend", {}, label, " ", choice.count),
    html(
      "div",
      { class: "sheet", tabindex: 0, role: "group", "aria-label": label },
      html("table", {}, html("thead", {}, head), html("tbody", {}, body)),
    ),
    rest &&
      html(
        "p",
        { class: "shortened" },
        say(
          language,
          "result.shortened",
          formatNumber(MOST, language),
          formatNumber(rest.total, language),
        ),
      ),
  );
  return { element, set: choice.set };
};
