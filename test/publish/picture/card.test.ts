import { describe, expect, it } from "vitest";
import { card, cardSizes, type CardShape } from "../../../src/publish/picture/index.ts";
import { row, world } from "../../charts/world.ts";
import { chartOf, parsed } from "./world.ts";

const shapes = Object.keys(cardSizes) as CardShape[];
const context = world("en");
const few = [row({ region_id: "jia", value: 120 }), row({ region_id: "yi", value: 340 })];
const many = Array.from({ length: 80 }, (_, i) =>
  row({ region_id: "jia", fact_id: `f${i}`, subset: `sector:${i}`, value: i + 1 }),
);
const cardOf = (shape: CardShape, rows = few) => {
  const made = card(chartOf({ type: "dots" }, rows).drawable(context), context, { shape });
  return { made, root: parsed(made).documentElement };
};

/** Where a group ends, in px of the card, by the baselines of its own words. */
const baselines = (root: Element, selector: string): number[] =>
  [...root.querySelectorAll(`${selector} text`)].map((one) => Number(one.getAttribute("y")));

describe.each(shapes)("a card, %s", (shape) => {
  const { width, height } = cardSizes[shape];

  it("has the size that was asked for, and its source at its foot", () => {
    const { made, root } = cardOf(shape);
    expect([made.width, made.height]).toEqual([width, height]);
    expect(root.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
    const source = baselines(root, "#source");
    expect(source.length).toBeGreaterThan(0);
    for (const y of source) expect(y > height * 0.8 && y < height - 12).toBe(true);
  });

  it("has the finding in large letters and the drawing between it and the foot", () => {
    const { root } = cardOf(shape);
    const [title] = root.querySelectorAll("#title text");
    expect(Number(title?.getAttribute("font-size"))).toBeGreaterThanOrEqual(32);
    const chart = root.querySelector("g[transform*=scale]");
    const [, y = NaN, scale = NaN] =
      /translate\(\d+,([\d.]+)\) scale\(([\d.]+)\)/
        .exec(chart?.getAttribute("transform") ?? "")
        ?.map(Number) ?? [];
    expect(scale).toBeGreaterThanOrEqual(1.2);
    expect(y).toBeGreaterThan(Math.max(...baselines(root, "#title")));
    expect(chart?.querySelectorAll("[data-fact]")).toHaveLength(2);
  });

  it("draws nothing that nobody could read", () => {
    const { root } = cardOf(shape, many);
    expect(root.querySelector("#marks")).toBeNull();
    expect(root.querySelector("#title text")).not.toBeNull();
  });
});
