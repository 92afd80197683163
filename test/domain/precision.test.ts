import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lineageOperations,
  significantDigits,
  takes,
  type Fact,
  type LineageOperation,
} from "../../src/domain/index.ts";
import { calculate } from "../../src/domain/lineage.ts";
import { parseQuantity } from "../../src/domain/quantity.ts";
import { everything } from "./curated.ts";

type Written = Pick<Fact, "value" | "unit" | "value_text" | "qualifier">;

/** A figure as a report writes it: `1.3亿元`, `3400件`, `约200家`. */
function written(value_text: string, unit: string): Written {
  const read = parseQuantity(value_text, { unit });
  if (!read) throw new Error(`invalid figure: ${value_text}`);
  return { value_text, unit, value: read.value, qualifier: read.qualifier };
}

const digits = (operation: LineageOperation, ...facts: Written[]) =>
  significantDigits(operation, facts);

describe("the precision of a result", () => {
  it.each([
    ["1.3亿元", "3400件", 2],
    ["105.91万元", "22件", 5],
    ["18858.11万元", "5138件", 7],
    // What was written with 万 was rounded.
    ["105.91万元", "1.2万件", 2],
    ["105.91万元", "约2400件", 2],
    ["105.91万元", "2400余件", 2],
    ["约1.3亿元", "3400件", 2],
    ["近105.9万元", "20件", 4],
    ["105.91万元", "至少3400件", 5],
    // One more where the same number of digits would be coarser: 7092元, not 7090; 1.5万元, not 2.
    ["8.51万元", "12件", 4],
    ["3万元", "2件", 2],
    ["3万元", "1件", 1],
  ])("%s ÷ %s has as many digits as its weakest operand: %d", (amount, cases, expected) => {
    expect(digits("quotient", written(amount, "万元"), written(cases, "件"))).toBe(expected);
  });

  it("of counts is exact, also of their shares and sums", () => {
    const [a, b] = [written("857件", "件"), written("913件", "件")];
    for (const operation of ["quotient", "ratio_percent", "sum", "difference", "growth"] as const)
      expect(digits(operation, a, b)).toBe(Infinity);
  });

  it("of sums, differences and rests ends at the place where the weakest operand ends", () => {
    const money = (text: string) => written(text, "万元");
    expect(digits("sum", money("1.3亿元"), money("22.55万元"))).toBe(2);
    expect(digits("difference", money("281.48万元"), money("77.5万元"))).toBe(4);
    expect(digits("complement", written("80.72%", "%"))).toBe(4);
    // Nothing is left that means something: one digit says how small it is.
    expect(digits("difference", money("105万元"), money("104.6万元"))).toBe(1);
  });

  it("of a speed gain and of a growth follows the rate behind it", () => {
    expect(digits("speed_gain", written("20.5%", "%"))).toBe(3);
    expect(digits("growth", written("12.3万元", "万元"), written("10.1万元", "万元"))).toBe(2);
  });

  it("of what is stated in another way than by its digits is not known, and cuts nothing", () => {
    const half = {
      value: 33.3,
      unit: "%",
      value_text: "三分之一以上",
      qualifier: "at_least",
    } as const;
    expect(digits("complement", half)).toBe(Infinity);
  });

  it("of a count of figures, and of a zero, is exact", () => {
    expect(digits("count", written("1.3亿元", "万元"))).toBe(Infinity);
    expect(digits("quotient", written("0万元", "万元"), written("22件", "件"))).toBe(Infinity);
  });
});

describe("any result", () => {
  const amount = fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }))
    .map(([number, decimals]) => `${(number / 10 ** decimals).toFixed(decimals)}万元`)
    .map((text) => written(text, "万元"));
  const count = fc.integer({ min: 1, max: 99_999 }).map((n) => written(`${n}件`, "件"));
  const places = ({ value_text }: Written) => value_text.replace(/^0?\.?0*|\D/g, "").length;

  it("has no fewer digits than its weakest operand, and at most one more", () => {
    fc.assert(
      fc.property(amount, count, (money, cases) => {
        const found = digits("quotient", money, cases);
        expect(found).toBeGreaterThanOrEqual(places(money));
        expect(found).toBeLessThanOrEqual(places(money) + 1);
      }),
    );
  });

  it("is moved by rounding no further than the operands may be off", () => {
    fc.assert(
      fc.property(amount, count, (money, cases) => {
        const value = calculate("quotient", [money.value, cases.value]);
        const shown = Number(value.toPrecision(digits("quotient", money, cases)));
        const step = parseQuantity(money.value_text, { unit: "万元" })?.step ?? NaN;
        const allowed = step / 2 / cases.value;
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(allowed * (1 + 1e-9));
      }),
    );
  });

  it("has the same digits in whatever unit its operand is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99 }), count, (number, cases) => {
        const text = (number / 10).toFixed(1);
        const found = [`${text}亿元`, `${text}万元`, `${text}元`].map((text) =>
          digits("quotient", written(text, "万元"), cases),
        );
        expect(new Set(found).size).toBe(1);
      }),
    );
  });

  it("has one digit or more, for every operation over every figure that we hold", () => {
    const facts = [...everything.values()].filter(({ value }) => value !== 0);
    for (const operation of lineageOperations)
      for (let at = 0; at + 4 <= facts.length; at += 4) {
        const own = facts.slice(at, at + 4);
        const some = [own, own.slice(0, 2), own.slice(0, 1)].find((list) =>
          takes(operation, list.length),
        );
        expect(digits(operation, ...(some ?? []))).toBeGreaterThanOrEqual(1);
      }
  });
});
