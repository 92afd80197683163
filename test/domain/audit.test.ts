import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowedBy, byId, recompute } from "../../src/domain/index.ts";
import type { Fact, Identity } from "../../src/domain/index.ts";
import { identity, written } from "./fixture.ts";

function check(changes: Partial<Identity>, ...facts: Fact[]) {
  return recompute(identity(changes), byId(facts, "fact_id"));
}
const figure = (
  id: string,
  value: number,
  text: string,
  unit = "件",
  changes: Partial<Fact> = {},
) => written(value, text, { fact_id: id, unit, ...changes });

const found = figure("found", 2212, "2212处", "项");
const fixed = figure("fixed", 2177, "2177处", "项");

describe("a recomputed identity", () => {
  it("is ok within half a unit of the last place stated", () => {
    const rate = figure("rate", 98.42, "98.42%", "%");
    const result = check(
      { operation: "ratio_percent", operands: ["fixed", "found"], stated: "rate" },
      found,
      fixed,
      rate,
    );
    expect(result).toMatchObject({ verdict: "ok", identity: "2177 ÷ 2212 × 100", stated: 98.42 });
    expect(result.recomputed).toBeCloseTo(98.4177, 4);
    expect(result.difference).toBeCloseTo(0.0023, 4);
  });

  it("is a mismatch where digits were swapped, and keeps both values", () => {
    const rate = figure("rate", 98.14, "98.14%", "%");
    const swapped = {
      operation: "ratio_percent",
      operands: ["fixed", "found"],
      stated: "rate",
    } as const;
    const result = check(swapped, found, fixed, rate);
    expect(result).toMatchObject({ verdict: "mismatch", stated: 98.14 });
    expect(result.difference).toBeCloseTo(-0.2777, 4);
  });

  it("is rounding where the last place was cut off, without anyone saying so", () => {
    const rate = figure("rate", 98.41, "98.41%", "%");
    const cut = {
      operation: "ratio_percent",
      operands: ["fixed", "found"],
      stated: "rate",
    } as const;
    expect(check(cut, found, fixed, rate).verdict).toBe("rounding");
  });

  it("takes the tolerance from what was written, not from the number", () => {
    const operands = ["a", "b"];
    const parts = [figure("a", 196, "196件"), figure("b", 1000, "1000件")];
    const ratio = (text: string) =>
      check(
        { operation: "ratio_percent", operands, stated: "r" },
        ...parts,
        figure("r", Number.parseFloat(text), text, "%"),
      ).verdict;
    expect(ratio("20%")).toBe("ok");
    expect(ratio("20.0%")).toBe("mismatch");
  });

  it("is rounding with its reason where a difference is understood", () => {
    const sum = { operands: ["a"], stated: "b", soft_reason: "open list", soft_reason_zh: "等" };
    const result = check(sum, figure("a", 5, "5件"), figure("b", 7, "7件"));
    expect(result).toMatchObject({ verdict: "rounding", note: "open list", note_zh: "等" });
  });

  it("is ok where it keeps to a stated bound", () => {
    const over = figure("b", 5, "5余件", "件", { qualifier: "over" });
    const nearly = figure("b", 5, "近5件", "件", { qualifier: "nearly" });
    const sum = { operands: ["a"], stated: "b" };
    expect(check(sum, figure("a", 7, "7件"), over).verdict).toBe("ok");
    expect(check(sum, figure("a", 3, "3件"), over).verdict).toBe("mismatch");
    expect(check(sum, figure("a", 3, "3件"), nearly).verdict).toBe("ok");
    expect(check(sum, figure("a", 7, "7件"), nearly).verdict).toBe("mismatch");
  });

  it("is derived where nothing is stated", () => {
    const mean = { operation: "quotient", operands: ["f", "a"] } as const;
    const result = check(mean, figure("f", 77.48, "77.48万元", "万元"), figure("a", 25, "25宗"));
    expect(result).toMatchObject({ verdict: "derived", stated: null, difference: null });
    expect(result.recomputed).toBe(3.0992);
  });

  it("carries no noise of binary fractions", () => {
    const money = (id: string, value: number) => figure(id, value, `${value}万元`, "万元");
    const rest = { operation: "difference", operands: ["a", "b"] } as const;
    expect(check(rest, money("a", 281.48), money("b", 77.48)).recomputed).toBe(204);
  });

  it("finds the whole number that a report keeps to itself", () => {
    const all = figure("all", 1744, "1744处", "项");
    const rate = figure("rate", 98.79, "98.79%", "%");
    const part = check(
      { operation: "ratio_percent", operands: ["all"], stated: "rate" },
      all,
      rate,
    );
    expect(part).toMatchObject({ verdict: "rounding" });
    expect(part.identity).toBe("round(1744 × 98.79 ÷ 100) ÷ 1744 × 100");
    const now = figure("now", 4150, "4150件");
    const rise = figure("rise", 18.37, "18.37%", "%");
    const growth = check({ operation: "growth", operands: ["now"], stated: "rise" }, now, rise);
    expect(growth).toMatchObject({ verdict: "ok" });
    expect(growth.identity).toBe("4150 ÷ round(4150 ÷ 1.1837) × 100 − 100");
  });

  it("counts what a report lists", () => {
    const [a, b] = [figure("a", 4, "4项"), figure("b", 110, "110项")];
    const categories = { operation: "count", operands: ["a", "b"], stated: "n" } as const;
    expect(check(categories, a, b, figure("n", 2, "2类", "类"))).toMatchObject({
      verdict: "ok",
      identity: "1 + 1",
    });
  });

  it("says which values rounding or truncation turns into the stated figure", () => {
    const interval = (text: string, changes: Partial<Fact> = {}) => {
      const one = figure("r", Number.parseFloat(text), text.replace("-", ""), "%", changes);
      const { allowed_low, allowed_high } = allowedBy(one);
      return [allowed_low, allowed_high];
    };
    expect(interval("98.14%")).toEqual([98.135, 98.15]);
    expect(interval("20%")).toEqual([19.5, 21]);
    expect(interval("-2.5%")).toEqual([-2.6, -2.45]);
    expect(interval("20%", { qualifier: "over" })).toEqual([19.5, null]);
    expect(interval("20%", { qualifier: "at_least" })).toEqual([19.5, null]);
    expect(interval("20%", { qualifier: "nearly" })).toEqual([null, 21]);
    const nothing = check({ operands: ["a"] }, figure("a", 5, "5件"));
    expect(nothing).toMatchObject({ allowed_low: null, allowed_high: null });
  });

  it("judges by that interval, whatever the figures", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 1e4 }),
        (part, digits) => {
          const rate = figure("r", digits / 100, `${(digits / 100).toFixed(2)}%`, "%");
          const whole = figure("w", 401, "401件");
          const { verdict, recomputed, allowed_low, allowed_high } = check(
            { operation: "ratio_percent", operands: ["p", "w"], stated: "r" },
            figure("p", part, `${part}件`),
            whole,
            rate,
          );
          const isInside = recomputed >= (allowed_low ?? NaN) && recomputed < (allowed_high ?? NaN);
          expect(verdict === "mismatch").toBe(!isInside);
        },
      ),
    );
  });

  it("of unknown figures is refused", () => {
    expect(() => check({ operands: ["x"] })).toThrow("unknown fact: x");
  });
});
