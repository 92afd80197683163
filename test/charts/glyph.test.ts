import { describe, expect, it } from "vitest";
import { forms, type Row } from "../../src/figures/index.ts";
import { glyph, keyItems } from "../../src/charts/index.ts";
import { languages, scopes } from "../../src/domain/index.ts";
import { grammar } from "../../src/charts/plot/index.ts";
import { draw, markOf } from "./draw.ts";
import { gap, mismatch, row, texts, world } from "./world.ts";

const zh = world("zh");
const drawn = (changes: Row, absent = false) => {
  const figure = draw({ type: "dots" }, [absent ? gap(changes) : row(changes)], zh);
  const symbol = figure.querySelector(".chart .mark .glyph");
  if (!symbol) throw new Error("missing glyph");
  return symbol;
};
const form = (changes: Row) => drawn(changes).getAttribute("class");

/** What a row may be besides whole or less, stated or derived. */
const unlike: readonly Row[] = [
  ...["ytd", "quarter", "month", "campaign", "point_in_time", "unspecified"].map(
    (period_basis): Row => ({ period_basis }),
  ),
  { report_id: "opening" },
  { qualifier: "approx" },
  { count_basis: "filed" },
  { source_kind: "press" },
  { accident: "before" },
  { subset: "sector:非煤矿山" },
];

describe("the form of a mark", () => {
  it("is filled for a whole jurisdiction, and a ring for one bureau or units under it", () => {
    expect(form({ scope: "jurisdiction_total" })).toBe("glyph filled");
    expect(drawn({ scope: "jurisdiction_total" }).querySelector(".open")).toBeNull();
    for (const scope of scopes.filter((one) => one !== "jurisdiction_total")) {
      expect(form({ scope })).toBe("glyph ring");
      expect(drawn({ scope }).querySelector("circle.open")).not.toBeNull();
    }
  });

  it("has a dotted ring around it where it is derived, and keeps what it means", () => {
    const derived = drawn({
      operation: "quotient",
      fact_ids: ["ring-a", "ring-b"],
      scope: "jurisdiction_total",
    });
    expect(derived.getAttribute("class")).toBe("glyph filled derived");
    expect(derived.querySelector("circle.orbit")?.getAttribute("r")).toBe("8");
    expect(drawn({}).querySelector(".orbit")).toBeNull();
  });

  it("says nothing else: period, corpus, basis and source leave it as it is", () => {
    for (const scope of ["jurisdiction_total", "bureau"])
      for (const changes of unlike)
        expect([changes, drawn({ scope, ...changes }).innerHTML]).toEqual([
          changes,
          drawn({ scope }).innerHTML,
        ]);
  });

  it("is an open square with a dash for what is missing, whatever its scope or period", () => {
    const missing = drawn({ scope: "jurisdiction_total", period_basis: "ytd" }, true);
    expect(missing.getAttribute("class")).toBe("glyph missing not_reported");
    expect([...missing.children].map(({ tagName }) => tagName)).toEqual(["rect", "path"]);
  });

  it("differs for every combination of what it says", () => {
    const all = (["filled", "ring"] as const).flatMap((shape) =>
      [true, false].map((derived) => glyph(zh.build, { shape, derived }).outerHTML),
    );
    expect(new Set(all).size).toBe(4);
  });
});

describe("what left the form of a mark", () => {
  const nine = { period_start: "2022-01-01", period_end: "2022-09-30", period_basis: "ytd" };
  const part = { scope: "bureau", subset: "sector:非煤矿山" };
  /** What both of two rows are, and the first alone; then what the row and its flag say. */
  const cases = [
    ["a part of a year", nine, {}, "9个月", "不足一年"],
    ["a part", part, {}, "非煤矿山", "只是一部分"],
    ["the corpus", {}, { report_id: "opening" }, "只读了开头", "网页只读了开头"],
    ["a mismatch", {}, { fact_id: "wrong" }, "与分项不符", "与分项不符"],
  ] as const;
  const context = world("zh", { checks: [mismatch("wrong")] });

  it.each(cases)(
    "%s stands in the row, in the name and in the table",
    (_, both, own, word, flag) => {
      const first = row({ fact_id: "left-out", ...both, ...own });
      const rows = [first, row({ fact_id: "other", region_id: "yi", value: 90, ...both })];
      for (const type of ["dots", "bars", "ranking"]) {
        const figure = draw({ type }, rows, context);
        const said = texts(figure, ".chart .detail").join();
        expect([type, said]).toEqual([type, expect.stringContaining(word)]);
        const mark = markOf(figure, String(first["fact_id"]));
        expect(mark.getAttribute("aria-label")).toContain(flag);
        expect(texts(figure, "td.flags").join()).toContain(flag);
      }
    },
  );

  it("says of all rows what all are in the line of sources, not row by row", () => {
    const rows = ["jia", "yi"].map((region_id, i) =>
      row({ fact_id: `${region_id}-o`, region_id, value: 9 + i, report_id: "opening" }),
    );
    const figure = draw({ type: "dots" }, rows, context);
    expect(texts(figure, ".chart .detail").join()).not.toContain("只读了开头");
    expect(texts(figure, ".source").join()).toContain("只读了开头");
  });

  it("takes the corpus from the report where a query leaves every other column out", () => {
    const bare = { value: 3, unit: "万元", region_id: "jia", report_id: "opening" };
    const figure = draw({ type: "dots" }, [bare, row({ region_id: "yi", value: 4 })], context);
    expect(figure.querySelector(".chart .mark, .chart [data-mark]")).not.toBeNull();
    expect(texts(figure, "td.flags").join()).toContain("网页只读了开头");
  });
});

describe("a dot of a free chart", () => {
  const rows = [
    row({ fact_id: "whole", scope: "jurisdiction_total" }),
    row({ fact_id: "one", region_id: "yi", scope: "bureau", value: 60 }),
  ];

  it.each(["fill", "stroke", "none"])(
    "is filled for a whole and a ring for a bureau (%s)",
    (own) => {
      const marks = [
        { mark: "dot", x: "value", y: "region_id", ...(own === "none" ? {} : { [own]: "scope" }) },
      ];
      const figure = draw({ type: "plot", marks }, rows, zh, { grammar });
      const fillOf = (fact: string) =>
        markOf(figure, fact).querySelector("circle:not(.hit), path")?.getAttribute("fill");
      expect(fillOf("one")).toBe("var(--paper)");
      expect(fillOf("whole")).not.toBe("var(--paper)");
      const samples = [...figure.querySelectorAll(".swatches svg path")].map((one) =>
        one.getAttribute("fill"),
      );
      if (own !== "none")
        expect(samples.map((fill) => fill === "var(--paper)")).toEqual([false, true]);
    },
  );
});

describe("the key of a figure", () => {
  const rows = [
    row({ fact_id: "k-1", scope: "jurisdiction_total" }),
    row({ fact_id: "k-2", region_id: "yi", scope: "bureau", qualifier: "at_least" }),
    gap({ region_id: "bing", missing: "not_read" }),
  ];
  const keys = (type: string, given: readonly Row[] = rows) =>
    [...draw({ type }, given, zh).querySelectorAll(".key-of-marks [data-form]")].map((one) =>
      one.getAttribute("data-form"),
    );

  it("names the forms that it draws, and squares only where no word stands beside them", () => {
    expect(keys("dots")).toEqual(["filled", "ring", "bound"]);
    expect(keys("matrix")).toEqual(["filled", "ring", "bound", "not_read"]);
    expect(keys("dots", rows.slice(0, 1))).toEqual(["filled"]);
    expect(keys("table")).toEqual([]);
  });

  it("calls no whole what says no scope", () => {
    expect(keys("dots", [{ value: 3, unit: "万元", region_id: "jia" }])).toEqual([]);
  });

  it("shows bars where bars are drawn, dashes on an axis, an arrow in a table", () => {
    const samples = (type: string) =>
      [...draw({ type }, rows, zh).querySelectorAll(".key-of-marks li")].map(
        (one) => one.innerHTML,
      );
    expect(samples("bars")[0]).toContain("glyph bar filled");
    expect(samples("dots")[2]).toContain("dashes");
    expect(samples("matrix")[2]).toContain("arrow above");
  });

  it.each(languages)("has a word for every form (%s)", (language) => {
    const items = keyItems({ forms, draws: "axis" }, world(language));
    expect(new Set(items.map(({ text }) => text)).size).toBe(forms.length);
    const looks = items.map(({ sample }) => sample.outerHTML);
    expect(new Set(looks).size).toBe(forms.length);
  });
});
