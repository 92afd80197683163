import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity, qualifierBefore, qualifiers } from "../../src/domain/index.ts";

/** A figure as reports write it: 4700余人, 约9450次, 90分以上. */
const forms: Readonly<Record<(typeof qualifiers)[number], (n: number, unit: string) => string>> = {
  exact: (n, unit) => `${n}${unit}`,
  approx: (n, unit) => `约${n}${unit}`,
  nearly: (n, unit) => `近${n}${unit}`,
  over: (n, unit) => `${n}余${unit}`,
  at_least: (n, unit) => `${n}${unit}以上`,
};

const cases: readonly [string, string | undefined, number, string | null, string, number][] = [
  ["281.48万元", "万元", 281.48, "万元", "exact", 0.01],
  ["18858.11万元", "万元", 18858.11, "万元", "exact", 0.01],
  ["1.886亿元", "万元", 18860, "万元", "exact", 10],
  ["5000元", "万元", 0.5, "万元", "exact", 0.0001],
  ["3.67万元", "万元/件", 3.67, "万元/件", "exact", 0.01],
  ["400多万", "万元", 400, null, "over", 1],
  ["10万多件(个)", "件", 100000, "件", "over", 10000],
  ["1万余份", "份", 10000, "份", "over", 10000],
  ["1000余人", "人", 1000, "人", "over", 1],
  ["近30万次", "次", 300000, "次", "nearly", 10000],
  ["约9450次", "次", 9450, "次", "approx", 1],
  ["90分以上", "分", 90, "分", "at_least", 1],
  ["不少于50%", "%", 50, "%", "at_least", 1],
  ["两位", "人", 2, "人", "exact", 1],
  ["八镇", "个", 8, "个", "exact", 1],
  ["一个", "个/季度", 1, "个/季度", "exact", 1],
  ["三百二十五起", "件", 325, "件", "exact", 1],
  ["十五家", "家", 15, "家", "exact", 1],
  ["一万二千件", "件", 12000, "件", "exact", 1],
  ["一亿二千万元", "万元", 12000, "万元", "exact", 0.0001],
  ["十余万人", "人", 100000, "人", "over", 10000],
  ["无一", "件", 0, "件", "exact", 1],
  ["均未发生", "件", 0, "件", "exact", 1],
  ["100%", "%", 100, "%", "exact", 1],
  ["98.14%", "%", 98.14, "%", "exact", 0.01],
  ["百分之八十", "%", 80, "%", "exact", 1],
  ["3736", "平方米", 3736, null, "exact", 1],
  ["3736㎡", "平方米", 3736, "平方米", "exact", 1],
  ["１２３４项", "项", 1234, "项", "exact", 1],
  ["87．5％", "%", 87.5, "%", "exact", 0.1],
  ["16,765家", "家", 16765, "家", "exact", 1],
  ["130次", "件", 130, "件", "exact", 1],
  ["197次", "家次", 197, "家次", "exact", 1],
  ["26个", "项", 26, "项", "exact", 1],
  ["12元", "家", 12, "元", "exact", 1],
  ["281.48万元", undefined, 281.48, "万元", "exact", 0.01],
  ["0.5万元", "万元", 0.5, "万元", "exact", 0.1],
  ["1 万 件", "件", 10000, "件", "exact", 10000],
  ["超过百分之五十", "%", 50, "%", "over", 1],
  ["12件", undefined, 12, "件", "exact", 1],
  ["3万元/件", "万元/件", 3, "万元/件", "exact", 1],
  ["无一", undefined, 0, null, "exact", 1],
];

describe("a figure as written", () => {
  it.each(cases)("%s as %s is read", (text, unit, value, canonical, qualifier, step) => {
    const quantity = parseQuantity(text, unit === undefined ? {} : { unit });
    expect(quantity).toEqual({ value, unit: canonical, qualifier, step });
  });

  it.each(["", "若干", "家", "5月14日", "12家、197次", "-3家"])("%s is no figure", (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  it("reads what was written, whatever the unit and the qualifier", () => {
    const units = [
      "件",
      "项",
      "家",
      "家次",
      "人",
      "个",
      "%",
      "万元",
      "万元/件",
      "个/季度",
      "平方米",
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(...units),
        fc.constantFrom(...qualifiers),
        (digits, decimals, unit, qualifier) => {
          const value = Number(`${digits}e-${decimals}`);
          const text = forms[qualifier](value, unit);
          expect(parseQuantity(text, { unit })).toMatchObject({ value, unit, qualifier });
        },
      ),
    );
  });

  it("means the same in full-width characters", () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (double) => {
        const text = `${double.toFixed(2)}%`;
        expect(parseQuantity(wide(text), { unit: "%" })).toEqual(
          parseQuantity(text, { unit: "%" }),
        );
      }),
    );
  });

  it("never throws, whatever the text", () => {
    const character = fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point));
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        const quantity = parseQuantity(text, { unit: "件" });
        expect(quantity === null || Number.isFinite(quantity.value)).toBe(true);
      }),
    );
  });
});

describe("the word before a figure", () => {
  it("tells the bound", () => {
    expect(qualifierBefore("各类视频超过")).toBe("over");
    expect(qualifierBefore("累计播放近")).toBe("nearly");
    expect(qualifierBefore("累计播放约")).toBe("approx");
    expect(qualifierBefore("时限压缩率由去年的")).toBeNull();
  });
});
