import { identifier, toRows, type Connector, type Row, type Value } from "../../engine/index.ts";

/** Bars of a histogram. */
export const bins = 16;

/** What a column holds, in numbers. */
export interface Statistics {
  readonly rows: number;
  /** Never counted as 0. */
  readonly missing: number;
  readonly distinct: number;
  /** As text; null where there is no value. */
  readonly least: string | null;
  readonly most: string | null;
  /** Rows in equal steps from least to most, for numbers and times; else null. */
  readonly histogram: readonly number[] | null;
  /** The most frequent values, first the most frequent. */
  readonly tops: readonly { readonly value: string; readonly rows: number }[];
}

/** Asks for one column of one table. `type` as the catalogue names it. */
export async function statisticsOf(
  connector: Pick<Connector, "query">,
  table: string,
  column: string,
  type: string,
): Promise<Statistics> {
  const ask = async (sql: string): Promise<Row[]> => toRows(await connector.query(sql));
  const [from, name] = [identifier(table), identifier(column)];
  const [sums = {}] = await ask(
    `SELECT count(*) AS rows, count(${name}) AS filled, count(DISTINCT ${name}) AS "distinct",
      min(${name})::VARCHAR AS least, max(${name})::VARCHAR AS most FROM ${from}`,
  );
  const tops = await ask(
    `SELECT ${name}::VARCHAR AS value, count(*) AS rows FROM ${from} WHERE ${name} IS NOT NULL
    GROUP BY ${name} ORDER BY rows DESC, value LIMIT 5`,
  );
  const number = numeric(type, name);
  const isNumber = numbers.test(type);
  const rows = Number(sums["rows"]);
  return {
    rows,
    missing: rows - Number(sums["filled"]),
    distinct: Number(sums["distinct"]),
    least: text(sums["least"], isNumber),
    most: text(sums["most"], isNumber),
    histogram:
      number === null || sums["least"] === null ? null : histogram(await ask(binned(number, from))),
    tops: tops.map((row) => ({
      value: text(row["value"], isNumber) ?? "",
      rows: Number(row["rows"]),
    })),
  };
}

/** Of numbers without the `.0` that the engine writes after whole ones; texts stay as they are. */
function text(value: Value | undefined, isNumber: boolean): string | null {
  if (value === null || value === undefined) return null;
  return isNumber ? String(value).replace(/\.0$/, "") : String(value);
}

const numbers = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|DECIMAL.*)$/;

/** A column as a number, times as seconds; null for what has no distances. */
function numeric(type: string, name: string): string | null {
  if (numbers.test(type)) return `${name}::DOUBLE`;
  return /^(?:DATE|TIMESTAMP)/.test(type) ? `epoch(${name}::TIMESTAMP)::DOUBLE` : null;
}

function binned(number: string, from: string): string {
  return `WITH v AS (SELECT ${number} AS v FROM ${from} WHERE isfinite(${number})),
    ends AS (SELECT min(v) AS low, max(v) AS high FROM v)
    SELECT CASE WHEN high = low THEN 0
      ELSE least(${bins - 1}, floor((v - low) / (high - low) * ${bins})) END::INTEGER AS bin,
      count(*) AS rows FROM v, ends GROUP BY bin`;
}

function histogram(rows: readonly Row[]): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const row of rows) counts[Number(row["bin"])] = Number(row["rows"]);
  return counts;
}
