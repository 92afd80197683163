import type { Child } from "../dom/index.ts";
import { isUnsourced, type Observation, type TableRow, tableRow } from "../figures/index.ts";
import { evidenceAttributes } from "./attributes.ts";
import type { ChartContext } from "./context.ts";
import { paged, TABLE_PAGE } from "./pages.ts";
import { say, type Word } from "../words/index.ts";

/** The value in full as a link to its clause; what is missing says so in words. */
function valueCell({ observation, value, written }: TableRow, context: ChartContext): Child {
  const { build, language } = context;
  const { missing } = observation;
  if (missing !== null)
    return build.html("span", { class: "missing", "data-missing": missing }, value);
  const tag = isUnsourced(observation) ? "span" : "a";
  const link = build.html(tag, evidenceAttributes(observation, context), value);
  if (written === "") return link;
  const label = say(language, "table.as_written");
  return [link, build.html("small", { lang: "zh-CN", title: label }, written)];
}

interface Column {
  readonly word: Word;
  readonly cell: (row: TableRow, context: ChartContext) => Child;
}

const regionColumn: Column = { word: "table.region", cell: ({ region }) => region };

const clauseColumn: Column = {
  word: "table.clause",
  cell: ({ clauses }, { build }) =>
    clauses.map((clause) => build.html("q", { lang: "zh-CN" }, clause)),
};

const otherColumns: readonly Column[] = [
  { word: "table.metric", cell: ({ measure }) => measure },
  { word: "table.value", cell: valueCell },
  { word: "table.what", cell: ({ what }) => what },
  { word: "table.flags", cell: ({ flags }) => flags },
  clauseColumn,
  { word: "table.report", cell: ({ report }) => report },
];

/** Where clauses stand below the figure, each value leads there. */
function columnsFor({ leads }: ChartContext): readonly Column[] {
  return leads ? otherColumns.filter((column) => column !== clauseColumn) : otherColumns;
}

function row(observation: Observation, context: ChartContext): Element {
  const { html } = context.build;
  const text = tableRow(observation, context);
  return html(
    "tr",
    {},
    html("th", { scope: "row" }, regionColumn.cell(text, context)),
    columnsFor(context).map(({ cell, word }) =>
      html("td", { class: word.slice(word.indexOf(".") + 1) }, cell(text, context)),
    ),
  );
}

/** So many rows are made in one piece. */
const PIECE = 25;

/** The rows of a table, those after the first ones later where the page wishes so. */
function body(observations: readonly Observation[], context: ChartContext): HTMLElement {
  const { build, later } = context;
  const rows = (from: number) =>
    observations.slice(from, from + PIECE).map((observation) => row(observation, context));
  const element = build.html("tbody", {}, rows(0));
  for (let from = PIECE; from < observations.length; from += PIECE) {
    const append = (): void => element.append(...rows(from));
    if (later) later(append);
    else append();
  }
  return element;
}

/** All rows in full precision, one per observation, each value linked to its clause; in pages. */
export function table(observations: readonly Observation[], context: ChartContext): HTMLElement {
  const draw = (items: readonly Observation[], _at: number, own: ChartContext) =>
    tableOf(items, own);
  return paged({ items: observations, size: TABLE_PAGE, draw }, context);
}

function tableOf(observations: readonly Observation[], context: ChartContext): HTMLElement {
  const { build, language } = context;
  const columns = [regionColumn, ...columnsFor(context)];
  const heads = columns.map(({ word }) => build.html("th", { scope: "col" }, say(language, word)));
  return build.html(
    "div",
    {
      class: "scroll figures",
      tabindex: 0,
      role: "group",
      "aria-label": say(language, "chart.table"),
    },
    build.html(
      "table",
      {},
      build.html("thead", {}, build.html("tr", {}, heads)),
      body(observations, context),
    ),
  );
}
