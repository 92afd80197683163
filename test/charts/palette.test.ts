import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withPalette } from "../../scripts/palette.ts";
import { type Palette, palettes, properties, themes } from "../../src/charts/index.ts";
import { ciede2000, contrast, distance, nearest, visions } from "./color.ts";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("the one place of colours", () => {
  it("is what the page's style says", () => {
    const style = read("src/charts/figure.css");
    expect(withPalette(style)).toBe(style);
  });

  it("leaves no colour written elsewhere in that style", () => {
    const rest = read("src/charts/figure.css").replace(
      /\/\* begin palette[^]*end palette \*\//,
      "",
    );
    expect(rest.match(/#[\da-f]{3,8}\b(?=[;\s,)])|rgba?\(|hsla?\(/gi)).toBeNull();
  });

  it.each(themes)("is where the frame of JavaScript cells has its colours from (%s)", (theme) => {
    const rule = theme === "light" ? /:root \{([^}]*)\}/ : /:root\[data-theme="dark"\] \{([^}]*)\}/;
    const body = rule.exec(read("src/sandbox/frame/style.css"))?.[1] ?? "";
    const own = [...body.matchAll(/--([\w-]+): (#\w+);/g)];
    expect(own.length).toBeGreaterThan(5);
    for (const [, name = "", color] of own)
      expect([name, properties(theme).get(name)]).toEqual([name, color]);
  });
});

const themed = themes.map((theme): [string, Palette] => [theme, palettes[theme]]);

describe.each(themed)("in the %s theme", (_theme, colors) => {
  const { paper, wash, accentWash, warningWash } = colors;

  it("text is read at 4.5:1 on every ground that it stands on", () => {
    for (const text of [colors.ink, colors.quiet, colors.accent, colors.warning])
      for (const ground of [paper, wash, accentWash, warningWash])
        expect([text, ground, contrast(text, ground) >= 4.5]).toEqual([text, ground, true]);
    expect(contrast(colors.ink, colors.mark)).toBeGreaterThanOrEqual(4.5);
  });

  it("marks are seen at 3:1 on paper and on a wash", () => {
    for (const mark of [...colors.series, colors.accent, colors.quiet, colors.warning])
      for (const ground of [paper, wash])
        expect([mark, ground, contrast(mark, ground) >= 3]).toEqual([mark, ground, true]);
  });

  it.each(visions)("any two series are told apart with %s vision", (vision) => {
    // About 1 is just seen side by side; ten times that is our bound for small marks that stand
    // apart. Of grey only lightness is left, eight steps of it: there the form tells more.
    const least = vision === "grey" ? 3 : 10;
    expect(nearest(colors.series, vision).distance).toBeGreaterThanOrEqual(least);
  });

  it.each(visions)("the first four series are told apart by far with %s vision", (vision) => {
    const least = vision === "grey" ? 6 : 12;
    expect(nearest(colors.series.slice(0, 4), vision).distance).toBeGreaterThanOrEqual(least);
  });

  it.each(visions)("each step of the ramp is told from the next with %s vision", (vision) => {
    const { ramp } = colors;
    for (const [i, color] of ramp.slice(1).entries())
      expect(distance(ramp[i] ?? "", color, vision)).toBeGreaterThanOrEqual(8);
  });

  it("the ramp goes one way in lightness, and ends at 3:1 on paper", () => {
    const steps = colors.ramp.map((color) => contrast(color, paper));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps[0], "the palest is seen on paper").toBeGreaterThanOrEqual(1.35);
    expect(steps.at(-1)).toBeGreaterThanOrEqual(3);
  });

  it.each(visions.filter((vision) => vision !== "grey"))(
    "the two sides are told apart, and from the middle, with %s vision",
    (vision) => {
      expect(nearest(colors.sides, vision).distance).toBeGreaterThanOrEqual(10);
    },
  );
});

describe("the arithmetic of colour", () => {
  // Pairs 1, 7, 17 and 25 of Sharma, Wu and Dalal (2005), in Lab.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)("gives the published difference of %j and %j", (a, b, expected) => {
    expect(ciede2000(a, b)).toBeCloseTo(expected, 4);
  });

  it("gives what the standard gives", () => {
    expect(distance("#000", "#fff", "normal")).toBeCloseTo(100, 1);
    expect(distance("#777", "#777", "normal")).toBe(0);
    expect(contrast("#000", "#fff")).toBeCloseTo(21, 5);
    expect(contrast("#777", "#fff")).toBeCloseTo(4.48, 2);
  });

  it("leaves grey as it is for every eye, and takes red from green for two of them", () => {
    for (const vision of visions)
      expect(distance("#808080", "#000", vision)).toBeCloseTo(
        distance("#808080", "#000", "normal"),
        0,
      );
    const [red, green] = ["#c44e52", "#6f8b3c"];
    expect(distance(red, green, "normal")).toBeGreaterThan(40);
    expect(distance(red, green, "protanopia")).toBeLessThan(20);
  });
});
