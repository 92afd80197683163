import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity, qualifiers, type Language } from "../../src/domain/index.ts";
import {
  formatNumber,
  formatQuantity,
  formatSubset,
  locale,
  shortNumber,
  shortQuantity,
  unitName,
} from "../../src/words/index.ts";

const short = (value: number, unit: string, language: Language) =>
  shortQuantity({ value, unit }, language);
const full = (value: number, unit: string, language: Language) =>
  formatQuantity({ value, unit }, language);

describe("a number", () => {
  it.each([
    [0, "0", "0"],
    [9999, "9999", "9,999"],
    [10_000, "10,000", "10,000"],
    [1_234_567.89, "1,234,567.89", "1,234,567.89"],
    [-12.5, "-12.5", "-12.5"],
    [0.1 + 0.2, "0.3", "0.3"],
    [58187.93000000001, "58,187.93", "58,187.93"],
    [2.5359075579601993, "2.5359075579601993", "2.5359075579601993"],
    [100000000000000.25, "100,000,000,000,000.25", "100,000,000,000,000.25"],
  ])("%d is grouped as the language groups it", (value, zh, en) => {
    expect([formatNumber(value, "zh"), formatNumber(value, "en")]).toEqual([zh, en]);
  });

  it("keeps every digit that is no binary noise, unless told otherwise", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (value) => {
        const text = formatNumber(value, "en").replaceAll(",", "");
        // The few that lie beside a number of at most twelve digits are written as that.
        const digits = Number(text)
          .toExponential()
          .replace(/e.*|\D/g, "");
        const isShort = digits.length <= 12;
        const off = Math.abs(Number(text) - value) / Math.abs(value || 1);
        if (Math.abs(value) > 1e-6) expect(off).toBeLessThanOrEqual(isShort ? 8 * 2 ** -52 : 0);
      }),
    );
    expect(formatNumber(3.14159, "en", { digits: 3 })).toBe("3.14");
  });

  it.each([
    [0, "0", "0"],
    [857, "857", "857"],
    [9999, "9999", "9,999"],
    [56_373, "5.64万", "56,400"],
    [1_000_000, "100万", "1 million"],
    [123_456_789, "1.23亿", "123 million"],
    [4_560_000_000, "45.6亿", "4.56 billion"],
    [-56_373, "-5.64万", "-56,400"],
    [12.3456, "12.3", "12.3"],
  ])("%d is short in a label", (value, zh, en) => {
    expect([shortNumber(value, "zh"), shortNumber(value, "en")]).toEqual([zh, en]);
  });

  it("moves to the next step where rounding carries it there", () => {
    expect(shortNumber(99_999_999, "zh")).toBe("1亿");
    expect(shortNumber(999_999, "en")).toBe("1 million");
    expect(shortNumber(999_999_999, "en")).toBe("1 billion");
    expect(short(9999.9, "万元", "zh")).toBe("1亿元");
    expect(short(99.9999, "万元", "en")).toBe("CNY 1 million");
  });

  it("keeps its four digits in a label, so that a chart and a report write one number alike", () => {
    expect([short(120.5, "万元", "zh"), full(120.5, "万元", "zh")]).toEqual([
      "120.5万元",
      "120.5万元",
    ]);
    expect([short(120.5, "万元", "en"), short(120.54, "万元", "en")]).toEqual([
      "CNY 1.205 million",
      "CNY 1.21 million",
    ]);
    expect([short(12_620, "家次", "zh"), short(12_621, "家次", "zh")]).toEqual([
      "1.262万家次",
      "1.26万家次",
    ]);
  });

  it("has three significant digits in a label where it has more than four", () => {
    const scale = { 亿: 1e8, 万: 1e4, " billion": 1e9, " million": 1e6, "": 1 };
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 9e11 }), fc.constantFrom("zh", "en"), (n, l) => {
        const text = shortNumber(n, l as Language);
        const [, digits = "", step = ""] = /^([\d.,]+)(.*)$/.exec(text) ?? [];
        const own = String(n).replace(/0+$/, "").length;
        const kept = digits.replace(/[.,]/g, "").replace(/0+$/, "").length;
        expect(kept).toBeLessThanOrEqual(own <= 4 ? own : 3);
        if (own <= 4) expect(kept).toBe(own);
        const value = Number(digits.replaceAll(",", "")) * scale[step as keyof typeof scale];
        expect(Math.abs(value - n) / n).toBeLessThanOrEqual(0.005);
        if (step !== "") expect(Number(digits.replaceAll(",", ""))).toBeLessThan(10_000);
      }),
    );
  });

  it("has a tag of its language", () => {
    expect([locale("zh"), locale("en")]).toEqual(["zh-CN", "en-GB"]);
  });
});

describe("money", () => {
  it.each([
    [1.7, "1.7万元", "CNY 17,000", "1.7万元", "CNY 17,000"],
    [18_858.11, "18,858.11万元", "CNY 188,581,100", "1.89亿元", "CNY 189 million"],
    [120, "120万元", "CNY 1,200,000", "120万元", "CNY 1.2 million"],
    [1234.5, "1234.5万元", "CNY 12,345,000", "1230万元", "CNY 12.3 million"],
    [0, "0元", "CNY 0", "0元", "CNY 0"],
    // Below 1万元 nobody writes a fraction of it.
    [0.709245, "7092.45元", "CNY 7,092.45", "7092元", "CNY 7,092"],
    [0.99996, "9999.6元", "CNY 9,999.6", "1万元", "CNY 10,000"],
    [-0.5, "-5000元", "CNY -5,000", "-5000元", "CNY -5,000"],
    [0.00123456, "12.3456元", "CNY 12.3456", "12.3元", "CNY 12.3"],
    [1.1, "1.1万元", "CNY 11,000", "1.1万元", "CNY 11,000"],
  ])("%d万元 is written in full and short", (value, fullZh, fullEn, shortZh, shortEn) => {
    expect([full(value, "万元", "zh"), full(value, "万元", "en")]).toEqual([fullZh, fullEn]);
    expect([short(value, "万元", "zh"), short(value, "万元", "en")]).toEqual([shortZh, shortEn]);
  });

  it("shows no dust of the factor of ten thousand", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (cents) => {
        const yuan = full(cents / 10_000, "万元", "en");
        expect(yuan).toBe(`CNY ${new Intl.NumberFormat("en-GB").format(cents)}`);
      }),
    );
  });

  it("per case keeps three digits in a label, and stays a plain number at any size", () => {
    expect(short(3.1, "万元/件", "zh")).toBe("3.10万元/件");
    expect(short(4.8141, "万元/件", "zh")).toBe("4.81万元/件");
    expect(short(1234.5, "万元/件", "zh")).toBe("1230万元/件");
    expect(short(12_345, "万元/件", "zh")).toBe("1.23亿元/件");
    expect(short(0.709245, "万元/件", "zh")).toBe("7092元/件");
    expect(short(0.709245, "万元/件", "en")).toBe("CNY 7,092 per case");
    expect(short(4.8141, "万元/件", "en")).toBe("CNY 48,100 per case");
    expect(full(4.8141, "万元/件", "en")).toBe("CNY 48,141 per case");
  });
});

describe("money of any size", () => {
  const yuan = fc.integer({ min: -2e12, max: 2e12 });
  const read = (text: string) =>
    parseQuantity(text.replace("-", ""), { unit: "万元" })?.value ?? NaN;

  it("is written in full so that it reads as the same amount, in both languages", () => {
    fc.assert(
      fc.property(yuan, fc.constantFrom("万元", "万元/件"), (amount, unit) => {
        const value = amount / 10_000;
        const [zh, en] = [full(value, unit, "zh"), full(value, unit, "en")];
        expect(read(zh.replace("/件", ""))).toBe(Math.abs(value));
        expect(Number(en.replaceAll(/[^\d.]/g, ""))).toBe(Math.abs(amount));
      }),
    );
  });

  it("is in 元 below 1万元 and never a fraction of 1万元, in a label too", () => {
    fc.assert(
      fc.property(fc.oneof(yuan, fc.integer({ min: -20_000, max: 20_000 })), (amount) => {
        const value = amount / 10_000;
        for (const text of [full(value, "万元", "zh"), short(value, "万元", "zh")]) {
          const [, number = "", unit = ""] = /^-?([\d.,]+)(元|万元|亿元)$/.exec(text) ?? [];
          const shown = Number(number.replaceAll(",", ""));
          if (unit === "元") expect(shown).toBeLessThan(10_000);
          else expect(shown).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  it("is within half a per cent in a label, in both languages alike", () => {
    fc.assert(
      fc.property(yuan, (amount) => {
        const value = Math.abs(amount) / 10_000;
        const off = Math.abs(read(short(value, "万元", "zh")) - value);
        expect(off).toBeLessThanOrEqual(value * 0.005 + 1e-9);
      }),
    );
  });
});

describe("a rate", () => {
  it("is in percent, a difference of rates in percent points", () => {
    expect([full(85.25, "%", "zh"), full(85.25, "%", "en")]).toEqual(["85.25%", "85.25%"]);
    expect([full(23.75, "pp", "zh"), full(23.75, "pp", "en")]).toEqual([
      "23.75个百分点",
      "23.75 pp",
    ]);
  });

  it("keeps four digits in a label, so that 99.95 is not 100", () => {
    expect(short(99.95, "%", "zh")).toBe("99.95%");
    expect(short(86.66666667, "%", "en")).toBe("86.67%");
  });
});

describe("a count", () => {
  it.each([
    ["家", 1, "1家", "1 firm"],
    ["家", 2, "2家", "2 firms"],
    ["家次", 1, "1家次", "1 visit"],
    ["件", 0, "0件", "0 cases"],
    ["人", 2, "2人", "2 people"],
    ["类", 3, "3类", "3 categories"],
    ["个", 1, "1个", "1"],
    ["个", 7, "7个", "7"],
    ["宗", 5, "5件", "5 files"],
    ["光年", 2, "2光年", "2 光年"],
  ])("of %s: %d", (unit, value, zh, en) => {
    expect([full(value, unit, "zh"), full(value, unit, "en")]).toEqual([zh, en]);
  });

  it("has singular and plural, the plural where no number is given", () => {
    expect(unitName("家", "en")).toBe("firms");
    expect(unitName("家", "en", 1)).toBe("firm");
    expect(unitName("家", "zh", 1)).toBe("家");
  });

  it("is short with 万 in Chinese and grouped in English", () => {
    expect([short(56_373, "家次", "zh"), short(56_373, "家次", "en")]).toEqual([
      "5.64万家次",
      "56,400 visits",
    ]);
  });
});

describe("the unit of a derived figure", () => {
  it("is said in English after what it counts, per what", () => {
    const said = (value: number, unit: string) => formatQuantity({ value, unit }, "en");
    expect(said(17.6, "件/百家次")).toBe("17.6 cases per 100 visits");
    expect(said(1, "件/百家")).toBe("1 case per 100 firms");
    expect(said(2.2, "家次/家")).toBe("2.2 visits per firm");
    expect(said(1.4, "项/家次")).toBe("1.4 items per visit");
    expect(said(0.22, "万元/家次")).toBe("CNY 2,200 per visit");
    expect(said(4.81, "万元/件")).toBe("CNY 48,100 per case");
    expect(said(3, "尺/步")).toBe("3 尺/步");
  });

  it("is written in Chinese as it is, by the hundred first", () => {
    expect(formatQuantity({ value: 17.6, unit: "件/百家次" }, "zh")).toBe("每百家次17.6件");
    expect(formatQuantity({ value: 0.22, unit: "万元/家次" }, "zh")).toBe("2200元/家次");
  });
});

describe("a qualifier", () => {
  it("stands before the number, in both languages", () => {
    const said = qualifiers.map((qualifier) => [
      formatQuantity({ value: 50, unit: "%", qualifier }, "zh"),
      formatQuantity({ value: 50, unit: "%", qualifier }, "en"),
    ]);
    expect(said).toEqual([
      ["50%", "50%"],
      ["约50%", "about 50%"],
      ["超过50%", "over 50%"],
      ["至少50%", "at least 50%"],
      ["近50%", "nearly 50%"],
    ]);
  });

  it("stands on a label too", () => {
    expect(shortQuantity({ value: 400, unit: "万元", qualifier: "over" }, "en")).toBe(
      "over CNY 4 million",
    );
  });
});

describe("a part", () => {
  it("is named without its prefix, in English where it has a name", () => {
    expect(formatSubset("sector:非煤矿山", "zh")).toBe("非煤矿山");
    expect(formatSubset("sector:非煤矿山", "en")).toBe("non-coal mines");
    expect(formatSubset("sector:光伏", "en")).toBe("光伏");
  });
});
