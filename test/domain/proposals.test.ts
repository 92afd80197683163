import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeIdentities } from "../../src/domain/index.ts";
import type { Fact } from "../../src/domain/index.ts";
import { core, identities } from "./curated.ts";
import { identity, written } from "./fixture.ts";

const key = ({ operands, stated }: { operands: readonly string[]; stated: string | null }) =>
  [...operands, stated].join(" ");
const found = (...facts: readonly Fact[]) =>
  proposeIdentities(facts).map(
    ({ kind, identity: { stated, operands }, check, score }) =>
      `${kind} ${check.verdict} ${stated} ${operands.join(",")} ${score}`,
  );

const count = (id: string, value: number, metric_id: string, changes: Partial<Fact> = {}) =>
  written(value, `${value}件`, { fact_id: id, unit: "件", metric_id, ...changes });
const rate = (id: string, text: string, metric_id: string, changes: Partial<Fact> = {}) =>
  written(Number.parseFloat(text), text, { fact_id: id, unit: "%", metric_id, ...changes });

describe("the curated figures", () => {
  it("give back the identities of their curators, and no other", () => {
    const proposals = proposeIdentities(core);
    const curated = new Set(identities.map(key));
    expect(proposals.filter((one) => !curated.has(key(one.identity)))).toEqual([]);
    expect(proposals).toHaveLength(15);
  });

  it("leave nothing to propose beside what is curated", () => {
    expect(proposeIdentities(core, { identities })).toEqual([]);
  });

  it("show the one mismatch and the soft cases, after what agrees", () => {
    const verdicts = proposeIdentities(core).map(({ check }) => check.verdict);
    expect(verdicts.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => "ok"));
    const stated = proposeIdentities(core)
      .filter(({ check }) => check.verdict !== "ok")
      .map(({ identity: { stated } }) => stated);
    expect(stated).toEqual(["sw-31", "zh-14", "sw-44", "sz-11"]);
  });

  it("are searched alike in any order", () => {
    const keys = (facts: readonly Fact[]) =>
      proposeIdentities(facts)
        .map((one) => [...one.identity.operands].sort().join() + one.identity.stated)
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(core, { minLength: core.length }), (shuffled) => {
        expect(keys(shuffled)).toEqual(keys(core));
      }),
      { numRuns: 5 },
    );
  });

  it("with their values dealt out anew suggest next to nothing", () => {
    const counts = core.filter((fact) => fact.unit === "件" && fact.breakdown_of === null);
    let proposals = 0;
    fc.assert(
      fc.property(fc.shuffledSubarray(counts, { minLength: counts.length }), (dealt) => {
        const values = new Map(counts.map((fact, index) => [fact.fact_id, dealt[index] ?? fact]));
        const facts = core.map((fact) => {
          const other = values.get(fact.fact_id);
          return other ? { ...fact, value: other.value, value_text: other.value_text } : fact;
        });
        proposals += proposeIdentities(facts, { identities }).length;
      }),
      { numRuns: 20, seed: 1 },
    );
    expect(proposals / 20).toBeLessThan(1);
  });
});

describe("a sum", () => {
  const total = count("t", 31, "penalty_cases");
  const part = (id: string, value: number, metric = `penalty_cases_${id}`) =>
    count(id, value, metric, { breakdown_of: "t" });

  it("of linked parts is proposed in the shape of checks.json", () => {
    expect(proposeIdentities([total, part("a", 3), part("b", 28)])).toMatchObject([
      {
        kind: "parts",
        score: 1,
        identity: identity({
          check_id: "proposed-parts-t-a-b",
          operation: "sum",
          operands: ["a", "b"],
          stated: "t",
        }),
        check: { verdict: "ok", identity: "3 + 28" },
      },
    ]);
  });

  it("needs two parts, each counted once", () => {
    expect(found(total, part("a", 31))).toEqual([]);
    const twice = { ...part("b", 3), same_as: "a" };
    expect(found(total, part("a", 3), twice, part("c", 28))).toEqual(["parts ok t a,c 1"]);
  });

  it("keeps metrics apart that each fill the total", () => {
    expect(
      found(total, part("a", 3, "x"), part("b", 28, "x"), part("c", 4, "y"), part("d", 27, "y")),
    ).toEqual(["parts ok t a,b 1", "parts ok t c,d 1"]);
    expect(found(total, part("a", 3, "x"), part("b", 27, "x"), part("c", 1, "y"))).toEqual([]);
  });

  it("that nearly fills its total is shown as a mismatch, one far off not at all", () => {
    const big = count("t", 1000, "penalty_cases");
    expect(found(big, part("a", 500), part("b", 479))).toEqual([]);
    expect(found(big, part("a", 500), part("b", 480))).toEqual(["parts mismatch t a,b 0.5"]);
  });

  it("is found without a link where figures of one family add up", () => {
    const free = (id: string, value: number, changes: Partial<Fact> = {}) =>
      count(id, value, `penalty_cases_${id}`, changes);
    expect(found(total, free("a", 3), free("b", 28))).toEqual(["total ok t a,b 0.5"]);
    expect(found(total, free("a", 3), free("b", 28), free("c", 40))).toEqual([
      "total ok t a,b 0.5",
    ]);
    expect(found(total, free("a", 3), free("b", 27))).toEqual([]);
    expect(found(total, free("a", 3), count("b", 28, "permits"))).toEqual([]);
    for (const elsewhere of [
      { report_id: "x" },
      { region_id: "x" },
      { scope: "delegated_townships" },
      { subset: "sector:x" },
      { period_end: "2022-09-30" },
      { period_start: "2022-02-01" },
      { period_basis: "ytd" },
      { unit: "项" },
    ] as const)
      expect(found(total, free("a", 3), free("b", 28, elsewhere))).toEqual([]);
  });

  it("is no sum of one figure, of zeros, of more than four or of small counts", () => {
    const free = (id: string, value: number) => count(id, value, `penalty_cases_${id}`);
    expect(found(total, free("a", 31))).toEqual([]);
    expect(found(total, free("a", 31), free("b", 0))).toEqual([]);
    expect(found(count("t", 19, "penalty_cases"), free("a", 9), free("b", 10))).toEqual([]);
    expect(found(count("t", 20, "penalty_cases"), free("a", 9), free("b", 11))).toHaveLength(1);
    const terms = [1, 2, 4, 8].map((value) => free(`p${value}`, value));
    expect(found(count("t", 31, "penalty_cases"), ...terms, free("z", 16))).toEqual([]);
    expect(found(count("t", 30, "penalty_cases"), ...terms.slice(1), free("z", 16))).toHaveLength(
      1,
    );
  });

  it("of the bodies of a jurisdiction is proposed for one metric", () => {
    const of = (id: string, value: number, scope: Fact["scope"]) =>
      count(id, value, "penalty_cases", { scope });
    const [city, bureau, counties] = [
      of("c", 130, "jurisdiction_total"),
      of("b", 25, "bureau"),
      of("u", 105, "subordinate_units"),
    ];
    expect(found(city, bureau, counties)).toEqual(["total ok c b,u 0.8"]);
    expect(found(city, bureau)).toEqual([]);
    expect(found(city, bureau, { ...counties, metric_id: "permits" })).toEqual([]);
    expect(found(city, bureau, { ...counties, value: 104, value_text: "104件" })).toEqual([]);
  });
});

describe("a ratio", () => {
  const whole = count("w", 4277, "cases_filed");
  const part = count("p", 4150, "cases_filed_pre_accident");
  const share = rate("r", "97.03%", "cases_filed_pre_accident_share");

  it("of two counts is proposed, the likelier for a link", () => {
    expect(found(whole, part, share)).toEqual(["share ok r p,w 0.8"]);
    expect(found(whole, { ...part, breakdown_of: "w" }, share)).toEqual(["share ok r p,w 1"]);
  });

  it("that was cut off is a little less likely", () => {
    const cut = rate("r", "97.0%", "cases_filed_pre_accident_share");
    expect(found(whole, part, cut)).toEqual(["share ok r p,w 0.8"]);
    const [found_, fixed] = [
      count("f", 2212, "major_hazards_found"),
      count("x", 2177, "major_hazards_rectified"),
    ];
    const truncated = rate("r", "98.41%", "major_hazard_rectification_rate");
    expect(found(found_, fixed, truncated)).toEqual(["share rounding r x,f 0.72"]);
  });

  it("that is a slip of digits off is shown where link and names say that it must hold", () => {
    const total = count("f", 2212, "major_hazards_found");
    const fixed = count("x", 2177, "major_hazards_rectified", { breakdown_of: "f" });
    const slip = rate("r", "98.14%", "major_hazard_rectification_rate");
    expect(found(total, fixed, slip)).toEqual(["share mismatch r x,f 0.5"]);
    expect(found(total, { ...fixed, breakdown_of: null }, slip)).toEqual([
      "share rounding r f 0.28",
    ]);
    const off = rate("r", "96.14%", "major_hazard_rectification_rate");
    expect(found(total, fixed, off)).toEqual([]);
  });

  it("is none between other places, units or families, nor of 0 and 100 %", () => {
    expect(found(whole, part, { ...share, scope: "jurisdiction_total" })).toEqual([]);
    expect(found(whole, { ...part, unit: "项", value_text: "4150项" }, share)).toEqual([]);
    expect(found(whole, part, { ...share, metric_id: "water_quality" })).toEqual([]);
    expect(found(whole, { ...part, metric_id: "permits" }, share)).toEqual([]);
    expect(
      found(whole, count("p", 4277, "cases_filed_x"), rate("r", "100%", "cases_filed_x_share")),
    ).toEqual([]);
  });

  it("of a whole alone is proposed where few parts fit", () => {
    const hazards = count("h", 1744, "hazards_found");
    const rectified = (text: string) => rate("r", text, "hazard_rectification_rate");
    expect(found(hazards, rectified("98.79%"))).toEqual(["share rounding r h 0.3"]);
    expect(found(hazards, rectified("98.80%"))).toEqual(["share ok r h 0.33"]);
    expect(found({ ...hazards, value: 5000, value_text: "5000件" }, rectified("98.80%"))).toEqual(
      [],
    );
    expect(found({ ...hazards, breakdown_of: "z" }, rectified("98.80%"))).toEqual([]);
    expect(found(hazards, { ...rectified("98.80%"), qualifier: "over" })).toEqual([]);
    expect(found(hazards, rate("r", "98.80%", "hazard_rectification_share"))).toEqual([]);
    expect(found(count("h", 1744, "permits"), rectified("98.80%"))).toEqual([]);
  });
});

describe("a mean", () => {
  const fines = written(15233.68, "15233.68万元", {
    fact_id: "f",
    unit: "万元",
    metric_id: "penalty_amount_pre_accident",
  });
  const cases = count("n", 4150, "cases_filed_pre_accident");
  const mean = written(3.67, "3.67万元", {
    fact_id: "m",
    unit: "万元/件",
    metric_id: "penalty_amount_per_case_pre_accident",
  });

  it("is found by the units it divides", () => {
    expect(found(fines, cases, mean)).toEqual(["mean ok m f,n 1"]);
    expect(found(fines, { ...cases, unit: "家", value_text: "4150家" }, mean)).toEqual([]);
    expect(found(fines, { ...cases, value: 0, value_text: "0件" }, mean)).toEqual([]);
    expect(found(fines, { ...cases, value: 4000, value_text: "4000件" }, mean)).toEqual([]);
    expect(found({ ...fines, metric_id: "reserve" }, cases, mean)).toEqual([]);
    expect(found(fines, { ...cases, metric_id: "permit" }, { ...mean, scope: "bureau" })).toEqual(
      [],
    );
  });
});

describe("growth", () => {
  const now = count("n", 4150, "cases_filed");
  const rise = rate("g", "18.37%", "cases_filed_yoy");
  const before = count("b", 3506, "cases_filed", {
    period_start: "2021-01-01",
    period_end: "2021-12-31",
  });

  it("is held against the year before where that is stated, else against a whole number", () => {
    expect(found(now, rise, before)).toEqual(["growth ok g n,b 0.9"]);
    expect(found(now, rise)).toEqual(["growth ok g n 0.6"]);
    expect(found(now, rise, { ...before, period_start: "2021-02-01" })).toEqual([
      "growth ok g n 0.6",
    ]);
    expect(found(now, rise, { ...before, metric_id: "permits" })).toEqual(["growth ok g n 0.6"]);
  });

  it("that fits no whole number is shown if it is near, and none of another place", () => {
    expect(found(count("n", 830, "cases_filed"), rate("g", "54.52%", "cases_filed_yoy"))).toEqual([
      "growth mismatch g n 0.3",
    ]);
    expect(found(count("n", 7, "cases_filed"), rate("g", "54.52%", "cases_filed_yoy"))).toEqual([]);
    expect(found({ ...now, scope: "jurisdiction_total" }, rise)).toEqual([]);
    expect(found(now, { ...rise, metric_id: "permits_yoy" })).toEqual([]);
  });
});

describe("what is curated", () => {
  const total = count("t", 31, "penalty_cases");
  const parts = [3, 28].map((value) =>
    count(`p${value}`, value, `penalty_cases_${value}`, { breakdown_of: "t" }),
  );
  const curated = identity({ operands: ["p28", "p3"], stated: "t" });

  it("is not proposed again, in whatever order, nor by a second mention", () => {
    const again = (one: typeof curated, ...more: Fact[]) =>
      proposeIdentities([total, ...parts, ...more], { identities: [one] });
    expect(again(curated)).toEqual([]);
    const mention = { ...total, fact_id: "t2", same_as: "t" };
    expect(again({ ...curated, stated: "t2" }, mention)).toEqual([]);
    expect(again({ ...curated, operands: ["p28"] })).toHaveLength(1);
    expect(again({ ...curated, operands: ["t", "p3"], stated: "p28" })).toEqual([]);
    expect(again({ ...curated, operands: ["t", "p3", "p28"], stated: null })).toEqual([]);
  });
});
