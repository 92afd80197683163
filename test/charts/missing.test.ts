import { describe, expect, it } from "vitest";
import { type ChartType, chartTypes } from "../../src/figures/index.ts";
import { type Fact, missingKinds } from "../../src/domain/index.ts";
import { fact } from "../domain/fixture.ts";
import { draw, markOf, placeOf } from "./draw.ts";
import { gap, names, row, texts, world } from "./world.ts";

const rows = [gap(), row({ region_id: "jia", value: 120 }), row({ region_id: "yi", value: 340 })];
const drawn = (type: ChartType, language: "zh" | "en" = "zh") =>
  draw({ type }, rows, world(language));
/** Zero as a reader would see it: alone, or before a unit. */
const zero = /(?<![\d.,])0(?:\.0+)?(?:万|元|家|%|$)|CNY 0(?![.,\d])/;

describe.each(chartTypes)("a chart of type %s with a missing row", (type) => {
  it("marks it once as missing, with the reason, and never as a fact", () => {
    const [missing, ...others] = drawn(type).querySelectorAll(".chart [data-missing]");
    expect(others).toEqual([]);
    expect(missing?.getAttribute("data-missing")).toBe("not_reported");
    expect(missing?.hasAttribute("data-fact")).toBe(false);
    expect(missing?.closest("[data-fact]")).toBeNull();
  });

  it("has a mark for each figure and no more", () => {
    const facts = [...drawn(type).querySelectorAll(".chart [data-fact]")].map((mark) =>
      mark.getAttribute("data-fact"),
    );
    expect(facts.toSorted()).toEqual(["jia-01", "yi-01"]);
  });

  it("shows no value of zero anywhere", () => {
    const figure = drawn(type);
    const shown = [
      ...texts(figure, ".value, td.value, .mark span, .mark"),
      ...names(figure, "[aria-label]"),
    ];
    expect(shown.length).toBeGreaterThan(2);
    for (const text of shown) expect(text).not.toMatch(zero);
  });

  it("says in words that there is no figure", () => {
    const said = (language: "zh" | "en") => {
      const missing = drawn(type, language).querySelector(".chart [data-missing]");
      return `${missing?.getAttribute("aria-label") ?? ""} ${missing?.textContent ?? ""}`;
    };
    expect(said("zh")).toContain("未报告");
    expect(said("en")).toContain("not reported");
  });

  it("says each reason in its own words", () => {
    const said = missingKinds.map((missing) => {
      const mark = draw({ type }, [gap({ missing }), row()], world("en")).querySelector(
        ".chart [data-missing]",
      );
      return [
        mark?.getAttribute("data-missing"),
        `${mark?.getAttribute("aria-label") ?? ""} ${mark?.textContent ?? ""}`,
      ];
    });
    expect(said.map(([kind]) => kind)).toEqual(missingKinds);
    const words = [
      "not reported",
      "not in this selection",
      "not comparable",
      "not read",
      "planned",
    ];
    words.forEach((word, i) => expect(said[i]?.[1]).toContain(word));
  });

  it("tells of it in the description of the whole", () => {
    const label = drawn(type).querySelector("[data-marks]")?.getAttribute("aria-label");
    expect(label).toContain("2个数字");
    expect(label).toContain("未报告：丙市");
  });
});

describe.each(["dots", "dumbbell"] as const)("the ranking of %s", (type) => {
  it("leaves what is missing out, and lists it below with an open square", () => {
    const figure = drawn(type);
    const missing = figure.querySelector(".chart .none [data-missing]");
    expect(missing?.querySelector("rect.outline")).not.toBeNull();
    expect(texts(figure, ".chart .row .region")).toEqual(["乙市", "甲市"]);
    const lowest = placeOf(markOf(figure, "jia-01")).y;
    expect(placeOf(missing as Element).y).toBeGreaterThan(lowest);
    const all = [...figure.querySelectorAll(".chart .mark")];
    expect(all.indexOf(missing as Element)).toBe(all.length - 1);
  });

  it("names the scope in which there is a figure, where there is one", () => {
    const stated = row({ region_id: "bing", scope: "jurisdiction_total" }) as Partial<Fact>;
    const context = world("zh", { facts: [fact(stated)] });
    const figure = draw({ type }, [gap(), row()], context);
    expect(texts(figure, ".chart .none .mark")).toEqual(["丙市：有，但不在所选之内：全市，2022年"]);
    expect(figure.querySelector(".chart [data-missing]")?.getAttribute("data-missing")).toBe(
      "not_selected",
    );
  });
});

it("a matrix keeps the open square in the region's own cell", () => {
  const cell = drawn("matrix").querySelector(".chart td:has([data-missing])");
  expect(cell?.getAttribute("data-region")).toBe("丙市");
  expect(cell?.querySelector("rect.outline")).not.toBeNull();
});

it("a table says the reason where the value would stand", () => {
  const cells = texts(drawn("table"), "td.value :is(a, [data-missing])");
  expect(cells).toEqual(["未报告", "120万元", "340万元"]);
});

it("a description names what is not comparable apart from what is not reported", () => {
  const rows = [gap(), gap({ region_id: "yi", missing: "not_comparable" }), row()];
  const label = draw({ type: "dots" }, rows, world("en"))
    .querySelector("[data-marks]")
    ?.getAttribute("aria-label");
  expect(label).toContain("Not reported: Bing.");
  expect(label).not.toMatch(/Not reported: [^.]*Yi/);
});
