import { evidenceAttributes } from "../../charts/index.ts";
import type { Child } from "../../dom/index.ts";
import { composition, derivedText, resolve } from "../../evidence/index.ts";
import { caveatWords, type Caveat } from "../../domain/index.ts";
import {
  detailOf,
  evidenceId,
  flagName,
  flagsOf,
  measureName,
  metricName,
  periodOf,
  scopeOf,
  shortValue,
  tableRow,
  type Observation,
} from "../../figures/index.ts";
import type { DerivedFigure, Headline, RegionPage, Standing } from "../../figures/region/index.ts";
import { formatSubset, isWord, punctuation, say } from "../../words/index.ts";
import { sayOfRegion } from "../../words/region.ts";
import type { RegionContext } from "./region.ts";

/** What kind of source states a figure. */
function sourceKind({ source_kind }: Observation, { language }: RegionContext): string {
  return source_kind === null ? "" : say(language, `source_kind.${source_kind}`);
}

/** What decides which figures it can stand beside, besides scope and part: in a few words each. */
function termsOf(observation: Observation, { language }: RegionContext): string[] {
  const { count_basis, baseline } = observation;
  const words = [
    count_basis && `basis.${count_basis}`,
    baseline && `flag.baseline_${baseline}`,
    ...composition
      .filter((name) => name !== "source_kind")
      .map((name) => `${name}.${observation[name] ?? ""}`),
  ];
  return words.flatMap((word) => (word && isWord(word) ? [say(language, word)] : []));
}

/** Flags that nothing else in the row says: how far its source was read stands with the reports. */
function flagTexts(observation: Observation, context: RegionContext): string {
  const terms = termsOf(observation, context);
  return flagsOf(observation, context)
    .filter((flag) => flag !== "companion" && flag !== "press")
    .map((flag) => flagName(flag, observation, context))
    .filter((text) => !terms.includes(text))
    .join(punctuation[context.language].semicolon);
}

function standingText(standing: Standing, { build, language }: RegionContext): Child {
  if (standing.place === null)
    return build.html("p", { class: "standing unranked" }, standing.because);
  const { place, of, group, isTied, differences } = standing;
  const text = sayOfRegion(language, isTied ? "rank.tied" : "rank", place, of, group);
  return [
    build.html("p", { class: "standing" }, text),
    differences === ""
      ? null
      : build.html(
          "p",
          { class: "standing" },
          sayOfRegion(language, "rank.differences", differences),
        ),
  ];
}

function headlineItem(
  { observation, standing }: Headline["figures"][number],
  context: RegionContext,
): Child {
  const { build } = context;
  const what = [
    periodOf(observation, context),
    scopeOf(observation, context),
    ...termsOf(observation, context),
    sourceKind(observation, context),
  ];
  return build.html(
    "li",
    {},
    build.html(
      "a",
      { class: "value", ...evidenceAttributes(observation, context) },
      shortValue(observation, context),
    ),
    build.html("p", { class: "what" }, what.filter(Boolean).join(" · ")),
    standingText(standing, context),
  );
}

function headlineMeasure({ metric, figures, missing }: Headline, context: RegionContext): Child {
  const { build, language } = context;
  const { html } = build;
  const why =
    missing === "not_selected"
      ? sayOfRegion(language, "parts")
      : missing && say(language, `missing.${missing}`);
  return [
    html("h3", {}, metricName(context, metric.metric_id)),
    missing === null
      ? html(
          "ul",
          { class: "headlines", "data-marks": true },
          figures.map((one) => headlineItem(one, context)),
        )
      : html("p", { class: "missing", "data-missing": missing }, why),
  ];
}

/** The headline figures of the three comparisons, each with its place or why it has none. */
export function headlineList({ headlines }: RegionPage, context: RegionContext): Child {
  const { build, language } = context;
  return [
    build.html("p", {}, sayOfRegion(language, "headlines.lead")),
    headlines.map((one) => headlineMeasure(one, context)),
  ];
}

interface Column<Row> {
  /** The class of its cells. */
  readonly name: string;
  readonly title: string;
  readonly cell: (row: Row) => Child;
}

const isBlank = (cell: Child): boolean => cell === null || cell === undefined || cell === "";

/**
 * A table with a head for each column and, first in each row, what the row is. A column of which no
 * row has anything is left out.
 */
function tableOf<Row>(
  label: string,
  [first, ...rest]: readonly [Column<Row>, ...Column<Row>[]],
  rows: readonly Row[],
  { build: { html } }: RegionContext,
): Child {
  const others = rest.filter(({ cell }) => rows.some((row) => !isBlank(cell(row))));
  const head = [first, ...others].map(({ title }) => html("th", { scope: "col" }, title));
  const body = rows.map((row) =>
    html(
      "tr",
      {},
      html("th", { scope: "row" }, first.cell(row)),
      others.map(({ name, cell }) => html("td", { class: name }, cell(row))),
    ),
  );
  return html(
    "div",
    {
      class: "scroll figures",
      tabindex: 0,
      role: "group",
      "aria-label": label,
      "data-marks": true,
    },
    html("table", {}, html("thead", {}, html("tr", {}, head)), html("tbody", {}, body)),
  );
}

/** The value in full as a link to its clause, with what the report writes where that differs. */
function valueCell(observation: Observation, context: RegionContext): Child {
  const { build, language } = context;
  const { value, written } = tableRow(observation, context);
  const label = say(language, "table.as_written");
  return [
    build.html("a", evidenceAttributes(observation, context), value),
    written === "" ? null : build.html("small", { lang: "zh-CN", title: label }, written),
  ];
}

function figureColumns(context: RegionContext): [Column<Observation>, ...Column<Observation>[]] {
  const { language, build } = context;
  return [
    {
      name: "metric",
      title: say(language, "table.metric"),
      cell: (one) => measureName(one, context),
    },
    { name: "value", title: say(language, "table.value"), cell: (one) => valueCell(one, context) },
    {
      name: "what period",
      title: sayOfRegion(language, "column.period"),
      cell: (one) => periodOf(one, context),
    },
    {
      name: "what",
      title: sayOfRegion(language, "column.scope"),
      cell: ({ scope }) => scope && say(language, `scope.${scope}.short`),
    },
    {
      name: "what part",
      title: sayOfRegion(language, "column.part"),
      cell: ({ subset }) => subset && formatSubset(subset, language),
    },
    {
      name: "what",
      title: sayOfRegion(language, "column.terms"),
      cell: (one) => termsOf(one, context).join(punctuation[language].semicolon),
    },
    {
      name: "flags",
      title: say(language, "table.flags"),
      cell: (one) => flagTexts(one, context),
    },
    {
      name: "report",
      title: sayOfRegion(language, "column.source"),
      cell: (one) => [
        build.html("a", { href: `#report-${one.report_id ?? ""}` }, tableRow(one, context).report),
        build.html("small", {}, sourceKind(one, context)),
      ],
    },
  ];
}

/** Every other figure, a table for each theme; none is cut. */
export function themeTables({ themes }: RegionPage, context: RegionContext): Child {
  const { build, language } = context;
  const columns = figureColumns(context);
  return themes.map(({ theme, observations }) => [
    build.html("h3", {}, theme[language]),
    tableOf(theme[language], columns, observations, context),
  ]);
}

/** The formula over the figures as they are read. */
function formulaOf(observation: Observation, { catalogue, language }: RegionContext): string {
  const evidence = resolve(catalogue, evidenceId(observation));
  return (evidence && derivedText(evidence, { archive: catalogue, language })?.formula) ?? "";
}

function caveatsOf(caveats: readonly Caveat[], { language }: RegionContext): string {
  return caveats.map((one) => caveatWords[one][language]).join(punctuation[language].semicolon);
}

/** Numbers that follow from the figures, each with its formula. */
export function derivedTable({ derived }: RegionPage, context: RegionContext): Child {
  if (derived.length === 0) return null;
  const { build, language } = context;
  const columns: [Column<DerivedFigure>, ...Column<DerivedFigure>[]] = [
    {
      name: "metric",
      title: say(language, "table.metric"),
      cell: ({ observation }) => measureName(observation, context),
    },
    {
      name: "value",
      title: say(language, "table.value"),
      cell: ({ observation }) => valueCell(observation, context),
    },
    {
      name: "what formula",
      title: sayOfRegion(language, "column.formula"),
      cell: ({ observation }) => formulaOf(observation, context),
    },
    {
      name: "what",
      title: say(language, "table.what"),
      cell: ({ observation }) => detailOf(observation, context),
    },
    {
      name: "flags",
      title: say(language, "table.flags"),
      cell: ({ derived: { caveats } }) => caveatsOf(caveats, context),
    },
  ];
  return [
    build.html("p", {}, sayOfRegion(language, "derived.lead")),
    tableOf(sayOfRegion(language, "derived"), columns, derived, context),
  ];
}
