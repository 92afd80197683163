import type { Row } from "../../../figures/index.ts";
import { carried, keyed, type Key } from "./groups.ts";
import { lossKeys } from "./keys.ts";
import type { Plan } from "./plan.ts";
import { hasColumn, type Job } from "./question.ts";
import { quoted, type SqlValue } from "./sql.ts";
import { summarized, type Summary, type Summed } from "./summary.ts";

export const factColumns = ["fact_id", "fact_ids", "operation"] as const;

/** Whether a row's number is that of its figure is judged by these, as for a row that is drawn. */
const judged = [...factColumns, "value", "unit", "metric_id", "region_id"];

/** A group by its keys, which are the same in every query; a row's place need not be. */
export function groupOf(row: Row, keys: readonly Key[]): string {
  return JSON.stringify(keys.map((_key, i) => row[`$key ${i}`] ?? null));
}

/** The figures behind each group, by `groupOf`, in the order of the rows. */
export async function evidenceOf(keys: readonly Key[], job: Job): Promise<Map<string, Row[]>> {
  const { whole } = job;
  const found = new Map<string, Row[]>();
  if (!hasColumn(whole, "fact_id") && !hasColumn(whole, "fact_ids")) return found;
  const own = judged.filter((name) => hasColumn(whole, name)).map(quoted);
  const all = [...keys.map(({ sql }) => sql), ...own].join(", ");
  const rows = await whole.ask(
    (query) =>
      `${keyed(keys, query, job)}\nSELECT ${all} FROM "$keyed" GROUP BY ALL ORDER BY min("$n")`,
  );
  for (const row of rows) {
    const named = Object.fromEntries(
      Object.entries(row).filter(([name]) => !name.startsWith("$key ")),
    );
    const group = groupOf(row, keys);
    const list = found.get(group);
    if (list) list.push(named);
    else found.set(group, [named]);
  }
  return found;
}

export function channelValue(value: unknown, kind: SqlValue["kind"] | undefined): unknown {
  return kind === "time" && typeof value === "number" ? new Date(value) : (value ?? null);
}

/** What a sum is called in a table of what is drawn. */
export function outputName([channel, reducer]: Plan["outputs"][number], { channels }: Job): string {
  const own = channels.get(channel) ?? channels.get(channel.replace(/[12]$/, ""));
  return own?.kind === "column" ? `${reducer}(${own.column})` : `${reducer}(*)`;
}

/** The columns that say what a group is: bounds of bins, sums, how many rows. */
export function toldOf(
  values: ReadonlyMap<string, unknown>,
  limits: Summed["limits"],
  job: Job,
): Row {
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
export const ofOne = ["value", "missing", ...factColumns];

export function compact(
  row: Row,
  evidence: readonly Row[],
  limits: Summed["limits"],
  keys: readonly Key[],
  job: Job,
): Row {
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
  const keyOf = (name: string) => row[`$key ${keys.findIndex((key) => key.name === name)}`];
  const of = lossKeys(keyOf, plan);
  const summary: Summary = {
    count,
    channels,
    varied: new Set(varied),
    evidence,
    first: Number(row["$first"]),
    ...of,
  };
  return summarized({ ...own, ...more, ...facts }, summary);
}

export function factsOf({ fact_id, fact_ids }: Row): string[] {
  const list: unknown[] = Array.isArray(fact_ids) ? fact_ids : [fact_id];
  return list.filter((id) => typeof id === "string");
}
