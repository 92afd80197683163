import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportOf, sentencesOf } from "./score/sentences.ts";
import { fold } from "../../src/extract/index.ts";
import type { Extraction } from "../../src/extract/index.ts";
import { read } from "./world.ts";

const report = reportOf(sentencesOf(16, 3));

/** Pieces that reports are made of, and such as nobody expects in them. */
const piece = fc.oneof(
  fc.constantFrom(
    "检查企业",
    "罚款",
    "万元",
    "其中",
    "分别为",
    "均达",
    "，",
    "。",
    "（",
    "）",
    "\n",
    "\t",
    "|",
    "%",
    "百分之",
    "2023年",
    "1-9月",
    "第",
    "条",
    "《",
    "》",
    "“",
    "”",
    "由",
    "上升至",
    "家次",
    "余",
    "多",
    "以上",
    "三分之二",
    "亿",
    "同比",
    "〔2023〕14号",
    "〇",
    "一",
    "零",
    "过半",
    "\u202E",
    "\u200B",
    "\uFEFF",
    "\uD83D",
    "😀",
    "𠀀",
  ),
  fc.integer({ min: 0, max: 1e12 }).map(String),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
  fc.string({ unit: "binary", maxLength: 6 }),
);

function expectSound(text: string, { facts, numbers, accounted }: Extraction): void {
  for (const { fact } of facts) {
    const { evidence_start: start, evidence_end: end, value_start, value_end } = fact;
    expect(text.slice(start ?? -1, end ?? -1)).toBe(fact.evidence);
    expect(text.slice(value_start ?? -1, value_end ?? -1)).toBe(fact.value_text);
    expect((start ?? 0) <= (value_start ?? 0) && (value_end ?? 0) <= (end ?? 0)).toBe(true);
    expect(Number.isFinite(fact.value)).toBe(true);
  }
  const ids = new Set(facts.map(({ fact }) => fact.fact_id));
  expect(ids.size).toBe(facts.length);
  for (const { fact } of facts)
    for (const id of [fact.breakdown_of, fact.same_as])
      expect(id === null || ids.has(id)).toBe(true);
  for (const [at, { start, end }] of numbers.entries())
    expect(start >= (numbers[at - 1]?.end ?? 0) && end > start && end <= text.length).toBe(true);
  expect(accounted >= 0 && accounted <= 1).toBe(true);
}

/** Each digit and each Chinese numeral lies in one of the numbers. */
function expectComplete(text: string, { numbers }: Extraction): void {
  const folded = fold(text);
  for (const match of folded.matchAll(/[\d零〇一二两三四五六七八九十]/g))
    expect(numbers.some(({ start, end }) => match.index >= start && match.index < end)).toBe(true);
}

describe("any text", () => {
  it("is read without an error, with all offsets inside it", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join("");
        const extraction = read(text);
        expectSound(text, extraction);
        expectComplete(text, extraction);
      }),
      { numRuns: 250 },
    );
  });

  it("made of a report by changes is read so too", () => {
    const change = fc.record({
      at: fc.integer({ min: 0, max: report.length }),
      cut: fc.integer({ min: 0, max: 12 }),
      put: piece,
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const text = changes.reduce(
          (now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut),
          report,
        );
        expectSound(text, read(text));
      }),
      { numRuns: 60 },
    );
  });

  it("is as long folded as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
