import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breaks, inTime } from "../../src/domain/index.ts";
import type { ChartContext } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { figureOf } from "../../src/figures/comparable.ts";
import { isPresent, observeAll } from "../../src/figures/observation.ts";

import { draw, markOf, placeOf } from "./draw.ts";
import { gap, hostile, metrics, names, row, texts, world } from "./world.ts";

const rate = (year: number, value: number, changes: Row = {}): Row =>
  row({
    fact_id: `r-${year}`,
    metric_id: "rate",
    unit: "%",
    value,
    period_start: `${year}-01-01`,
    period_end: `${year}-12-31`,
    period_basis: "full_year",
    ...changes,
  });
const fine = (year: number, value: number, changes: Row = {}): Row =>
  rate(year, value, { fact_id: `f-${year}`, metric_id: "fines", unit: "万元", ...changes });
const trend = (rows: readonly Row[], context: ChartContext = world("zh"), narrow = false) =>
  draw({ type: "trend" }, rows, context, { variants: [narrow ? "narrow" : "wide"] });
const joints = (root: Element) =>
  [...root.querySelectorAll(".joint")].map((line) => line.getAttribute("data-joins"));

/** The world with penalties, so that the law of 2021 matters. */
function penalties(language: "zh" | "en" = "zh"): ChartContext {
  const context = world(language);
  const themed = metrics.map((metric) => ({ ...metric, theme: "penalties" }));
  const byMetric = new Map(themed.map((metric) => [metric.metric_id, metric]));
  return { ...context, catalogue: { ...context.catalogue, metrics: byMetric } };
}

describe("a trend", () => {
  it("joins figures that differ in their year only, and labels the change in points", () => {
    const figure = trend([rate(2021, 80.72), rate(2022, 84.24)]);
    expect(joints(figure)).toEqual(["r-2021 r-2022"]);
    const change = figure.querySelector(".delta");
    expect(change?.textContent).toBe("+3.52个百分点");
    expect(change?.getAttribute("data-evidence")).toBe("difference(r-2022,r-2021)");
    expect(change?.getAttribute("aria-label")).toContain("推算");
  });

  it("places later figures further right, and larger ones higher, in whatever order given", () => {
    for (const rows of [
      [rate(2021, 80), rate(2022, 84)],
      [rate(2022, 84), rate(2021, 80)],
    ]) {
      const figure = trend(rows);
      const [a, b] = [placeOf(markOf(figure, "r-2021")), placeOf(markOf(figure, "r-2022"))];
      expect(a.x).toBeLessThan(b.x);
      expect(a.y).toBeGreaterThan(b.y);
      expect(joints(figure)).toEqual(["r-2021 r-2022"]);
    }
  });

  it("covers as much of the axis as the figure covers of the time", () => {
    const nine = { period_end: "2022-09-30", period_basis: "ytd" };
    const figure = trend([
      rate(2021, 80),
      rate(2022, 84, nine),
      rate(2023, 85, {
        period_start: "2023-06-30",
        period_end: "2023-06-30",
        period_basis: "point_in_time",
      }),
    ]);
    const length = (id: string) => {
      const way = markOf(figure, id).querySelector(".span")?.getAttribute("d");
      const [from = 0, , to = 0] = (way?.match(/[\d.]+/g) ?? []).map(Number);
      return way ? to - from + 2 : 0;
    };
    expect(length("r-2022") / length("r-2021")).toBeCloseTo(273 / 365, 1);
    expect(length("r-2023")).toBe(0);
  });

  it("stands totals on zero, and says where a rate does not", () => {
    expect(trend([fine(2022, 120), fine(2023, 90)]).querySelector(".zero")).not.toBeNull();
    const rates = trend([rate(2021, 80), rate(2022, 84)]);
    expect(rates.querySelector(".zero")).toBeNull();
    expect(texts(rates, ".panel .subtitle")).toEqual(["一个局；纵轴不从零起"]);
    expect(trend([rate(2021, 8), rate(2022, 84)]).querySelector(".zero")).not.toBeNull();
  });

  it("cuts the line where the scope changes, with a mark and the reason in words", () => {
    const figure = trend([rate(2021, 80), rate(2022, 84, { scope: "jurisdiction_total" })]);
    expect(joints(figure)).toEqual([]);
    expect(figure.querySelector(".delta")).toBeNull();
    const sentence = "2021年与2022年之间断开，不连线：统计范围不同：本局与全辖区。";
    expect(texts(figure, ".breaks li")).toEqual([sentence]);
    expect(names(figure, "[data-break]")).toEqual([
      "甲市，压缩率；2021年与2022年之间断开，不连线；统计范围不同：本局与全辖区",
    ]);
  });

  it("says so in English", () => {
    const rows = [rate(2021, 80), rate(2022, 84, { scope: "jurisdiction_total" })];
    expect(texts(trend(rows, world("en")), ".breaks li")).toEqual([
      "No line between 2021 and 2022: different scopes: one bureau and whole jurisdiction.",
    ]);
  });

  it("leaves missing years open, each as a square that says whether anybody has looked", () => {
    const figure = trend([rate(2019, 80), rate(2023, 84)]);
    expect(joints(figure)).toEqual([]);
    expect(names(figure, ".panel [data-missing]")).toEqual(
      [
        "甲市，压缩率；未通读；2020年；",
        "甲市，压缩率；未通读；2021年；",
        "甲市，压缩率；未报告；2022年；",
      ].map((name) => name.slice(0, -1)),
    );
    expect(texts(figure, ".breaks li")[0]).toContain("没有2020、2021、2022年的数字");
  });

  it("shows the law of 2021 on penalties, and draws no line through it", () => {
    const figure = trend(
      [fine(2020, 90), fine(2021, 95), fine(2022, 120), fine(2023, 130)],
      penalties(),
    );
    expect(texts(figure, ".law")).toEqual(["2021年9月新安全生产法"]);
    expect(joints(figure)).toEqual(["f-2022 f-2023"]);
    expect(texts(figure, ".breaks li")).toHaveLength(2);
    for (const text of texts(figure, ".breaks li")) expect(text).toContain("适用的安全生产法不同");
    expect(trend([rate(2020, 80), rate(2022, 84)]).querySelector(".law")).toBeNull();
    expect(trend([fine(2022, 90), fine(2023, 95)], penalties()).querySelector(".law")).toBeNull();
  });

  it("lists what is the only figure of its series, without an axis", () => {
    const one = trend([rate(2022, 84)]);
    expect(one.querySelector(".panel")).toBeNull();
    const figure = trend([rate(2021, 80), rate(2022, 84), fine(2022, 90)]);
    expect(texts(figure, ".panel h4")).toEqual(["甲市：压缩率"]);
    expect(markOf(one, "r-2022").getAttribute("aria-label")).not.toMatch(/；$/);
    for (const list of [one, figure])
      expect(texts(list, ".fold .title")).toEqual(["同一口径只有一个数字，看不出变化"]);
    expect(texts(figure, ".alone .reason")).toEqual(["罚款"]);
    expect(markOf(figure, "f-2022").closest(".alone")).not.toBeNull();
  });

  it("gives every region and metric a panel, and unlike figures of one year panels of their own", () => {
    const whole = { scope: "jurisdiction_total" };
    const figure = trend([
      rate(2021, 80),
      rate(2022, 84),
      fine(2022, 90),
      fine(2022, 190, { ...whole, fact_id: "w-22" }),
      fine(2023, 95),
      fine(2023, 195, { ...whole, fact_id: "w-23" }),
    ]);
    expect(texts(figure, ".panel h4")).toEqual(["甲市：压缩率", "甲市：罚款", "甲市：罚款"]);
    expect(texts(figure, ".panel .subtitle").slice(1)).toEqual(["一个局", "全市"]);
    expect(joints(figure)).toEqual(["r-2021 r-2022", "f-2022 f-2023", "w-22 w-23"]);
  });

  it("draws a figure that its report states twice once", () => {
    const twice = rate(2022, 84, { fact_id: "again", same_as: "r-2022" });
    const marks = trend([rate(2021, 80), rate(2022, 84), twice]).querySelectorAll(".panel a.mark");
    expect([...marks].map((mark) => mark.getAttribute("data-fact"))).not.toContain("again");
  });

  it("says of the companion corpus what it is, in the name of its mark", () => {
    const figure = trend([rate(2021, 80), rate(2022, 84, { report_id: "opening" })]);
    const name = (fact: string) => markOf(figure, fact).getAttribute("aria-label");
    expect(name("r-2022")).toContain("网页只读了开头");
    expect(name("r-2021")).not.toContain("网页只读了开头");
  });

  it("keeps every label inside the drawing, and labels off each other, at both widths", () => {
    const rows = [2017, 2018, 2019, 2020, 2021, 2022].map((year) =>
      fine(year, 100 + (year % 3) * 40),
    );
    for (const narrow of [true, false])
      for (const language of ["zh", "en"] as const) {
        const figure = trend(rows, world(language), narrow);
        const svg = figure.querySelector("svg.fadu-plot");
        const width = Number(svg?.getAttribute("width"));
        const centres = [...figure.querySelectorAll("a.mark:not(.delta) .value")].map((text) => ({
          x: Number(text.getAttribute("x")),
          y: Number(text.getAttribute("y")),
        }));
        for (const { x } of centres) expect(x > 0 && x < width).toBe(true);
        centres.forEach((a, i) => {
          for (const b of centres.slice(i + 1))
            expect(Math.abs(a.x - b.x) > 30 || Math.abs(a.y - b.y) > 11, `${a.y} ${b.y}`).toBe(
              true,
            );
        });
      }
  });

  it("lists what has no value or no period beside the panels", () => {
    const figure = trend([rate(2022, 84), gap(), row({ fact_id: "x", period_end: null })]);
    expect(texts(figure, ".none .mark")).toEqual(["丙市：未报告", "甲市：120万元 (期间不明)"]);
  });

  it("takes hostile names as text", () => {
    const figure = trend([rate(2022, 84, { region_id: "evil" })]);
    expect(figure.querySelector("img, script")).toBeNull();
    expect(texts(figure, ".alone .region")[0]).toContain(hostile);
    const two = trend([2021, 2022].map((year) => rate(year, 84, { region_id: "evil" })));
    expect(texts(two, ".panel h4")[0]).toContain(hostile);
  });

  it("is as high as its values need, so that none covers another", () => {
    const steep = [2020, 2021, 2022, 2023].map((year, i) => fine(year, i % 2 ? 5000 : 4900));
    const heights = [[fine(2022, 90), fine(2023, 95)], steep].map((rows) => {
      const figure = trend(rows);
      return Number(figure.querySelector(".panel svg")?.getAttribute("height"));
    });
    expect(heights[1]).toBeGreaterThan(heights[0] ?? NaN);
  });
});

describe("a line of a trend", () => {
  const years = fc.integer({ min: 2017, max: 2026 });
  const figures = fc
    .uniqueArray(
      fc.record({
        year: years,
        value: fc.integer({ min: 1, max: 5000 }),
        scope: fc.constantFrom("bureau", "jurisdiction_total"),
        subset: fc.constantFrom(null, null, "sector:非煤矿山"),
        count_basis: fc.constantFrom(null, null, "filed"),
        qualifier: fc.constantFrom("exact", "exact", "at_least"),
        status: fc.constantFrom("actual", "actual", "planned"),
        end: fc.constantFrom("12-31", "12-31", "09-30"),
      }),
      { selector: ({ year }) => year, minLength: 1, maxLength: 8 },
    )
    .map((list) =>
      list.map(({ year, end, ...rest }) =>
        fine(year, rest.value, {
          ...rest,
          period_end: `${year}-${end}`,
          period_basis: end === "12-31" ? "full_year" : "ytd",
        }),
      ),
    );

  it("never runs through a break, and is never left out where there is none", () => {
    const context = penalties();
    fc.assert(
      fc.property(figures, (rows) => {
        const plain = observeAll(rows, context.catalogue)
          .filter(isPresent)
          .flatMap((one) => figureOf(one, context) ?? []);
        const ordered = inTime(plain).map(({ fact_id }) => fact_id);
        const cut = new Set(
          breaks(plain, context.catalogue).map(({ from, to }) => `${from} ${to}`),
        );
        const pairs = ordered.slice(1).map((to, i) => `${ordered[i]} ${to}`);
        const drawn = trend(rows, context);
        expect(joints(drawn)).toEqual(pairs.filter((pair) => !cut.has(pair)));
        expect(drawn.querySelectorAll("[data-break]")).toHaveLength(cut.size);
        for (const label of drawn.querySelectorAll(".delta")) {
          const [to, from] = (label.getAttribute("data-fact") ?? "").split(" ");
          expect(cut.has(`${from} ${to}`)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
