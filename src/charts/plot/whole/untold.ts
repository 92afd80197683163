import { missingKinds } from "../../../domain/index.ts";
import { type Missing, type Row } from "../../../figures/index.ts";
import { hasColumn, type Job } from "./question.ts";
import { quoted } from "./sql.ts";
import type { AbsentRows } from "./summary.ts";
import type { Whole } from "./whole.ts";

/** Groups of rows without a value that are told one by one. */
const MOST_TOLD = 100;

/** Who a row without a value is: its region, else its first words. */
export function whoOf({ columns }: Whole): string | null {
  const region = columns.find(({ name }) => name === "region_id");
  const words = columns.find(({ name, kind }) => kind === "text" && name !== "missing");
  return (region ?? words)?.name ?? null;
}

export async function absentOf(job: Job): Promise<AbsentRows[]> {
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
export function restOf(rows: readonly Row[], told: readonly AbsentRows[]): AbsentRows[] {
  const totals = new Map(rows.map((row) => [String(row["$absent"]), Number(row["$total"])]));
  return [...totals].flatMap(([channel, total]) => {
    const some = told.filter((one) => one.channel === channel);
    const count = total - some.reduce((sum, one) => sum + one.count, 0);
    return count > 0 ? [{ channel, missing: null as Missing | null, row: {}, count }] : [];
  });
}
