import { describe, expect, it } from "vitest";
import { glyph } from "../../src/charts/index.ts";
import { draw } from "./draw.ts";
import { gap, row, world } from "./world.ts";

const zh = world("zh");
const drawn = (changes: Parameters<typeof row>[0], absent = false) => {
  const figure = draw({ type: "dots" }, [absent ? gap(changes) : row(changes)], zh);
  const symbol = figure.querySelector(".chart .mark .glyph");
  if (!symbol) throw new Error("missing glyph");
  return symbol;
};
const form = (changes: Parameters<typeof row>[0]) => drawn(changes).getAttribute("class");

describe("the form of a mark", () => {
  it("is filled for a whole jurisdiction and a ring for one bureau", () => {
    expect(form({ scope: "jurisdiction_total" })).toBe("glyph filled");
    expect(form({ scope: "bureau" })).toBe("glyph ring");
    expect(drawn({ scope: "jurisdiction_total" }).querySelector(".open")).toBeNull();
    expect(drawn({ scope: "bureau" }).querySelector("circle.open")).not.toBeNull();
  });

  it("is half filled for townships, subordinate units and any part", () => {
    for (const changes of [
      { scope: "delegated_townships" },
      { scope: "subordinate_units" },
      { scope: "jurisdiction_total", subset: "sector:非煤矿山" },
    ]) {
      expect(form(changes)).toBe("glyph half");
      expect(drawn(changes).querySelector("path.half")).not.toBeNull();
    }
  });

  it("is hatched for a part of a year only", () => {
    const hatched = (period_basis: string) => drawn({ period_basis }).querySelector(".hatch");
    for (const basis of ["ytd", "quarter", "month"]) expect(hatched(basis)).not.toBeNull();
    for (const basis of ["full_year", "campaign", "point_in_time", "unspecified"])
      expect(hatched(basis)).toBeNull();
  });

  it("has a ring around it where it is derived, and keeps what it means", () => {
    const derived = drawn({
      operation: "quotient",
      fact_ids: ["ring-a", "ring-b"],
      scope: "jurisdiction_total",
    });
    expect(derived.getAttribute("class")).toBe("glyph filled derived");
    expect(derived.querySelector("circle.orbit")?.getAttribute("r")).toBe("8");
    expect(drawn({}).querySelector(".orbit")).toBeNull();
  });

  it("is an open square with a dash for what is missing, whatever its scope or period", () => {
    const missing = drawn({ scope: "jurisdiction_total", period_basis: "ytd" }, true);
    expect(missing.getAttribute("class")).toBe("glyph missing not_reported");
    expect([...missing.children].map(({ tagName }) => tagName)).toEqual(["rect", "path"]);
  });

  it("differs for every combination of scope, period and derivation", () => {
    const forms = (["filled", "ring", "half"] as const).flatMap((shape) =>
      [true, false].flatMap((hatched) =>
        [true, false].map((derived) => glyph(zh.build, { shape, hatched, derived }).outerHTML),
      ),
    );
    expect(new Set(forms).size).toBe(12);
  });

  it("has stripes that stay within its circle", () => {
    const path = drawn({ period_basis: "ytd" }).querySelector(".hatch")?.getAttribute("d") ?? "";
    const points = [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)];
    expect(points).toHaveLength(6);
    for (const [, x, y] of points) expect(Math.hypot(Number(x), Number(y))).toBeLessThan(6.5);
  });
});
