import { describe, expect, it } from "vitest";
import { loadGrammar, needsGrammar } from "../../src/charts/index.ts";
import type { ChartSpec, Row } from "../../src/figures/index.ts";
import { languages, type Language } from "../../src/domain/index.ts";
import { textWidth } from "../../src/charts/text.ts";
import { draw } from "./draw.ts";
import { row, texts, world } from "./world.ts";

const grammar = await loadGrammar();
const regions = ["jia", "yi", "bing"];
const widths = ["wide", "narrow"] as const;

/** Three regions whose values are far apart, and never zero. */
function spread(more: Row, values = [1.2, 61, 2500]): Row[] {
  return values.map((value, i) => row({ region_id: regions[i] ?? "", value, ...more }));
}

function chart(spec: ChartSpec, rows: readonly Row[], language: Language = "zh"): Element {
  const own = needsGrammar(spec) ? { grammar } : {};
  return draw(spec, rows, world(language), { variants: [...widths], ...own });
}

/** Ends of every horizontal stroke of a row, left to right. */
function strokes(root: Element, kind: string): string[] {
  return [...root.querySelectorAll(`.chart .${kind}`)].map((line) => {
    const { d, x1, x2 } = Object.fromEntries([...line.attributes].map((a) => [a.name, a.value]));
    const [, from = x1, to = x2] = /^M([\d.]+),[\d.]+H([\d.]+)$/.exec(d ?? "") ?? [];
    return `${from} ${to}`;
  });
}

const lined = ["dots", "dumbbell", "ranking"];

describe.each(lined)("a chart of type %s on a scale without zero", (type) => {
  it.each([
    ["a logarithm", { scale: "log" }],
    ["a logarithm that it chose itself", { scale: "auto" }],
    ["an axis that leaves zero out", { scale: "linear", domain: [1, 3000] }],
  ])("has no stem: nothing is as long as its value on %s", (_, scale) => {
    const figure = chart({ type, ...scale }, spread({}));
    expect(strokes(figure, "leader")).toEqual([]);
    // What leads the eye is the same for every row, whatever its value.
    const guides = strokes(figure, "guide");
    expect(guides.length).toBeGreaterThanOrEqual(3);
    expect(new Set(guides).size).toBe(type === "ranking" ? 1 : widths.length);
  });

  it("has stems from zero where zero is on the axis", () => {
    const figure = chart({ type, scale: "linear" }, spread({}));
    expect(strokes(figure, "guide")).toEqual([]);
    expect(new Set(strokes(figure, "leader")).size).toBeGreaterThanOrEqual(3);
  });
});

describe("what is a length", () => {
  it("is refused on a logarithm: bars, and every mark of the grammar that is one", () => {
    expect(() => chart({ type: "bars", scale: "log" }, spread({}))).toThrow("unsupported scale");
    for (const mark of ["barX", "areaX", "rectX", "waffleX"]) {
      const marks = [{ mark, x: "value", y: "region_id" }];
      expect(() => chart({ type: "plot", x: { type: "log" }, marks }, spread({})), mark).toThrow();
    }
  });

  it("is not drawn on a slope's logarithm: nothing rises from the foot of its verticals", () => {
    const years = [2021, 2022].flatMap((year, i) =>
      regions.map((region_id, j) =>
        row({
          ...{ region_id, fact_id: `${region_id}-${year}`, value: 10 ** (i + j) },
          ...{ period_start: `${year}-01-01`, period_end: `${year}-12-31` },
        }),
      ),
    );
    const figure = chart({ type: "slope", scale: "log" }, years);
    expect(figure.querySelectorAll(".chart .mark").length).toBeGreaterThan(0);
    expect(figure.querySelector(".chart .zero, .chart .guide")).toBeNull();
    expect(texts(figure, ".chart .detail")).not.toContain("0");
  });
});

interface Unit {
  readonly more: Row;
  /** What the axis must say beside its numbers. */
  readonly said: Readonly<Record<Language, RegExp>>;
}

const units: readonly Unit[] = [
  { more: {}, said: { zh: /元$/, en: /^CNY/ } },
  { more: { unit: "家", metric_id: "firms" }, said: { zh: /家$/, en: /firms?$/ } },
  { more: { unit: "%", metric_id: "rate" }, said: { zh: /%$/, en: /%$/ } },
  {
    more: { unit: "万元/件", operation: "quotient", fact_ids: ["a", "b"], fact_id: null },
    said: { zh: /元\/件$/, en: /per case$/ },
  },
];

function unitRows({ more }: Unit): Row[] {
  return spread(more, [20, 55, 90]).map((one, i) =>
    "operation" in more ? row({ ...one, fact_ids: [`${i}a`, `${i}b`] }) : one,
  );
}

describe.each(languages)("an axis of values in %s", (language) => {
  it.each(["dots", "dumbbell", "bars"])("says the unit of its labels: %s", (type) => {
    for (const unit of units)
      for (const scale of type === "bars" ? ["linear"] : ["linear", "log"]) {
        const figure = chart({ type, scale }, unitRows(unit), language);
        for (const svg of figure.querySelectorAll("svg.fadu-plot")) {
          const ticks = texts(svg, "[aria-label='x-axis tick label'] text");
          expect(
            ticks.some((text) => unit.said[language].test(text)),
            ticks.join(" "),
          ).toBe(true);
        }
      }
  });

  it.each(["dots", "bars"])("has no label that lies on the next: %s", (type) => {
    for (const unit of units) {
      const figure = chart({ type }, unitRows(unit), language);
      for (const svg of figure.querySelectorAll("svg.fadu-plot")) {
        const ticks = [...svg.querySelectorAll("[aria-label='x-axis tick label'] text")];
        const ends = ticks.map((tick) => {
          const half = textWidth(tick.textContent ?? "", 12) / 2;
          const x = Number(tick.getAttribute("x"));
          return [x - half, x + half] as const;
        });
        ends.slice(1).forEach(([left], i) => expect(left).toBeGreaterThan(ends[i]?.[1] ?? NaN));
      }
    }
  });

  it.each(["x", "y"])("of the grammar says it at its numbers or as its name: %s", (axis) => {
    const other = axis === "x" ? "y" : "x";
    for (const unit of units) {
      const marks = [{ mark: "dot", [axis]: "value", [other]: "region_id" }];
      const figure = chart({ type: "plot", marks }, unitRows(unit), language);
      const words = texts(figure, `.chart [aria-label^='${axis}-axis'] text`);
      const { said } = unit;
      const isSaid = words.some((text) => said[language].test(text.trim()));
      expect(isSaid, words.join(" ")).toBe(true);
    }
  });

  it("names a thing as the labels do: items that are hazards", () => {
    const context = world(language);
    const metric = context.catalogue.metrics.get("firms");
    if (!metric) throw new Error("missing metric");
    const metrics = new Map([["firms", { ...metric, unit: "项", counting_object: "hazard" }]]);
    const own = { ...context, catalogue: { ...context.catalogue, metrics } };
    const rows = spread({ unit: "项", metric_id: "firms" }, [20, 55, 90]);
    const ticks = texts(draw({ type: "dots" }, rows, own), "[aria-label*='tick'] text");
    expect(ticks.join(" ")).toContain(language === "zh" ? "项" : "hazards");
  });
});

describe("ticks of a logarithm", () => {
  it("are there where no power of ten is on the axis", () => {
    const rows = spread({}, [2.5, 4, 7]);
    const figure = chart({ type: "dots", scale: "log", domain: [2, 8] }, rows);
    expect(texts(figure, "svg.fadu-plot [aria-label*='tick'] text").slice(0, 2)).toEqual([
      "2万元",
      "5万元",
    ]);
  });
});
