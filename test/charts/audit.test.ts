import { describe, expect, it } from "vitest";
import { draw } from "./draw.ts";
import { hostile, names, mismatch, row, texts, world } from "./world.ts";

const check = (changes: Readonly<Record<string, unknown>> = {}) =>
  row({
    region_id: "jia",
    value: 98.14,
    unit: "%",
    recomputed: 98.417721519,
    allowed_low: 98.135,
    allowed_high: 98.15,
    verdict: "mismatch",
    ...changes,
  });
// The parts are no matter here: the check itself says what was recomputed.
const checks = ["jia-01", "yi-01", "bing-01"].flatMap((id) =>
  [98.417721519, 20, 98.14].map((recomputed) => ({
    ...mismatch(id),
    operands: "",
    verdict: "ok" as const,
    recomputed,
  })),
);
const exact = check({ region_id: "yi", value: 20, recomputed: 20, verdict: "ok" });
const drawn = (rows: readonly ReturnType<typeof check>[], language: "zh" | "en" = "zh") =>
  draw({ type: "audit" }, rows, world(language, { checks }));

/** Left and right end of a band, or the place of a line, in per cent of the strip. */
const ends = (element: Element | null | undefined): [number, number] => {
  const of = (name: string) => Number.parseFloat(element?.getAttribute(name) ?? "NaN");
  return element?.tagName === "rect" ? [of("x"), of("x") + of("width")] : [of("x1"), of("x2")];
};

describe("a chart of type audit", () => {
  it("sets the stated figure beside what its parts give, with the tolerance and the verdict", () => {
    const figure = drawn([check()]);
    expect(texts(figure, ".audited .number")).toEqual(["所写98.14%", "重算98.418%"]);
    expect(texts(figure, ".audited .allowed")).toEqual(["由98.135%起，不到98.15%，都会写成98.14%"]);
    expect(texts(figure, ".chart h4")).toEqual(["对不上 1"]);
  });

  it("says all of it in the name of the mark, which leads to the clause", () => {
    const [mark] = drawn([check()], "en").querySelectorAll(".chart [data-fact]");
    const name = mark?.getAttribute("aria-label") ?? "";
    for (const part of ["98.14%", "98.418%", "98.135%", "98.15%", "Does not agree"])
      expect(name).toContain(part);
    expect(mark?.getAttribute("data-evidence")).toBe("jia-01");
    expect(mark?.getAttribute("href")).toBe("#fact-jia-01");
  });

  it("draws a mismatch outside the band, rounding inside the dark, cutting off inside the light", () => {
    const rows = [
      check(),
      check({
        value: 97.03,
        recomputed: 97.034,
        allowed_low: 97.025,
        allowed_high: 97.04,
        verdict: "ok",
      }),
      check({
        value: 98.79,
        recomputed: 98.796,
        allowed_low: 98.785,
        allowed_high: 98.8,
        verdict: "rounding",
      }),
    ];
    const figure = drawn(rows);
    const inside = [...figure.querySelectorAll(".strip")].map((strip) => {
      const [, at] = ends(strip.querySelector(".join"));
      const isIn = (band: Element | null) => {
        const [low, high] = ends(band);
        return at >= low && at <= high;
      };
      return [isIn(strip.querySelector(".band:not(.cut)")), isIn(strip.querySelector(".band.cut"))];
    });
    // In the order of the page: mismatch, rounding, ok.
    expect(inside).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
  });

  it("leaves the band of a bound open at its far end", () => {
    const open = (changes: Readonly<Record<string, unknown>>) =>
      ends(drawn([check({ value: 12000, unit: "家", ...changes })]).querySelector(".band"));
    const [, right] = open({ recomputed: 11823, allowed_low: 11999.5, allowed_high: null });
    expect(right).toBe(100);
    const [left] = open({ recomputed: 12100, allowed_low: null, allowed_high: 12001 });
    expect(left).toBe(0);
  });

  it("puts units of the last place stated on one scale, whatever is counted", () => {
    const money = {
      value: 13000,
      unit: "万元",
      recomputed: 14000,
      allowed_low: 12500,
      allowed_high: 14000,
    };
    const count = {
      value: 165,
      unit: "家",
      recomputed: 166,
      allowed_low: 164.5,
      allowed_high: 166,
    };
    const [a, b] = [...drawn([check(money), check(count)]).querySelectorAll(".join")].map(ends);
    expect(a).toEqual(b);
  });

  it("lists what agrees to the last digit apart, each one click from its clause", () => {
    const figure = drawn([exact, check()]);
    expect(texts(figure, ".chart h4")).toEqual(["对不上 1", "分毫不差 1"]);
    expect(figure.querySelectorAll(".equal [data-fact]")).toHaveLength(1);
    expect(figure.querySelectorAll(".strip")).toHaveLength(1);
  });

  it("tells the companion corpus in words", () => {
    const figure = drawn([check({ report_id: "opening" })], "en");
    expect(texts(figure, ".audited .what")[0]).toContain("only the opening was read");
  });

  it("says that a figure without a recomputed value was not recomputed, and draws none", () => {
    const figure = drawn([check({ recomputed: null, verdict: null })]);
    expect(texts(figure, ".audited .number")[1]).toBe("重算未重算");
    expect(figure.querySelector(".join")).toBeNull();
  });

  it("shows hostile text as text", () => {
    const figure = drawn([check({ verdict: hostile, region_id: hostile })]);
    expect(figure.querySelector("script, img, [onerror]")).toBeNull();
    expect(names(figure, ".chart [data-fact]")).toHaveLength(1);
  });
});
