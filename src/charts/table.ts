import { formatDate, punctuation, say, type Word } from "../i18n/index.ts";
import type { Child } from "../dom/index.ts";
import {
  flagName,
  flagsOf,
  fullValue,
  isDenied,
  isUnsourced,
  measureName,
  type Observation,
  periodOf,
  regionName,
  scopeOf,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { evidenceAttributes } from "./attributes.ts";
import { paged, TABLE_PAGE } from "./pages.ts";

/** Joins without a space what Chinese joins without one. */
function joined(parts: readonly (string | null)[], { language }: ChartContext): string {
  return parts.filter(Boolean).join(punctuation[language].semicolon);
}

function clauses({ source }: Observation, { catalogue, build }: ChartContext): Child[] {
  return source.facts.flatMap((id) => {
    const fact = catalogue.facts.get(id);
    return fact?.evidence ? [build.html("q", { lang: "zh-CN" }, fact.evidence)] : [];
  });
}

/** Agency and date: enough to know the report; its title stands in the evidence. */
function source(observation: Observation, { catalogue, language }: ChartContext): string {
  if (isDenied(observation)) return "";
  const id = observation.report_id;
  const report = id ? catalogue.reports.get(id) : undefined;
  if (!report) return "";
  const agency = language === "zh" ? report.agency : report.agency_en;
  return report.published === null ? agency : `${agency} ${formatDate(report.published, language)}`;
}

/** The value in full as a link to its clause; what is missing says so in words. */
function valueCell(observation: Observation, context: ChartContext): Child {
  const { build, language } = context;
  if (observation.value === null)
    return build.html(
      "span",
      { class: "missing", "data-missing": observation.missing },
      say(language, `missing.${observation.missing ?? "not_reported"}`),
    );
  const shown = fullValue(observation, context);
  const tag = isUnsourced(observation) ? "span" : "a";
  const link = build.html(tag, evidenceAttributes(observation, context), shown);
  const text = written(observation, context);
  if (text === null || text === shown) return link;
  const label = say(language, "table.as_written");
  return [link, build.html("small", { lang: "zh-CN", title: label }, text)];
}

/** How the report writes the figure; null for what no report writes. */
function written({ source }: Observation, { catalogue }: ChartContext): string | null {
  if (source.kind !== "stated") return null;
  return catalogue.facts.get(source.facts[0])?.value_text ?? null;
}

/** Period, scope and part, which belong together. */
function what(observation: Observation, context: ChartContext): string {
  return [periodOf(observation, context), scopeOf(observation, context)]
    .filter(Boolean)
    .join(" · ");
}

interface Column {
  readonly word: Word;
  readonly cell: (observation: Observation, context: ChartContext) => Child;
}

const regionColumn: Column = {
  word: "table.region",
  cell: (o, context) => regionName(context, o.region_id),
};

const otherColumns: readonly Column[] = [
  {
    word: "table.metric",
    // A quotient is called by what it is, not by what is divided.
    cell: measureName,
  },
  { word: "table.value", cell: valueCell },
  { word: "table.what", cell: what },
  {
    word: "table.flags",
    cell: (o, context) =>
      joined(
        flagsOf(o, context).map((flag) => flagName(flag, o, context)),
        context,
      ),
  },
  { word: "table.clause", cell: clauses },
  { word: "table.report", cell: source },
];

function row(observation: Observation, context: ChartContext): Element {
  const { html } = context.build;
  return html(
    "tr",
    {},
    html("th", { scope: "row" }, regionColumn.cell(observation, context)),
    otherColumns.map(({ cell, word }) =>
      html("td", { class: word.slice(word.indexOf(".") + 1) }, cell(observation, context)),
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
  const columns = [regionColumn, ...otherColumns];
  const heads = columns.map(({ word }) => build.html("th", { scope: "col" }, say(language, word)));
  return build.html(
    "div",
    { class: "scroll", tabindex: 0, role: "group", "aria-label": say(language, "chart.table") },
    build.html(
      "table",
      {},
      build.html("thead", {}, build.html("tr", {}, heads)),
      body(observations, context),
    ),
  );
}
