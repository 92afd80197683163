import type { Child } from "../dom/index.ts";
import { say } from "../i18n/index.ts";
import { annotationWarning, tableNotes } from "./annotate.ts";
import { annotationsIn } from "./annotation.ts";
import { audit } from "./audit.ts";
import { bars } from "./bars.ts";
import { withOwnRegions, type ChartContext } from "./context.ts";
import { description, drawingName, type Description } from "./describe.ts";
import { dots } from "./dots.ts";
import { MOST_JUDGED, representatives } from "./kinds.ts";
import { legendChart } from "./legend.ts";
import { checkMarks } from "./limits.ts";
import { matrix } from "./matrix.ts";
import { observeAll, type Observation, type Row } from "./observation.ts";
import { needsGrammar, type PlotInput, type PlotModule } from "./plot-module.ts";
import { ranking } from "./ranking.ts";
import { sectionsOf, type Section } from "./sections.ts";
import { slope } from "./slope.ts";
import { sources } from "./sources.ts";
import { choice, type ChartSpec } from "./spec.ts";
import { strip } from "./strip.ts";
import { table } from "./table.ts";
import { tiles } from "./tiles.ts";
import { widths, type Variant } from "./widths.ts";
import { togetherButton, warning } from "./together.ts";
import { trend } from "./trend.ts";

/** What a chart is drawn from: its rows, and what the rules of comparability made of them. */
interface Drawing {
  readonly spec: ChartSpec;
  readonly observations: readonly Observation[];
  readonly sections: readonly Section[];
}

/** What a chart type draws: rows in, one element out. Each type is one entry here. */
type Draw = (drawing: Drawing, width: number, context: ChartContext) => Element;

const types = {
  dots: ({ spec, sections }, width, context) => dots(spec, sections, width, context),
  dumbbell: ({ spec, sections }, width, context) =>
    dots(spec, sections, width, context, { connect: true }),
  bars: ({ spec, sections }, width, context) => bars(spec, sections, width, context),
  slope: ({ spec, sections }, width, context) => slope(spec, sections, width, context),
  ranking: ({ spec, sections }, _width, context) => ranking(spec, sections, context),
  legend: ({ observations }, _width, context) => legendChart(observations, context),
  matrix: ({ spec, observations }, _width, context) => matrix(spec, observations, context),
  table: ({ observations }, _width, context) => table(observations, context),
  tiles: ({ observations }, _width, context) => tiles(observations, context),
  trend: ({ spec, observations }, width, context) => trend(spec, observations, width, context),
  audit: ({ observations }, _width, context) => audit(observations, context),
} as const satisfies Readonly<Record<string, Draw>>;

export type ChartType = keyof typeof types;
export const chartTypes = Object.keys(types) as readonly ChartType[];

/** Types that are HTML and fit every width by themselves. */
const fluid: readonly ChartType[] = ["legend", "matrix", "ranking", "table", "tiles", "audit"];

/** Tables that say all of it themselves. */
function isTable(type: ChartType, spec: ChartSpec): boolean {
  return type === "table" || (type === "matrix" && spec["cells"] === "symbols");
}

/** What sets no value of one region beside that of another, so that nothing is to be said of it. */
function comparesNothing(type: ChartType, spec: ChartSpec): boolean {
  return isTable(type, spec) || type === "legend" || type === "audit" || type === "tiles";
}

/** Types that come in pages, or draw fewer elements than rows however many these are. */
function isUncounted(type: ChartType): boolean {
  return type === "table" || type === "matrix" || type === "legend";
}

/** Types that set values on an axis, where the rules split; the others only name them. */
const onAxes: readonly ChartType[] = ["dots", "dumbbell", "bars", "slope", "ranking"];

export interface FigureOptions {
  readonly id: string;
  /** Title, subtitle and note as elements: the runtime has put numbers with evidence in them. */
  readonly title: Child;
  readonly subtitle: Child;
  readonly note: Child;
  /** What the reader's filters leave of it, in words; none by default. */
  readonly filtered?: Child;
  /** What stands directly below the chart; none by default. */
  readonly caption?: Child;
  /** The author's own words for those who do not see the chart, instead of ours. */
  readonly alt?: string | undefined;
  readonly state: "static" | "live";
  /** Both at build; in the page the one that fits. */
  readonly variants: readonly Variant[];
  /** The reader wants on one axis what the rules keep apart; false by default. */
  readonly together?: boolean | undefined;
  /** Called with what the reader chose; no button is shown where nobody listens, nor its place
   * kept where nobody ever will (null). */
  readonly onTogether?: ((together: boolean) => void) | null | undefined;
  /** What `type: plot` needs: the grammar, and the rows of the queries that its marks name. */
  readonly grammar?: PlotModule | undefined;
  /** Offers the chart as a file; its place is kept until the page is live. False by default. */
  readonly download?: boolean | undefined;
  /** The cell's source, shown below the chart; none by default. */
  readonly code?: string | undefined;
  /** What a reader can do with the figure besides, in the same row; nothing by default. */
  readonly actions?: Child;
  readonly results?: ReadonlyMap<string, readonly Row[]> | undefined;
  /** What the engine made of all rows of the marks over a query that is not read whole. */
  readonly summed?: PlotInput["summed"];
}

/** The sets that stand side by side: sections on axes, the rows of values; none elsewhere. */
function sectionsFor(
  type: ChartType,
  spec: ChartSpec,
  observations: readonly Observation[],
  { together }: Pick<FigureOptions, "together">,
  context: ChartContext,
): Section[] {
  if (onAxes.includes(type))
    return sectionsOf(spec, observations, context, { together: together ?? false });
  const setsValues = type === "matrix" && !comparesNothing(type, spec);
  if (!setsValues) return [];
  const isMany = observations.length > MOST_JUDGED * 4;
  const judged = isMany ? representatives(observations, MOST_JUDGED) : observations;
  return sectionsOf({ section: "metric_id" }, judged, context);
}

function drawings(
  type: ChartType,
  drawing: Drawing,
  { variants, together = false, alt = "" }: FigureOptions,
  context: ChartContext,
): Element[] {
  const { html } = context.build;
  const { spec, observations, sections } = drawing;
  const said = description(type, spec, observations, sections, context, { together });
  const label = drawingName(said, alt, context);
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
      types[type](drawing, widths[variant], context),
    ),
  );
}

function caveats(
  type: ChartType,
  { spec, observations, sections }: Drawing,
  context: ChartContext,
): Child {
  if (comparesNothing(type, spec)) return null;
  const { html } = context.build;
  const arrangements = sections.map(({ arrangement }) => arrangement);
  const isRanked = onAxes.includes(type) && type !== "slope";
  const sentences = strip(arrangements, observations, context, { isRanked });
  if (sentences.length === 0) return null;
  return html(
    "ul",
    { class: "caveats" },
    sentences.map((text) => html("li", {}, text)),
  );
}

function body(
  type: ChartType,
  drawing: Drawing,
  options: FigureOptions,
  context: ChartContext,
): Child[] {
  const { build, language } = context;
  const { observations, sections } = drawing;
  const empty = observations.every(({ value }) => value === null);
  const arrangements = onAxes.includes(type) ? sections.map((one) => one.arrangement) : [];
  return [
    empty ? build.html("p", { class: "empty" }, say(language, "chart.empty")) : null,
    options.together ? warning(arrangements, context) : null,
    observations.length > 0 ? drawings(type, drawing, options, context) : null,
    togetherButton(arrangements, options, context),
    caveats(type, drawing, context),
  ];
}

/** The parts of a figure that depend on its type. */
interface Parts {
  readonly type: string;
  readonly observations: readonly Observation[];
  readonly body: Child;
  /** Null where the chart is its own table. */
  readonly table: Child;
}

/** A query that no longer gives the column would else be read as a report that says nothing. */
function checkColumns(rows: readonly Row[]): void {
  const [first] = rows;
  if (first && rows.every((row) => !("value" in row) && !("missing" in row)))
    throw new Error(`missing column: value (there is ${Object.keys(first).join(", ")})`);
}

function domainParts(
  spec: ChartSpec,
  rows: readonly Row[],
  options: FigureOptions,
  context: ChartContext,
): Parts {
  checkColumns(rows);
  const type = choice(spec, "type", chartTypes, "dots");
  if (!isUncounted(type)) checkMarks(rows.length, context);
  const observations = observeAll(rows, context.catalogue);
  const sections = sectionsFor(type, spec, observations, options, context);
  return {
    type,
    observations,
    body: [
      annotationWarning(annotationsIn(spec, observations, context), context),
      body(type, { spec, observations, sections }, options, context),
    ],
    table: isTable(type, spec)
      ? null
      : [
          table(observations, context),
          tableNotes(annotationsIn(spec, observations, context), context),
        ],
  };
}

function plotParts(
  spec: ChartSpec,
  rows: readonly Row[],
  { id, grammar, results = new Map(), summed, variants, alt }: FigureOptions,
  context: ChartContext,
): Parts {
  if (!grammar) throw new Error("missing grammar: plot");
  const { build, language } = context;
  const input = { id, spec, rows, results, summed, alt };
  const used = grammar.rows(input);
  const observations = observeAll(used, context.catalogue);
  const notes = annotationsIn(spec, observations, context);
  const drawn = variants.map((name) => ({ name, width: widths[name] }));
  return {
    type: "plot",
    observations,
    body: [
      used.length === 0 ? build.html("p", { class: "empty" }, say(language, "chart.empty")) : null,
      annotationWarning(notes, context),
      grammar.draw(input, drawn, context),
    ],
    table: used.length === 0 ? null : [grammar.table(input, context), tableNotes(notes, context)],
  };
}

/** A menu that the page fills when it is opened first; unseen before, in the same place. */
function downloadPlace(
  { id, state, actions }: FigureOptions,
  { build, language }: ChartContext,
): Child {
  const isWaiting = state === "static";
  return build.html(
    "div",
    { class: isWaiting ? "take waiting" : "take" },
    build.html(
      "details",
      { class: "take-menu" },
      build.html(
        "summary",
        { id: `${id}-download`, "data-action": "download" },
        say(language, "take.open"),
      ),
    ),
    actions,
  );
}

function codeOf(code: string, { build, language }: ChartContext): Child {
  return build.html(
    "details",
    { class: "code", open: true },
    build.html("summary", {}, say(language, "chart.code")),
    build.html("pre", { tabindex: 0 }, build.html("code", {}, code.trim())),
  );
}

/** What is drawn, in words. Throws on a spec that names no known type. */
export function describeChart(
  spec: ChartSpec,
  rows: readonly Row[],
  options: Pick<FigureOptions, "id" | "together" | "grammar" | "results" | "summed">,
  page: ChartContext,
): Description {
  const context = withOwnRegions(page, rows);
  const { id, together = false, grammar, results = new Map(), summed } = options;
  if (needsGrammar(spec)) {
    if (!grammar) throw new Error("missing grammar: plot");
    return grammar.describe({ id, spec, rows, results, summed }, context);
  }
  const type = choice(spec, "type", chartTypes, "dots");
  const observations = observeAll(rows, context.catalogue);
  const sections = sectionsFor(type, spec, observations, { together }, context);
  return description(type, spec, observations, sections, context, { together });
}

/**
 * A chart cell as a figure: title, subtitle, chart, strip of caveats, source and the same rows as
 * a table. Throws on a spec that names no known type.
 */
export function figure(
  spec: ChartSpec,
  rows: readonly Row[],
  options: FigureOptions,
  page: ChartContext,
): HTMLElement {
  const context = { ...withOwnRegions(page, rows), isLive: options.state === "live" };
  const { build, language } = context;
  const parts = (needsGrammar(spec) ? plotParts : domainParts)(spec, rows, options, context);
  const source = sources(parts.observations, context);
  const titleId = `${options.id}-title`;
  return build.html(
    "figure",
    {
      id: options.id,
      "data-state": options.state,
      "data-type": parts.type,
      "aria-labelledby": titleId,
    },
    build.html(
      "figcaption",
      {},
      build.html("h3", { id: titleId }, options.title),
      options.subtitle ? build.html("p", { class: "subtitle" }, options.subtitle) : null,
      options.filtered ? build.html("p", { class: "filtered" }, options.filtered) : null,
    ),
    parts.body,
    options.caption ? build.html("p", { class: "caption" }, options.caption) : null,
    options.note ? build.html("p", { class: "note" }, options.note) : null,
    source === null ? null : build.html("p", { class: "source" }, source),
    options.download ? downloadPlace(options, context) : null,
    options.code ? codeOf(options.code, context) : null,
    parts.table === null
      ? null
      : build.html(
          "details",
          { class: "rows" },
          build.html("summary", { "data-action": "table" }, say(language, "chart.table")),
          parts.table,
        ),
  );
}
