import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { checkChart, transforms, type TransformName } from "../../src/notebook/chart-cell/index.ts";
import { draw } from "./draw.ts";
import { gap, row, world } from "./world.ts";

const grammar = await loadGrammar();
const zh = world("zh");

const rows: readonly Row[] = [
  row({ region_id: "jia", value: 120, other: 3 }),
  row({ region_id: "yi", value: 340, other: 5 }),
  row({ region_id: "jia", value: 260, other: 6 }),
  row({ region_id: "yi", value: 80, other: 9 }),
  gap({ region_id: "bing", unit: "万元", other: 4 }),
];

const by = { x: "other", y: "value" } as const;
const bars = { mark: "rectY", ...by } as const;
const wide = { mark: "rectX", x: "value", y: "other" } as const;

/** Each transform on a mark that it is made for. */
const specs: Readonly<Record<TransformName, object>> = {
  groupX: { mark: "barY", x: "region_id", y: "value", transform: { groupX: { y: "sum" } } },
  groupY: { mark: "barX", x: "value", y: "region_id", transform: { groupY: { x: "sum" } } },
  groupZ: {
    mark: "dot",
    ...by,
    stroke: "region_id",
    transform: { groupZ: { x: "max", y: "sum" } },
  },
  group: { mark: "cell", x: "region_id", y: "unit", transform: { group: { fill: "count" } } },
  binX: { ...bars, transform: { binX: { y: "count", thresholds: 3 } } },
  binY: { ...wide, transform: { binY: { x: "count", thresholds: 3 } } },
  bin: { mark: "rect", ...by, transform: { bin: { fill: "count" } } },
  stackX: { mark: "barX", x: "value", y: "region_id", transform: { stackX: {} } },
  stackY: { mark: "barY", x: "region_id", y: "value", transform: { stackY: {} } },
  normalizeX: {
    mark: "lineX",
    x: "value",
    y: "other",
    transform: { normalizeX: { basis: "max" } },
  },
  normalizeY: { mark: "lineY", ...by, transform: { normalizeY: { basis: "first" } } },
  windowX: { mark: "lineX", x: "value", y: "other", transform: { windowX: { k: 2 } } },
  windowY: { mark: "lineY", ...by, transform: { windowY: { k: 2 } } },
  mapX: { mark: "lineX", x: "value", y: "other", transform: { mapX: { x: "cumsum" } } },
  mapY: { mark: "lineY", ...by, transform: { mapY: { y: "rank" } } },
  dodgeX: { mark: "dot", y: "value", transform: { dodgeX: { anchor: "middle" } } },
  dodgeY: { mark: "dot", x: "value", transform: { dodgeY: { anchor: "bottom", padding: 2 } } },
  hexbin: { mark: "dot", ...by, transform: { hexbin: { r: "count", binWidth: 40 } } },
  select: { mark: "dot", ...by, z: "region_id", transform: { select: { take: "maxY" } } },
};

it("tries every transform that the schema allows", () => {
  expect(Object.keys(specs).toSorted()).toEqual(Object.keys(transforms).toSorted());
});

describe.each(Object.entries(specs))("a plot with %s and a row without a value", (_name, mark) => {
  const spec = { type: "plot", marks: [mark] };
  const figure = draw(spec, rows, zh, { grammar });
  const drawing = figure.querySelector(".fadu-grammar");

  it("is what the schema allows", () => {
    expect(checkChart(spec)).toEqual([]);
  });

  it("draws something, and no number that is none", () => {
    const shapes = drawing?.querySelectorAll("path, circle, rect") ?? [];
    expect(shapes.length).toBeGreaterThan(0);
    expect(drawing?.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("names what has no value beside the drawing, and draws no zero for it", () => {
    const missing = [...figure.querySelectorAll(".chart [data-missing]")];
    expect(missing.map(({ textContent }) => textContent)).toEqual(["丙市：未报告"]);
    expect(drawing?.querySelector('[aria-label*="丙"]')).toBeNull();
  });
});
