import type { Plan } from "./plan.ts";
import { at, groupedSql, unsupported, type Job } from "./question.ts";
import { binSql, cumulativeSql, quoted, reducerSql } from "./sql.ts";
import type { Summed } from "./summary.ts";
import type { WholeColumn } from "./whole.ts";

/** What all rows of a group have in common in a column; of a single row all that it has. */
export function sharedSql({ name, kind }: WholeColumn): string {
  const column = quoted(name);
  const isPlain = ["number", "text", "boolean", "date", "timestamp", "time"].includes(kind);
  const same = isPlain
    ? ` OR (count(${column}) = count(*) AND min(${column}) = max(${column}))`
    : "";
  return `CASE WHEN count(*) = 1${same} THEN any_value(${column}) END AS ${column}`;
}

export interface Key {
  readonly name: string;
  /** How it is made, and its column once it is. */
  readonly made: string;
  readonly sql: string;
}

export function keysOf(job: Job, limits: Summed["limits"]): Key[] {
  const { plan, values } = job;
  const grouped = plan.keys.map((name) => {
    const value = values.get(name);
    return { name, made: value ? groupedSql(name, value, job) : "NULL" };
  });
  const binned = plan.bins.map((name) => ({
    name,
    made: binSql(at(name), (limits.get(name) ?? []).map(Number)),
  }));
  return [...grouped, ...binned].map((key, i) => ({ ...key, sql: quoted(`$key ${i}`) }));
}

/** The rows that are drawn, or others, each with the keys of its group. */
export function keyed(
  keys: readonly Key[],
  query: string,
  { head }: Job,
  of: "$drawn" | "$all" = "$drawn",
): string {
  const made = keys.map(({ made, sql }) => `, ${made} AS ${sql}`).join("");
  return `${head(query)},\n"$keyed" AS (SELECT *${made} FROM ${quoted(of)})`;
}

export function outputSql(
  [channel, reducer]: Plan["outputs"][number],
  keys: readonly Key[],
  job: Job,
): string {
  const { plan, values } = job;
  const own = values.has(channel) ? channel : channel.replace(/[12]$/, "");
  const found = values.get(own);
  const value = found ? { kind: found.kind, sql: at(own) } : null;
  const facets = keys.filter(({ name }) => name === "fx" || name === "fy").map(({ sql }) => sql);
  const [bin] = plan.bins;
  if (!plan.isCumulative || bin === undefined)
    return reducerSql(reducer, value, facets) ?? unsupported(reducer, job);
  const others = keys.filter(({ name }) => name !== bin).map(({ sql }) => sql);
  const part = others.length > 0 ? `PARTITION BY ${others.join(", ")} ` : "";
  const order = keys.find(({ name }) => name === bin)?.sql ?? "1";
  const sql =
    plan.bins.length > 1 ? null : cumulativeSql(reducer, value, `${part}ORDER BY ${order}`);
  return sql ?? unsupported(`${reducer}, cumulative`, job);
}

/** Channels whose value is that of the group's first row, unless the group is made by it. */
export function carried({ plan, values }: Job): string[] {
  const made = new Set(plan.outputs.map(([channel]) => channel));
  return [...values.keys()].filter((name) => !made.has(name));
}

export function groupsSql(keys: readonly Key[], job: Job): string {
  const { plan, whole } = job;
  const outputs = plan.outputs.map(
    (output) => `${outputSql(output, keys, job)} AS ${quoted(`$out ${output[0]}`)}`,
  );
  const first = carried(job).map((name) =>
    plan.bins.some((axis) => axis === name)
      ? `min(${at(name)}) AS ${at(name)}`
      : `first(${at(name)} ORDER BY "$n") AS ${at(name)}`,
  );
  const varied = carried(job).map(
    (name) =>
      `(min(${at(name)}) IS DISTINCT FROM max(${at(name)}) OR count(${at(name)}) NOT IN (0, count(*))) AS ${quoted(`$varied ${name}`)}`,
  );
  const parts = [
    'count(*)::DOUBLE AS "$count"',
    'min("$n") AS "$first"',
    ...outputs,
    ...first,
    ...varied,
    ...whole.columns.map(sharedSql),
  ];
  const by = keys.map(({ sql }) => sql);
  const grouped = by.length === 0 ? " HAVING count(*) > 0" : ` GROUP BY ${by.join(", ")}`;
  // A value outside of all bins is in none, yet it is part of the whole.
  const inside = keys.flatMap(({ name, sql }) =>
    plan.bins.some((axis) => axis === name) ? [`${sql} IS NOT NULL`] : [],
  );
  const where = inside.length > 0 ? ` WHERE ${inside.join(" AND ")}` : "";
  return `SELECT * FROM (SELECT ${[...by, ...parts].join(", ")} FROM "$keyed"${grouped})${where} ORDER BY "$first"`;
}

/** The whole rows that a selection takes. */
export function selectedSql(keys: readonly Key[], { plan, values }: Job): string {
  const take = String(plan.own["take"] ?? "last");
  const [, way, axis] = /^(min|max)([XY])$/.exec(take) ?? [];
  const by = axis
    ? `${at(axis.toLowerCase())} ${way === "min" ? "ASC" : "DESC"}, "$n"`
    : `"$n"${take === "first" ? "" : " DESC"}`;
  const part = keys.length > 0 ? `PARTITION BY ${keys.map(({ sql }) => sql).join(", ")} ` : "";
  const varied = [...values.keys()].map((name) => `false AS ${quoted(`$varied ${name}`)}`);
  const more = ['1::DOUBLE AS "$count"', '"$n" AS "$first"', ...varied];
  return `SELECT *, ${more.join(", ")} FROM "$keyed" QUALIFY row_number() OVER (${part}ORDER BY ${by}) = 1 ORDER BY min("$n") OVER (${part})`;
}
