import type { Child } from "../dom/index.ts";
import { formatDate, list, say } from "../i18n/index.ts";
import { audit } from "./audit.ts";
import type { ChartContext } from "./context.ts";
import { describe } from "./describe.ts";
import { dots } from "./dots.ts";
import { caveats } from "./flags.ts";
import { legendChart } from "./legend.ts";
import { matrix } from "./matrix.ts";
import { observe, type Observation, type Row } from "./observation.ts";
import { choice, type ChartSpec } from "./spec.ts";
import { table } from "./table.ts";
import { tiles } from "./tiles.ts";
import { trend } from "./trend.ts";

/** The widths that charts are drawn for; CSS scales between them and shows the one that fits. */
export const widths = { wide: 704, narrow: 344 } as const;
export type Variant = keyof typeof widths;

/** What a chart type draws: rows in, one element out. Each type is one entry here. */
type Draw = (
  spec: ChartSpec,
  observations: readonly Observation[],
  width: number,
  context: ChartContext,
) => Element;

const types = {
  dots: (spec, observations, width, context) => dots(spec, observations, width, context),
  dumbbell: (spec, observations, width, context) =>
    dots(spec, observations, width, context, { connect: true }),
  legend: (_spec, observations, _width, context) => legendChart(observations, context),
  matrix: (spec, observations, _width, context) => matrix(spec, observations, context),
  table: (_spec, observations, _width, context) => table(observations, context),
  tiles: (_spec, observations, _width, context) => tiles(observations, context),
  trend: (_spec, observations, width, context) => trend(observations, width, context),
  audit: (_spec, observations, _width, context) => audit(observations, context),
} as const satisfies Readonly<Record<string, Draw>>;

export type ChartType = keyof typeof types;
export const chartTypes = Object.keys(types) as readonly ChartType[];

/** Types that are HTML and fit every width by themselves. */
const fluid: readonly ChartType[] = ["legend", "matrix", "table", "tiles", "audit"];

/** What sets no figure of one region beside that of another, or says all of it itself. */
function comparesNothing(type: ChartType, spec: ChartSpec): boolean {
  return (
    ["table", "legend", "audit", "tiles"].includes(type) ||
    (type === "matrix" && spec["cells"] === "symbols")
  );
}

export interface FigureOptions {
  readonly id: string;
  /** Title, subtitle and note as elements: the runtime has put numbers with evidence in them. */
  readonly title: Child;
  readonly subtitle: Child;
  readonly note: Child;
  readonly state: "static" | "live";
  /** Both at build; in the page the one that fits. */
  readonly variants: readonly Variant[];
}

/** More reports than this are counted: their names stand in the rows and in the evidence. */
const MANY = 12;

/** The reports behind a chart with their dates; null where no row names one. */
function sources(observations: readonly Observation[], context: ChartContext): string | null {
  const { catalogue, language } = context;
  const ids = new Set(
    observations.flatMap(({ facts, report_id }) => [
      ...facts.map((id) => catalogue.facts.get(id)?.report_id),
      report_id,
    ]),
  );
  const reports = [...catalogue.reports.values()].filter(({ report_id }) => ids.has(report_id));
  if (reports.length === 0) return null;
  const texts = reports.map(({ agency, agency_en, published }) => {
    const name = language === "zh" ? agency : agency_en;
    if (published === null) return name;
    const date = formatDate(published, language);
    return language === "zh" ? `${name}（${date}）` : `${name} (${date})`;
  });
  const core = reports.filter(({ coverage }) => coverage === "full").length;
  const corpus = [
    core > 0 ? say(language, "chart.corpus", core) : null,
    core < reports.length ? say(language, "chart.companion", reports.length - core) : null,
  ]
    .filter(Boolean)
    .join(language === "zh" ? "；" : "; ");
  if (reports.length > MANY) return say(language, "chart.source", corpus);
  return `${say(language, "chart.source", list(language, texts))}${language === "zh" ? "。" : ". "}${corpus}`;
}

function drawing(
  type: ChartType,
  spec: ChartSpec,
  observations: readonly Observation[],
  variants: readonly Variant[],
  context: ChartContext,
): Element[] {
  const { html } = context.build;
  const label = describe(type, observations, context);
  const used: readonly Variant[] = fluid.includes(type) ? ["wide"] : variants;
  return used.map((variant) =>
    html(
      "div",
      {
        class: fluid.includes(type) ? "chart fluid" : `chart ${variant}`,
        role: "group",
        "aria-label": label,
        "data-marks": true,
      },
      types[type](spec, observations, widths[variant], context),
    ),
  );
}

function body(
  type: ChartType,
  spec: ChartSpec,
  observations: readonly Observation[],
  { variants }: FigureOptions,
  context: ChartContext,
): Child[] {
  const { build, language } = context;
  const stated = observations.filter(({ value }) => value !== null);
  const empty = stated.length === 0;
  const strip = comparesNothing(type, spec) ? [] : caveats(observations, context);
  return [
    empty ? build.html("p", { class: "empty" }, say(language, "chart.empty")) : null,
    observations.length > 0 ? drawing(type, spec, observations, variants, context) : null,
    strip.length > 0
      ? build.html(
          "ul",
          { class: "caveats" },
          strip.map((text) => build.html("li", {}, text)),
        )
      : null,
  ];
}

/**
 * A chart cell as a figure: title, subtitle, chart, strip of caveats, source and the same rows as
 * a table. Throws on a spec that names no known type.
 */
export function figure(
  spec: ChartSpec,
  rows: readonly Row[],
  options: FigureOptions,
  context: ChartContext,
): HTMLElement {
  const { build, language } = context;
  const type = choice(spec, "type", chartTypes, "dots");
  const observations = rows.map(observe);
  const source = sources(observations, context);
  const titleId = `${options.id}-title`;
  return build.html(
    "figure",
    { id: options.id, "data-state": options.state, "data-type": type, "aria-labelledby": titleId },
    build.html(
      "figcaption",
      {},
      build.html("h3", { id: titleId }, options.title),
      options.subtitle ? build.html("p", { class: "subtitle" }, options.subtitle) : null,
    ),
    body(type, spec, observations, options, context),
    options.note ? build.html("p", { class: "note" }, options.note) : null,
    source === null ? null : build.html("p", { class: "source" }, source),
    comparesNothing(type, spec)
      ? null
      : build.html(
          "details",
          { class: "rows" },
          build.html("summary", { "data-action": "table" }, say(language, "chart.table")),
          table(observations, context),
        ),
  );
}
