import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { marks, type MarkName } from "../../src/notebook/chart-cell/index.ts";
import { draw } from "./draw.ts";
import { gap, hostile, names, row, texts, world } from "./world.ts";

const grammar = await loadGrammar();
const zh = world("zh");

function plot(
  spec: object,
  rows: readonly Row[],
  context = zh,
  results = new Map<string, Row[]>(),
) {
  return draw({ type: "plot", ...spec }, rows, context, { grammar, results });
}

const rows = [
  row({ region_id: "jia", value: 120, other: 3 }),
  row({ region_id: "yi", value: 340, other: 5 }),
  gap({ region_id: "bing", unit: "万元", other: 4 }),
];

/** A mark of each kind that places its rows by `value`. */
const specs: Readonly<Record<Exclude<MarkName, "frame">, object>> = {
  barX: { x: "value", y: "region_id" },
  barY: { x: "region_id", y: "value" },
  rectX: { x: "value", y: "other" },
  rectY: { x: "other", y: "value" },
  rect: { x1: "other", x2: "value", y1: "other", y2: "value" },
  cell: { x: "region_id", y: "value" },
  dot: { x: "value", y: "region_id" },
  line: { x: "other", y: "value" },
  lineX: { x: "value", y: "other" },
  lineY: { x: "other", y: "value" },
  areaX: { x: "value", y: "other" },
  areaY: { x: "other", y: "value" },
  ruleX: { x: "value" },
  ruleY: { y: "value" },
  tickX: { x: "value", y: "region_id" },
  tickY: { x: "region_id", y: "value" },
  text: { x: "value", y: "region_id", text: "region_id" },
  link: { x1: "other", x2: "value", y1: "other", y2: "value" },
  arrow: { x1: "other", x2: "value", y1: "other", y2: "value" },
  boxX: { x: "value", y: "region_id" },
  boxY: { x: "region_id", y: "value" },
  linearRegressionX: { x: "value", y: "other" },
  linearRegressionY: { x: "other", y: "value" },
  waffleX: { x: "value", y: "region_id" },
  waffleY: { x: "region_id", y: "value" },
};

it("tries every mark that the schema allows", () => {
  expect([...Object.keys(specs), "frame"].toSorted()).toEqual(Object.keys(marks).toSorted());
});

describe.each(Object.entries(specs))(
  "a plot of %s with a row without a value",
  (mark, channels) => {
    const figure = plot({ marks: [{ mark, ...channels }] }, rows);

    it("leaves it out, counts it, and names it with its reason", () => {
      const [missing, ...others] = figure.querySelectorAll(".chart [data-missing]");
      expect(others).toEqual([]);
      expect(missing?.getAttribute("data-missing")).toBe("not_reported");
      expect(missing?.textContent).toBe("丙市：未报告");
      expect(texts(figure, ".chart .none .header")).toEqual(["1行没有“数值”，不画，也不当作零"]);
    });

    it("draws nothing for it, and no number that is none", () => {
      const drawn = figure.querySelector(".fadu-grammar");
      expect(drawn?.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
      expect(drawn?.querySelector('[aria-label*="丙"]')).toBeNull();
      for (const name of names(figure, ".chart .mark")) expect(name).not.toMatch(/(?<![\d.,])0万/);
    });

    it("has the facts of its other rows on its marks, each named", () => {
      const found = [...figure.querySelectorAll(".fadu-grammar [data-fact]")];
      const ids = new Set(found.flatMap((one) => (one.getAttribute("data-fact") ?? "").split(" ")));
      const text = mark === "text";
      expect([...ids].toSorted()).toEqual(text ? [] : ["jia-01", "yi-01"]);
      for (const one of found) expect(one.getAttribute("aria-label")).toMatch(/\S/);
    });
  },
);

describe("a mark of the general grammar", () => {
  const bars = { mark: "barX", x: "value", y: "region_id" };

  it("leads to the clause of its one row, by our own name", () => {
    const [mark] = plot({ marks: [bars] }, rows).querySelectorAll(".fadu-grammar a.mark");
    expect(mark?.getAttribute("href")).toBe("#fact-jia-01");
    expect(mark?.getAttribute("data-evidence")).toBe("jia-01");
    expect(mark?.getAttribute("aria-label")).toContain("甲市，罚款；120万元");
  });

  it("carries all facts of a group, and the calculation where it is a sum", () => {
    const two = [row({ fact_id: "a-1", value: 1 }), row({ fact_id: "a-2", value: 2 })];
    const of = (reduce: string) =>
      plot(
        {
          marks: [
            { mark: "barY", transform: { groupX: { y: reduce } }, x: "region_id", y: "value" },
          ],
        },
        two,
      ).querySelector(".fadu-grammar .mark");
    expect(of("sum")?.getAttribute("data-evidence")).toBe("sum(a-1,a-2)");
    expect(of("mean")?.getAttribute("data-fact")).toBe("a-1 a-2");
    expect(of("mean")?.hasAttribute("data-evidence")).toBe(false);
    expect(of("mean")?.getAttribute("aria-label")).toContain("2行");
  });

  it("leads to the clauses of all its rows, each once, where it is of several", () => {
    const three = [
      row({ fact_id: "a-1", value: 1 }),
      row({ fact_id: "a-2", value: 2 }),
      row({ fact_id: "a-2", value: 2 }),
      row({ fact_ids: ["q-1", "q-2"], operation: "quotient", value: 0.5 }),
    ];
    const transform = { groupX: { y: "count" } };
    const figure = plot({ marks: [{ mark: "barY", transform, x: "region_id" }] }, three);
    const mark = figure.querySelector(".fadu-grammar a.mark");
    expect(mark?.getAttribute("href")).toBe("#fact-a-1");
    expect(mark?.getAttribute("data-several")).toBe("a-1 a-2 quotient(q-1,q-2)");
    expect(mark?.hasAttribute("role")).toBe(false);
  });

  it("is reachable and named where its rows have no fact", () => {
    const own = [
      { name: "A", n: 1 },
      { name: "B", n: null },
    ];
    const figure = plot({ marks: [{ mark: "barX", x: "n", y: "name" }] }, own);
    expect(names(figure, ".fadu-grammar [data-mark]")).toEqual(["n：1；name：A"]);
    expect(texts(figure, ".none li")).toEqual(["B：没有值"]);
  });

  it("names the nearest column where one does not exist", () => {
    expect(() => plot({ marks: [{ mark: "dot", x: "valeu" }] }, rows)).toThrow(
      "unknown column: valeu (did you mean value?)",
    );
  });

  it("takes colours by name or as hex, and nothing that reaches out", () => {
    const fill = (value: string) => plot({ marks: [{ ...bars, fill: { const: value } }] }, rows);
    expect(fill("warning").querySelector("[fill='var(--warning)']")).not.toBeNull();
    for (const value of ["url(#x)", "url(https://example.org)", "javascript:alert(1)", "red;x"])
      expect(() => fill(value)).toThrow("unsupported color");
  });

  it("refuses more categories than there are colours to tell apart", () => {
    const many = Array.from({ length: 9 }, (_, i) => ({ name: `n${i}`, n: i + 1 }));
    expect(() =>
      plot({ marks: [{ mark: "barX", x: "n", y: "name", fill: "name" }] }, many),
    ).toThrow("unsupported colors: 9 categories (at most 8)");
  });

  it("reads the rows of the query that it names", () => {
    const results = new Map([["other", [{ n: 1 }, { n: 2 }]]]);
    const figure = plot({ marks: [{ mark: "tickX", data: "other", x: "n" }] }, [], zh, results);
    expect(figure.querySelectorAll(".fadu-grammar [data-mark]")).toHaveLength(2);
  });

  it("keeps values from data text", () => {
    const evil = [row({ region_id: "evil", fact_id: "evil-01", note: hostile })];
    const spec = { marks: [bars, { mark: "text", x: "value", y: "region_id", text: "note" }] };
    const figure = plot(spec, evil);
    expect(figure.querySelectorAll("img, script, [onerror]")).toHaveLength(0);
    expect(figure.textContent).toContain("<img src=x");
  });
});

it("says that it sets side by side what the rules keep apart, and why", () => {
  const mixed = [row(), row({ region_id: "yi", scope: "jurisdiction_total" })];
  const figure = plot({ marks: [{ mark: "barX", x: "value", y: "region_id" }] }, mixed);
  expect(texts(figure, ".warning")[0]).toMatch(/^这幅自定义图没有按可比性分开/);
  expect(texts(figure, ".caveat")[0]).toMatch(/^统计范围不同/);
  const alike = plot({ marks: [{ mark: "barX", x: "value", y: "region_id" }] }, rows);
  expect(texts(alike, ".warning")).toEqual([]);
});

it("judges many figures by one of each kind, so that a page does not stand still", () => {
  const many = Array.from({ length: 400 }, (_, i) => row({ fact_id: `f-${i}`, value: i + 1 }));
  const marks = [{ mark: "tickX", x: "value" }];
  expect(texts(plot({ marks }, many), ".warning")).toEqual([]);
  const mixed = [...many, row({ region_id: "yi", scope: "jurisdiction_total" })];
  expect(texts(plot({ marks }, mixed), ".warning")).toHaveLength(1);
});

it("compares nothing where figures are only counted", () => {
  const mixed = [row(), row({ region_id: "yi", scope: "jurisdiction_total" })];
  const marks = [{ mark: "barY", transform: { groupX: { y: "count" } }, x: "scope" }];
  expect(texts(plot({ marks }, mixed), ".warning, .caveat")).toEqual([]);
});

it("calls a column in a mark's name what its axis calls it", () => {
  const spec = {
    x: { label: { zh: "案件数", en: "Cases" } },
    marks: [{ mark: "dot", x: "other", y: "value" }],
  };
  expect(names(plot(spec, rows), ".fadu-grammar a.mark")[0]).toMatch(/；案件数：3$/);
  expect(names(plot(spec, rows, world("en")), ".fadu-grammar a.mark")[0]).toMatch(/; Cases: 3$/);
});

it("has nothing to draw with until its module is loaded", () => {
  expect(() => draw({ type: "plot", marks: [] }, rows, zh)).toThrow("missing grammar: plot");
});

describe("a total beside its parts", () => {
  const total = row({ fact_id: "t-1", value: 130 });
  const part = row({ fact_id: "t-2", value: 80, subset: "sector:矿山", breakdown_of: "t-1" });
  it.each([
    ["stacked", { mark: "barX", x: "value", y: "region_id" }],
    ["summed", { mark: "barY", transform: { groupX: { y: "sum" } }, x: "region_id", y: "value" }],
  ])("is not %s with them: the part is left out, with a word", (_how, mark) => {
    const figure = plot({ marks: [mark] }, [total, part]);
    const marks = [...figure.querySelectorAll(".fadu-grammar .mark")];
    expect(marks.map((one) => one.getAttribute("data-fact"))).toEqual(["t-1"]);
    expect(texts(figure, ".none .mark")).toEqual([expect.stringContaining("不重复相加")]);
  });

  it("stands with them where each has a place of its own", () => {
    const figure = plot({ marks: [{ mark: "barX", x: "value", y: "subset" }] }, [
      row({ fact_id: "t-3", value: 50, subset: "sector:化工" }),
      part,
    ]);
    expect(figure.querySelectorAll(".fadu-grammar .mark")).toHaveLength(2);
  });
});
