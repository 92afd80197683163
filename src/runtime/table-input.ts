import type { Child } from "../dom/index.ts";
import { formatNumber, say } from "../i18n/index.ts";
import type { MakeControl } from "./input.ts";
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

/** Rows of a query to choose from; the value is the list of their column `value`. */
export const tableControl: MakeControl = (build, options, label) => {
  const { id, spec, value, language, disabled = false, onChange, rows = [] } = options;
  const { html } = build;
  const shown = rows.slice(0, MOST);
  if (shown[0] && !("value" in shown[0])) throw new Error(`missing column: value`);
  const columns = columnsOf(spec["columns"], shown[0]);
  if (columns.length > MOST_COLUMNS)
    throw new Error(say(language, "limit.columns", columns.length, MOST_COLUMNS));
  const content = (row: (typeof shown)[number], column: string): Child =>
    options.cellOf?.(row, column) ?? String(row[column] ?? "NULL");
  const chosenIn = (next: InputValue) => new Set(Array.isArray(next) ? next.map(String) : []);
  const chosen = chosenIn(value);
  const items = shown.map((row, i) => {
    const raw = row["value"];
    const text = String(raw ?? "");
    const box = html("input", {
      type: "checkbox",
      id: `input-${id}-${i}`,
      value: text,
      checked: chosen.has(text),
      "aria-label": columns
        .slice(0, 2)
        .map((column) => String(row[column] ?? "NULL"))
        .join(" "),
    });
    return { box, value: typeof raw === "number" ? raw : text, row };
  });
  const all = html("input", { type: "checkbox", "aria-label": say(language, "input.all_rows") });
  const count = html("span", { class: "count", role: "status" });
  const showCount = (): void => {
    const chosen = items.filter(({ box }) => box.checked).length;
    all.checked = chosen === items.length && chosen > 0;
    all.indeterminate = chosen > 0 && chosen < items.length;
    count.textContent = say(language, "input.chosen", chosen, items.length);
  };
  const tell = (): void => {
    showCount();
    onChange(items.filter(({ box }) => box.checked).map((item) => item.value));
  };
  all.addEventListener("change", () => {
    for (const { box } of items) box.checked = all.checked;
    tell();
  });
  for (const { box } of items) box.addEventListener("change", tell);
  showCount();
  const head = html(
    "tr",
    {},
    html("th", { scope: "col" }, html("label", { class: "box" }, all)),
    columns.map((column) => html("th", { scope: "col" }, column)),
  );
  const body = items.map(({ box, row }) =>
    html(
      "tr",
      {},
      html("td", {}, html("label", { class: "box" }, box)),
      columns.map((column) =>
        html(
          "td",
          { class: typeof row[column] === "number" ? "number" : null },
          content(row, column),
        ),
      ),
    ),
  );
  const [some, total] = [formatNumber(MOST, language), formatNumber(rows.length, language)];
  const element = html(
    "fieldset",
    { class: "input table-input", disabled },
    html("legend", {}, label, " ", count),
    html(
      "div",
      { class: "sheet", tabindex: 0, role: "group", "aria-label": label },
      html("table", {}, html("thead", {}, head), html("tbody", {}, body)),
    ),
    rows.length > MOST
      ? html("p", { class: "shortened" }, say(language, "result.shortened", some, total))
      : null,
  );
  const set = (next: InputValue): void => {
    const now = chosenIn(next);
    for (const { box } of items) box.checked = now.has(box.value);
    showCount();
  };
  return { element, set };
};
