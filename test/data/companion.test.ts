import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readData } from "../../scripts/read.ts";
import { companionPairs, namedPairs } from "../../scripts/named-pairs.ts";
import { coverageTable } from "../../scripts/coverage.ts";
import { identityTable, verdictTable } from "../../scripts/tables.ts";
import { byId, checksOf, factsOf, parseSubset } from "../../src/domain/index.ts";
import type { Fact } from "../../src/domain/index.ts";

const path = fileURLToPath(new URL("../../../shared/companion/wider.jsonl", import.meta.url));
const held = existsSync(path);
if (!held) console.log(`skipped: the companion corpus is not beside this checkout (${path})`);

interface Row {
  readonly id: string;
  readonly url: string;
  readonly published: string | null;
  readonly source_kind: string;
  readonly gb_code: string | null;
  readonly metric: string;
  readonly value: number;
  readonly value_text: string;
  readonly qualifier: string;
  readonly period: {
    readonly start: string | null;
    readonly end: string | null;
    readonly basis: string;
    readonly year: number | null;
  };
  readonly scope: string;
  readonly subset: string | null;
  readonly count_basis: "disclosed_items" | "decisions_made" | "imposed" | "filed" | null;
  readonly baseline: string | null;
  readonly status: string;
  readonly note: string;
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
// `cases_filed` says its stage in its name.
const bases = { disclosed_items: "disclosed", decisions_made: "made", imposed: "imposed", filed: null };

/** Where the data say otherwise than the row that was handed over, and why. */
const otherwise: Readonly<Record<string, Partial<Fact> | { published: string }>> = {
  // Their addresses are dated later: t20220507 and t20220311.
  ...Object.fromEntries(["c-0084", "c-0085"].map((id) => [id, { published: "2022-05-07" }])),
  ...Object.fromEntries(
    ["c-0152", "c-0153", "c-0154"].map((id) => [id, { published: "2022-03-11" }]),
  ),
  // Of a moment that the page does not date.
  ...Object.fromEntries(["c-1011", "c-1012"].map((id) => [id, { period_basis: "unspecified" }])),
  // Counted by towns and sub-districts beside the bureaus, so not the whole jurisdiction.
  ...Object.fromEntries(
    ["c-2113", "c-2114", "c-2115", "c-2157", "c-2158", "c-2291"].map((id) => [
      id,
      { scope: "subordinate_units" },
    ]),
  ),
};

/** Only the page's own date, or the year it is of, can stand for an end that it does not state. */
function endOf({ period, published }: Row): string | null {
  if (period.end !== null) return period.end;
  if (published !== null) return published;
  return period.year === null ? null : `${period.year}-12-31`;
}

describe.skipIf(!held)("the companion corpus", () => {
  it("has each of its 555 figures once, in 134 regions", () => {
    expect(companion.map((fact) => fact.fact_id).sort()).toEqual(rows.map((row) => row.id).sort());
    expect(companion).toHaveLength(555);
    expect(new Set(companion.map((fact) => reports.get(fact.report_id)?.url)).size).toBe(
      new Set(rows.map(({ url }) => url)).size,
    );
    expect(new Set(companion.map((fact) => fact.region_id)).size).toBeGreaterThanOrEqual(134);
  });

  it.each(rows.map((row) => [row.id, row] as const))("%s is as read", (id, row) => {
    const fact = facts.get(id);
    const { published = row.published, ...changes } = (otherwise[id] ?? {}) as Partial<Fact> & {
      published?: string;
    };
    expect(fact).toMatchObject({
      metric_id: row.metric,
      value: row.value,
      value_text: row.value_text,
      qualifier: row.qualifier,
      period_start: row.period.start,
      period_end: endOf(row),
      period_basis: row.period.basis,
      count_basis: row.count_basis && bases[row.count_basis],
      baseline: row.baseline,
      status: row.status,
      source_kind: row.source_kind,
      evidence: null,
      alignment: "figure",
      ...(/^(bureau|jurisdiction_total|subordinate_units)$/.test(row.scope)
        ? { scope: row.scope }
        : {}),
      ...changes,
    });
    const report = reports.get(fact?.report_id ?? "");
    expect(report).toMatchObject({ url: row.url, published, sha256: null });
  });

  it("says of each figure what the rows say in capitals", () => {
    for (const { id, note } of rows) {
      const fact = facts.get(id);
      if (note.includes("INCLUDES CONFISCATIONS")) expect(fact?.confiscations).toBe("included");
      if (note.includes("VIOLATIONS, not hazards")) expect(fact?.counted_as).toBe("violation");
      if (note.startsWith("on-site measure")) expect(fact?.counted_as).toBe("on_site_measure");
    }
  });

  it("keeps the parts, sectors and campaigns", () => {
    const wrong = rows.flatMap(({ id, scope, subset }) => {
      const fact = facts.get(id);
      const terms = parseSubset(fact?.subset ?? null);
      const named = (kind: string) => terms.filter((t) => t.kind === kind).map((t) => t.name);
      const asked = (kind: string) =>
        [scope, ...(subset ?? "").split(",")].flatMap((term) =>
          term.startsWith(`${kind}:`) ? [term.slice(kind.length + 1)] : [],
        );
      const before = subset?.includes("ex_ante") === true ? "before" : null;
      const after = /(^|,)accident/.test(subset ?? "") ? "after" : null;
      const faults = [
        ...asked("campaign").filter((name) => !named("campaign").includes(name)),
        ...asked("sector").filter((name) => !named("sector").join().includes(name.split("、")[0] ?? "")),
        ...(before !== null && fact?.accident !== before ? ["ex_ante"] : []),
        ...(after !== null && fact?.accident !== after ? ["accident"] : []),
        ...(scope === "campaign" && named("campaign").length !== 1 ? ["campaign"] : []),
      ];
      return faults.map((fault) => `${id}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });

  it("lies in the regions of the codes, or in one below", () => {
    const wrong = rows.flatMap(({ id, gb_code }) => {
      const code = regions.get(facts.get(id)?.region_id ?? "")?.gb_code ?? null;
      const isWithin = gb_code === null || code?.startsWith(gb_code.replace(/(00)+$/, ""));
      return isWithin ? [] : [`${id}: ${String(code)}, not ${String(gb_code)}`];
    });
    expect(wrong).toEqual([]);
  });

  it("says in a note where the end is not that of the page’s own words", () => {
    const framed = rows.filter(({ period }) => period.end === null);
    expect(framed).toHaveLength(22);
    for (const { id } of framed)
      expect(facts.get(id)?.note ?? reports.get(facts.get(id)?.report_id ?? "")?.note).not.toBeNull();
  });
});

describe("both corpora", () => {
  it("have no problem", () => {
    expect(problems).toEqual([]);
  });

  it("have these figures that their own parts contradict, and no other", () => {
    const wrong = checksOf(dataset).filter(({ verdict }) => verdict === "mismatch");
    expect(wrong.map(({ stated_fact }) => stated_fact)).toEqual([
      "zh-14",
      "c-0176",
      "c-2023",
      "c-2189",
      "c-2257",
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
