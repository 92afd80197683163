import { describe, expect, it } from "vitest";
import { byId, checksOf, recompute, recomputeAll, vacuityWords } from "../../src/domain/index.ts";
import { vacuities } from "../../src/domain/types.ts";
import type { Fact, Identity } from "../../src/domain/index.ts";
import { dataset } from "./curated.ts";
import { identity, written } from "./fixture.ts";

const figure = (id: string, value: number, text: string, changes: Partial<Fact> = {}) =>
  written(value, text, { fact_id: id, unit: text.replaceAll(/[\d.余]/g, "") || "件", ...changes });
const check = (changes: Partial<Identity>, ...facts: Fact[]) =>
  recompute(identity(changes), byId(facts, "fact_id"));

describe("an identity that cannot fail", () => {
  it("sets a figure beside another telling of it", () => {
    const [a, again] = [figure("a", 25, "25件"), figure("b", 25, "25件", { same_as: "a" })];
    expect(check({ operands: ["a"], stated: "b" }, a, again).vacuous).toBe("restated");
  });

  it("repeats the numbers of one before it", () => {
    const facts = [
      figure("a", 47, "47件"),
      figure("b", 3, "3件"),
      figure("c", 47, "47件"),
      figure("all", 50, "50件"),
      figure("again", 50, "50件", { same_as: "all" }),
    ];
    const sums = [
      identity({ check_id: "one", operands: ["a", "b"], stated: "all" }),
      identity({ check_id: "two", operands: ["c", "b"], stated: "again" }),
      identity({ check_id: "three", operands: ["a"], stated: null }),
    ];
    const result = recomputeAll(sums, byId(facts, "fact_id"));
    expect(result.map(({ vacuous }) => vacuous)).toEqual([null, "repeated", null]);
  });

  it("takes a number that nobody states, and any would do", () => {
    const rate = figure("r", 12.5, "12.5%");
    const share = (whole: number) =>
      check(
        { operation: "ratio_percent", operands: ["w"], stated: "r" },
        figure("w", whole, `${whole}件`),
        rate,
      ).vacuous;
    expect([share(58), share(999), share(1000), share(5000)]).toEqual([
      ...[null, null, "implied", "implied"],
    ]);
    const growth = (now: number) =>
      check(
        { operation: "growth", operands: ["w"], stated: "r" },
        figure("w", now, `${now}件`),
        rate,
      ).vacuous;
    expect([growth(400), growth(100_000)]).toEqual([null, "implied"]);
  });

  it("has bounds on both sides that reach the same way", () => {
    const over = figure("b", 12_000, "12000余件", { qualifier: "over" });
    const parts = [figure("p", 5000, "5000件"), figure("q", 6823, "6823件")];
    const open = { operation: "partial_sum", operands: ["p", "q"], stated: "b" } as const;
    expect(check(open, ...parts, over)).toMatchObject({ verdict: "ok", vacuous: "unbounded" });
    const exact = figure("b", 12_000, "12000件");
    expect(check(open, ...parts, exact)).toMatchObject({ verdict: "ok", vacuous: null });
  });

  it("has words in both languages for each way", () => {
    for (const way of vacuities) {
      expect(vacuityWords[way].zh).toMatch(/\p{Script=Han}/u);
      expect(vacuityWords[way].en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("inequalities", () => {
  const total = (changes: Partial<Fact>) => figure("t", 100, "100件", changes);
  const sum = (operation: "sum" | "partial_sum", stated: Fact, ...parts: Fact[]) =>
    check(
      { operation, operands: parts.map(({ fact_id }) => fact_id), stated: "t" },
      stated,
      ...parts,
    ).verdict;
  const [a, b] = [figure("a", 60, "60件"), figure("b", 30, "30件")];

  it("parts of a list that goes on may be less than the total, never more", () => {
    expect(sum("partial_sum", total({}), a, b)).toBe("ok");
    expect(sum("partial_sum", total({}), a, b, figure("c", 10, "10件"))).toBe("ok");
    expect(sum("partial_sum", total({}), a, b, figure("c", 11, "11件"))).toBe("mismatch");
    expect(sum("sum", total({}), a, b)).toBe("mismatch");
  });

  it("parts that are bounds make the sum one", () => {
    const over = { qualifier: "over" } as const;
    expect(sum("sum", total({}), a, figure("b", 30, "30余件", over))).toBe("ok");
    expect(sum("sum", total({}), a, figure("b", 45, "45余件", over))).toBe("mismatch");
    const nearly = { qualifier: "nearly" } as const;
    expect(sum("sum", total({}), a, figure("b", 45, "45件", nearly))).toBe("ok");
    expect(sum("sum", total({}), a, figure("b", 30, "30件", nearly))).toBe("mismatch");
    expect(sum("sum", total(over), a, figure("b", 30, "30件", nearly))).toBe("mismatch");
  });

  it("a divisor that is a bound turns the way round", () => {
    const rate = (value: number) => {
      const over = figure("n", 200, "200余件", { qualifier: "over" });
      const stated = figure("r", value, `${value}%`);
      return check(
        { operation: "ratio_percent", operands: ["a", "n"], stated: "r" },
        ...[a, over, stated],
      ).verdict;
    };
    expect([rate(30), rate(20), rate(40)]).toEqual(["ok", "ok", "mismatch"]);
  });
});

describe("the curated identities", () => {
  const checks = checksOf(dataset);
  const vacuous = checks.filter((one) => one.vacuous !== null);

  it("that cannot fail are these", () => {
    expect(vacuous.map((one) => `${one.check_id} ${String(one.vacuous)}`)).toEqual([
      "ws-accidents-investigated restated",
      "sw-permits-granted repeated",
      "sw-penalty-cases-repeated restated",
      "sw-inspection-cases restated",
      "sw-video-feeds unbounded",
    ]);
  });

  it("know that over 12 000 feeds and a list of 11 823 agree", () => {
    const feeds = checks.find(({ check_id }) => check_id === "sw-video-feeds");
    expect(feeds).toMatchObject({ verdict: "ok", stated: 12_000, recomputed: 11_823 });
  });
});
