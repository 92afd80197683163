import { groups as groupBy } from "d3-array";
import type { Scope } from "../domain/index.ts";
import { formatSubset, type Measure, say } from "../words/index.ts";
import { type ScaleType, scaleTypeOf } from "./axis.ts";
import { changeBetween, type ShownChange } from "./change.ts";
import { type FigureContext, measureOn, metricName, regionName, valueName } from "./context.ts";
import { type Flag, flagName, flagsOf, isCompanion } from "./flags.ts";
import { scopeOf, spanOf } from "./name.ts";
import type { Absent, Present } from "./observation.ts";
import { isPoint, ordered, unrankedBecause } from "./order.ts";
import type { Arrangement, Lone, Panel } from "./panels.ts";
import { type Rank, ranksOf } from "./ranks.ts";
import { type ChartSpec, choice, columns } from "./spec.ts";

/** A row of a panel: a region's figure, or several of its figures where they share a row. */
export interface PanelRow {
  /** The last one is the row's own: it has the rank and the value that is read. */
  readonly observations: readonly Present[];
  readonly region_id: string;
  readonly region: string;
  /** Period, whose work, part, and what must be known. */
  readonly details: string;
  /** From the first figure of the row to the last; null where it has one only. */
  readonly change: ShownChange | null;
  /** Null where the rules allow no order, and for bounds and plans. */
  readonly rank: Rank | null;
  /** From the row that the reader pinned to this one; null where there is none or no change. */
  readonly beside: Present | null;
}

/** Rows under a name of their own; "" for a group without one. */
export interface RowGroup {
  readonly title: string;
  readonly rows: readonly PanelRow[];
}

/** Figures that share an axis, in their order. */
export interface PanelModel {
  readonly header: string;
  /** What must be known before reading the rows: that there is no order and why, a log scale. */
  readonly notes: readonly string[];
  readonly isRanked: boolean;
  readonly scale: ScaleType;
  readonly measure: Measure;
  readonly groups: readonly RowGroup[];
  readonly observations: readonly Present[];
  /** Regions of it that the reader wants on top, by id, in the order of choosing. */
  readonly pinned: readonly string[];
}

/** A part of a figure under a name of its own. */
export interface SectionModel<P = PanelModel> {
  readonly title: string | null;
  readonly panels: readonly P[];
  /** Figures that can stand beside no other, each with the reason. */
  readonly alone: readonly Lone[];
  readonly missing: readonly Absent[];
}

/** How a type arranges the rows of its panels. */
export interface PanelOptions {
  /** Figures of one series share a row; false by default. */
  readonly connect?: boolean;
  /** Lengths are read from zero: no logarithm, no axis that leaves it out; false by default. */
  readonly fromZero?: boolean;
  /** A numbered list, in one group, with what has no place below it; false by default. */
  readonly isList?: boolean;
  /** All figures of a region share a row, whose own is the latest; false by default. */
  readonly byRegion?: boolean;
}

/** Flags that a row says in words, besides its corpus; the others show by form or in the caveats. */
export const flagsInRows: readonly Flag[] = [
  "filed",
  "baseline_statutory",
  "baseline_unstated",
  "baseline_promised_before",
  "channel",
  "before_accident",
  "after_accident",
  "confiscations",
  "violations",
  "on_site",
  "planned",
  "proposed",
  "mismatch",
  "denied",
];

function sameSeries({ region_id, report_id, scope, subset, metric_id }: Present): string {
  return [region_id, report_id, scope, subset, metric_id].join("|");
}

/** The latest last; of one time the whole after its parts, a value after a bound, the most. */
function inTime(a: Present, b: Present): number {
  const [time, other] = [a.period_end ?? "", b.period_end ?? ""];
  const weight = (one: Present) =>
    Number(one.row["breakdown_of"] == null) * 2 + Number(isPoint(one));
  return time.localeCompare(other) || weight(a) - weight(b) || a.value - b.value;
}

/** Figures of one series at several periods stand in one row where the type connects them. */
function joinedRows(
  observations: readonly Present[],
  { connect = false, byRegion = false }: PanelOptions,
): Present[][] {
  if (!connect && !byRegion) return observations.map((observation) => [observation]);
  const key = byRegion
    ? ({ region_id, metric_id }: Present) => `${region_id}|${metric_id}`
    : sameSeries;
  return groupBy(observations, key).map(([, members]) => members.toSorted(inTime));
}

/** What of all its rows the panel's header says already, and what only some of them are. */
interface Named {
  readonly scope: boolean;
  readonly subset: boolean;
  /** Flags by name. */
  readonly flags: (name: string) => boolean;
  /** Some were read whole, of others the opening only: of all the source line says it once. */
  readonly isMixed: boolean;
}

function namedIn(
  { header, observations }: Panel,
  { byRegion = false }: PanelOptions,
  context: FigureContext,
): Named {
  const { language } = context;
  const common = (column: "scope" | "subset"): string | null => {
    const [value, ...others] = new Set(observations.map((one) => one[column]));
    return value && others.length === 0 ? value : null;
  };
  const [scope, subset] = [common("scope"), byRegion ? common("subset") : null];
  return {
    scope: scope !== null && header.includes(say(language, `scope.${scope as Scope}`)),
    subset: subset !== null && header.includes(formatSubset(subset, language)),
    flags: (name) => byRegion && header.includes(name),
    isMixed: new Set(observations.map((one) => isCompanion(one, context))).size > 1,
  };
}

function detailsOf(observations: readonly Present[], named: Named, context: FigureContext): string {
  const last = observations.at(-1);
  if (!last) return "";
  const unsaid = {
    ...last,
    scope: named.scope ? null : last.scope,
    subset: named.subset ? null : last.subset,
  };
  const scope = scopeOf(unsaid, context);
  const periods = [...new Set(observations.map((o) => spanOf(o, context)).filter(Boolean))];
  const notes = flagsOf(last, context)
    .filter((flag) => flagsInRows.includes(flag))
    .map((flag) => flagName(flag, last, context))
    .filter((name) => !named.flags(name));
  const own = last.row[`detail_${context.language}`];
  const extra = typeof own === "string" ? own : null;
  const isOpening = named.isMixed && isCompanion(last, context);
  const corpus = isOpening ? say(context.language, "row.companion") : null;
  return [periods.join(" → "), scope, extra, corpus, ...notes].filter(Boolean).join(" · ");
}

function changeOn(row: readonly Present[], context: FigureContext): ShownChange | null {
  const [first, last] = [row[0], row.at(-1)];
  return first && last && first !== last ? changeBetween(first, last, context) : null;
}

function notesOf(
  because: string | null,
  { ranked }: Panel,
  { type }: ScaleType,
  { language }: FigureContext,
): string[] {
  // Where the reader overruled the rules, the warning over the chart has said why.
  const isTold = ranked && because !== null && because !== "";
  const unranked = isTold
    ? say(language, "panel.unranked.because", because)
    : say(language, "panel.unranked");
  return [
    ...(because === null ? [] : [unranked]),
    ...(type === "log" ? [say(language, "chart.logarithmic")] : []),
  ];
}

/** A panel with its rows in order, those without a place in it named apart below. */
export function panelModel(
  spec: ChartSpec,
  panel: Panel,
  options: PanelOptions,
  context: FigureContext,
): PanelModel {
  const { fromZero = false, isList = false, byRegion = false } = options;
  const [column] = isList ? [] : columns(spec, "group");
  const because = unrankedBecause(panel, context);
  const isRanked = because === null;
  const said = namedIn(panel, options, context);
  const isNamed = byRegion && new Set(panel.observations.map((one) => one.metric_id)).size > 1;
  const named = (details: string, metric: string | null | undefined): string =>
    isNamed && metric ? [metricName(context, metric), details].join(" · ") : details;
  const isUpward =
    isList &&
    choice(spec, "order", ["descending", "ascending"] as const, "descending") === "ascending";
  const row = (observations: readonly Present[], rank: Rank | null): PanelRow => ({
    observations,
    region_id: observations[0]?.region_id ?? "",
    region: regionName(context, observations[0]?.region_id ?? ""),
    details: named(
      detailsOf(byRegion ? observations.slice(-1) : observations, said, context),
      observations[0]?.metric_id,
    ),
    change: byRegion ? null : changeOn(observations, context),
    rank,
    beside: null,
  });
  const inGroup = ([key, members]: readonly [string, readonly Present[]]): RowGroup[] => {
    const title = column && key ? valueName(column, key, context) : "";
    const { points, outside } = ordered(
      joinedRows(members, options),
      { isRanked, byRegion, isList },
      context,
    );
    const inOrder = isRanked && isUpward ? points.toReversed() : points;
    const ranks = isRanked ? ranksOf(inOrder.map((one) => one.at(-1)?.value ?? NaN)) : [];
    const rows = inOrder.map((one, i) => row(one, ranks[i] ?? null));
    const rest = outside.map((one) => row(one, null));
    const hasWhole = outside.some((one) => one.slice(-1).every(isPoint));
    // A single row is in no order that another could stand outside of.
    const isApart = isRanked && rest.length > 0 && (isList || rows.length > 1);
    if (!isApart) return [{ title, rows: [...rows, ...rest] }];
    return [
      { title, rows },
      {
        title: say(context.language, hasWhole ? "panel.outside.whole" : "panel.outside"),
        rows: rest,
      },
    ];
  };
  const scale = scaleTypeOf(spec, panel.observations, { fromZero });
  const key = ({ row: own }: Present) => (column ? String(own[column] ?? "") : "");
  return {
    header: panel.header,
    notes: notesOf(because, panel, scale, context),
    isRanked,
    scale,
    measure: measureOn(panel.observations, context),
    groups: groupBy(panel.observations, key).flatMap(inGroup),
    observations: panel.observations,
    pinned: [],
  };
}

/** The sections of a figure with the panels of each as a type arranges them. */
export function sectionModels<P>(
  sections: readonly Arrangement[],
  panelOf: (panel: Panel) => P,
): SectionModel<P>[] {
  return sections.map(({ title, panels, alone, missing }) => ({
    title,
    panels: panels.map(panelOf),
    alone,
    missing,
  }));
}
