import { describe, expect, it } from "vitest";
import { chartTypes } from "../../../src/figures/index.ts";
import { textWidth, themes } from "../../../src/charts/index.ts";
import { pictureWidths } from "../../../src/publish/picture/index.ts";
import { row, world } from "../../charts/world.ts";
import { pictured } from "./world.ts";

const types = [...chartTypes, "plot"];
const cases = types.flatMap((type) => [
  { type, variant: "wide", language: "zh" } as const,
  { type, variant: "narrow", language: "en" } as const,
]);

describe.each(cases)(
  "a picture of $type, $variant, in $language",
  ({ type, variant, language }) => {
    const made = () =>
      pictured(
        { type },
        { width: pictureWidths[variant], context: world(language), version: "1a2b3c4d" },
      );

    it("needs nothing of the page and nothing from outside", () => {
      const { svg } = made().picture;
      expect(svg).not.toMatch(/var\(|currentColor|color-mix|class=|style=|NaN|undefined/);
      const tags = new Set([...made().document.querySelectorAll("*")].map((one) => one.localName));
      for (const tag of ["foreignObject", "script", "style", "image", "img", "a", "use"])
        expect([tag, tags.has(tag)]).toEqual([tag, false]);
      const names = [...made().document.querySelectorAll("*")].flatMap((one) =>
        one.getAttributeNames(),
      );
      expect(names.filter((name) => /^on|href/.test(name))).toEqual([]);
    });

    it("says all that the figure says", () => {
      const text = made().document.documentElement.textContent?.replace(/\s+/g, "") ?? "";
      const words =
        language === "zh"
          ? ["题“<img", "subtitle词", "note词", "来源：", "甲市局", "未报告", "版本1a2b3c4d"]
          : ["Title<img", "Source:", "BureauofJia", "otreported", "version1a2b3c4d"];
      for (const word of words) expect(text).toContain(word);
    });

    it("shows what is missing as missing, and each figure with its name", () => {
      const { document } = made();
      if (type !== "table")
        expect(document.querySelectorAll("[data-missing]").length).toBeLessThan(3);
      const marks = [...document.querySelectorAll("[data-fact]")];
      for (const mark of marks) expect(mark.getAttribute("aria-label")).toBeTruthy();
      for (const mark of document.querySelectorAll("[data-missing]"))
        expect(mark.closest("[data-fact]")).toBeNull();
    });

    it("keeps its text inside", () => {
      const { document } = made();
      const width = Number(document.documentElement.getAttribute("viewBox")?.split(" ")[2]);
      const outside = [...document.querySelectorAll("svg > text")].filter((one) => {
        const [x, size] = ["x", "font-size"].map((name) => Number(one.getAttribute(name)));
        const length = textWidth(one.textContent ?? "", size ?? 13);
        const anchor = one.getAttribute("text-anchor") ?? "start";
        const left = (x ?? 0) - (anchor === "end" ? length : anchor === "middle" ? length / 2 : 0);
        return left < -1 || left + length > width + 1;
      });
      expect(outside.map((one) => one.textContent)).toEqual([]);
    });
  },
);

describe("a picture", () => {
  it("is the same bytes each time, and others in the other theme", () => {
    const [light, dark] = themes.map((theme) => pictured({ type: "dots" }, { theme }).picture.svg);
    expect(pictured({ type: "dots" }).picture.svg).toBe(light);
    expect(dark).not.toBe(light);
    expect(dark).toContain("#16181a");
  });

  it("of any width keeps its shape, and is drawn for a phone below 600 px", () => {
    const big = pictured({ type: "bars" }, { width: 1504 }).picture;
    const own = pictured({ type: "bars" }).picture;
    expect(big.width).toBe(1504);
    expect(big.height / own.height).toBeCloseTo(2, 1);
    const small = pictured({ type: "bars" }, { width: 400 }).document;
    expect(small.documentElement.getAttribute("viewBox")).toMatch(/^0 0 376 /);
  });

  it("of a long table is cut, and says how many rows more there are", () => {
    const many = Array.from({ length: 60 }, (_, i) => row({ value: i + 1, fact_id: `f-${i}` }));
    const { document } = pictured({ type: "table" }, { rows: many });
    expect(document.documentElement.textContent).toContain("另有 36 行");
    const few = pictured({ type: "table" }, { rows: many.slice(0, 25) }).document;
    expect(few.documentElement.textContent).not.toContain("另有");
  });

  it("of no rows at all says so instead of being empty", () => {
    const { document } = pictured({ type: "dots" }, { rows: [] });
    expect(document.documentElement.textContent).toMatch(/没有/);
  });

  it("tells which day it was taken, where it is told", () => {
    const { document } = pictured({ type: "dots" }, { date: "2026-11-22" });
    expect(document.documentElement.textContent).toContain("导出于2026年11月22日");
  });

  it("sets in bold what is bold, and not what follows it in the line", () => {
    const { document } = pictured({ type: "audit" });
    const region = [...document.querySelectorAll("text")].find(
      (one) => one.getAttribute("font-weight") === "600" && one.querySelector("tspan"),
    );
    expect(region?.querySelector("tspan")?.getAttribute("font-weight")).toBe("400");
  });
});
