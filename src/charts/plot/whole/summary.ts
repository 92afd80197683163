import type { Missing, Row } from "../../../figures/index.ts";
import { valueIn, type ColumnChannel } from "../columns.ts";
import type { Loss } from "./keys.ts";
import type { WholeColumn } from "./whole.ts";

/** What a row of ours stands for that the engine made of many rows of a query. */
export interface Summary {
  /** How many rows of the query. */
  readonly count: number;
  /** Values of the mark's channels, sums and shares among them. */
  readonly channels: ReadonlyMap<string, unknown>;
  /** Channels in which the rows differ. */
  readonly varied: ReadonlySet<string>;
  /** The figures behind the rows, each once, as rows that name them. */
  readonly evidence: readonly Row[];
  /** The keys of its group, by which is told what the group has lost. */
  readonly group: string;
  readonly place: string;
  /** The place of its first row in the query. */
  readonly first: number;
}

/** Rows that cannot be drawn, of one kind: for want of what, and who they are. */
export interface AbsentRows {
  readonly channel: string;
  readonly missing: Missing | null;
  readonly row: Row;
  readonly count: number;
}

/** What the engine made of all rows of a mark's query. */
export interface Summed {
  /** Rows of the query. */
  readonly total: number;
  /** Columns of the query. */
  readonly columns: readonly WholeColumn[];
  /** One row for each group, bin or selected row, in the order in which they first stand. */
  readonly rows: readonly Row[];
  readonly absent: readonly AbsentRows[];
  /** Rows with and without a value, by group; none where every row has one. */
  readonly losses: readonly Loss[];
  /** Limits of bins, by the axis that is binned. */
  readonly limits: ReadonlyMap<"x" | "y", readonly (number | Date)[]>;
  /** One row of each kind of figure, by which is judged what may stand beside what. */
  readonly kinds: readonly Row[];
}

const summaries = new WeakMap<Row, Summary>();

/** A row that stands for others. */
export function summarized(row: Row, summary: Summary): Row {
  summaries.set(row, summary);
  return row;
}

export function summaryOf(row: Row): Summary | undefined {
  return summaries.get(row);
}

/** What a channel is for a row: what the engine made of it, else what its column holds. */
export function channelValue(row: Row, name: string, channel: ColumnChannel): unknown {
  const channels = summaryOf(row)?.channels;
  return channels?.has(name) ? channels.get(name) : valueIn(row, channel);
}

/** How many rows of the query some rows are. */
export function countOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (summaryOf(row)?.count ?? 1), 0);
}

/** The rows that name the figures behind some rows. */
export function behind(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => {
    const summary = summaryOf(row);
    return summary && summary.count > 1 ? summary.evidence : [row];
  });
}
