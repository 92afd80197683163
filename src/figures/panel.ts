import { groups as groupBy } from "d3-array";
import { type Measure, say } from "../words/index.ts";
import { type ScaleType, scaleTypeOf } from "./axis.ts";
import { changeBetween, type ShownChange } from "./change.ts";
import { type FigureContext, measureOn, regionName, valueName } from "./context.ts";
import { type Flag, flagName, flagsOf } from "./flags.ts";
import { scopeOf, spanOf } from "./name.ts";
import type { Absent, Present } from "./observation.ts";
import { ordered, unrankedBecause } from "./order.ts";
import type { Lone, Panel } from "./panels.ts";
import { type Rank, ranksOf } from "./ranks.ts";
import type { Section } from "./sections.ts";
import { type ChartSpec, choice, columns } from "./spec.ts";

/** A row of a panel: a region's figure, or its figures over time where they share a row. */
export interface PanelRow {
  readonly observations: readonly Present[];
  readonly region: string;
  /** Period, whose work, part, and what must be known. */
  readonly details: string;
  /** From the first figure of the row to the last; null where it has one only. */
  readonly change: ShownChange | null;
  /** Null where the rules allow no order, and for bounds and plans. */
  readonly rank: Rank | null;
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
}

/** Flags that a row says in words; the others show by form or in the caveats. */
const labelled: readonly Flag[] = [
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

/** Figures of one series at several periods stand in one row where the type connects them. */
function joinedRows(observations: readonly Present[], connect: boolean): Present[][] {
  if (!connect) return observations.map((observation) => [observation]);
  return groupBy(observations, sameSeries).map(([, members]) =>
    members.toSorted((a, b) => (a.period_end ?? "").localeCompare(b.period_end ?? "")),
  );
}

/** True where the panel's header says whose work all its rows are. */
function namesScope({ header, observations }: Panel, { language }: FigureContext): boolean {
  const [scope, ...others] = new Set(observations.map((one) => one.scope));
  if (!scope || others.length > 0) return false;
  return header.includes(say(language, `scope.${scope}`));
}

function detailsOf(
  observations: readonly Present[],
  isScopeNamed: boolean,
  context: FigureContext,
): string {
  const last = observations.at(-1);
  if (!last) return "";
  const scope = scopeOf(isScopeNamed ? { ...last, scope: null } : last, context);
  const periods = [...new Set(observations.map((o) => spanOf(o, context)).filter(Boolean))];
  const notes = flagsOf(last, context)
    .filter((flag) => labelled.includes(flag))
    .map((flag) => flagName(flag, last, context));
  const own = last.row[`detail_${context.language}`];
  const extra = typeof own === "string" ? own : null;
  return [periods.join(" → "), scope, extra, ...notes].filter(Boolean).join(" · ");
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
  { connect = false, fromZero = false, isList = false }: PanelOptions,
  context: FigureContext,
): PanelModel {
  const [column] = isList ? [] : columns(spec, "group");
  const because = unrankedBecause(panel, context);
  const isRanked = because === null;
  const isScopeNamed = namesScope(panel, context);
  const isUpward =
    choice(spec, "order", ["descending", "ascending"] as const, "descending") === "ascending";
  const row = (observations: readonly Present[], rank: Rank | null): PanelRow => ({
    observations,
    region: regionName(context, observations[0]?.region_id ?? ""),
    details: detailsOf(observations, isScopeNamed, context),
    change: changeOn(observations, context),
    rank,
  });
  const inGroup = ([key, members]: readonly [string, readonly Present[]]): RowGroup[] => {
    const title = column && key ? valueName(column, key, context) : "";
    const { points, outside } = ordered(joinedRows(members, connect), { isRanked }, context);
    const inOrder = isList && isRanked && isUpward ? points.toReversed() : points;
    const ranks = isRanked ? ranksOf(inOrder.map((one) => one.at(-1)?.value ?? NaN)) : [];
    const rows = inOrder.map((one, i) => row(one, ranks[i] ?? null));
    const rest = outside.map((one) => row(one, null));
    // A single row is in no order that another could stand outside of.
    const isApart = isRanked && rest.length > 0 && (isList || rows.length > 1);
    if (!isApart) return [{ title, rows: [...rows, ...rest] }];
    return [
      { title, rows },
      { title: say(context.language, "panel.outside"), rows: rest },
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
  };
}

/** The sections of a figure with the panels of each as a type arranges them. */
export function sectionModels<P>(
  sections: readonly Section[],
  panelOf: (panel: Panel) => P,
): SectionModel<P>[] {
  return sections.map(({ title, arrangement: { panels, alone, missing } }) => ({
    title,
    panels: panels.map(panelOf),
    alone,
    missing,
  }));
}
