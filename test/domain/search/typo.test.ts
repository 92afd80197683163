import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, nearTo } from "../../../src/domain/search/typo.ts";
import { fold, unfold } from "../../../src/domain/search/fold.ts";

describe("the distance of two words", () => {
  it.each([
    ["inspection", "inspection", 0],
    ["inspection", "ispection", 1],
    ["inspection", "inspectoin", 1],
    ["inspection", "inspektions", 2],
    ["chongqing", "zhongqing", 1],
  ])("%s, %s is %i", (a, b, expected) => {
    expect(distance(a, b, 3)).toBe(expected);
  });

  it("is the same both ways, and nothing only for the same word", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcz"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 20)).toBe(distance(b, a, 20));
        expect(distance(a, b, 20) === 0).toBe(a === b);
      }),
    );
  });

  it("says only that it is more, above the limit", () => {
    expect(distance("abcdefgh", "zyxwvuts", 2)).toBe(3);
    expect(distance("a", "abcdefgh", 2)).toBe(3);
  });
});

it("short words are taken as typed", () => {
  expect(nearTo("fine", ["fins", "fines"])).toEqual(new Set());
  expect(nearTo("fimes", ["fines", "times", "rites"])).toEqual(new Set(["fines", "times"]));
  expect(nearTo("罚款金额额", ["fines"])).toEqual(new Set());
});

describe("a folded text", () => {
  it.each([
    ["Ｘｉ’ＡＮ", "xian"],
    ["lǜ", "lu"],
    ["LÜ", "lv"],
    ["ﬁne", "fine"],
    ["5万元", "5万元"],
    ["𠀀", "𠀀"],
  ])("%s is %s", (text, expected) => {
    expect(fold(text).text).toBe(expected);
  });

  it("knows where each of its units came from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = fold(text);
        expect(folded.spans).toHaveLength(folded.text.length);
        for (const [start, end] of unfold(folded, 0, folded.text.length)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
