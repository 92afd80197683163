import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersIn } from "../../src/extract/index.ts";
import { figuresOf, read, reportOf } from "./world.ts";

/** What becomes of the last number of a sentence. */
function last(sentence: string) {
  const { facts, numbers } = read(`${sentence}。`);
  return { facts: facts.map(({ fact }) => fact.value_text), number: numbers.at(-1) };
}

describe("a number between two ends", () => {
  it.each([
    ["罚款5至10万元", "5至10万元", 50000, 100000],
    ["罚款5万—20万元", "5万—20万元", 50000, 200000],
    ["罚款5000元至1万元", "5000元至1万元", 5000, 10000],
    ["罚款5000至1万元", "5000至1万元", 5000, 10000],
    ["罚款伍仟至壹万元", "伍仟至壹万元", 5000, 10000],
    ["审批时限压缩30%—50%", "30%—50%", 30, 50],
    ["审批时限压缩30-50%", "30-50%", 30, 50],
    ["审批时限压缩百分之三十至百分之五十", "百分之三十至百分之五十", 30, 50],
    ["审批时限压缩三到五成", "三到五成", 30, 50],
    ["承诺办理时限3~5个工作日", "3~5个工作日", 3, 5],
    ["检查企业５－１０家", "５－１０家", 5, 10],
    ["检查企业5家到10家", "5家到10家", 5, 10],
    ["检查企业三至五家", "三至五家", 3, 5],
    ["检查企业三五家", "三五家", 3, 5],
    ["检查企业十七八家", "十七八家", 17, 18],
    ["检查企业二三百家次", "二三百家次", 200, 300],
  ])("is one number, and no figure: %s", (sentence, text, low, high) => {
    expect(last(sentence)).toMatchObject({
      facts: [],
      number: { text, fate: "open", why: "range", range: { low, high } },
    });
  });

  it.each([
    ["处5万元以上10万元以下罚款", "threshold-range"],
    ["罚款2万元以上5万元以下", "threshold-range"],
    ["2021-2025年规划", "year-range"],
    ["1-9月份", "months"],
    ["第3-5条", "article"],
  ])("may be known to be no metric: %s", (sentence, rule) => {
    const { facts, numbers } = read(sentence);
    expect(facts).toEqual([]);
    expect(numbers).toMatchObject([{ fate: "non_metric", rule }]);
  });

  it("may be a figure of another kind", () => {
    expect(last("约谈企业5—8家").number).toMatchObject({ fate: "other_figure" });
    expect(last("处罚件数同比上升10%至15%").number).toMatchObject({ fate: "other_figure" });
  });

  it.each([
    ["审批时限由20个工作日至3个工作日", [20, 3]],
    ["整改率由去年的80%至84%", [80, 84]],
    ["检查企业20至3家", [3]],
  ])("is none where a value changes, or falls: %s", (sentence, values) => {
    const found = figuresOf(sentence).map(({ value }) => value);
    expect(found).toEqual(expect.arrayContaining(values));
  });

  it("leaves telephones, files and the figures around it alone", () => {
    expect(numbersIn("电话0512-65200000").map(({ range }) => range)).toEqual([
      undefined,
      undefined,
    ]);
    expect(numbersIn("1-2-3").filter(({ range }) => range)).toEqual([]);
    expect(figuresOf("检查企业412家，每家检查2至3次，罚款7万元").map(({ value }) => value)).toEqual(
      [412, 7],
    );
  });

  it("never gives one of its ends as a value", () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }));
    const links = fc.constantFrom("-", "—", "–", "~", "～", "至", "到", "－");
    const objects = fc.constantFrom(
      ["罚款", "万元"],
      ["检查企业", "家"],
      ["检查企业", "家次"],
      ["发现隐患", "项"],
      ["行政处罚", "件"],
      ["审批时限压缩", "%"],
    );
    fc.assert(
      fc.property(ends, links, objects, fc.boolean(), ([a, b], link, [word, unit], both) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b) + 1];
        const first = `${String(low)}${both ? (unit ?? "") : ""}`;
        const text = `${word ?? ""}${first}${link}${String(high)}${unit ?? ""}`;
        expect(figuresOf(text)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** A numeral in three ways of writing it, from one list of digits and places. */
function written(value: number, digits: string, places: string): string {
  const sections: string[] = [];
  for (let [rest, at] = [value, 0]; rest > 0; rest = Math.floor(rest / 10000), at++) {
    const four = [...String(rest % 10000).padStart(4, "0")].map(Number);
    const text = four
      .map((digit, index) => (digit === 0 ? "零" : (digits[digit] ?? "") + (places[index] ?? "")))
      .join("")
      .replace(/零+/g, "零")
      .replace(/零$/, "");
    sections.unshift(text === "" ? "零" : text + (["", "万", "亿"][at] ?? ""));
  }
  return sections
    .join("")
    .replace(/零+/g, "零")
    .replace(/^零|零$/g, "");
}

const plain = (value: number): string => written(value, "零一二三四五六七八九", "千百十");
const financial = (value: number): string => written(value, "零壹贰叁肆伍陆柒捌玖", "仟佰拾");

describe("numerals of bills", () => {
  it.each([
    ["罚款壹佰贰拾叁元", 0.0123],
    ["罚款玖万元", 9],
    ["罚款玖萬圆", 9],
    ["罚款叁仟元整", 0.3],
    ["罚款人民币贰拾万元整", 20],
    ["罚款合计玖拾叁万伍仟元", 93.5],
    ["罚款壹亿贰仟万元", 12000],
    ["罚款廿三万元", 23],
    ["罚款卅万元", 30],
  ])("%s", (text, value) => {
    expect(figuresOf(text)).toMatchObject([{ metric_id: "penalty_amount", value }]);
  });

  it.each(["收拾陆地", "退伍军人", "陆陆续续", "伍家岗区", "放肆", "廿八都镇"])(
    "are none in words: %s",
    (word) => {
      const { facts, numbers } = read(reportOf(`检查${word}`));
      expect(facts).toEqual([]);
      expect(numbers.filter(({ fate }) => fate === "open")).toEqual([]);
    },
  );

  it("say what plain numerals and digits say", () => {
    const amount = fc.oneof(
      fc.integer({ min: 2, max: 9999 }),
      fc.integer({ min: 2, max: 999_999_999 }),
    );
    fc.assert(
      fc.property(amount, (value) => {
        const told = [plain(value), financial(value), String(value)].map((numeral) =>
          figuresOf(`罚款${numeral}元`).map((fact) => fact.value),
        );
        expect(told).toEqual([[value / 1e4], [value / 1e4], [value / 1e4]]);
      }),
      { numRuns: 150 },
    );
  });
});
