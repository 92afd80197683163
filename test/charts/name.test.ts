import { describe, expect, it } from "vitest";
import {
  accessibleName,
  evidenceId,
  flagName,
  flags,
  flagsOf,
  observe,
  type Row,
} from "../../src/figures/index.ts";
import { evidenceAttributes } from "../../src/charts/index.ts";
import type { Fact } from "../../src/domain/index.ts";
import { computeLineage, lineageOperations, parseLineage, takes } from "../../src/domain/index.ts";
import { fact } from "../domain/fixture.ts";
import { draw, figureOf } from "./draw.ts";
import { gap, mismatch, observed, row, world } from "./world.ts";

const zh = world("zh");
const en = world("en");
const both = (changes: Row) =>
  [zh, en].map((context) => accessibleName(observed(changes), context));

describe("the name of a mark", () => {
  it("says region, metric, value, period and scope, in both languages", () => {
    expect(both({})).toEqual([
      "甲市，罚款；120万元；2022年；一个局",
      "Jia, Fines; CNY 1.2 million, or CNY 1,200,000; 2022; one bureau",
    ]);
  });

  it("says the value as the label does, then in full", () => {
    expect(both({ value: 18_858.11 })).toEqual([
      expect.stringContaining("；1.89亿元，即18,858.11万元；"),
      expect.stringContaining("; CNY 189 million, or CNY 188,581,100; "),
    ]);
  });

  it("says part, flags and qualifier after the scope", () => {
    const changes = {
      scope: "jurisdiction_total",
      subset: "sector:非煤矿山",
      qualifier: "approx",
      period_start: "2019-01-01",
      period_end: "2019-09-30",
      period_basis: "ytd",
    };
    expect(both(changes)).toEqual([
      "甲市，罚款；约120万元；2019年1–9月；全市，非煤矿山；不足一年、只是一部分、约数、2021年9月修法之前",
      "Jia, Fines; about CNY 1.2 million, or about CNY 1,200,000; Jan–Sep 2019; whole city, non-coal mines; part of a year, a part only, approximate, before the law of September 2021",
    ]);
  });

  it("leaves out what is not known instead of saying null", () => {
    const bare = accessibleName(
      observe({ region_id: "jia", value: 3, unit: "家" }, en.catalogue),
      en,
    );
    expect(bare).toBe("Jia; 3 firms; no source given");
  });

  it("falls back to the id of a region or metric that is not in the catalogue", () => {
    expect(both({ region_id: "nowhere", metric_id: "nothing" })[1]).toMatch(/^nowhere, nothing;/);
  });

  it("tells the mean fine per case punished from that per case filed", () => {
    const mean = { operation: "quotient", fact_ids: ["a", "b"], unit: "万元/件", value: 4.81 };
    expect(both(mean)).toEqual([
      "甲市，平均每件处罚案件罚款；4.81万元/件；2022年；一个局；推算",
      "Jia, Mean fine per penalty case; CNY 48,100 per case; 2022; one bureau; derived",
    ]);
    expect(both({ ...mean, count_basis: "filed" })[1]).toMatch(/^Jia, Mean fine per case filed;/);
  });

  it("says why a value is missing, and no flags", () => {
    const missing = observe(
      gap({ missing: "not_comparable", period_basis: "unspecified" }),
      en.catalogue,
    );
    expect(accessibleName(missing, zh)).toBe("丙市，罚款；不可比");
    expect(accessibleName(missing, en)).toBe("Bing, Fines; not comparable");
  });
});

describe("the evidence of a mark", () => {
  it("is the fact itself, or the operation over its parents", () => {
    expect(evidenceId(observed())).toBe("jia-01");
    expect(evidenceId(observed({ operation: "quotient", fact_ids: ["a", "b"] }))).toBe(
      "quotient(a,b)",
    );
  });

  it("can be read back by whoever opens it", () => {
    const all = [84, 20, 60, 12].map((value, i) =>
      fact({ ...plain, fact_id: `o-${i}`, value, unit: "%" }),
    );
    const { catalogue } = world("en", { facts: all });
    for (const operation of lineageOperations) {
      const count = [1, 2, 4].find((n) => takes(operation, n)) ?? 0;
      const used = all.slice(0, count);
      const ids = used.map(({ fact_id }) => fact_id);
      const { value, unit } = computeLineage(operation, used);
      // What is rounded has to be another number than its fact's.
      const shown = operation === "rounded" ? 84.2 : value;
      if (operation === "rounded") catalogue.facts.get("o-0");
      const given = { ...row(), value: shown, unit, operation, fact_id: null, fact_ids: ids };
      const known =
        operation === "rounded"
          ? world("en", { facts: [fact({ ...plain, fact_id: "o-0", value: 84.21, unit })] })
              .catalogue
          : catalogue;
      expect(parseLineage(evidenceId(observe(given, known)))).toEqual({ operation, facts: ids });
    }
  });

  it("names all parents and links to the first", () => {
    const derived = observed({ operation: "quotient", fact_ids: ["a", "b"] });
    expect(evidenceAttributes(derived, zh)).toMatchObject({
      href: "#fact-a",
      "data-fact": "a b",
      "data-evidence": "quotient(a,b)",
    });
  });
});

describe("a row of the reader's own", () => {
  const own = { fact_id: null, report_id: "mine", region_id: "mine", region_en: "My town" };

  it("stands in the chart under its own name, as no link", () => {
    const chart = draw({}, [row({}), row(own)], world("en"));
    const [mark] = [...chart.querySelectorAll("[data-unsourced]")];
    expect(mark?.getAttribute("aria-label")).toContain("My town");
    expect(mark?.hasAttribute("href")).toBe(false);
    expect(chart.querySelector('[href="#fact-"]')).toBeNull();
  });

  it("is judged by its columns: another scope stands apart", () => {
    const panels = (scope: string) =>
      draw({}, [row({}), row({ ...own, scope })], world("en"))
        .querySelectorAll("[data-unsourced]")[0]
        ?.closest("svg")
        ?.querySelectorAll("[data-fact]").length;
    expect(panels("bureau")).not.toBe(panels("jurisdiction_total"));
  });
});

/** A range is always of a derived figure: its flag comes with that (test/charts/range.test.ts). */
type LoneFlag = Exclude<(typeof flags)[number], "inclusion_open">;
const loneFlags = flags.filter((flag): flag is LoneFlag => flag !== "inclusion_open");

/** For each flag a row that has it and nothing else unusual. */
const flagged: Readonly<Record<LoneFlag, Row>> = {
  part_year: { period_basis: "quarter" },
  window_unstated: { period_basis: "unspecified" },
  part: { scope: "delegated_townships" },
  lower_bound: { qualifier: "over" },
  approximate: { qualifier: "nearly" },
  filed: { count_basis: "filed" },
  baseline_statutory: { baseline: "statutory" },
  baseline_unstated: { baseline: "unstated" },
  baseline_last_year: { baseline: "last_year" },
  baseline_promised_before: { baseline: "promised_before" },
  channel: { channel: "enforcement_system" },
  before_accident: { accident: "before" },
  after_accident: { accident: "after" },
  confiscations: { confiscations: "included" },
  violations: { counted_as: "violation" },
  on_site: { counted_as: "on_site_measure" },
  press: { source_kind: "press" },
  unit_inferred: { fact_id: "inferred" },
  derived: { fact_ids: ["half", "other"], operation: "sum" },
  planned: { status: "planned" },
  proposed: { status: "proposed" },
  companion: { report_id: "opening" },
  old_law: { period_end: "2021-08-31" },
  mismatch: { fact_id: "wrong" },
  unsourced: { fact_id: null },
  denied: { fact_id: "other" },
};
const plain = row() as Partial<Fact>;
const facts = [
  fact({ ...plain, fact_id: "inferred", unit_inferred: true }),
  fact({ ...plain, fact_id: "half", value: 70 }),
  fact({ ...plain, fact_id: "other", value: 50 }),
];
const checks = [mismatch("wrong")];
const known = (language: "zh" | "en") => world(language, { facts, checks });
const strip = (rows: readonly Row[], language: "zh" | "en") =>
  figureOf({ type: "dots" }, rows, known(language)).model.caveats.all;

describe.each(loneFlags)("the flag %s", (flag) => {
  it("is set by the row that has it, alone", () => {
    expect(flagsOf(observe(row(flagged[flag]), known("zh").catalogue), known("zh"))).toEqual([
      flag,
    ]);
  });

  it("has a short name and a sentence of its own in each language", () => {
    for (const language of ["zh", "en"] as const) {
      const context = known(language);
      const [sentence = "", ...more] = strip([row(flagged[flag])], language);
      expect(more).toEqual([]);
      expect(sentence).toMatch(language === "zh" ? /^[^a-zA-Z]+。$/u : /^[^\p{Script=Han}]+\.$/u);
      if (flag !== "derived") expect(sentence).toContain(language === "zh" ? "甲市" : "Jia");
      const one = observe(row(flagged[flag]), context.catalogue);
      expect(flagName(flag, one, context).length).toBeGreaterThan(1);
    }
  });
});

describe("flags", () => {
  it("are none for a plain figure of a full year", () => {
    expect(flagsOf(observed(), zh)).toEqual([]);
    expect(strip([row()], "zh")).toEqual([]);
  });

  it("set the old law against penalties, money or not, and only before 1 September 2021", () => {
    const old = { period_end: "2019-12-31" };
    expect(flagsOf(observed({ period_end: "2021-09-01" }), zh)).toEqual([]);
    expect(flagsOf(observed({ ...old, metric_id: "fines", unit: "件" }), zh)).toEqual(["old_law"]);
    // A purchase of so many 万元 is no fine.
    expect(flagsOf(observed({ ...old, metric_id: "firms", unit: "万元" }), zh)).toEqual([]);
  });

  it("name each region once, in one sentence", () => {
    const year = { period_basis: "ytd", unit: "家", metric_id: "firms" };
    const rows = [year, year, { ...year, region_id: "yi" }].map(row);
    const [about] = strip(rows, "zh").filter((text) => text.includes("不足一年"));
    expect(about).toBe("甲市、乙市不足一年，不能与全年直接相比。");
  });

  it("say nothing of what is missing", () => {
    expect(strip([gap({ period_basis: "ytd", qualifier: "over" })], "zh")).toEqual([]);
  });

  it("give way to the rule that says the same with names and values", () => {
    const rows = [row({ period_end: "2022-09-30", period_basis: "ytd" }), row({ region_id: "yi" })];
    const said = strip(rows, "zh").join("\n");
    expect(said).toContain("期间长短不同：甲市9个月；乙市12个月。");
    expect(said).not.toContain("不足一年");
  });
});

it("the delta of two figures is what its lineage computes", () => {
  const parents = [fact({ value: 85.25, unit: "%" }), fact({ value: 61.5, unit: "%" })];
  expect(computeLineage("difference", parents)).toMatchObject({ value: 23.75, unit: "pp" });
});
