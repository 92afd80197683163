import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readData } from "../../scripts/data.ts";
import { evidenceAttributes } from "../../src/charts/index.ts";
import { observe, type Row } from "../../src/figures/index.ts";
import { byId, computeLineage, factsOf, parseLineage, type Fact } from "../../src/domain/index.ts";
import { world } from "../charts/world.ts";

const { dataset } = await readData(fileURLToPath(new URL("../../data", import.meta.url)));
const all = factsOf(dataset);
const catalogue = {
  ...world("zh").catalogue,
  facts: byId(all, "fact_id"),
  regions: byId(dataset.regions, "region_id"),
  metrics: byId(dataset.metrics, "metric_id"),
};
const context = { ...world("zh"), catalogue };
const factOf = (id: string): Fact => {
  const fact = catalogue.facts.get(id);
  if (!fact) throw new Error(`missing fact: ${id}`);
  return fact;
};
const sourceOf = (row: Row) => observe(row, catalogue).source;
const suzhou = factOf("sz-12");

describe("a number is stated", () => {
  it("where it is its fact's, in its unit, one that differs by a power of ten, or none", () => {
    const { fact_id, value } = suzhou;
    const rows = [
      { ...suzhou },
      { fact_id, value, unit: "万元" },
      { fact_id, value },
      { fact_id, value: value / 10_000, unit: "亿元" },
      { fact_id, value: value * 10_000, unit: "元" },
    ];
    for (const row of rows)
      expect(sourceOf(row)).toMatchObject({ kind: "stated", facts: ["sz-12"] });
  });

  it("with all that is known of it, also where a row names it twice", () => {
    const row = { fact_ids: ["sz-12", "sz-12"], value: suzhou.value };
    const { metric_id, scope, source } = observe(row, catalogue);
    expect(source).toMatchObject({ kind: "stated" });
    expect({ metric_id, scope }).toEqual({ metric_id: suzhou.metric_id, scope: suzhou.scope });
  });

  it("and not where value, unit, measure, place, time or scope are another's", () => {
    const { fact_id, value } = suzhou;
    const forged: Row[] = [
      { fact_id, value: 999_999, unit: "万元" },
      { fact_id, value: value * 100 },
      { fact_id, value: value / 10_000 },
      { fact_id, value, unit: "件" },
      { fact_id, value, unit: "亿元" },
      { fact_id, value, region_id: "shanwei" },
      { fact_id, value, metric_id: "penalty_cases" },
      { fact_id, value, period_start: "2022-01-01", period_end: "2022-12-31" },
      { fact_id, value, scope: "bureau" },
      { fact_id, value, qualifier: "at_least" },
      { fact_id: "nobody", value },
      { fact_ids: ["sz-12", "nobody"], value },
      { fact_id, value: 42, operation: "sum" },
      { fact_ids: ["sz-12", "sw-47"], value: 1, operation: "quotient" },
      { fact_ids: ["sz-12", "sw-47"], value, operation: "sum(sz-12)", region_id: "shanwei" },
    ];
    for (const row of forged) {
      const observation = observe(row, catalogue);
      expect(observation.source, JSON.stringify(row)).toMatchObject({ kind: "none", facts: [] });
      const attributes = JSON.stringify(evidenceAttributes(observation, context));
      expect(attributes).not.toMatch(/data-fact|data-evidence|href/);
    }
  });
});

describe("a number is derived", () => {
  const [a, b] = [factOf("sw-47"), factOf("sw-46")];
  it.each([
    ["quotient", { value: a.value / b.value, unit: "万元/件", operation: "quotient" }],
    ["quotient", { value: (a.value / b.value) * 10_000, unit: "元/件", operation: "quotient" }],
    ["quotient", { value: Number((a.value / b.value).toFixed(2)), unit: "万元/件" }],
  ] as const)("by the operation that gives it: %s", (operation, row) => {
    const fact_ids = ["sw-47", "sw-46"];
    expect(sourceOf({ ...row, fact_ids })).toMatchObject({ kind: "derived", operation });
  });

  it("by what groups do: sums, means, counts; and rounding is named", () => {
    const cases = all.filter(({ metric_id, breakdown_of, same_as }) => {
      return metric_id === "penalty_cases" && breakdown_of === null && same_as === null;
    });
    const parts = cases.slice(0, 5);
    const fact_ids = parts.map(({ fact_id }) => fact_id);
    expect(fact_ids.length).toBeGreaterThan(1);
    const sum = parts.reduce((total, { value }) => total + value, 0);
    expect(sourceOf({ fact_ids, value: sum })).toMatchObject({ operation: "sum" });
    expect(sourceOf({ fact_ids, value: sum / 5 })).toMatchObject({ operation: "mean" });
    expect(sourceOf({ fact_ids, value: 5, unit: "个" })).toMatchObject({ operation: "count" });
    expect(sourceOf({ fact_ids, value: sum * 100 }).kind).toBe("none");
    const rounded = { fact_id: "sz-12", value: 18858.1, unit: "万元" };
    expect(sourceOf(rounded)).toMatchObject({ kind: "derived", operation: "rounded" });
    expect(sourceOf({ ...rounded, value: 19_500 }).kind).toBe("none");
  });

  it("but never by adding a total and its part, or one figure twice", () => {
    const part = all.find(({ breakdown_of, unit }) => {
      const total = breakdown_of === null ? undefined : catalogue.facts.get(breakdown_of);
      return total !== undefined && total.unit === unit;
    });
    if (!part?.breakdown_of) throw new Error("missing part");
    const total = factOf(part.breakdown_of);
    const fact_ids = [total.fact_id, part.fact_id];
    const row = { fact_ids, value: total.value + part.value, unit: part.unit, operation: "sum" };
    expect(sourceOf(row)).toMatchObject({ kind: "none", denial: { kind: "overlap" } });
    const twice = { fact_ids: ["sz-12", "sz-12"], value: 2 * suzhou.value, operation: "sum" };
    expect(sourceOf(twice)).toMatchObject({ kind: "none", denial: { kind: "overlap" } });
  });
});

/** Judged by another way than the code's: what the clause of an evidence id says, recomputed. */
function isTrue(id: string, value: number, unit: string): boolean {
  const lineage = parseLineage(id);
  if (!lineage) return false;
  const facts = lineage.facts.map(factOf);
  const result =
    lineage.operation === null
      ? { value: facts[0]?.value ?? NaN, unit: facts[0]?.unit ?? "" }
      : computeLineage(lineage.operation, facts);
  const scale = (text: string) => 10 ** ({ 万: 4, 亿: 8 }[text[0] ?? ""] ?? 0);
  const [shown, exact] = [value * scale(unit), result.value * scale(result.unit)];
  const tolerance = lineage.operation === null ? 1e-12 : 0.0101;
  return Math.abs(shown - exact) <= tolerance * Math.max(Math.abs(shown), Math.abs(exact));
}

it("of several figures that a row names, the one whose number it is says the rest", () => {
  const stated = factOf("c-2238");
  const { source, ...said } = observe(
    { fact_ids: ["ws-10", "c-2238"], value: stated.value },
    catalogue,
  );
  expect(source).toMatchObject({ kind: "stated", facts: ["c-2238"] });
  const { region_id, metric_id, scope, period_end, unit } = stated;
  expect(said).toMatchObject({ region_id, metric_id, scope, period_end, unit });
});

it("no number that differs from its fact ever carries that fact's clause as its own", () => {
  const some = fc.constantFrom(...all);
  const row = fc.record(
    {
      fact_id: some.map(({ fact_id }) => fact_id),
      fact_ids: fc.array(
        some.map(({ fact_id }) => fact_id),
        { minLength: 1, maxLength: 4 },
      ),
      operation: fc.constantFrom("sum", "quotient", "difference", "rounded", "count", "x(y)", null),
      unit: fc.constantFrom("万元", "元", "亿元", "件", "%", "pp", "家", ""),
      region_id: some.map(({ region_id }) => region_id),
      metric_id: some.map(({ metric_id }) => metric_id),
      scope: some.map(({ scope }) => scope),
      period_end: some.map(({ period_end }) => period_end),
      value: fc.oneof(
        some.map(({ value }) => value),
        some.map(({ value }) => value * 100),
        some.map(({ value }) => Math.round(value)),
        fc.double({ noNaN: true }),
        fc.integer({ min: 0, max: 100 }),
      ),
    },
    { requiredKeys: ["value"] },
  );
  // Half of the rows begin as true ones, so that most of what is tried is nearly right.
  const near = fc.tuple(some, row).map(([fact, changes]) => ({ ...fact, ...changes }));
  const close = fc
    .tuple(some, row, fc.constantFrom(1, 1, 100, 1e-4, 1e4, 1.0001))
    .map(([fact, changes, factor]) => {
      const [change] = Object.entries(changes).filter(([name]) => name !== "value");
      const mixed = change && factor === 1 ? { [change[0]]: change[1] } : {};
      return { ...fact, ...mixed, value: fact.value * factor };
    });
  let sourced = 0;
  fc.assert(
    fc.property(fc.oneof(row, near, close), (given) => {
      const observation = observe(given, catalogue);
      const { source, value, unit } = observation;
      const attributes = evidenceAttributes(observation, context);
      expect("data-fact" in attributes).toBe(source.kind !== "none");
      if (source.kind === "none" || value === null) return;
      sourced += 1;
      const id = String(attributes["data-evidence"] ?? "");
      expect(isTrue(id, value, unit), `${JSON.stringify(given)} ${id}`).toBe(true);
      if (source.kind !== "stated") return;
      const fact = factOf(source.facts[0]);
      for (const column of ["region_id", "metric_id", "scope", "period_end"] as const)
        expect(observation[column]).toBe(fact[column]);
    }),
    { numRuns: 6000 },
  );
  expect(sourced).toBeGreaterThan(20);
});
