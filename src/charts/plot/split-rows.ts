import { missingKinds } from "../../domain/index.ts";
import { isMapping, type MarkName } from "../../notebook/chart-cell/index.ts";
import { type ChartSpec, type FigureContext, type Missing, type Row } from "../../figures/index.ts";
import { columnText, valueIn, type Channel, type ColumnChannel } from "./columns.ts";
import { scaleLabel } from "./heading.ts";
import { placing, summing } from "./placing.ts";
import { listed, reducersOf } from "./transforms.ts";

/** Why a row that has its values cannot be drawn. */
export type Because = "log" | "part" | "twice";

/** Rows that cannot be drawn, since a channel that places them has no value, or none of its scale. */
export interface Absent {
  readonly row: Row;
  /** How many rows; 1 unless the engine counted them. */
  readonly count: number;
  /** The first column that has no value, as its axis calls it. */
  readonly heading: string;
  readonly missing: Missing | null;
  readonly because: Because | null;
  /** The channels that place the row, by which it is named where nothing else does. */
  readonly placed: readonly ColumnChannel[];
  /** What cannot be drawn, where there is something. */
  readonly value: ColumnChannel | null;
}

/** Channels without which a row has no mark: those that place it, and those that are summed up. */
export function neededOf(mark: ChartSpec): string[] {
  const summed = [...reducersOf(mark["transform"])].flatMap(([channel, reducer]) =>
    summing.test(reducer) && !placing.includes(channel) ? [channel] : [],
  );
  return [...placing, ...summed];
}

export type Needed = ColumnChannel & { readonly name: string };

export function neededChannels(mark: ChartSpec, channels: ReadonlyMap<string, Channel>): Needed[] {
  return neededOf(mark).flatMap((name) => {
    const channel = channels.get(name);
    return channel?.kind === "column" ? [{ ...channel, name }] : [];
  });
}

export function missingOf(row: Row): Missing | null {
  return missingKinds.find((kind) => kind === row["missing"]) ?? null;
}

export function headingOf(
  { name, label, column }: Needed,
  spec: ChartSpec,
  context: FigureContext,
): string {
  return scaleLabel(name, { spec }, context) || label || columnText(column, context);
}

/** The channels whose gaps a mark shows, since it would else run over them. */
export function gapAxes(name: MarkName, mark: ChartSpec): readonly ("x" | "y")[] {
  const transforms = listed(mark["transform"]);
  if (transforms.some(([one]) => /^(?:group|bin|hexbin|dodge|select)/.test(one))) return [];
  if (name === "line") return ["x", "y"];
  if (name === "lineY" || name === "areaY") return ["y"];
  if (name === "lineX" || name === "areaX") return ["x"];
  const [first] = transforms;
  if (first && /^(?:window|map)[XY]$/.test(first[0])) return [first[0].endsWith("X") ? "x" : "y"];
  return [];
}

function axisOf(channel: string): string {
  return channel.replace(/\d$/, "");
}

/** True where a value lies on a logarithmic axis that has no place for it. */
function isOffLog(value: unknown, name: string, spec: ChartSpec): boolean {
  const scale = spec[axisOf(name)];
  return isMapping(scale) && scale["type"] === "log" && typeof value === "number" && !(value > 0);
}

/** The axis of a stack whose parts are shares of a whole. */
function shareAxis(mark: ChartSpec): "x" | "y" | null {
  for (const [name, own] of listed(mark["transform"])) {
    if (/^(?:group|bin|hexbin)/.test(name)) return null;
    if (name.startsWith("stack") && own?.["offset"] === "normalize")
      return name === "stackX" ? "x" : "y";
  }
  return null;
}

/** A row that has no mark for want of others: of a whole with an unknown or negative part no share is known. */
function ofBrokenWholes(
  drawn: readonly Row[],
  absent: readonly Absent[],
  mark: ChartSpec,
  needed: readonly Needed[],
): Set<Row> {
  const axis = shareAxis(mark);
  if (axis === null) return new Set();
  const keyed = needed.filter(({ name }) => axisOf(name) !== axis && name !== "r");
  const of = needed.filter(({ name }) => axisOf(name) === axis);
  const key = (row: Row) => JSON.stringify(keyed.map((channel) => valueIn(row, channel)));
  const isNegative = (row: Row) => of.some((channel) => Number(valueIn(row, channel) ?? 0) < 0);
  const broken = new Set([
    ...absent.map(({ row }) => key(row)),
    ...drawn.filter(isNegative).map(key),
  ]);
  return new Set(drawn.filter((row) => broken.has(key(row))));
}

export interface SplitRows {
  readonly drawn: readonly Row[];
  /** Absent rows that have a place, where a line or an area breaks. */
  readonly gaps: ReadonlySet<Row>;
  readonly absent: readonly Absent[];
}

/** Rows that can be placed, and those that cannot. */
export function splitRows(
  rows: readonly Row[],
  name: MarkName,
  mark: ChartSpec,
  channels: ReadonlyMap<string, Channel>,
  spec: ChartSpec,
  context: FigureContext,
): SplitRows {
  const needed = neededChannels(mark, channels);
  const axes: readonly string[] = gapAxes(name, mark);
  const drawn: Row[] = [];
  const absent: Absent[] = [];
  const gaps = new Set<Row>();
  const leave = (row: Row, wanting: Needed, because: Because | null): void => {
    const placed = needed.filter((one) => one !== wanting && valueIn(row, one) !== null);
    const heading = headingOf(wanting, spec, context);
    const value = because === null ? null : wanting;
    absent.push({ row, count: 1, heading, missing: missingOf(row), because, placed, value });
    const isPlaced = needed.every(
      (one) => axes.includes(axisOf(one.name)) || valueIn(row, one) !== null,
    );
    const isThere = placed.some((one) => axes.length > 1 || !axes.includes(axisOf(one.name)));
    if (axes.length > 0 && isPlaced && isThere) gaps.add(row);
  };
  for (const row of rows) {
    // A row that says why it has no value has none, whatever its columns hold.
    const missing = missingOf(row);
    const none = needed.find((channel) => valueIn(row, channel) === null);
    const off = needed.find((one) => isOffLog(valueIn(row, one), one.name, spec));
    const wanting = none ?? (missing ? (valueChannel(needed, axes) ?? needed[0]) : undefined);
    if (wanting) leave(row, wanting, null);
    else if (off) leave(row, off, "log");
    else drawn.push(row);
  }
  const broken = ofBrokenWholes(drawn, absent, mark, needed);
  const axis = shareAxis(mark);
  const part = needed.find(({ name: one }) => axisOf(one) === axis);
  if (part) for (const row of broken) leave(row, part, "part");
  return { drawn: drawn.filter((row) => !broken.has(row)), gaps, absent };
}

/** Of a row that says it has no value, the channel along which a line breaks. */
function valueChannel(needed: readonly Needed[], axes: readonly string[]): Needed | undefined {
  return axes.length === 1 ? needed.find(({ name }) => axes.includes(axisOf(name))) : undefined;
}
