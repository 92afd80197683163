import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  computeLineage,
  formatLineage,
  formulaOf,
  lineageOperations,
  parseLineage,
  roundDerived,
} from "../../src/domain/index.ts";
import type { Lineage, LineageOperation } from "../../src/domain/index.ts";

const of = (value: number, unit = "件") => ({ value, unit });
const arity: Readonly<Record<LineageOperation, number>> = {
  quotient: 2,
  difference: 3,
  sum: 3,
  ratio_percent: 2,
  per_hundred: 2,
  per_thousand: 2,
  reduction: 2,
  complement: 1,
  speed_gain: 1,
  quotient_of_differences: 4,
  quotient_of_sums: 4,
  mean: 3,
  growth: 2,
  count: 3,
  rounded: 1,
};

/** Operands that an operation needs at least, where it takes more. */
const least: Partial<Record<LineageOperation, number>> = {
  difference: 2,
  sum: 2,
  mean: 2,
  count: 1,
};

describe("an operation", () => {
  it.each([
    ["quotient", [of(105.91, "万元"), of(22)], 4.81409090909, "万元/件", "÷", "105.91 ÷ 22"],
    ["difference", [of(281.48, "万元"), of(77.48, "万元")], 204, "万元", "−", "281.48 − 77.48"],
    ["difference", [of(184), of(3), of(26)], 155, "件", "−", "184 − 3 − 26"],
    ["difference", [of(84.24, "%"), of(80.72, "%")], 3.52, "pp", "−", "84.24 − 80.72"],
    ["sum", [of(15), of(9), of(4)], 28, "件", "+", "15 + 9 + 4"],
    ["sum", [of(0.1), of(0.2)], 0.3, "件", "+", "0.1 + 0.2"],
    ["ratio_percent", [of(1), of(8)], 12.5, "%", "÷", "1 ÷ 8 × 100"],
    ["per_hundred", [of(1), of(8, "家次")], 12.5, "件/百家次", "÷", "1 ÷ 8 × 100"],
    ["per_thousand", [of(1), of(8, "家")], 125, "件/千家", "÷", "1 ÷ 8 × 1000"],
    ["reduction", [of(17, "工作日"), of(25, "工作日")], 32, "%", "÷", "100 − 17 ÷ 25 × 100"],
    [
      "quotient_of_sums",
      [of(105.91, "万元"), of(8.51, "万元"), of(22), of(12)],
      3.36529411765,
      "万元/件",
      "",
      "(105.91 + 8.51) ÷ (22 + 12)",
    ],
    ["complement", [of(84.24, "%")], 15.76, "%", "", "100 − 84.24"],
    ["speed_gain", [of(20.5, "%")], 25.786163522, "%", "", "20.5 ÷ (100 − 20.5) × 100"],
    ["mean", [of(15), of(9), of(4)], 9.33333333333, "件", "+", "(15 + 9 + 4) ÷ 3"],
    ["growth", [of(3), of(2)], 50, "%", "÷", "3 ÷ 2 × 100 − 100"],
    ["count", [of(15), of(9)], 2, "个", "+", "1 + 1"],
    ["rounded", [of(9.4)], 9.4, "件", "≈", "9.4"],
    [
      "quotient_of_differences",
      [of(281.48, "万元"), of(77.48, "万元"), of(130), of(25)],
      1.94285714286,
      "万元/件",
      "",
      "(281.48 − 77.48) ÷ (130 − 25)",
    ],
  ] as const)("%s has value, unit, sign and formula", (name, facts, value, unit, sign, formula) => {
    expect(computeLineage(name, facts)).toEqual({ value, unit, sign });
    expect(
      formulaOf(
        name,
        facts.map((one) => String(one.value)),
      ),
    ).toBe(formula);
  });

  it("divides by nothing that is zero", () => {
    expect(() => computeLineage("quotient", [of(1), of(0)])).toThrow(
      "invalid quotient: division by zero",
    );
    expect(() => computeLineage("speed_gain", [of(100)])).toThrow("invalid speed_gain");
  });

  it.each(lineageOperations)("%s takes no fewer operands than it needs", (name) => {
    const few = Array.from({ length: (least[name] ?? arity[name]) - 1 });
    expect(() =>
      computeLineage(
        name,
        few.map(() => of(1)),
      ),
    ).toThrow(`missing operands: ${name} of ${few.length}`);
  });

  it("takes no more than it can use", () => {
    expect(() => computeLineage("quotient", [of(1), of(1), of(1)])).toThrow(
      "invalid operands: quotient of 3",
    );
  });

  it("writes its formula over names too", () => {
    expect(formulaOf("quotient", ["A", "B"])).toBe("A ÷ B");
  });
});

describe("the text of a lineage", () => {
  const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/);
  const lineage: fc.Arbitrary<Lineage> = fc.oneof(
    id.map((one): Lineage => ({ operation: null, facts: [one] })),
    fc
      .constantFrom(...lineageOperations)
      .chain((operation) =>
        fc
          .array(id, { minLength: arity[operation], maxLength: arity[operation] })
          .map((facts): Lineage => ({ operation, facts })),
      ),
  );

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(lineage, (one) => {
        expect(parseLineage(formatLineage(one))).toEqual(one);
      }),
    );
  });

  it.each([
    "",
    "a b",
    "x(a,b)",
    "quotient(a)",
    "quotient(a,b,c)",
    "sum(a)",
    "quotient(a,b",
    "quotient((a,b))",
    "x quotient(a,b)",
    "quotient(a,b) x",
    "a!",
  ])("is refused where it names no operation over facts: %j", (text) => {
    expect(parseLineage(text)).toBeNull();
  });

  it("may have spaces between its operands", () => {
    expect(parseLineage("quotient( a , b )")).toEqual({ operation: "quotient", facts: ["a", "b"] });
    expect(parseLineage("quotient")).toEqual({ operation: null, facts: ["quotient"] });
  });
});

it("rounds what is derived to five significant digits, unless it is short", () => {
  expect([4.81409090909, 18858.11, 123456.789, 0.00123456].map(roundDerived)).toEqual([
    4.8141, 18858.11, 123460, 0.0012346,
  ]);
});
