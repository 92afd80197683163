import { JSDOM } from "jsdom";
import { chartTypes } from "../../src/figures/index.ts";
import { describe, expect, it } from "vitest";
import { fact } from "../domain/fixture.ts";
import { draw } from "./draw.ts";
import { gap, hostile, names, row, texts, world } from "./world.ts";

const zh = world("zh");
const en = world("en");

describe("a figure", () => {
  it("has an id, a state, a type, and is named by its title", () => {
    const figure = draw({ type: "matrix" }, [row()], zh, { id: "fines", state: "static" });
    expect(figure.id).toBe("fines");
    expect({ ...figure.dataset }).toEqual({ state: "static", type: "matrix" });
    const title = figure.querySelector(`#${figure.getAttribute("aria-labelledby") ?? ""}`);
    expect(title?.textContent).toBe("题");
  });

  it("leaves out the subtitle and the note where there are none", () => {
    const bare = draw({}, [row()], zh);
    expect(bare.querySelectorAll(".subtitle, .note")).toHaveLength(0);
    const full = draw({}, [row()], zh, { subtitle: "副题", note: "一二" });
    expect(texts(full, ".subtitle, .note")).toEqual(["副题", "一二"]);
  });

  it("names the reports behind it, each once, with date and number", () => {
    const rows = [row(), row({ fact_id: "jia-02" }), gap({ region_id: "yi" })];
    expect(texts(draw({}, rows, zh), ".source")).toEqual([
      "来源：甲市局（2023年1月5日）、乙市局（2023年1月5日）。2份通读的报告",
    ]);
    expect(texts(draw({}, rows, en), ".source")).toEqual([
      "Source: Bureau of Jia (5 Jan 2023), Bureau of Yi (5 Jan 2023). 2 reports read in full",
    ]);
  });

  it("says in a line how many there are and of which years, and unfolds them", () => {
    const figure = draw({}, [row(), gap({ region_id: "yi" })], en);
    expect(texts(figure, ".folds > .reports > summary")).toEqual(["2 reports, 2023"]);
    expect(figure.querySelector(".reports")?.hasAttribute("open")).toBe(false);
    expect(figure.querySelector(".reports > .source")).not.toBeNull();
  });

  it("finds the report of a derived value through its facts", () => {
    const facts = [
      fact({ fact_id: "a", report_id: "yi" }),
      fact({ fact_id: "b", report_id: "yi" }),
    ];
    const derived = row({ report_id: null, operation: "quotient", fact_ids: ["a", "b"] });
    expect(texts(draw({}, [derived], world("en", { facts })), ".source")[0]).toContain(
      "Bureau of Yi",
    );
  });

  it("holds the same rows as a table, every value with its evidence", () => {
    const rows = [row(), gap(), row({ region_id: "yi", value: 7 })];
    const facts = [
      fact({ fact_id: "jia-01", value_text: "壹佰贰拾万元", evidence: "罚款壹佰贰拾万元" }),
    ];
    const table = draw({}, rows, world("zh", { facts })).querySelector("details.rows table");
    if (!table) throw new Error("missing table");
    expect(texts(table, "tbody th")).toEqual(["甲市", "丙市", "乙市"]);
    const values = texts(table, "td.value :is(a, [data-missing])");
    expect(values).toEqual(["120万元", "未报告", "7万元"]);
    expect(texts(table, "tbody tr")[0]).toContain("壹佰贰拾万元");
    expect(texts(table, "td.clause q")).toEqual(["罚款壹佰贰拾万元"]);
    expect(texts(table, "thead th")).toHaveLength(
      table.querySelectorAll("tbody tr:first-child > *").length,
    );
    expect(table.querySelectorAll("[data-fact]")).toHaveLength(2);
  });

  it("is its own table where it is a table, without caveats that the rows say", () => {
    const figure = draw({ type: "table" }, [row({ period_basis: "ytd" })], zh);
    expect(figure.querySelectorAll("table")).toHaveLength(1);
    expect(figure.querySelector("details:not(.reports), .caveat")).toBeNull();
    expect(texts(figure, "td.flags")).toEqual(["不足一年"]);
  });

  it("says its caveat under the chart", () => {
    const figure = draw({}, [row({ qualifier: "at_least" })], en);
    expect(texts(figure, ".caveat")).toEqual(["Jia gives a minimum only."]);
    // The sentence says all there is.
    expect(figure.querySelector(".differences")).toBeNull();
  });
});

describe("the description of a chart", () => {
  const label = (context = zh, type = "dots") =>
    draw(
      { type },
      [
        row({ value: 120 }),
        row({ region_id: "yi", value: 30_000 }),
        row({ region_id: "bing", value: 9, scope: "jurisdiction_total" }),
      ],
      context,
    )
      .querySelector("[data-marks]")
      ?.getAttribute("aria-label");

  it("gives form, number of figures and extremes of each kind, from the data", () => {
    expect(label()).toBe(
      "点图，3个数字。按可比与否分成1幅，另有1个单独列出。罚款、一个局最高：乙市 3亿元（一个局，2022年）。罚款、一个局最低：甲市 120万元（一个局，2022年）。" +
        "罚款、全辖区只有：丙市 9万元（全市，2022年）。用方向键逐个查看，按回车看原文。",
    );
  });

  it("does so in English", () => {
    expect(label(en)).toBe(
      "Dot plot with 3 figures. Panels of what may be compared: 1; figures on their own: 1. Highest in Fines, one bureau: Yi CNY 300 million (one bureau, 2022). " +
        "Lowest in Fines, one bureau: Jia CNY 1.2 million (one bureau, 2022). " +
        "Only one in Fines, whole jurisdiction: Bing CNY 90,000 (whole city, 2022). " +
        "Arrow keys step through the marks; Enter shows the clause.",
    );
  });

  it("names each type by its own word", () => {
    const words = chartTypes.map((type) => label(zh, type)?.split("，")[0]);
    expect(words).toEqual([
      "点图",
      "变化图",
      "条形图",
      "坡度图",
      "排名",
      "分组对照",
      "图例",
      "覆盖矩阵",
      "表格",
      "省份方格图",
      "趋势图",
      "核算图",
    ]);
  });

  it("compares nothing in a matrix, whose columns are unlike", () => {
    expect(label(zh, "matrix")).not.toContain("最高");
  });
});

describe("no data", () => {
  it.each(chartTypes)("is said in a chart of type %s, without a drawing", (type) => {
    const figure = draw({ type }, [], zh);
    expect(texts(figure, ".empty")).toEqual(["所选条件下没有一份报告给出数字。请放宽筛选。"]);
    expect(figure.querySelector(".chart")).toBeNull();
    expect(figure.querySelector("[data-fact]")).toBeNull();
  });

  it("names no source where there is none", () => {
    expect(texts(draw({}, [], en), ".source")).toEqual([]);
  });

  it("is said beside the list of what is missing, where there is only that", () => {
    const figure = draw({}, [gap()], zh);
    expect(figure.querySelector(".empty")).not.toBeNull();
    expect(figure.querySelectorAll(".chart [data-missing]")).toHaveLength(1);
  });
});

describe("a faulty spec", () => {
  it.each([
    [
      { type: "pie" },
      "invalid type: pie (one of dots, dumbbell, bars, slope, ranking, groups, legend, matrix, table, tiles, trend, audit)",
    ],
    [{ type: 3 }, "invalid type: 3"],
    [{ type: "toString" }, "invalid type: toString"],
    [{ type: null }, "invalid type: null"],
    [{ scale: "sqrt" }, "invalid scale: sqrt (one of linear, log, auto)"],
  ])("%j is refused by name", (spec, message) => {
    expect(() => draw(spec, [row()], zh)).toThrow(message);
  });
});

describe("values from data", () => {
  const evil = row({ region_id: "evil", fact_id: "evil-01", detail_zh: hostile });
  const facts = [fact({ fact_id: "evil-01", evidence: hostile, value_text: hostile })];
  const rows = [
    evil,
    gap({ region_id: "evil", elsewhere: hostile }),
    row({ region_id: hostile, metric_id: hostile, subset: hostile, unit: hostile }),
  ];

  it.each(chartTypes)("stay text in a chart of type %s", (type) => {
    const spec = { type, group: "subset", section: "metric_id" };
    const figure = draw(spec, rows, world("zh", { facts }), { title: hostile });
    const again = new JSDOM(`<!doctype html>${figure.outerHTML}`).window.document;
    for (const root of [figure, again.body]) {
      expect(root.querySelectorAll("img, script, [onerror]")).toHaveLength(0);
      expect(root.querySelector("h3")?.textContent).toBe(hostile);
      expect(root.textContent).toContain(hostile);
    }
    expect(names(figure, "[data-fact='evil-01']")[0]).toMatch(/^<img src=x/);
  });

  it("cannot leave an attribute", () => {
    const id = `a" onclick="alert(1)`;
    const figure = draw({}, [row({ fact_id: id })], zh);
    const again = new JSDOM(`<!doctype html>${figure.outerHTML}`).window.document;
    expect(again.querySelector("[onclick]")).toBeNull();
    expect(again.querySelector(".mark")?.getAttribute("data-fact")).toBe(id);
  });

  it("cannot name a scheme in a link", () => {
    const figure = draw({}, [row({ fact_id: "javascript:alert(1)" })], zh);
    for (const link of figure.querySelectorAll("a"))
      expect(link.getAttribute("href")).toMatch(/^#fact-/);
  });
});
