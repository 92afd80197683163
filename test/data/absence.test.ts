import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readData } from "../../scripts/data.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { toRows, type Row } from "../../src/engine/index.ts";
import { byId, factsOf } from "../../src/domain/index.ts";
import { compileNotebook } from "../../src/notebook/compile.ts";
import type { CompiledCell } from "../../src/notebook/index.ts";
import { compose } from "../../src/runtime/compose.ts";
import { openViews } from "../../scripts/views.ts";

type SqlCell = Extract<CompiledCell, { kind: "sql" }>;

const root = fileURLToPath(new URL("../..", import.meta.url));
const { dataset } = await readData(`${root}/data`);
const facts = factsOf(dataset);
const reports = byId(dataset.reports, "report_id");
const coverageOf = (report: string) => reports.get(report)?.coverage;
const { compiled } = compileNotebook(readFileSync(`${root}/notebooks/regions.md`, "utf8"), {
  slug: "regions",
});
const cells = new Map(
  compiled.cells.flatMap((cell): [string, SqlCell][] => (cell.kind === "sql" ? [[cell.id, cell]] : [])),
);

let connection: Connection;
beforeAll(async () => {
  ({ connection } = await openViews(dataset));
}, 60_000);
afterAll(() => connection.close());

async function rowsOf(id: string, values: Readonly<Record<string, string>>): Promise<Row[]> {
  const cell = cells.get(id);
  if (!cell) throw new Error(`missing cell: ${id}`);
  const { sql, parameters } = compose(cell, cells);
  return toRows(await connection.query(sql, parameters.map((name) => values[name] ?? null)));
}

/** Regions that a corpus speaks of, in its figures or as the region of a report. */
function regionsOf(corpus: string): string[] {
  const isIn = (report: string) => corpus === "all" || coverageOf(report) === corpus;
  const named = [
    ...facts.filter(({ report_id }) => isIn(report_id)).map(({ region_id }) => region_id),
    ...dataset.reports.filter(({ report_id }) => isIn(report_id)).map(({ region_id }) => region_id),
  ];
  return [...new Set(named)].sort();
}

describe.each(["all", "full", "opening"])("the coverage of corpus %s", (corpus) => {
  let rows: Row[];
  let measures: string[];
  beforeAll(async () => {
    rows = await rowsOf("coverage", { corpus });
    measures = (await rowsOf("measures", { corpus })).map(({ metric_id }) => String(metric_id));
  });
  const keyOf = (row: Row) => `${String(row["region_id"])} ${String(row["metric_id"])}`;

  it("has every region × measure, stated or missing and never both", () => {
    expect(measures.length).toBeGreaterThan(8);
    const expected = regionsOf(corpus).flatMap((region) => measures.map((m) => `${region} ${m}`));
    expect([...new Set(rows.map(keyOf))].sort()).toEqual(expected.sort());
    const missing = rows.filter((row) => row["missing"] != null);
    const stated = new Set(rows.filter((row) => row["value"] !== null).map(keyOf));
    expect(missing.filter((row) => row["value"] !== null || stated.has(keyOf(row)))).toEqual([]);
    expect(new Set(missing.map(keyOf)).size).toBe(missing.length);
  });

  it("says not reported only where a report of the region was read whole", () => {
    const read = new Set(
      dataset.reports.filter((r) => r.coverage === "full").map(({ region_id }) => region_id),
    );
    for (const row of rows) {
      // Also where only the openings are chosen: another report of the region is silent.
      const isRead = read.has(String(row["region_id"]));
      if (row["missing"] === "not_reported") expect(isRead, keyOf(row)).toBe(true);
      if (row["missing"] === "not_read") expect(isRead, keyOf(row)).toBe(false);
    }
  });

  it("states what the facts state, and nothing of the other corpus", () => {
    const wanted = facts.filter(
      (f) =>
        f.same_as === null &&
        f.status === "actual" &&
        measures.includes(f.metric_id) &&
        (corpus === "all" || coverageOf(f.report_id) === corpus),
    );
    const stated = rows.flatMap((row) => (row["fact_id"] == null || row["operation"] != null ? [] : [String(row["fact_id"])]));
    expect(stated.sort()).toEqual(wanted.map(({ fact_id }) => fact_id).sort());
  });

  it("derives a mean fine from two figures of one report, scope, part and period only", () => {
    const known = byId(facts, "fact_id");
    const derived = rows.filter((row) => row["operation"] === "quotient");
    for (const row of derived) {
      const [amount, cases] = (row["fact_ids"] as string[]).map((id) => known.get(id));
      expect(row["value"]).toBeCloseTo((amount?.value ?? NaN) / (cases?.value ?? NaN), 9);
      for (const column of ["report_id", "region_id", "scope", "subset", "period_start"] as const)
        expect(amount?.[column], keyOf(row)).toBe(cases?.[column]);
    }
    expect(derived.length > 0).toBe(true);
  });

  it("counts on each tile what the chosen measure has there", async () => {
    const tiles = await rowsOf("province_tiles", { corpus, measure: "penalty_cases" });
    expect(tiles).toHaveLength(34);
    // The country has no tile.
    const stated = rows.filter(
      (r) =>
        r["metric_id"] === "penalty_cases" && r["value"] !== null && r["region_id"] !== "china",
    );
    const total = tiles.reduce((sum, { count }) => sum + Number(count), 0);
    expect(total).toBe(stated.length);
  });
});

it("the series over years are the regions' measures with figures of several years", async () => {
  const measure = "approval_time_compression_rate";
  const rows = await rowsOf("over_years", { corpus: "all", measure, province: "all" });
  const keys = new Set(rows.map((r) => `${String(r["region_id"])} ${String(r["metric_id"])}`));
  expect(keys).toContain(`wansheng ${measure}`);
  for (const key of keys) {
    const years = facts
      .filter((f) => `${f.region_id} ${f.metric_id}` === key)
      .map((f) => f.period_end?.slice(0, 4));
    expect(new Set(years).size, key).toBeGreaterThan(1);
  }
});
