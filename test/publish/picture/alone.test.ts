import { expect, it } from "vitest";
import { isPresent } from "../../../src/figures/index.ts";
import { setAlone } from "../../../src/publish/picture/alone.ts";
import { inkOf } from "../../../src/publish/picture/ink.ts";
import { redrawer } from "../../../src/publish/picture/redraw.ts";
import { observed, world } from "../../charts/world.ts";

/** The lines of bold text that a row of its own is set in, each with its height and ends in px. */
function linesOf(region_id: string, isNarrow: boolean) {
  const context = world("en");
  const { build } = context;
  const layout = {
    build,
    ink: inkOf("light"),
    redraw: redrawer(build, inkOf("light")),
    context,
    isNarrow,
  };
  const observation = observed({ region_id, value: 120 });
  if (!isPresent(observation)) throw new Error("missing value");
  const width = isNarrow ? 352 : 704;
  const { nodes, height } = setAlone(
    [{ observation, reason: "different parts" }],
    1,
    { x: 0, y: 0, width },
    layout,
  );
  const root = build.svg("svg", {}, nodes);
  const lines = [...root.querySelectorAll("text[font-weight='600']")].map((text) => ({
    words: text.textContent,
    isValue: text.textContent.startsWith("CNY"),
    y: Number(text.getAttribute("y")),
  }));
  return {
    name: lines.filter(({ isValue }) => !isValue),
    value: lines.filter(({ isValue }) => isValue),
    height,
  };
}

it.each([true, false])("a value that has room stands beside its name (narrow: %s)", (isNarrow) => {
  const { name, value } = linesOf("jia", isNarrow);
  expect(name.map(({ words }) => words)).toEqual(["Jia"]);
  expect(value.map(({ y }) => y)).toEqual(name.map(({ y }) => y));
});

it.each([true, false])("a value that has none stands below its name (narrow: %s)", (isNarrow) => {
  const { name, value, height } = linesOf("evil", isNarrow);
  const heights = [...name, ...value].map(({ y }) => y);
  expect(name.length).toBeGreaterThan(1);
  expect(value).toHaveLength(1);
  // Each line has a height of its own, the value the last, and all are within the row.
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(new Set(heights).size).toBe(heights.length);
  expect(height).toBeGreaterThan(value[0]?.y ?? Infinity);
});
