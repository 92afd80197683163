import { describe, expect, it } from "vitest";
import { languages } from "../../../src/domain/index.ts";
import { pictureWidths } from "../../../src/publish/picture/index.ts";
import { gap, row, world } from "../../charts/world.ts";
import { pictured } from "./world.ts";

/** Values whose words are of very different lengths, one of them outside of the ranking. */
const values = { jia: 137, yi: 100, bing: 1_234_567 / 100_000, sheng: 60 };
const rows = [
  ...Object.entries(values).map(([region_id, value]) =>
    row({
      fact_id: region_id,
      region_id,
      value,
      ...(region_id === "sheng" ? { qualifier: "at_least" } : {}),
    }),
  ),
  gap({ region_id: "evil" }),
];

/** The stems of a picture by the fact of their row: where each begins, and its length in px. */
function stems(type: string, language: (typeof languages)[number], width: number) {
  const { document } = pictured({ type }, { width, context: world(language), rows });
  return [...document.querySelectorAll("[data-fact]")].flatMap((mark) => {
    // A line lies flat on its track; a path of a dot plot is one level stroke.
    const line = [...mark.querySelectorAll("line")].find(
      (one) => one.getAttribute("y1") === one.getAttribute("y2"),
    );
    const [from, to] = ["x1", "x2"].map((name) => Number(line?.getAttribute(name)));
    const fact = mark.getAttribute("data-fact") as keyof typeof values;
    return line && from !== undefined && to !== undefined
      ? [{ fact, from, length: to - from }]
      : [];
  });
}

describe.each(languages)("a ranking as a picture (%s)", (language) => {
  it.each(Object.entries(pictureWidths))("draws every row on one track, %s", (_, width) => {
    const drawn = stems("ranking", language, width);
    expect(drawn.map(({ fact }) => fact).toSorted()).toEqual(Object.keys(values).toSorted());
    const [first] = drawn;
    for (const { fact, from, length } of drawn) {
      expect(from).toBeCloseTo(first?.from ?? NaN, 1);
      const perUnit = (first?.length ?? NaN) / values[first?.fact ?? "jia"];
      expect([fact, Math.abs(length - perUnit * values[fact]) < 0.1]).toEqual([fact, true]);
    }
  });
});
