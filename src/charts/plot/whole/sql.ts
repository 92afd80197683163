import type { ColumnChannel } from "../columns.ts";
import type { WholeColumn } from "./whole.ts";

/** A name as a quoted SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A number as SQL: a text is read to the nearest double, as JavaScript reads it. */
export function double(value: number): string {
  return `'${value}'::DOUBLE`;
}

/** What the values of a channel are in SQL: moments are milliseconds. */
export type SqlKind = "number" | "text" | "boolean" | "time";

export interface SqlValue {
  readonly sql: string;
  readonly kind: SqlKind;
}

const finite = (sql: string): string => `CASE WHEN isfinite(${sql}) THEN ${sql} END`;
const milliseconds = (sql: string): string =>
  `CASE WHEN isfinite(${sql}) THEN epoch_ms(${sql})::DOUBLE END`;

/** As the rows of a page have it, where it is no place in time. */
function plain(name: string, { kind }: WholeColumn): SqlValue | null {
  if (kind === "number") return { sql: finite(`${name}::DOUBLE`), kind };
  if (kind === "text") return { sql: `nullif(${name}::VARCHAR, '')`, kind };
  if (kind === "boolean") return { sql: name, kind };
  if (kind === "date") return { sql: `strftime(${name}, '%Y-%m-%d')`, kind: "text" };
  if (kind === "timestamp")
    return { sql: `strftime(${name}, '%Y-%m-%dT%H:%M:%S.%gZ')`, kind: "text" };
  return null;
}

/** As `valueIn` reads a cell; null for a column of another kind than these. */
export function valueSql({ as }: ColumnChannel, column: WholeColumn): SqlValue | null {
  const name = quoted(column.name);
  const { kind } = column;
  if (as === null) return plain(name, column);
  if (as === "date") {
    if (kind === "date" || kind === "timestamp")
      return { sql: milliseconds(`${name}::TIMESTAMP`), kind: "time" };
    if (kind === "text")
      return { sql: milliseconds(`TRY_CAST(${name} AS TIMESTAMP)`), kind: "time" };
    if (kind === "number")
      return { sql: `epoch_ms(make_date(${name}::INTEGER, 1, 1))::DOUBLE`, kind: "time" };
    return null;
  }
  if (as === "number" && kind === "text")
    return { sql: finite(`TRY_CAST(trim(${name}) AS DOUBLE)`), kind: "number" };
  if (as === "number" && kind === "number") return plain(name, column);
  return as === "text" && kind === "text" ? plain(name, column) : null;
}

/** The number of the bin of a value, from 0; NULL outside of all. Plot takes the same: a bin holds its lower limit. */
export function binSql(value: string, limits: readonly number[]): string {
  const find = (low: number, high: number): string => {
    if (low === high) return String(low - 1);
    const middle = Math.floor((low + high) / 2);
    return `CASE WHEN ${value} < ${double(limits[middle] ?? 0)} THEN ${find(low, middle)} ELSE ${find(middle + 1, high)} END`;
  };
  const bins = Math.max(1, limits.length - 1);
  const found = find(0, limits.length);
  return `CASE WHEN ${found} BETWEEN 0 AND ${bins - 1} THEN ${found} END`;
}

/** As d3-array interpolates, to the last digit. */
function quantileSql(value: string, p: number): string {
  const sorted = `list(${value} ORDER BY ${value}) FILTER (WHERE ${value} IS NOT NULL)`;
  const at = `((count(${value}) - 1)::DOUBLE * ${double(p)})`;
  const place = `floor(${at})::BIGINT`;
  const low = `(${sorted})[${place} + 1]`;
  const high = `(${sorted})[${place} + 2]`;
  return `coalesce(${low} + (${high} - ${low}) * (${at} - ${place}), ${low})`;
}

const numeric: Readonly<Record<string, (value: string) => string>> = {
  sum: (v) => `sum(${v})`,
  mean: (v) => `avg(${v})`,
  median: (v) => quantileSql(v, 0.5),
  deviation: (v) => `stddev_samp(${v})`,
  variance: (v) => `var_samp(${v})`,
  p10: (v) => quantileSql(v, 0.1),
  p25: (v) => quantileSql(v, 0.25),
  p75: (v) => quantileSql(v, 0.75),
  p90: (v) => quantileSql(v, 0.9),
};

const general: Readonly<Record<string, (value: string) => string>> = {
  min: (v) => `min(${v})`,
  max: (v) => `max(${v})`,
  mode: (v) => `mode(${v} ORDER BY "$n")`,
  first: (v) => `first(${v} ORDER BY "$n")`,
  last: (v) => `last(${v} ORDER BY "$n")`,
  // Nothing is a value of its own.
  distinct: (v) => `count(DISTINCT ${v}) + count(DISTINCT CASE WHEN ${v} IS NULL THEN 1 END)`,
};

/** Of what a share is one. */
function shares(reducer: string, part: string, facets: readonly string[]): string {
  const over =
    reducer === "proportion-facet" && facets.length > 0 ? `PARTITION BY ${facets.join(", ")}` : "";
  return `${part} / sum(${part}) OVER (${over})`;
}

/**
 * What a reducer of Plot makes of the rows of a group, in SQL; null where SQL has no such thing.
 * @param value null where the channel follows no column: then rows are counted
 */
export function reducerSql(
  reducer: string,
  value: SqlValue | null,
  facets: readonly string[],
): string | null {
  const isShare = reducer.startsWith("proportion");
  if (value === null) {
    if (isShare) return shares(reducer, "count(*)", facets);
    return ["count", "sum", "distinct"].includes(reducer) ? "count(*)" : null;
  }
  if (reducer === "count") return "count(*)";
  if (isShare) return value.kind === "number" ? shares(reducer, `sum(${value.sql})`, facets) : null;
  const isNumber = value.kind === "number" || (value.kind === "time" && reducer === "mean");
  const write = general[reducer] ?? (isNumber ? numeric[reducer] : undefined);
  return write?.(value.sql) ?? null;
}

/** The same of all bins up to one: what can be made of the parts. */
export function cumulativeSql(
  reducer: string,
  value: SqlValue | null,
  window: string,
): string | null {
  const counted = `sum(count(*)) OVER (${window})`;
  if (reducer === "count" || (reducer === "sum" && value === null)) return counted;
  if (reducer === "proportion" && value === null) return `${counted} / sum(count(*)) OVER ()`;
  if (value?.kind !== "number") return null;
  const sum = `sum(sum(${value.sql})) OVER (${window})`;
  if (reducer === "sum") return sum;
  if (reducer === "mean") return `${sum} / ${counted}`;
  if (reducer === "proportion") return `${sum} / sum(sum(${value.sql})) OVER ()`;
  if (reducer === "min" || reducer === "max")
    return `${reducer}(${reducer}(${value.sql})) OVER (${window})`;
  return null;
}
