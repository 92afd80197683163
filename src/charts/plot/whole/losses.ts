import type { Channel } from "../columns.ts";
import { summing } from "../placing.ts";
import { keyed, type Key } from "./groups.ts";
import { keyNames, lossKeys, type Loss } from "./keys.ts";
import type { Plan } from "./plan.ts";
import { at, type Job } from "./question.ts";
import { channelValue } from "./compact.ts";
import { summarized } from "./summary.ts";

/** True where a reducer is of numbers, so that a row without one is missing in its result. */
export function loses({ outputs }: Plan, channels: ReadonlyMap<string, Channel>): boolean {
  return outputs.some(([channel, reducer]) => {
    const own = channels.get(channel) ?? channels.get(channel.replace(/[12]$/, ""));
    return summing.test(reducer) && own?.kind === "column";
  });
}

/** The groups of a query, those in which every row has its value and those in which none has. */
export async function lossesOf(keys: readonly Key[], job: Job): Promise<Loss[]> {
  const { plan, channels, values, whole } = job;
  if (!loses(plan, channels)) return [];
  const { all, placed } = keyNames(plan);
  const own = keys.filter(({ name }) => all.includes(name));
  const isPlaced = own
    .filter(({ name }) => placed.includes(name))
    .flatMap(({ name, sql }) => [`${at(name)} IS NOT NULL`, `${sql} IS NOT NULL`]);
  const counts = ["IS NULL", "IS NOT NULL"].map(
    (is, i) => `count(*) FILTER (WHERE "$absent" ${is})::DOUBLE AS "$count ${i}"`,
  );
  const first = [...values.keys()].map((name) => `first(${at(name)} ORDER BY "$n") AS ${at(name)}`);
  const by = own.map(({ sql }) => sql);
  const where = isPlaced.length > 0 ? ` WHERE ${isPlaced.join(" AND ")}` : "";
  const grouped = by.length > 0 ? ` GROUP BY ${by.join(", ")}` : "";
  const rows = await whole.ask(
    (query) =>
      `${keyed(keys, query, job, "$all")}\nSELECT ${[...by, `min("$n") AS "$first"`, ...counts, ...first].join(", ")} FROM "$keyed"${where}${grouped} ORDER BY "$first"`,
  );
  return rows.map((row) => {
    const found = new Map(
      [...values].map(([name, { kind }]) => [name, channelValue(row[`$${name}`], kind)] as const),
    );
    for (const [channel] of plan.outputs) found.set(channel, null);
    const named = Object.fromEntries(
      [...channels].flatMap(([name, channel]) =>
        channel.kind === "column" && placed.includes(name)
          ? [[channel.column, found.get(name)]]
          : [],
      ),
    );
    const keyOf = (name: string) => row[`$key ${keys.findIndex((key) => key.name === name)}`];
    const keysOf = lossKeys(keyOf, plan);
    const summary = {
      count: 0,
      channels: found,
      varied: new Set<string>(),
      evidence: [],
      first: Number(row["$first"]),
      ...keysOf,
    };
    const [stated, lost] = [0, 1].map((i) => Number(row[`$count ${i}`]));
    return { ...keysOf, row: summarized(named, summary), stated: stated ?? 0, lost: lost ?? 0 };
  });
}
