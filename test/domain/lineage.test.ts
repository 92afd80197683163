import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  computeLineage,
  formatLineage,
  lineageOperations,
  parseLineage,
  roundDerived,
  takes,
  type Lineage,
} from "../../src/domain/index.ts";
import { fact, meanFine } from "./fixture.ts";

const id = fc.stringMatching(/^[a-z]{1,3}-\d{1,3}$/);
const lineage: fc.Arbitrary<Lineage> = fc.oneof(
  id.map((only) => ({ operation: null, facts: [only] as const })),
  fc
    .tuple(fc.constantFrom(...lineageOperations), fc.array(id, { minLength: 1, maxLength: 5 }))
    .filter(([operation, facts]) => takes(operation, facts.length))
    .map(([operation, facts]) => ({ operation, facts })),
);

describe("a lineage", () => {
  it("is one fact or an operation over facts", () => {
    expect(parseLineage("sw-47")).toEqual({ operation: null, facts: ["sw-47"] });
    expect(parseLineage("quotient(sw-47,sw-46)")).toEqual({
      operation: "quotient",
      facts: ["sw-47", "sw-46"],
    });
  });

  it("survives being written and read", () => {
    fc.assert(
      fc.property(lineage, (value) => {
        expect(parseLineage(formatLineage(value))).toEqual(value);
      }),
    );
  });

  it("is read or refused, whatever the text, and what is read is written back", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."ab-(),_ ") })),
        (text) => {
          const read = parseLineage(text);
          if (read) expect(parseLineage(formatLineage(read))).toEqual(read);
        },
      ),
    );
  });

  it.each([
    "",
    "a b",
    "quotient()",
    "quotient(a)",
    "quotient(a,b",
    "quotient(a,b))",
    "quotient(sum(a,b),c)",
    "product(a,b)",
    "constructor(a,b)",
    "QUOTIENT(a,b)",
    "<img src=x>",
    "javascript:alert(1)",
    "../../etc/passwd",
  ])("is not in %j", (text) => {
    expect(parseLineage(text)).toBeNull();
  });
});

describe("a computed lineage", () => {
  const money = fact({ value: 385.13, unit: "万元" });
  const cases = fact({ value: 80, unit: "件" });

  it("has value, unit and sign of its operation", () => {
    expect(computeLineage("quotient", [money, cases])).toEqual({
      value: 4.814125,
      unit: "万元/件",
      sign: "÷",
    });
    expect(computeLineage("sum", [cases, cases, cases])).toEqual({
      value: 240,
      unit: "件",
      sign: "+",
    });
    expect(computeLineage("difference", [money, money, money])).toMatchObject({
      value: -385.13,
      unit: "万元",
      sign: "−",
    });
    expect(computeLineage("ratio_percent", [fact({ value: 3 }), fact({ value: 8 })])).toEqual({
      value: 37.5,
      unit: "%",
      sign: "÷",
    });
  });

  it("gives a difference of rates in percent points", () => {
    const [high, low] = [fact({ value: 99.9, unit: "%" }), fact({ value: 99.7, unit: "%" })];
    expect(computeLineage("difference", [high, low])).toMatchObject({ value: 0.2, unit: "pp" });
  });

  it("has no floating-point dust", () => {
    const parts = [0.1, 0.2].map((value) => fact({ value }));
    expect(computeLineage("sum", parts).value).toBe(0.3);
  });

  it("takes its facts in order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        const facts = [fact({ value: a }), fact({ value: b })];
        expect(computeLineage("quotient", facts).value).toBeCloseTo(a / b, 6);
        expect(computeLineage("difference", facts).value).toBe(a - b);
      }),
    );
  });

  it("is the mean fine of the domain, in value and unit", () => {
    const amount = fact({ metric_id: "penalty_amount", value: 385.13, unit: "万元" });
    const filed = fact({ metric_id: "cases_filed", value: 80, unit: "件", count_basis: "filed" });
    const mean = meanFine(amount, filed);
    if (!mean.ok) throw new Error(mean.refusal);
    expect(computeLineage("quotient", [amount, filed])).toMatchObject({
      value: mean.derived.value,
      unit: mean.derived.unit,
    });
  });

  it("refuses to divide by zero and to compute from one number", () => {
    const zero = fact({ value: 0 });
    expect(() => computeLineage("quotient", [money, zero])).toThrow("invalid quotient");
    expect(() => computeLineage("ratio_percent", [zero, zero])).toThrow("invalid ratio_percent");
    expect(() => computeLineage("sum", [money])).toThrow("missing operands: sum of 1");
    expect(() => computeLineage("sum", [])).toThrow("missing operands");
  });
});

it("a derived value is rounded to five digits for show", () => {
  expect([4.814125, 31.999996, 0.000123456].map(roundDerived)).toEqual([4.8141, 32, 0.00012346]);
});
