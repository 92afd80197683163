import { type ChartContext, drawMore } from "../charts/index.ts";
import type { Child } from "../dom/index.ts";
import {
  resultColumns,
  rowReader,
  tableCells,
  type Cells,
  type ResultColumn,
  type Row,
} from "../engine/index.ts";
import type { Table } from "apache-arrow";
import type { Fact } from "../domain/index.ts";
import { formatNumber, say } from "../words/index.ts";
import { own } from "./environment.ts";
import { pager } from "./pager.ts";
import type { Answer } from "./result.ts";
import { sourceCell, valueCell } from "./result-cell.ts";
import { orderOf, SORTABLE, type Sort } from "./result-order.ts";
import { columnsOfFacts, namedRows, rowFacts } from "./row-facts.ts";
import type { View } from "./shown.ts";

/** Rows of a page: enough to scan, few enough to draw in a frame. */
export const PAGE = 100;

/** Where the reader is in a result; kept while the result is the same. */
interface ViewState {
  page: number;
  sort: Sort | null;
}
const places = new WeakMap<Table, ViewState>();

interface Shown {
  readonly id: string;
  readonly table: Table;
  readonly columns: readonly ResultColumn[];
  readonly place: ViewState;
  readonly cells: readonly Cells[];
  readonly read: (row: number) => Row;
  readonly context: ChartContext;
}

/** A row as it is drawn. */
interface Line {
  readonly number: number;
  readonly row: Row;
  readonly facts: readonly Fact[];
}

function linesOf(shown: Shown): readonly Line[] {
  const { read, context } = shown;
  const numbers = pageRows(shown);
  const rows = namedRows(numbers.map(read), context) as readonly Row[];
  return rows.map((row, i) => ({ number: numbers[i] ?? i, row, facts: rowFacts(row, context) }));
}

/** One row of the table. */
function bodyRow(
  { number, row, facts }: Line,
  shown: Shown,
  hasFacts: boolean,
  ofFacts: ReadonlySet<string>,
) {
  const { columns, cells, context } = shown;
  const { html } = context.build;
  return html(
    "tr",
    {},
    html("th", { scope: "row" }, number + 1),
    hasFacts ? html("td", { class: "source" }, sourceCell(facts, context)) : null,
    columns.map((column, i) => {
      const value = row[column.name] ?? null;
      // A text is its own text: to read it again takes as long as it is long.
      const isText = column.kind === "text" && typeof value === "string";
      const text = isText ? value : (cells[i]?.text(number) ?? null);
      const cell = { value, text, column };
      const isOfFacts = ofFacts.has(column.name);
      return html("td", { class: column.kind }, valueCell(cell, row, isOfFacts, context));
    }),
  );
}

/** Numbers of the rows that the page shows. */
function pageRows({ table, cells, place, context }: Shown): readonly number[] {
  const start = place.page * PAGE;
  const length = Math.min(PAGE, table.numRows - start);
  const order = place.sort && orderOf(cells, table.numRows, place.sort, context.language);
  return Array.from({ length }, (_, i) => order?.[start + i] ?? start + i);
}

function sortButton(shown: Shown, column: number, name: string, redraw: () => void): Child {
  const { place, table, context } = shown;
  const { html } = context.build;
  if (table.numRows > SORTABLE || table.numRows < 2) return name;
  const way = place.sort?.column === column ? (place.sort.isDescending ? " ↓" : " ↑") : "";
  const title = say(context.language, "result.sort", name);
  const button = html("button", { type: "button", title }, name, way);
  button.addEventListener("click", () => {
    const isSame = place.sort?.column === column;
    place.sort = isSame && place.sort?.isDescending ? null : { column, isDescending: isSame };
    place.page = 0;
    redraw();
  });
  return button;
}

function headRow(shown: Shown, hasFacts: boolean, redraw: () => void): Element {
  const { columns, place, context } = shown;
  const { html } = context.build;
  const say1 = (word: "result.row" | "result.source") => say(context.language, word);
  return html(
    "tr",
    {},
    html("th", { scope: "col", class: "row" }, say1("result.row")),
    hasFacts ? html("th", { scope: "col" }, say1("result.source")) : null,
    columns.map(({ name, kind }, i) => {
      const way = place.sort?.isDescending ? "descending" : "ascending";
      const sort = place.sort?.column === i ? way : null;
      return html(
        "th",
        { scope: "col", class: kind, "aria-sort": sort },
        sortButton(shown, i, name, redraw),
        html("small", {}, say(context.language, `result.type.${kind}`)),
      );
    }),
  );
}

/** What is to be known of the sources of a page's rows; null where all have one. */
function sourceNote(lines: readonly Line[], { context: { language } }: Shown): string | null {
  const without = lines.filter(({ facts }) => facts.length === 0).length;
  if (without === 0) return null;
  if (without === lines.length) return say(language, "result.none_linked");
  return say(language, "result.some_linked", without);
}

function captionOf({ id, table, columns, context }: Shown, milliseconds: number): Child[] {
  const { language, build } = context;
  const rows = formatNumber(table.numRows, language);
  const time = formatNumber(Math.round(milliseconds), language);
  return [
    say(language, "result.caption", id, rows, columns.length),
    build.html("span", { class: "time" }, ` · ${say(language, "result.time", time)}`),
  ];
}

function resultElement(id: string, { table, milliseconds }: Answer, context: ChartContext) {
  const { html } = context.build;
  const { language } = context;
  const place = places.get(table) ?? { page: 0, sort: null };
  places.set(table, place);
  const columns = resultColumns(table);
  const [cells, read] = [tableCells(table), rowReader(table)];
  const shown: Shown = { id, table, columns, place, cells, read, context };
  const note = html("p", { class: "note" });
  const caption = html("caption", {}, captionOf(shown, milliseconds));
  const grid = html("table", {}, caption);
  const frame = { class: "sheet", tabindex: 0, role: "group" };
  const label = say(language, "result.label", id);
  const scroll = html("div", { ...frame, "aria-label": label }, grid);
  const pages = pager({ total: table.numRows, size: PAGE, context }, place.page, (page) => {
    place.page = page;
    drawMore(context, draw);
  });
  const draw = (): void => {
    const lines = linesOf(shown);
    const text = sourceNote(lines, shown);
    const any = lines.some(({ facts }) => facts.length > 0);
    const focused = [...grid.querySelectorAll("thead button")].indexOf(
      grid.ownerDocument.activeElement as Element,
    );
    note.textContent = text ?? "";
    note.hidden = text === null;
    const ofFacts = columnsOfFacts(
      lines.map(({ row }) => row),
      columns.map(({ name }) => name),
      context,
    );
    const body = lines.map((line) => bodyRow(line, shown, any, ofFacts));
    const head = html("thead", {}, headRow(shown, any, redraw));
    grid.replaceChildren(caption, head, html("tbody", {}, body));
    if (focused >= 0) grid.querySelectorAll<HTMLElement>("thead button")[focused]?.focus();
  };
  const redraw = (): void => {
    pages?.show(place.page);
    drawMore(context, draw);
  };
  draw();
  const empty = html("p", { class: "empty" }, say(language, "result.empty"));
  return html(
    "div",
    { class: "result" },
    scroll,
    table.numRows === 0 ? empty : null,
    note,
    pages?.element,
  );
}

/** The result of a query as a table, a page at a time, with its rows linked to their sources. */
export function resultView(id: string): View {
  return {
    inputs: [`${own.table}:${id}`],
    draw: (context, answer) => resultElement(id, answer as Answer, context),
  };
}
