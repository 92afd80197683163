import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../../src/extract/annotations/index.ts";
import { plainOf, plainText } from "../../../src/extract/annotations/plain.ts";
import { CodePoints } from "../../../src/extract/annotations/points.ts";
import { findNearest } from "../../../src/extract/annotations/search.ts";
import { records } from "./fixture.ts";

const text = "😀全市检查企业12家。\n县局检查企业12家，罚款３.５万元；执法检查 1 262 家次。";
const one = (record: object, within = text) => align(records(record), within)[0];

describe("a quote", () => {
  it("stands where it is said to stand, in UTF-16 or in code points", () => {
    const at = text.indexOf("12家");
    const claimed = { kind: "claimed", start: at, end: at + 3, places: 1, isAmbiguous: false };
    expect(one({ quote: "12家", start: at, end: at + 3 })).toEqual(claimed);
    // Python counts the first character as one.
    expect(one({ quote: "12家", start: at - 1, end: at + 2 })).toEqual(claimed);
  });

  it("else in the nearest place", () => {
    const second = text.lastIndexOf("12家");
    expect(one({ quote: "12家", start: second - 3, end: second })).toMatchObject({
      kind: "exact",
      start: second,
      places: 2,
      isAmbiguous: false,
    });
    expect(one({ quote: "12家", start: 999_999, end: 1_000_002 })).toMatchObject({ start: second });
  });

  it("that stands in several places is told, unless what is around it decides", () => {
    const first = { start: text.indexOf("12家"), places: 2, isAmbiguous: true };
    expect(one({ quote: "12家" })).toMatchObject(first);
    const second = { start: text.lastIndexOf("12家"), places: 1, isAmbiguous: false };
    expect(one({ quote: "12家", prefix: "县局检查企业" })).toMatchObject(second);
    expect(one({ quote: "12家", suffix: "，罚款" })).toMatchObject(second);
    expect(one({ quote: "12家", evidence: "县局检查企业12家" })).toMatchObject(second);
    // A prefix that stands nowhere is left out, and a suffix still counts.
    expect(one({ quote: "12家", prefix: "省局", suffix: "，罚款" })).toMatchObject(second);
  });

  it("may differ in white space and width, and has the span as written", () => {
    const fine = one({ quote: "罚款3.5万元" });
    expect(fine).toMatchObject({ kind: "loose", isAmbiguous: false });
    expect(fine && "start" in fine && text.slice(fine.start, fine.end)).toBe("罚款３.５万元");
    const visits = one({ quote: "1262家次" });
    expect(visits && "start" in visits && text.slice(visits.start, visits.end)).toBe("1 262 家次");
    expect(one({ quote: "12家。县局" })).toMatchObject({ kind: "loose" });
    const at = text.indexOf("1 262");
    expect(one({ quote: "1262", start: at, end: at + 5 })).toMatchObject({
      kind: "loose",
      start: at,
    });
  });

  it("is refused where it stands nowhere, also for 〇 and 零", () => {
    const refused = { kind: "refused", code: "not_found" };
    expect(one({ quote: "13家" })).toEqual(refused);
    expect(one({ quote: "二零二三" }, "二〇二三年")).toEqual(refused);
    expect(one({ quote: "\u200b" }, "无")).toEqual(refused);
    expect(one({ start: 5, end: 99 })).toEqual({ kind: "refused", code: "outside_text" });
    expect(one({ start: 0, end: 4 })).toMatchObject({ kind: "position", start: 0, end: 4 });
  });
});

const small = fc.string({ unit: fc.constantFrom("a", "b", "😀"), minLength: 0, maxLength: 40 });
const passage = fc.string({ unit: fc.constantFrom("a", "b", "😀"), minLength: 1, maxLength: 4 });

it("the search finds what a search place by place finds", () => {
  const wanted = fc.array(fc.record({ passage, near: fc.integer({ min: -5, max: 50 }) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(small, wanted, (haystack, all) => {
      const expected = all.map(({ passage: sought, near }) => {
        const places = placesOf(haystack, sought);
        const [best] = places.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b);
        return best === undefined ? null : { start: best, places: places.length };
      });
      expect(findNearest(haystack, all)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

function placesOf(haystack: string, sought: string): number[] {
  const places: number[] = [];
  for (let at = haystack.indexOf(sought); at >= 0; at = haystack.indexOf(sought, at + 1))
    places.push(at);
  return places;
}

it("offsets in code points and in UTF-16 lead to each other", () => {
  fc.assert(
    fc.property(small, (written) => {
      const points = new CodePoints(written);
      [...written].reduce((unit, character, point) => {
        expect(points.unitsBefore(point)).toBe(unit);
        expect(points.pointsBefore(unit)).toBe(point);
        return unit + character.length;
      }, 0);
      expect(points.unitsBefore([...written].length)).toBe(written.length);
    }),
  );
});

it("the plain text knows where each of its characters was", () => {
  const written = fc.string({
    unit: fc.constantFrom(
      "１",
      "2",
      " ",
      "\u200b",
      "㎡",
      "e\u0301",
      "家",
      "，",
      "\u{1d7d8}",
      "\ud800",
    ),
  });
  fc.assert(
    fc.property(written, (original) => {
      const plain = plainOf(original);
      expect(plain.text).toBe(plainText(original));
      for (let at = 0; at < plain.text.length; at++) {
        const { start, end } = plain.written({ start: at, end: at + 1 });
        expect(plainText(original.slice(start, end))).toContain(plain.text[at]);
      }
    }),
  );
});

it("thousands of quotes in a long text take seconds, also where they hold each other", () => {
  let long = "";
  for (let at = 0; long.length < 1e6; at++)
    long += `第${at}镇检查企业${at * 7}家，罚款${at}.5万元；`;
  const quotes = Array.from({ length: 5000 }, (_, at) => ({
    quote: `${at}.5 万元`,
    prefix: "罚款",
  }));
  expect(align(records(...quotes), long).filter(({ kind }) => kind === "loose")).toHaveLength(5000);
  const nested = Array.from({ length: 2000 }, (_, at) => ({
    quote: "家".repeat(at + 1),
    start: 500_000,
    end: 600_000,
  }));
  expect(align(records(...nested), "家".repeat(8e5)).every(({ kind }) => kind === "exact")).toBe(
    true,
  );
}, 60_000);
