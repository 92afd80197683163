import { describe, expect, it } from "vitest";
import type { Row } from "../../src/figures/index.ts";
import { draw, markOf, placeOf } from "./draw.ts";
import { gap, names, row, texts, world } from "./world.ts";

const zh = world("zh");
const en = world("en");

describe("a dot plot", () => {
  it("ranks the highest first, each dot in proportion to its value", () => {
    const rows = [row({ value: 100 }), row({ region_id: "yi", value: 400 })];
    const figure = draw({ type: "dots", domain: [0, 400] }, rows, zh);
    expect(texts(figure, ".row .region")).toEqual(["乙市", "甲市"]);
    const [low, high] = [placeOf(markOf(figure, "jia-01")).x, placeOf(markOf(figure, "yi-01")).x];
    const zero = high - (high - low) / 0.75;
    expect(zero).toBeCloseTo(196, 0);
  });

  it("labels each dot with its value in the reader's language", () => {
    expect(texts(draw({ type: "dots" }, [row()], zh), ".chart .value")).toEqual(["120万元"]);
    expect(texts(draw({ type: "dots" }, [row()], en), ".chart .value")).toEqual([
      "CNY 1.2 million",
    ]);
  });

  it("is the same picture when it is drawn again", () => {
    const rows = [row(), gap()];
    expect(draw({ type: "dots" }, rows, zh).outerHTML).toBe(
      draw({ type: "dots" }, rows, world("zh")).outerHTML,
    );
  });

  it("holds one drawing for each width that is asked for", () => {
    const figure = draw({ type: "dots" }, [row(), row({ region_id: "yi" })], zh, {
      variants: ["wide", "narrow"],
    });
    const widths = [...figure.querySelectorAll("svg.fadu-plot")].map((s) =>
      s.getAttribute("width"),
    );
    expect(widths).toEqual(["704", "344"]);
  });

  it("places every mark inside the drawing, at both widths", () => {
    const rows: Row[] = [1, 30, 999_999].map((value, i) =>
      row({ value, region_id: ["jia", "yi", "bing"][i] ?? "", scope: "bureau" }),
    );
    const figure = draw({ type: "dots", scale: "log" }, rows, zh, { variants: ["wide", "narrow"] });
    for (const svg of figure.querySelectorAll("svg.fadu-plot"))
      for (const mark of svg.querySelectorAll(".mark")) {
        const { x, y } = placeOf(mark);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(Number(svg.getAttribute("width")));
        expect(y).toBeLessThanOrEqual(Number(svg.getAttribute("height")));
      }
  });

  it("draws no number that is not one", () => {
    const rows = [row({ value: 0 }), row({ region_id: "yi", value: -20 }), gap()];
    for (const type of ["dots", "dumbbell"])
      expect(draw({ type }, rows, zh).outerHTML).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
  });
});

describe("a zero that is stated", () => {
  it("is drawn at zero and said, unlike one that is missing", () => {
    const figure = draw({ type: "dots" }, [row({ value: 0 }), row({ region_id: "yi" })], zh);
    expect(names(figure, ".chart .mark")[1]).toBe("甲市，罚款；0元；2022年；一个局");
    expect(figure.querySelector("[data-missing]")).toBeNull();
  });

  it("makes the scale of its panel linear, where the spec wants a logarithm", () => {
    for (const value of [0, -2]) {
      const rows = [row({ value }), row({ region_id: "yi", value: 1000 })];
      const figure = draw({ type: "dots", scale: "log" }, rows, zh);
      expect(texts(figure, ".chart [aria-label*=tick] text")).toContain("0");
      expect(placeOf(markOf(figure, "jia-01")).x).toBeLessThan(placeOf(markOf(figure, "yi-01")).x);
      expect(texts(figure, ".chart .detail").join()).not.toContain("对数");
    }
  });

  it("does not disturb a log scale where it is missing instead", () => {
    const figure = draw({ type: "dots", scale: "log" }, [row(), gap({ value: 0 })], zh);
    expect(figure.querySelectorAll(".chart [data-fact]")).toHaveLength(1);
  });
});

describe("a scale", () => {
  it("refuses a log domain that begins at zero, in words", () => {
    const drawing = () => draw({ type: "dots", scale: "log", domain: [0, 100] }, [row()], zh);
    expect(drawing).toThrow("invalid domain: log from 0");
  });

  it("reaches from negative values to zero", () => {
    const rows = [-20, -5].map((value, i) =>
      row({ value, unit: "%", metric_id: "rate", region_id: ["jia", "yi"][i] ?? "" }),
    );
    const figure = draw({ type: "dots" }, rows, zh);
    expect(placeOf(markOf(figure, "jia-01")).x).toBeLessThan(placeOf(markOf(figure, "yi-01")).x);
    expect(texts(figure, ".chart [aria-label*=tick] text")).toContain("0");
  });

  it("has a place for nothing but negative values", () => {
    const rate = (region_id: string, value: number) =>
      row({ fact_id: region_id, region_id, value, unit: "%", metric_id: "rate" });
    const figure = draw({ type: "dots" }, [rate("jia", -20), rate("yi", -10)], zh);
    expect(placeOf(markOf(figure, "jia")).x).toBeLessThan(400);
    expect(texts(figure, ".chart [aria-label*=tick] text")).toContain("0");
  });

  it("has ticks at powers of ten when it is logarithmic", () => {
    const rows = [row({ value: 15 }), row({ region_id: "yi", value: 20_000 })];
    const figure = draw({ type: "dots", scale: "log" }, rows, zh);
    expect(texts(figure, ".chart [aria-label*=tick] text")).toEqual([
      "10万元",
      "100万元",
      "1000万元",
      "1亿元",
    ]);
  });
});

describe("a floor", () => {
  const floor = row({ value: 50, unit: "%", metric_id: "rate", qualifier: "at_least" });
  const value = row({ value: 70, unit: "%", metric_id: "rate", region_id: "yi" });

  it("is drawn with a bound to the end of the scale, a plain value without", () => {
    const figure = draw({ type: "dots", domain: [0, 100] }, [floor, value], zh);
    const bound = markOf(figure, "jia-01").querySelector(".bound .dashes");
    const [, from, to] = /^M([\d.]+),[\d.]+H([\d.]+)$/.exec(bound?.getAttribute("d") ?? "") ?? [];
    expect(Number(from)).toBe(placeOf(markOf(figure, "jia-01")).x);
    expect(Number(to)).toBeGreaterThan(placeOf(markOf(figure, "yi-01")).x);
    expect(markOf(figure, "yi-01").querySelector(".bound")).toBeNull();
  });

  it("says so in its name and its label, in both languages", () => {
    const shown = (language: "zh" | "en") => {
      const figure = draw({ type: "dots" }, [floor], world(language));
      return [...names(figure, ".chart .mark"), ...texts(figure, ".chart .value")];
    };
    expect(shown("zh")).toEqual(["甲市，压缩率；至少50%；2022年；一个局；下限", "至少50%"]);
    expect(shown("en")).toEqual([
      "Jia, Compression; at least 50%; 2022; one bureau; a minimum",
      "at least 50%",
    ]);
  });

  it("is drawn for “over” as well", () => {
    const figure = draw({ type: "dots" }, [{ ...floor, qualifier: "over" }], zh);
    expect(figure.querySelector(".bound")).not.toBeNull();
    expect(texts(figure, ".chart .value")).toEqual(["超过50%"]);
  });
});

describe("a change", () => {
  const rate = { unit: "%", metric_id: "rate" };
  const before = { period_start: "2021-01-01", period_end: "2021-12-31" };
  const rows = (first: number, last: number) => [
    row({ ...rate, value: last, fact_id: "new" }),
    row({ ...rate, ...before, value: first, fact_id: "old" }),
  ];

  it("stands on one line in the order of time, with a delta derived from both", () => {
    const figure = draw({ type: "dumbbell" }, rows(61.52, 85.27), zh);
    expect(texts(figure, ".chart .row .region")).toEqual(["甲市"]);
    const delta = figure.querySelector(".delta");
    expect(delta?.getAttribute("data-fact")).toBe("new old");
    expect(delta?.getAttribute("data-evidence")).toBe("difference(new,old)");
    expect(delta?.textContent).toBe("+23.75个百分点");
    expect(delta?.getAttribute("aria-label")).toContain("推算");
    expect(placeOf(markOf(figure, "old")).y).toBe(placeOf(markOf(figure, "new")).y);
  });

  it("has no floating-point dust and keeps its sign where it falls", () => {
    expect(texts(draw({ type: "dumbbell" }, rows(0.1, 0.3), zh), ".delta")).toEqual([
      "+0.2个百分点",
    ]);
    expect(texts(draw({ type: "dumbbell" }, rows(80.2, 62.7), en), ".delta")).toEqual(["−17.5 pp"]);
    // 80% may be anything from 79.5 on: what is left of it has no decimals.
    expect(texts(draw({ type: "dumbbell" }, rows(80, 62.7), en), ".delta")).toEqual(["−17 pp"]);
  });

  it("is a line between the two dots, whichever way it goes", () => {
    for (const [first, last] of [
      [20, 80],
      [80, 20],
    ] as const) {
      const figure = draw({ type: "dumbbell", domain: [0, 100] }, rows(first, last), zh);
      const path = figure.querySelector(".change")?.getAttribute("d") ?? "";
      const [from = NaN, , to = NaN] = (path.match(/-?[\d.]+/g) ?? []).map(Number);
      const ends = ["old", "new"].map((id) => placeOf(markOf(figure, id)).x);
      expect(Math.min(from, to)).toBeGreaterThan(Math.min(...ends));
      expect(Math.max(from, to)).toBeLessThan(Math.max(...ends));
    }
  });

  it("is not made between regions, reports, scopes or parts", () => {
    for (const other of [
      { region_id: "yi" },
      { report_id: "yi" },
      { scope: "jurisdiction_total" },
      { subset: "sector:矿山" },
    ]) {
      const figure = draw(
        { type: "dumbbell" },
        [row({ ...rate, ...before }), row({ ...rate, fact_id: "b", ...other })],
        zh,
      );
      expect(figure.querySelector(".delta")).toBeNull();
    }
  });

  it("is not made with a figure that is missing, nor where the spec does not connect", () => {
    const absent = gap({ ...rate, region_id: "jia", report_id: "jia", scope: "bureau" });
    const one = draw({ type: "dumbbell" }, [row({ ...rate, ...before }), absent], zh);
    expect(one.querySelector(".delta")).toBeNull();
    expect(draw({ type: "dots" }, rows(1, 2), zh).querySelector(".delta")).toBeNull();
  });
});

describe("a single figure", () => {
  it.each(["dots", "bars", "dumbbell", "ranking"])(
    "has no axis, and all its words (%s)",
    (type) => {
      const figure = draw({ type }, [row({ count_basis: "filed" }), gap({ region_id: "yi" })], zh);
      expect(figure.querySelectorAll(".chart :is(svg.fadu-plot .row, .track)")).toHaveLength(0);
      expect(texts(figure, "[aria-label*=tick] text")).toEqual([]);
      expect(texts(figure, ".chart .alone .detail").join()).toContain("按立案计");
      expect(figure.querySelectorAll(".chart [data-missing]")).toHaveLength(1);
      expect(texts(figure, ".chart .alone .header")).toEqual([]);
    },
  );

  it("has its axis as soon as another stands beside it", () => {
    const figure = draw({ type: "dots" }, [row(), row({ region_id: "yi", value: 3 })], zh);
    expect(texts(figure, "[aria-label*=tick] text").length).toBeGreaterThan(1);
  });
});

describe("sections by metric", () => {
  const firms = { unit: "家", metric_id: "firms" };
  const rows = [
    row({ value: 120 }),
    row({ value: 60, region_id: "yi", fact_id: "yi-01" }),
    row({ value: 900_000, fact_id: "firms-01", ...firms }),
    row({ value: 500_000, region_id: "yi", fact_id: "firms-02", ...firms }),
    gap({ region_id: "bing", metric_id: "firms" }),
  ];
  const figure = draw({ type: "dots", section: "metric_id" }, rows, zh);

  it("have a title and an axis each", () => {
    expect(texts(figure, ".chart h4")).toEqual(["罚款", "企业"]);
    const axes = [...figure.querySelectorAll(".chart svg.fadu-plot")].map((svg) =>
      texts(svg, "[aria-label*=tick] text").at(-1),
    );
    expect(axes[0]).toMatch(/万元$/);
    expect(axes[1]).toMatch(/^\d+万$/);
  });

  it("do not share a scale: a large one leaves the small one its width", () => {
    const [fines, firms] = [markOf(figure, "jia-01"), markOf(figure, "firms-01")];
    expect(placeOf(fines).x).toBeGreaterThan(400);
    expect(placeOf(firms).x).toBeGreaterThan(400);
  });

  it("list what is missing in its own section only", () => {
    const missing = [...figure.querySelectorAll(".chart svg.fadu-plot")].map(
      (svg) => svg.querySelectorAll("[data-missing]").length,
    );
    expect(missing).toEqual([0, 1]);
  });

  it("are drawn without an axis where all is missing", () => {
    const only = draw({ type: "dots", section: "metric_id" }, [gap()], zh);
    expect(only.querySelectorAll(".chart [data-missing]")).toHaveLength(1);
    expect(only.querySelectorAll("[aria-label*=tick]")).toHaveLength(0);
  });
});
