import { formatNumber, say } from "../../../i18n/index.ts";
import { isMapping } from "../../../schema/index.ts";
import type { ChartContext } from "../../context.ts";
import { MOST_DRAWN } from "../../limits.ts";
import { missingKinds, type Missing, type Row } from "../../observation.ts";
import type { Channel, ColumnChannel } from "../columns.ts";
import { kindColumns } from "../../kinds.ts";
import { limitsOf, type Spread } from "./limits.ts";
import { planOf, type Plan } from "./plan.ts";
import { binSql, cumulativeSql, quoted, reducerSql, text, valueSql, type SqlValue } from "./sql.ts";
import { summarized, type AbsentRows, type Summed, type Summary } from "./summary.ts";
import type { Whole, WholeColumn } from "./whole.ts";

type Options = Readonly<Record<string, unknown>>;

/** A mark over a query that the engine sums up. */
export interface Question {
  readonly mark: Options;
  readonly spec: Options;
  readonly whole: Whole;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Channels without which a row has no mark, in order. */
  readonly needed: readonly string[];
  readonly context: ChartContext;
}

interface Job extends Question {
  readonly plan: Plan;
  readonly values: ReadonlyMap<string, SqlValue>;
  /** Common table expressions up to the rows that are drawn. */
  readonly head: (query: string) => string;
}

/** Groups of rows without a value that are told one by one. */
const MOST_TOLD = 100;

const at = (channel: string): string => quoted(`$${channel}`);

function refuse({ whole, context: { language } }: Question): never {
  const [rows, most] = [whole.total, MOST_DRAWN].map((value) => formatNumber(value, language));
  throw new Error(say(language, "limit.rows", rows ?? "", most ?? ""));
}

function unsupported(thing: string, { context: { language } }: Question): never {
  throw new Error(say(language, "limit.unsupported", thing));
}

function columnChannels({ channels }: Question): [string, ColumnChannel][] {
  return [...channels].flatMap(([name, channel]) =>
    channel.kind === "column" ? [[name, channel] as [string, ColumnChannel]] : [],
  );
}

function valuesOf(question: Question): Map<string, SqlValue> {
  const columns = new Map(question.whole.columns.map((column) => [column.name, column]));
  const values = columnChannels(question).map(([name, channel]) => {
    const column = columns.get(channel.column);
    const value = column && valueSql(channel, column);
    return [name, value ?? unsupported(channel.column, question)] as const;
  });
  return new Map(values);
}

/** The order of the rows: that of the query, or by the column that the mark sorts by. */
function numberSql(sort: unknown, { columns }: Whole): string {
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

function hasColumn({ columns }: Whole, name: string): boolean {
  return columns.some((column) => column.name === name);
}

/** Which channel wants a value, or the first where the row says that it has none. */
function absentSql({ needed, whole }: Question): string {
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
function groupedSql(name: string, value: SqlValue, { spec }: Question): string {
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

function headOf(question: Question, values: ReadonlyMap<string, SqlValue>) {
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

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** How many rows are drawn, and how the values of each binned axis spread. */
async function spreads(job: Job): Promise<Map<"x" | "y", Spread>> {
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

/** What all rows of a group have in common in a column; of a single row all that it has. */
function sharedSql({ name, kind }: WholeColumn): string {
  const column = quoted(name);
  const isPlain = ["number", "text", "boolean", "date", "timestamp", "time"].includes(kind);
  const same = isPlain
    ? ` OR (count(${column}) = count(*) AND min(${column}) = max(${column}))`
    : "";
  return `CASE WHEN count(*) = 1${same} THEN any_value(${column}) END AS ${column}`;
}

interface Key {
  readonly name: string;
  /** How it is made, and its column once it is. */
  readonly made: string;
  readonly sql: string;
}

function keysOf(job: Job, limits: Summed["limits"]): Key[] {
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

/** The rows that are drawn, each with the keys of its group. */
function keyed(keys: readonly Key[], query: string, { head }: Job): string {
  const made = keys.map(({ made, sql }) => `, ${made} AS ${sql}`).join("");
  return `${head(query)},\n"$keyed" AS (SELECT *${made} FROM "$drawn")`;
}

function outputSql(
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
function carried({ plan, values }: Job): string[] {
  const made = new Set(plan.outputs.map(([channel]) => channel));
  return [...values.keys()].filter((name) => !made.has(name));
}

function groupsSql(keys: readonly Key[], job: Job): string {
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
function selectedSql(keys: readonly Key[], { plan, values }: Job): string {
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

const factColumns = ["fact_id", "fact_ids", "operation"] as const;

/** The figures behind each group, by the place of its first row. */
async function evidenceOf(keys: readonly Key[], job: Job): Promise<Map<unknown, Row[]>> {
  const { whole } = job;
  const found = new Map<unknown, Row[]>();
  if (!hasColumn(whole, "fact_id") && !hasColumn(whole, "fact_ids")) return found;
  const own = factColumns.filter((name) => hasColumn(whole, name)).map(quoted);
  const names = keys.map(({ sql }) => sql);
  const part = names.length > 0 ? `PARTITION BY ${names.join(", ")}` : "";
  const rows = await whole.ask(
    (query) =>
      `${keyed(keys, query, job)}\nSELECT ${own.join(", ")}, min("$m") OVER (${part}) AS "$first" FROM (SELECT ${[...names, ...own].join(", ")}, min("$n") AS "$m" FROM "$keyed" GROUP BY ALL) ORDER BY "$m"`,
  );
  for (const row of rows) {
    const { $first, ...named } = row;
    const list = found.get($first);
    if (list) list.push(named);
    else found.set($first, [named]);
  }
  return found;
}

function channelValue(value: unknown, kind: SqlValue["kind"] | undefined): unknown {
  return kind === "time" && typeof value === "number" ? new Date(value) : (value ?? null);
}

/** What a sum is called in a table of what is drawn. */
function outputName([channel, reducer]: Plan["outputs"][number], { channels }: Job): string {
  const own = channels.get(channel) ?? channels.get(channel.replace(/[12]$/, ""));
  return own?.kind === "column" ? `${reducer}(${own.column})` : `${reducer}(*)`;
}

/** The columns that say what a group is: bounds of bins, sums, how many rows. */
function toldOf(values: ReadonlyMap<string, unknown>, limits: Summed["limits"], job: Job): Row {
  const { plan, channels } = job;
  const bounds = plan.bins.flatMap((axis) => {
    const channel = channels.get(axis);
    const column = channel?.kind === "column" ? channel.column : axis;
    const all = limits.get(axis) ?? [];
    const low = all.findLastIndex((limit) => Number(limit) <= Number(values.get(axis)));
    const name = (limit: number | Date | undefined) =>
      limit instanceof Date ? limit.toISOString() : limit;
    return [
      [`${column}_from`, name(all[low])],
      [`${column}_to`, name(all[low + 1] ?? all[low])],
    ];
  });
  const sums = plan.outputs.map((output) => {
    const value = values.get(output[0]);
    return [outputName(output, job), value instanceof Date ? value.toISOString() : value];
  });
  return Object.fromEntries([...bounds, ...sums]) as Row;
}

/** What a value of one's own would be taken for, were it that of many rows. */
const ofOne = ["value", "missing", ...factColumns];

function compact(row: Row, evidence: readonly Row[], limits: Summed["limits"], job: Job): Row {
  const { plan, values, whole } = job;
  const count = Number(row["$count"]);
  const channels = new Map<string, unknown>();
  for (const name of carried(job))
    channels.set(name, channelValue(row[`$${name}`], values.get(name)?.kind));
  for (const [channel, reducer] of plan.outputs) {
    const kind = /^(?:count|distinct|proportion)/.test(reducer)
      ? undefined
      : values.get(channel)?.kind;
    channels.set(channel, channelValue(row[`$out ${channel}`], kind));
  }
  const isKey = (name: string) =>
    plan.keys.some((key) => {
      const channel = job.channels.get(key);
      return channel?.kind === "column" && channel.column === name;
    });
  const kept = whole.columns.filter(
    ({ name }) => count === 1 || isKey(name) || !ofOne.includes(name),
  );
  const own = Object.fromEntries(kept.map(({ name }) => [name, row[name] ?? null]));
  const more = plan.name === "select" ? {} : { ...toldOf(channels, limits, job), rows: count };
  const facts = count === 1 ? {} : { fact_ids: [...new Set(evidence.flatMap(factsOf))] };
  const varied = carried(job).filter((name) => row[`$varied ${name}`] === true);
  const summary: Summary = { count, channels, varied: new Set(varied), evidence };
  return summarized({ ...own, ...more, ...facts }, summary);
}

function factsOf({ fact_id, fact_ids }: Row): string[] {
  const list: unknown[] = Array.isArray(fact_ids) ? fact_ids : [fact_id];
  return list.filter((id) => typeof id === "string");
}

/** Who a row without a value is: its region, else its first words. */
function whoOf({ columns }: Whole): string | null {
  const region = columns.find(({ name }) => name === "region_id");
  const words = columns.find(({ name, kind }) => kind === "text" && name !== "missing");
  return (region ?? words)?.name ?? null;
}

async function absentOf(job: Job): Promise<AbsentRows[]> {
  const { whole, head } = job;
  const who = whoOf(whole);
  const own = [who, hasColumn(whole, "missing") ? "missing" : null].flatMap((name) =>
    name === null ? [] : [quoted(name)],
  );
  const rows = await whole.ask(
    (query) =>
      `${head(query)}\nSELECT ${[`"$absent"`, ...own].join(", ")}, count(*)::DOUBLE AS "$count", (sum(count(*)) OVER (PARTITION BY "$absent"))::DOUBLE AS "$total" FROM "$all" WHERE "$absent" IS NOT NULL GROUP BY ${[`"$absent"`, ...own].join(", ")} ORDER BY min(min("$n")) OVER (PARTITION BY "$absent"), "$count" DESC, min("$n") LIMIT ${MOST_TOLD}`,
  );
  const told = rows.map((row): AbsentRows => {
    const missing = missingKinds.find((kind) => kind === row["missing"]) ?? null;
    const named = who === null ? {} : { [who]: row[who] };
    return {
      channel: String(row["$absent"]),
      missing,
      row: { ...named, missing },
      count: Number(row["$count"]),
    };
  });
  return [...told, ...restOf(rows, told)];
}

/** What is not told one by one, by channel. */
function restOf(rows: readonly Row[], told: readonly AbsentRows[]): AbsentRows[] {
  const totals = new Map(rows.map((row) => [String(row["$absent"]), Number(row["$total"])]));
  return [...totals].flatMap(([channel, total]) => {
    const some = told.filter((one) => one.channel === channel);
    const count = total - some.reduce((sum, one) => sum + one.count, 0);
    return count > 0 ? [{ channel, missing: null as Missing | null, row: {}, count }] : [];
  });
}

/** One row of each kind of figure that is drawn. */
async function kindsOf({ whole, head }: Job): Promise<readonly Row[]> {
  if (!hasColumn(whole, "fact_id") && !hasColumn(whole, "fact_ids")) return [];
  const by = kindColumns.filter((name) => hasColumn(whole, name)).map(quoted);
  const names = whole.columns.map(({ name }) => quoted(name)).join(", ");
  return whole.ask(
    (query) =>
      `${head(query)}\nSELECT ${names} FROM "$drawn" QUALIFY row_number() OVER (PARTITION BY ${["1", ...by].join(", ")} ORDER BY "$n") = 1 ORDER BY "$n" LIMIT 60`,
  );
}

/** Refuses more groups than are drawn, before anything is reckoned of them. */
async function checkGroups(keys: readonly Key[], job: Job): Promise<void> {
  const names = keys.map(({ sql }) => sql).join(", ");
  if (names === "") return;
  const [row = {}] = await job.whole.ask(
    (query) =>
      `${keyed(keys, query, job)}\nSELECT count(*)::DOUBLE AS "$count" FROM (SELECT DISTINCT ${names} FROM "$keyed" LIMIT ${MOST_DRAWN + 1})`,
  );
  if (Number(row["$count"]) > MOST_DRAWN) refuse(job);
}

/** All rows of a mark's query, summed up by the engine as Plot would sum them up. */
export async function sumUp(question: Question): Promise<Summed> {
  const plan = planOf(question.mark["transform"], question.channels) ?? refuse(question);
  const values = valuesOf(question);
  const job: Job = { ...question, plan, values, head: headOf(question, values) };
  for (const axis of plan.bins) if (!values.has(axis)) refuse(question);
  const { whole } = question;
  const found = await spreads(job);
  const limits = new Map(
    [...found].map(([axis, spread]) => [
      axis,
      spread.count === 0 ? [] : limitsOf(plan.own, spread, values.get(axis)?.kind === "time"),
    ]),
  );
  const keys = keysOf(job, limits);
  await checkGroups(keys, job);
  const write = plan.name === "select" ? selectedSql : groupsSql;
  const groups = await whole.ask((query) => `${keyed(keys, query, job)}\n${write(keys, job)}`);
  const evidence = await evidenceOf(keys, job);
  const rows = groups.map((row) => compact(row, evidence.get(row["$first"]) ?? [], limits, job));
  const absent = await absentOf(job);
  const kinds = await kindsOf(job);
  return { total: whole.total, columns: whole.columns, rows, absent, limits, kinds };
}
