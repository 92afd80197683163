import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import { unitPath } from "../../src/charts/plot/texture.ts";
import { draw } from "./draw.ts";
import { gap, row, texts, world } from "./world.ts";

const grammar = await loadGrammar();

/** Two regions in two years each, and one without a value. */
const rows = ["jia", "yi"].flatMap((region_id, i) =>
  [1, 2].map((n) => row({ fact_id: `${region_id}-${n}`, region_id, value: n * 10 + i, n })),
);
const all = [...rows, gap({ n: 1 })];

function figureOf(mark: Record<string, unknown>, more: Record<string, unknown> = {}) {
  return draw({ type: "plot", marks: [mark], ...more }, all, world("zh"), {
    grammar,
    variants: ["wide"],
  });
}

const drawn = (figure: Element, selector: string) => [
  ...figure.querySelectorAll(`.fadu-grammar ${selector}`),
];

describe("categories are told apart beside their colour", () => {
  it("by the dashes of lines, and the key shows them", () => {
    const figure = figureOf({ mark: "line", x: "n", y: "value", stroke: "region_id" });
    const dashes = drawn(figure, 'g[aria-label="line"] path').map((path) =>
      path.getAttribute("stroke-dasharray"),
    );
    expect(dashes).toEqual([null, "7 3"]);
    const key = [...figure.querySelectorAll(".swatches path")];
    expect(key.map((path) => path.getAttribute("stroke-dasharray"))).toEqual([null, "7 3"]);
    expect(texts(figure, ".swatches li")).toEqual(["甲市", "乙市"]);
  });

  it("by the shapes of dots, and the key shows them", () => {
    const figure = figureOf({ mark: "dot", x: "n", y: "value", fill: "region_id" });
    const shapes = drawn(figure, "a.mark path").map((path) => path.getAttribute("d"));
    expect(shapes).toHaveLength(4);
    expect(new Set(shapes).size).toBe(2);
    const key = [...figure.querySelectorAll(".swatches path")];
    expect(new Set(key.map((path) => path.getAttribute("d"))).size).toBe(2);
    expect(key.map((path) => path.getAttribute("fill"))).toEqual([
      "var(--series-1)",
      "var(--series-2)",
    ]);
  });

  it("by rings of other shapes, and the key shows rings", () => {
    const figure = figureOf({ mark: "dot", x: "n", y: "value", stroke: "region_id" });
    const key = [...figure.querySelectorAll(".swatches path")];
    expect(key.map((path) => path.getAttribute("fill"))).toEqual(["none", "none"]);
    expect(new Set(key.map((path) => path.getAttribute("d"))).size).toBe(2);
  });

  it("by the hatching of areas, whose patterns no other drawing names", () => {
    const figure = figureOf({ mark: "barX", x: "value", y: "n", fill: "region_id" });
    const fills = drawn(figure, "a.mark rect:not(.hit)").map((rect) => rect.getAttribute("fill"));
    const [plain, hatched] = [...new Set(fills)];
    expect(plain).toBe("var(--series-1)");
    const id = /^url\(#(.+)\)$/.exec(hatched ?? "")?.[1];
    const pattern = figure.querySelector(`#${id}`);
    expect(pattern?.querySelector("rect")?.getAttribute("fill")).toBe("var(--series-2)");
    const keyed = [...figure.querySelectorAll(".swatches li > svg > rect")];
    expect(keyed.map((rect) => rect.getAttribute("fill")?.startsWith("url("))).toEqual([
      false,
      true,
    ]);
    const ids = [...figure.querySelectorAll("[id]")].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the units of waffles", () => {
  it("differ in shape, and the key shows them", () => {
    const figure = figureOf({ mark: "waffleX", x: "n", y: "region_id", fill: "region_id" });
    const units = drawn(figure, "pattern > *").map(({ localName }) => localName);
    expect(units).toContain("rect");
    expect(units).toContain("path");
    const key = [...figure.querySelectorAll(".swatches path")].map((path) => [
      path.getAttribute("d"),
      path.getAttribute("fill"),
    ]);
    expect(key.map(([, fill]) => fill)).toEqual(["var(--series-1)", "var(--series-2)"]);
    expect(new Set(key.map(([d]) => d)).size).toBe(2);
  });

  it("are eight shapes, none like another", () => {
    const shapes = Array.from({ length: 8 }, (_, i) => unitPath(i, 12));
    expect(new Set(shapes).size).toBe(8);
    expect(shapes.join("")).not.toMatch(/NaN|undefined/);
  });
});

describe("a scale with two sides", () => {
  it("is hatched below its middle, and the key says so", () => {
    const figure = figureOf(
      { mark: "cell", x: "n", y: "region_id", fill: "value" },
      { color: { type: "diverging", pivot: 15, range: undefined } },
    );
    const key = [...figure.querySelectorAll(".swatches li > svg > rect")];
    expect(key.map((rect) => rect.getAttribute("fill")?.startsWith("url("))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const fills = drawn(figure, "a.mark rect:not(.hit)").map((rect) => rect.getAttribute("fill"));
    expect(fills.filter((fill) => fill?.startsWith("url("))).toHaveLength(2);
    expect(fills.filter((fill) => fill?.startsWith("var(--sides-"))).toHaveLength(2);
  });
});

describe("nothing is added", () => {
  it("where one category alone is drawn, or a colour stands for an amount", () => {
    const one = figureOf({ mark: "line", x: "n", y: "value", stroke: "scope" });
    const amount = figureOf({ mark: "dot", x: "n", y: "region_id", fill: "value" });
    expect(drawn(one, "[stroke-dasharray]")).toEqual([]);
    expect(drawn(amount, "a.mark circle:not(.hit)")).toHaveLength(4);
  });

  it("to shapes and dashes that the author chose", () => {
    const dots = { mark: "dot", x: "n", y: "value", fill: "region_id", symbol: { const: "star" } };
    const shapes = drawn(figureOf(dots), "a.mark path").map((path) => path.getAttribute("d"));
    expect(new Set(shapes).size).toBe(1);
    const line = { mark: "line", x: "n", y: "value", stroke: "region_id", strokeDasharray: "1 1" };
    expect(drawn(figureOf(line), "path[stroke-dasharray]")).toEqual([]);
  });
});
