import { groups as groupBy } from "d3-array";
import { isWord, say } from "../i18n/index.ts";
import { metricName, regionName, type ChartContext } from "./context.ts";
import { flagName, flagsOf, type Flag } from "./flags.ts";
import { isBound, shapeOf } from "./glyph.ts";
import { periodOf, scopeOf } from "./name.ts";
import type { Observation } from "./observation.ts";
import { columns, type ChartSpec } from "./spec.ts";
import { wrap } from "./text.ts";

/** Sizes in px that the layout and the drawing share. */
export const size = {
  label: 14,
  detail: 12,
  tick: 11,
  header: 12,
  lineGap: 16,
  gutter: 196,
  /** Below this width labels stand above their row instead of beside it. */
  narrow: 520,
} as const;

/** One row of a dot plot: a region's figure, or its figures over time where they connect. */
export interface Line {
  readonly observations: readonly Observation[];
  readonly label: string;
  readonly details: readonly string[];
  /** Top of the row and the height of its dots' centre, both in px. */
  readonly top: number;
  readonly y: number;
  readonly height: number;
}

export interface Group {
  /** Null where the section has one group without a name. */
  readonly header: readonly string[];
  readonly top: number;
  readonly lines: readonly Line[];
  readonly bottom: number;
}

/** Rows that share one axis. */
export interface Section {
  readonly title: string | null;
  readonly observations: readonly Observation[];
  readonly groups: readonly Group[];
  readonly missing: readonly Observation[];
  readonly height: number;
}

/** Flags that the row says in its label; the others show by form or in the strip. */
const labelled: readonly Flag[] = [
  "filed",
  "window_unstated",
  "baseline_statutory",
  "baseline_unstated",
  "planned",
  "proposed",
];

function groupKey(observation: Observation, column: string | undefined): string {
  if (column === undefined) return "";
  if (column !== "scope") return String(observation.row[column] ?? "");
  return shapeOf(observation) === "half" ? "part" : (observation.scope ?? "");
}

function groupTitle(key: string, column: string, context: ChartContext): string {
  const word = `${column}.${key}`;
  if (isWord(word)) return say(context.language, word);
  return metricName(context, key);
}

/** Widest scope first: a whole jurisdiction, then one bureau, then parts. */
const scopeOrder = ["jurisdiction_total", "bureau", "subordinate_units", "part"];

function byGroup(column: string | undefined) {
  return ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
    column === "scope" ? scopeOrder.indexOf(a) - scopeOrder.indexOf(b) : 0;
}

/** A bound has no place in an order of values. */
function isUnranked(observations: readonly Observation[]): boolean {
  return observations.some(({ qualifier }) => isBound(qualifier));
}

/** Highest last value first, bounds after all values; ties keep the order of the query. */
function byValue(a: readonly Observation[], b: readonly Observation[]): number {
  return (
    Number(isUnranked(a)) - Number(isUnranked(b)) || (b.at(-1)?.value ?? 0) - (a.at(-1)?.value ?? 0)
  );
}

function sameSeries({ region_id, report_id, scope, subset, metric_id }: Observation): string {
  return [region_id, report_id, scope, subset, metric_id].join("|");
}

/** Figures of one series at several periods stand on one line where the spec connects them. */
function series(observations: readonly Observation[], connect: boolean): Observation[][] {
  if (!connect) return observations.map((observation) => [observation]);
  return groupBy(observations, sameSeries).map(([, members]) =>
    members.toSorted((a, b) => (a.period_end ?? "").localeCompare(b.period_end ?? "")),
  );
}

function details(
  observations: readonly Observation[],
  column: string | undefined,
  context: ChartContext,
): string {
  const last = observations.at(-1);
  if (!last) return "";
  const periods = [...new Set(observations.map((o) => periodOf(o, context)).filter(Boolean))];
  const whose = column === "scope" && !last.subset && last.scope !== "delegated_townships";
  const part = last.subset ? scopeOf({ ...last, scope: null }, context) : scopeOf(last, context);
  const notes = flagsOf(last, context)
    .filter((flag) => labelled.includes(flag) && !(flag === "window_unstated"))
    .map((flag) => flagName(flag, context));
  const own = last.row[`detail_${context.language}`];
  const extra = typeof own === "string" ? own : null;
  return [periods.join(" → "), whose ? null : part, extra, ...notes].filter(Boolean).join(" · ");
}

/** A change and a floor write their label over the dots, where a narrow row has its text. */
function hasLabelAbove(observations: readonly Observation[]): boolean {
  return observations.length > 1 || observations.some(({ qualifier }) => isBound(qualifier));
}

interface Cursor {
  y: number;
}

/** Room for the text: beside the row when wide, above it when narrow. */
function placeLine(
  observations: readonly Observation[],
  column: string | undefined,
  width: number,
  cursor: Cursor,
  context: ChartContext,
): Line {
  const label = regionName(context, observations[0]?.region_id ?? "");
  const isNarrow = width < size.narrow;
  const text = details(observations, column, context);
  const room = isNarrow ? width - 4 : size.gutter - 14;
  const lines = wrap(text, room, size.detail);
  const above = hasLabelAbove(observations) ? 16 : 0;
  const top = cursor.y + (isNarrow ? 0 : above);
  const textHeight = 18 + lines.length * size.lineGap + (isNarrow ? above : 0);
  const height = isNarrow ? textHeight + 32 : Math.max(textHeight + 8, 34);
  cursor.y = top + height;
  return {
    observations,
    label,
    details: lines,
    top,
    y: isNarrow ? top + textHeight + 13 : top + 14,
    height,
  };
}

function placeGroup(
  [key, members]: readonly [string, readonly Observation[]],
  { column, connect, width }: Options,
  cursor: Cursor,
  context: ChartContext,
): Group {
  const top = cursor.y;
  const header =
    column && key ? wrap(groupTitle(key, column, context), width - 4, size.header) : [];
  cursor.y += header.length > 0 ? 14 + header.length * 16 : 4;
  const lines = series(members, connect)
    .toSorted(byValue)
    .map((observations) => placeLine(observations, column, width, cursor, context));
  const bottom = cursor.y;
  cursor.y += 6;
  return { header, top, lines, bottom };
}

interface Options {
  readonly column: string | undefined;
  readonly connect: boolean;
  readonly width: number;
}

function placeSection(
  key: string,
  observations: readonly Observation[],
  options: Options,
  context: ChartContext,
): Section {
  const stated = observations.filter(({ value }) => value !== null);
  const cursor = { y: 0 };
  const groups = groupBy(stated, (observation) => groupKey(observation, options.column))
    .toSorted(byGroup(options.column))
    .map((group) => placeGroup(group, options, cursor, context));
  return {
    title: key ? metricName(context, key) : null,
    observations: stated,
    groups,
    missing: observations.filter(({ value }) => value === null),
    height: cursor.y,
  };
}

/** Rows to sections (one axis each), groups (one scope each) and lines, with their places. */
export function layout(
  spec: ChartSpec,
  observations: readonly Observation[],
  width: number,
  connect: boolean,
  context: ChartContext,
): Section[] {
  const [section] = columns(spec, "section");
  const [column] = columns(spec, "group");
  return groupBy(observations, ({ row }) => (section ? String(row[section] ?? "") : "")).map(
    ([key, members]) => placeSection(key, members, { column, connect, width }, context),
  );
}
