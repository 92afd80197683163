import { missingKinds } from "../../src/domain/index.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observe as observeIn, type Row } from "../../src/figures/index.ts";
import { row, world } from "./world.ts";

const observe = (loose: Row) => observeIn(loose, world("zh").catalogue);

describe("a row's value", () => {
  it.each([
    ["null", null],
    ["undefined", undefined],
    ["NaN", NaN],
    ["an infinity", Infinity],
    ["an empty string", ""],
    ["a space", " "],
    ["digits in a string", "0"],
    ["a bigint", 0n],
    ["false", false],
    ["an empty list", []],
    ["a date", new Date(0)],
  ])("is missing, not zero, where it is %s", (_name, value) => {
    expect(observe(row({ value }))).toMatchObject({ value: null, missing: "not_reported" });
  });

  it("is missing where the row has no such column", () => {
    expect(observe({ region_id: "jia" })).toMatchObject({ value: null, missing: "not_reported" });
  });

  it("is kept where it is a number, zero and negative ones too", () => {
    for (const value of [0, -3.5, 1e12])
      expect(observe(row({ value }))).toMatchObject({ value, missing: null });
  });

  it("is dropped where the row says why it is missing", () => {
    for (const missing of missingKinds)
      expect(observe(row({ value: 0, missing }))).toMatchObject({ value: null, missing });
  });

  it("stands where the word for missing is not one we know", () => {
    expect(observe(row({ missing: "lost" }))).toMatchObject({ value: 120, missing: null });
  });

  it("is null exactly where something is missing, whatever the row holds", () => {
    const cell = fc.oneof(
      fc.anything(),
      fc.constantFrom(...missingKinds),
      fc.double(),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.record({ value: cell, missing: cell }), (loose) => {
        const { value, missing } = observe(loose);
        expect(value === null).toBe(missing !== null);
        if (value !== null) expect(value).toBe(loose.value);
      }),
    );
  });

  it("is never zero unless the row holds the number zero", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        if (observe({ value }).value === 0) expect(Object.is(Number(value), value)).toBe(true);
      }),
    );
  });
});

describe("a row's facts", () => {
  it("are its one fact, or the list that a derived value comes from", () => {
    expect(observe(row()).source.facts).toEqual(["jia-01"]);
    row({ fact_id: "amount", value: 240 });
    row({ fact_id: "cases", value: 2, unit: "件" });
    const mean = { fact_ids: ["amount", "cases"], operation: "quotient", unit: "万元/件" };
    expect(observe(row(mean)).source).toMatchObject({
      facts: ["amount", "cases"],
      operation: "quotient",
    });
  });

  it("are none where no id is text", () => {
    expect(observe({ fact_id: 7, value: 1 }).source.facts).toEqual([]);
    const loose = { fact_ids: [null, 7, "jia-01"], value: 120, unit: "万元" };
    expect(observe({ ...row(), ...loose }).source.facts).toEqual(["jia-01"]);
  });
});

describe("a row's words", () => {
  it("fall back to the plain case where they are unknown", () => {
    const loose = {
      qualifier: "perhaps",
      scope: "galaxy",
      period_basis: "decade",
      count_basis: 3,
      baseline: "mine",
      status: "done",
    };
    expect(observe(row(loose))).toMatchObject({
      qualifier: "exact",
      scope: null,
      period_basis: null,
      count_basis: null,
      baseline: null,
      status: "actual",
    });
  });

  it("are kept where they are known", () => {
    const strict = {
      qualifier: "at_least",
      scope: "jurisdiction_total",
      period_basis: "ytd",
      count_basis: "filed",
      baseline: "statutory",
      status: "planned",
      subset: "sector:矿山",
    };
    expect(observe(row(strict))).toMatchObject(strict);
  });
});

it("never throws, whatever the row holds", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (loose) => {
      expect(observe(loose).row).toBe(loose);
    }),
  );
});
