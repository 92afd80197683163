import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readData } from "../../scripts/read.ts";
import { companionPairs, namedPairs } from "../../scripts/named-pairs.ts";
import { coverageTable } from "../../scripts/coverage.ts";
import { identityTable, verdictTable } from "../../scripts/tables.ts";
import { byId, checksOf, factsOf, parseSubset } from "../../src/domain/index.ts";

const path = fileURLToPath(new URL("../../../shared/companion/companion.jsonl", import.meta.url));
const held = existsSync(path);
if (!held) console.log(`skipped: the companion corpus is not beside this checkout (${path})`);

interface Row {
  readonly id: string;
  readonly url: string;
  readonly published: string | null;
  readonly gb_code: string | null;
  readonly metric: string;
  readonly value: number;
  readonly value_text: string;
  readonly qualifier: string;
  readonly period: { readonly start: string | null; readonly end: string | null; readonly basis: string };
  readonly scope: string;
  readonly subset: string | null;
  readonly count_basis: "disclosed_items" | "decisions_made" | null;
}

const rows: Row[] = held
  ? readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row)
  : [];
const { dataset, problems } = await readData(fileURLToPath(new URL("../../data", import.meta.url)));
const facts = byId(factsOf(dataset), "fact_id");
const reports = byId(dataset.reports, "report_id");
const regions = byId(dataset.regions, "region_id");
const companion = factsOf(dataset).filter(
  (fact) => reports.get(fact.report_id)?.coverage === "opening",
);
const bases = { disclosed_items: "disclosed", decisions_made: "made" } as const;

describe.skipIf(!held)("the companion corpus", () => {
  it("has each of its 148 figures once, from 38 pages in 40 regions", () => {
    expect(companion.map((fact) => fact.fact_id).sort()).toEqual(rows.map((row) => row.id).sort());
    expect(companion).toHaveLength(148);
    expect(new Set(companion.map((fact) => fact.report_id)).size).toBe(38);
    expect(new Set(companion.map((fact) => fact.region_id)).size).toBe(40);
  });

  it.each(rows.map((row) => [row.id, row] as const))("%s is as read", (id, row) => {
    const fact = facts.get(id);
    expect(fact).toMatchObject({
      metric_id: row.metric,
      value: row.value,
      value_text: row.value_text,
      qualifier: row.qualifier,
      period_basis: row.period.basis,
      count_basis: row.count_basis && bases[row.count_basis],
      evidence: null,
      alignment: "figure",
    });
    expect(row.period.start ?? fact?.period_start).toBe(fact?.period_start);
    expect(row.period.end ?? fact?.period_end).toBe(fact?.period_end);
    expect(regions.get(fact?.region_id ?? "")?.gb_code).toBe(row.gb_code);
    const report = reports.get(fact?.report_id ?? "");
    expect(report).toMatchObject({ url: row.url, published: row.published, sha256: null });
  });

  it.each(rows.map((row) => [row.id, row] as const))("%s keeps its part", (id, row) => {
    const terms = parseSubset(facts.get(id)?.subset ?? null);
    const named = (kind: string) => terms.filter((t) => t.kind === kind).map((t) => t.name);
    expect(named("part").join(",") || null).toBe(row.subset);
    expect(named("campaign").length).toBe(row.scope === "campaign" ? 1 : 0);
    const sector = /^sector:(.+)/.exec(row.scope)?.[1];
    expect(named("sector")).toEqual(sector === undefined ? [] : [sector]);
    if (sector === undefined && row.scope !== "campaign")
      expect(facts.get(id)?.scope).toBe(row.scope);
  });

  it("says in a note where the period is only a frame", () => {
    const framed = rows.filter(({ period }) => period.start === null || period.end === null);
    expect(framed.map(({ id }) => id)).toHaveLength(14);
    for (const { id } of framed)
      expect(facts.get(id)?.note).toMatch(/frame|no end is stated/);
  });
});

describe("both corpora", () => {
  it("have no problem", () => {
    expect(problems).toEqual([]);
  });

  it("have one figure that its parts contradict each, and no other", () => {
    const wrong = checksOf(dataset).filter(({ verdict }) => verdict === "mismatch");
    expect(wrong.map(({ check_id }) => check_id)).toEqual([
      "zh-major-hazards",
      "kezilesu-hazards-by-level",
    ]);
  });

  it("are counted in docs/coverage.md as the data has them (run: npx tsx scripts/tables.ts)", () => {
    const text = readFileSync(new URL("../../docs/coverage.md", import.meta.url), "utf8");
    const judged = [...namedPairs, ...companionPairs];
    for (const table of [coverageTable(dataset), verdictTable(dataset, judged), identityTable(dataset)])
      expect(text).toContain(table.join("\n"));
  });

  it("have notes without Chinese sentences in the English ones, and Chinese in the Chinese", () => {
    const noted = companion.filter((fact) => fact.note !== null);
    expect(noted.length).toBeGreaterThan(100);
    for (const { note, note_zh } of noted) {
      expect(note).toMatch(/^[A-Z“0-9].*\.$/);
      expect(note_zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });
});
