import { groups as groupBy } from "d3-array";
import { isWord, say } from "../i18n/index.ts";
import { axisOf, type Axis } from "./axis.ts";
import { metricName, regionName, type ChartContext } from "./context.ts";
import { flagName, flagsOf, type Flag } from "./flags.ts";
import { isBound } from "./glyph.ts";
import { periodOf, scopeOf } from "./name.ts";
import type { Present } from "./observation.ts";
import { ordered, unrankedBecause } from "./order.ts";
import type { Panel } from "./panels.ts";
import { columns, type ChartSpec } from "./spec.ts";
import { BOLD, wrap } from "./text.ts";

/** Sizes in px that the layout and the drawing share. */
export const size = {
  label: 14,
  detail: 12,
  tick: 12,
  header: 12,
  lineGap: 16,
  gutter: 196,
  /** Below this width labels stand above their row instead of beside it. */
  narrow: 520,
} as const;

/** One row of a dot plot: a region's figure, or its figures over time where they connect. */
export interface Line {
  readonly observations: readonly Present[];
  /** The region's name, in as many lines as it needs. */
  readonly label: readonly string[];
  readonly details: readonly string[];
  /** Top of the row and the height of its dots' centre, both in px. */
  readonly top: number;
  readonly y: number;
  readonly height: number;
}

export interface Group {
  /** Empty for a group without a name. */
  readonly header: readonly string[];
  readonly top: number;
  readonly lines: readonly Line[];
  readonly bottom: number;
}

/** A line of text and the height of its baseline. */
interface Note {
  readonly text: string;
  readonly y: number;
}

/** A panel with the places of its rows and the axis that they share. */
export interface Layout {
  readonly header: readonly string[];
  /** What must be known before reading the rows: no ranking, a log scale. */
  readonly notes: readonly Note[];
  readonly axis: Axis;
  readonly groups: readonly Group[];
  /** Where the rows begin, below header and notes. */
  readonly top: number;
  readonly height: number;
}

/** Flags that the row says in its label; the others show by form or in the strip. */
const labelled: readonly Flag[] = [
  "filed",
  "baseline_statutory",
  "baseline_unstated",
  "planned",
  "proposed",
  "mismatch",
  "denied",
];

function groupTitle(key: string, column: string, context: ChartContext): string {
  const word = `${column}.${key}`;
  if (isWord(word)) return say(context.language, word);
  return metricName(context, key);
}

function sameSeries({ region_id, report_id, scope, subset, metric_id }: Present): string {
  return [region_id, report_id, scope, subset, metric_id].join("|");
}

/** Figures of one series at several periods stand on one line where the spec connects them. */
function series(observations: readonly Present[], connect: boolean): Present[][] {
  if (!connect) return observations.map((observation) => [observation]);
  return groupBy(observations, sameSeries).map(([, members]) =>
    members.toSorted((a, b) => (a.period_end ?? "").localeCompare(b.period_end ?? "")),
  );
}

interface Options {
  /** True where the panel's header says whose work all its rows are. */
  readonly isScopeNamed: boolean;
  readonly column: string | undefined;
  readonly connect: boolean;
  readonly width: number;
}

/** Period, whose work unless the panel's header says it, part, and what must be known. */
function details(
  observations: readonly Present[],
  { isScopeNamed }: Pick<Options, "isScopeNamed">,
  context: ChartContext,
): string {
  const last = observations.at(-1);
  if (!last) return "";
  const scope = scopeOf(isScopeNamed ? { ...last, scope: null } : last, context);
  const periods = [...new Set(observations.map((o) => periodOf(o, context)).filter(Boolean))];
  const notes = flagsOf(last, context)
    .filter((flag) => labelled.includes(flag))
    .map((flag) => flagName(flag, last, context));
  const own = last.row[`detail_${context.language}`];
  const extra = typeof own === "string" ? own : null;
  return [periods.join(" → "), scope, extra, ...notes].filter(Boolean).join(" · ");
}

/** The same for a row outside of a drawing, as one text. */
export function rowDetails(
  observations: readonly Present[],
  panel: Panel,
  context: ChartContext,
): string {
  return details(observations, { isScopeNamed: namesScope(panel, context) }, context);
}

/** A change and a floor write their label over the dots, where a narrow row has its text. */
function hasLabelAbove(observations: readonly Present[]): boolean {
  return observations.length > 1 || observations.some(({ qualifier }) => isBound(qualifier));
}

interface Cursor {
  y: number;
}

/** From one line of a name to the next. */
export const NAME_GAP = 17;

/** Room for the text: beside the row when wide, above it when narrow. */
function placeLine(
  observations: readonly Present[],
  options: Options,
  cursor: Cursor,
  context: ChartContext,
): Line {
  const { width } = options;
  const isNarrow = width < size.narrow;
  const text = details(observations, options, context);
  const room = isNarrow ? width - 4 : size.gutter - 14;
  const lines = wrap(text, room, size.detail);
  const name = regionName(context, observations[0]?.region_id ?? "");
  const label = wrap(name, room / BOLD, size.label);
  const above = hasLabelAbove(observations) ? 16 : 0;
  const top = cursor.y + (isNarrow ? 0 : above);
  const nameHeight = Math.max(1, label.length) * NAME_GAP + 1;
  const textHeight = nameHeight + lines.length * size.lineGap + (isNarrow ? above : 0);
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

/** Latin letters in bold at a header's size, in the widest of the usual fonts. */
const HEADER_BOLD = BOLD * 1.08;

/** A name over rows; nothing, and less room, where there is none. */
function placeHeader(text: string, { width }: Options, cursor: Cursor): string[] {
  const header = text === "" ? [] : wrap(text, (width - 4) / HEADER_BOLD, size.header);
  cursor.y += header.length > 0 ? 14 + header.length * 16 : 4;
  return header;
}

function placeGroup(
  header: string,
  rows: readonly (readonly Present[])[],
  options: Options,
  cursor: Cursor,
  context: ChartContext,
): Group {
  const top = cursor.y;
  const lines = placeHeader(header, options, cursor);
  const placed = rows.map((row) => placeLine(row, options, cursor, context));
  const bottom = cursor.y;
  cursor.y += 6;
  return { header: lines, top, lines: placed, bottom };
}

/** The rows of one group in their order, those without a place in it named apart below. */
function placeRows(
  [key, members]: readonly [string, readonly Present[]],
  isRanked: boolean,
  options: Options,
  cursor: Cursor,
  context: ChartContext,
): Group[] {
  const { column, connect } = options;
  const { points, outside } = ordered(series(members, connect), { isRanked }, context);
  const title = column && key ? groupTitle(key, column, context) : "";
  // A single row is in no order that another could stand outside of.
  if (points.length < 2 || !isRanked || outside.length === 0)
    return [placeGroup(title, [...points, ...outside], options, cursor, context)];
  return [
    placeGroup(title, points, options, cursor, context),
    placeGroup(say(context.language, "panel.outside"), outside, options, cursor, context),
  ];
}

function notesOf(
  because: string | null,
  { ranked }: Panel,
  axis: Axis,
  { language }: ChartContext,
): string[] {
  const unranked =
    because === null || because === ""
      ? say(language, "panel.unranked")
      : say(language, "panel.unranked.because", because);
  return [
    // Where the reader overruled the rules, the warning over the chart has said all this.
    ...(because === null ? [] : [ranked ? unranked : say(language, "panel.unranked")]),
    ...(axis.type === "log" ? [say(language, "chart.logarithmic")] : []),
  ];
}

/** Notes stand close below the header, or at the top where there is none. */
function placeNotes(
  texts: readonly string[],
  hasHeader: boolean,
  { width }: Options,
  cursor: Cursor,
): Note[] {
  const lines = texts.flatMap((text) => wrap(text, width - 4, size.detail));
  if (lines.length === 0) return [];
  const first = cursor.y + (hasHeader ? 4 : 12);
  cursor.y = first + (lines.length - 1) * size.lineGap + 6;
  return lines.map((text, index) => ({ text, y: first + index * size.lineGap }));
}

function namesScope({ header, observations }: Panel, { language }: ChartContext): boolean {
  const [scope, ...others] = new Set(observations.map((one) => one.scope));
  if (!scope || others.length > 0) return false;
  return header.includes(say(language, `scope.${scope}`));
}

/**
 * A panel's axis and the places of its header, groups and rows, for one width. `head` is room in px
 * over the rows for the labels of lines across them.
 */
export function layout(
  spec: ChartSpec,
  panel: Panel,
  width: number,
  {
    connect = false,
    fromZero = false,
    head = 0,
  }: { connect?: boolean; fromZero?: boolean; head?: number },
  context: ChartContext,
): Layout {
  const [column] = columns(spec, "group");
  const isScopeNamed = namesScope(panel, context);
  const options: Options = { isScopeNamed, column, connect, width };
  const axis = axisOf(spec, panel.observations, width, context.language, { fromZero });
  const because = unrankedBecause(panel, context);
  const cursor = { y: 0 };
  const header = placeHeader(panel.header, options, cursor);
  const texts = notesOf(because, panel, axis, context);
  const notes = placeNotes(texts, header.length > 0, options, cursor);
  const top = cursor.y;
  cursor.y += head;
  const groups = groupBy(panel.observations, ({ row }) =>
    column ? String(row[column] ?? "") : "",
  ).flatMap((group) => placeRows(group, because === null, options, cursor, context));
  return { header, notes, axis, groups, top, height: cursor.y };
}
