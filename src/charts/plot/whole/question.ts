import { missingKinds } from "../../../domain/index.ts";
import { formatNumber, say } from "../../../words/index.ts";
import { isMapping } from "../../../notebook/chart-cell/index.ts";
import { type FigureContext, MOST_DRAWN } from "../../../figures/index.ts";
import type { Channel, ColumnChannel } from "../columns.ts";
import type { Spread } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { quoted, text, valueSql, type SqlValue } from "./sql.ts";
import type { Whole } from "./whole.ts";

export type Options = Readonly<Record<string, unknown>>;

/** A mark over a query that the engine sums up. */
export interface Question {
  readonly mark: Options;
  readonly spec: Options;
  readonly whole: Whole;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Channels without which a row has no mark, in order. */
  readonly needed: readonly string[];
  readonly context: FigureContext;
}

export interface Job extends Question {
  readonly plan: Plan;
  readonly values: ReadonlyMap<string, SqlValue>;
  /** Common table expressions up to the rows that are drawn. */
  readonly head: (query: string) => string;
}

export const at = (channel: string): string => quoted(`$${channel}`);

export function refuse({ whole, context: { language } }: Question): never {
  const [rows, most] = [whole.total, MOST_DRAWN].map((value) => formatNumber(value, language));
  throw new Error(say(language, "limit.rows", rows ?? "", most ?? ""));
}

export function unsupported(thing: string, { context: { language } }: Question): never {
  throw new Error(say(language, "limit.unsupported", thing));
}

export function columnChannels({ channels }: Question): [string, ColumnChannel][] {
  return [...channels].flatMap(([name, channel]) =>
    channel.kind === "column" ? [[name, channel] as [string, ColumnChannel]] : [],
  );
}

export function valuesOf(question: Question): Map<string, SqlValue> {
  const columns = new Map(question.whole.columns.map((column) => [column.name, column]));
  const values = columnChannels(question).map(([name, channel]) => {
    const column = columns.get(channel.column);
    const value = column && valueSql(channel, column);
    return [name, value ?? unsupported(channel.column, question)] as const;
  });
  return new Map(values);
}

/** The order of the rows: that of the query, or by the column that the mark sorts by. */
export function numberSql(sort: unknown, { columns }: Whole): string {
  if (typeof sort !== "string") return `"$row"`;
  const [, minus, name = ""] = /^(-?)(.*)$/.exec(sort) ?? [];
  const kind = columns.find((column) => column.name === name)?.kind;
  const value =
    kind === "number"
      ? `CASE WHEN NOT isnan(${quoted(name)}::DOUBLE) THEN ${quoted(name)} END`
      : quoted(name);
  const way = minus ? "DESC" : "ASC";
  return `row_number() OVER (ORDER BY ${value} ${way} NULLS LAST, "$row")`;
}

export function hasColumn({ columns }: Whole, name: string): boolean {
  return columns.some((column) => column.name === name);
}

/** Which channel wants a value, or the first where the row says that it has none. */
export function absentSql({ needed, whole }: Question): string {
  const wanting = needed.map((name) => `WHEN ${at(name)} IS NULL THEN ${text(name)}`);
  const [first] = needed;
  const kinds = missingKinds.map(text).join(", ");
  const told =
    first !== undefined && hasColumn(whole, "missing")
      ? [`WHEN "missing" IN (${kinds}) THEN ${text(first)}`]
      : [];
  const cases = [...wanting, ...told];
  return cases.length === 0 ? "NULL" : `CASE ${cases.join(" ")} END`;
}

/** The value on which Plot groups an axis, which may have an interval. */
export function groupedSql(name: string, value: SqlValue, { spec }: Question): string {
  const scale = spec[name];
  const interval = isMapping(scale) ? scale["interval"] : undefined;
  if (typeof interval === "number" && value.kind === "number") {
    const isPart = interval > 0 && interval < 1 && Number.isInteger(1 / interval);
    return isPart ? `floor(${at(name)} * ${1 / interval})` : `floor(${at(name)} / ${interval})`;
  }
  if (typeof interval === "string" && value.kind === "time")
    return `date_trunc(${text(interval)}, make_timestamp((${at(name)} * 1000)::BIGINT))`;
  return at(name);
}

export function headOf(question: Question, values: ReadonlyMap<string, SqlValue>) {
  const { mark, whole } = question;
  const channels = [...values].map(([name, { sql }]) => `${sql} AS ${at(name)}`);
  return (query: string): string =>
    [
      `WITH "$rows" AS (${query}\n)`,
      `"$counted" AS (SELECT *, row_number() OVER () AS "$row" FROM "$rows")`,
      `"$numbered" AS (SELECT *, ${[`${numberSql(mark["sort"], whole)} AS "$n"`, ...channels].join(", ")} FROM "$counted")`,
      `"$all" AS (SELECT *, ${absentSql(question)} AS "$absent" FROM "$numbered")`,
      `"$drawn" AS (SELECT * FROM "$all" WHERE "$absent" IS NULL)`,
    ].join(",\n");
}

export function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** How many rows are drawn, and how the values of each binned axis spread. */
export async function spreads(job: Job): Promise<Map<"x" | "y", Spread>> {
  const { plan, whole, head } = job;
  const parts = plan.bins.flatMap((axis) =>
    [
      `count(${at(axis)})`,
      `min(${at(axis)})`,
      `max(${at(axis)})`,
      `stddev_samp(${at(axis)})`,
      `quantile_cont(${at(axis)}, 0.25)`,
      `quantile_cont(${at(axis)}, 0.75)`,
    ].map((sql, i) => `${sql} FILTER (WHERE "$absent" IS NULL) AS ${quoted(`${axis}${i}`)}`),
  );
  const counted = `count(*)::DOUBLE AS "total"`;
  const [row = {}] = await whole.ask(
    (query) => `${head(query)}\nSELECT ${[counted, ...parts].join(", ")} FROM "$all"`,
  );
  // A query that draws lots is another one each time it is asked.
  if (row["total"] !== whole.total) throw new Error(say(job.context.language, "limit.changing"));
  return new Map(
    plan.bins.map((axis) => {
      const [count, low, high, deviation, first, third] = Array.from(
        { length: 6 },
        (_, i) => row[`${axis}${i}`],
      );
      const quartiles = [numberOr(first, 0), numberOr(third, 0)] as const;
      return [
        axis,
        {
          ...{ count: Number(count), low: numberOr(low, NaN), high: numberOr(high, NaN) },
          ...{ deviation: typeof deviation === "number" ? deviation : null, quartiles },
        },
      ];
    }),
  );
}
