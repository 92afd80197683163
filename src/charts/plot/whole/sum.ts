import { kindColumns, MOST_DRAWN, type Row } from "../../../figures/index.ts";
import { compact, evidenceOf, groupOf } from "./compact.ts";
import { groupsSql, keyed, keysOf, selectedSql, type Key } from "./groups.ts";
import { limitsOf } from "./limits.ts";
import { lossesOf } from "./losses.ts";
import { planOf } from "./plan.ts";
import {
  hasColumn,
  headOf,
  refuse,
  spreads,
  valuesOf,
  type Job,
  type Question,
} from "./question.ts";
import { quoted } from "./sql.ts";
import type { Summed } from "./summary.ts";
import { absentOf } from "./untold.ts";

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
  const rows = groups.map((row) =>
    compact(row, evidence.get(groupOf(row, keys)) ?? [], limits, keys, job),
  );
  const absent = await absentOf(job);
  const losses = absent.length > 0 ? await lossesOf(keys, job) : [];
  const kinds = await kindsOf(job);
  return { total: whole.total, columns: whole.columns, rows, absent, losses, limits, kinds };
}
