import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, wrap } from "../../src/charts/index.ts";

const SIZE = 12;
/** Marks that close what stands before them: none may begin a line. */
const closing = "，。、；：？！）》」』】’”％…,.;:?!)]%";
const opening = "（《「『【‘“([";
const alphabet = [..."漳州市罚款万元年家次abcW 019", ..."\n", ...closing, ...opening];
const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 });
const width = fc.integer({ min: 1, max: 400 });
const squeeze = (value: string) => value.replace(/\s/g, "");

describe("the width of a text", () => {
  it("gives a Chinese character its full em and a digit less", () => {
    expect(textWidth("漳州", 10)).toBe(20);
    expect(textWidth("（，）", 10)).toBe(30);
    expect(textWidth("2345", 10)).toBeCloseTo(25.6);
    expect(textWidth("", 10)).toBe(0);
  });

  it("grows with each character and with the font", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(textWidth(a + b, SIZE)).toBeCloseTo(textWidth(a, SIZE) + textWidth(b, SIZE));
        expect(textWidth(a, 2 * SIZE)).toBeCloseTo(2 * textWidth(a, SIZE));
      }),
    );
  });
});

describe("a wrapped text", () => {
  it("breaks Chinese between any two characters", () => {
    expect(wrap("漳州市应急管理局", 48, SIZE)).toEqual(["漳州市应", "急管理局"]);
  });

  it("keeps Latin words and numbers whole", () => {
    expect(wrap("2022 Whole county", 60, SIZE)).toEqual(["2022", "Whole", "county"]);
    expect(wrap("共罚款1885811元", 24, SIZE)).toEqual(["共罚", "款", "1885811元"]);
  });

  it.each([
    ["罚款1.05亿元", "1.05亿元"],
    ["罚款93.6万元，", "93.6万元，"],
    ["下降3.2个百分点", "3.2个百分点"],
    ["检查12家次", "12家次"],
    ["整改率98.14%", "98.14%"],
    ["fined CNY 189 million", "CNY 189 million"],
    ["down 3.2 pp", "3.2 pp"],
  ])("keeps the number of “%s” with its unit", (whole, quantity) => {
    for (let room = 1; room < 200; room++)
      expect(wrap(whole, room, SIZE).some((line) => line.includes(quantity))).toBe(true);
  });

  it("parts a name from the number that follows it", () => {
    expect(wrap("Wansheng 80.72%", 60, SIZE)).toEqual(["Wansheng", "80.72%"]);
  });

  it("cuts a Latin word that no line could hold, with a hyphen", () => {
    expect(wrap("Comprehensive", 60, SIZE)).toEqual(["Compreh-", "ensive"]);
    for (const line of wrap("Comprehensive Law Enforcement", 60, SIZE))
      expect(textWidth(line, SIZE)).toBeLessThanOrEqual(60);
  });

  it("begins no line with a mark that closes, and ends none with one that opens", () => {
    expect(wrap("漳州，苏州", 24, SIZE)).toEqual(["漳", "州，", "苏州"]);
    expect(wrap("漳州。苏州、汕尾（株洲）", 24, SIZE)).toEqual([
      "漳",
      "州。",
      "苏",
      "州、",
      "汕尾",
      "（株",
      "洲）",
    ]);
    fc.assert(
      fc.property(text, width, (value, room) => {
        const lines = wrap(value, room, SIZE);
        for (const line of lines.slice(1)) expect(closing).not.toContain(line[0]);
        for (const line of lines.slice(0, -1)) expect(opening).not.toContain(line.at(-1));
      }),
    );
  });

  it("loses nothing but spaces, and adds nothing but the hyphens of cut words", () => {
    fc.assert(
      fc.property(text, width, (value, room) => {
        expect(squeeze(wrap(value, room, SIZE).join("").replaceAll("-", ""))).toBe(squeeze(value));
      }),
    );
  });

  it("has no line wider than asked, unless the line cannot be broken at all", () => {
    fc.assert(
      fc.property(text, width, (value, room) => {
        for (const line of wrap(value, room, SIZE).filter((l) => textWidth(l, SIZE) > room))
          expect(wrap(line, 0.1, SIZE)).toHaveLength(1);
      }),
    );
  });

  it("has no empty line and no space at an end", () => {
    expect(wrap("", 100, SIZE)).toEqual([]);
    expect(wrap(" \n ", 100, SIZE)).toEqual([]);
    fc.assert(
      fc.property(text, width, (value, room) => {
        for (const line of wrap(value.trim(), room, SIZE)) expect(line).toBe(line.trim());
      }),
    );
  });
});
