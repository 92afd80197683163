import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundSteps, stepTexts } from "../../src/charts/plot/steps.ts";
import { world } from "./world.ts";

const colors = ["a", "b", "c", "d", "e"];

describe("limits of colour steps", () => {
  it.each([
    [[11.2, 21.4, 31.6, 41.8], true, [10, 20, 30, 40]],
    [[1.02, 2.04, 3.06, 4.08], false, [1, 2, 3, 4]],
    [[-30, -10, 10, 30], false, [-30, -10, 10, 30]],
    [[0.0012, 0.0024, 0.0036, 0.0048], false, [0.001, 0.0025, 0.0035, 0.005]],
  ])("%j become round", (limits, isWhole, round) => {
    expect(roundSteps({ limits, colors }, isWhole)).toEqual({ limits: round, colors });
  });

  it("give each of a few whole numbers a step of its own", () => {
    const steps = roundSteps({ limits: [1.6, 2.2, 2.8, 3.4], colors }, true);
    expect(steps).toEqual({ limits: [2, 3, 4], colors: ["a", "b", "d", "e"] });
  });

  it("stay in their order and close to where they were", () => {
    const range = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, ([low, size]) => {
        const limits = [1, 2, 3, 4].map((i) => low + i * size);
        const { limits: round } = roundSteps({ limits, colors }, false);
        expect(new Set(round).size).toBe(4);
        expect(round).toEqual(round.toSorted((a, b) => a - b));
        for (const [i, limit] of round.entries())
          expect(Math.abs(limit - (limits[i] ?? 0))).toBeLessThanOrEqual(size / 4 + 1e-6);
      }),
    );
  });
});

describe("the words of colour steps", () => {
  const scale = { type: "threshold", domain: [10, 20, 30, 40] };

  it("name whole numbers so that none is in two steps", () => {
    const texts = stepTexts(scale, "n", true, world("en"));
    expect(texts).toEqual(["< 10", "10–19", "20–29", "30–39", "≥ 40"]);
  });

  it("name one whole number by itself", () => {
    const single = { type: "threshold", domain: [2, 3, 5] };
    expect(stepTexts(single, "n", true, world("en"))).toEqual(["< 2", "2", "3–4", "≥ 5"]);
  });

  it("name the limits of what is measured", () => {
    const texts = stepTexts(scale, "n", false, world("en"));
    expect(texts).toEqual(["< 10", "10–20", "20–30", "30–40", "≥ 40"]);
  });
});
