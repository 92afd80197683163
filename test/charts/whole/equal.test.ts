import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../../src/engine/connection.ts";
import { openNode } from "../../../src/engine/node.ts";
import { reducers } from "../../../src/notebook/chart-cell/index.ts";
import { names } from "../world.ts";
import { absentIn, bothWays, drawingOf } from "./world.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
});
afterAll(() => connection.close());

/** Rows in an order of their own: numbers that doubles hold, names, days, and what is missing. */
const rows = `SELECT CASE WHEN i % 11 = 3 THEN NULL ELSE (i * 7919 % 97) / 4.0 END AS v,
  CASE WHEN i % 13 = 5 THEN NULL ELSE (i * 104729 % 61) / 8.0 - 2 END AS w,
  ['甲', '乙', '丙', NULL][1 + (i * 31 % 4)::INTEGER] AS name, 'k' || (i * 17 % 3) AS kind,
  i % 2 = 0 AS odd, 2019 + i * 13 % 4 AS year,
  CASE WHEN i % 17 = 2 THEN NULL ELSE DATE '2021-01-15' + (i * 37 % 400)::INTEGER END AS day,
  TIMESTAMP '2022-03-01 08:00:00' + to_minutes((i * 4801 % 9000)::INTEGER) AS moment
FROM range(120) t(i)`;

const numeric = reducers.filter((name) => !/^[xy][12]?$/.test(name));
const places = ["x", "y"] as const;
const dot = { mark: "dot", x: "v", y: "w" } as const;
const isLong = process.env["FADU_LONG"] === "1";

/**
 * Of the shapes of a reducer three in the short form, others for each reducer, so that every reducer
 * and every shape is drawn; all of them in the long one.
 */
function sampled<T>(shapes: readonly T[], of: number): T[] {
  return shapes.filter((_, i) => isLong || (i + of * 3) % shapes.length < 3);
}

const cases: [string, object][] = [
  ...numeric.flatMap((reducer, index): [string, object][] =>
    sampled<[string, object]>(
      [
        [
          `groupX y ${reducer}`,
          { mark: "barY", x: "kind", y: "v", transform: { groupX: { y: reducer } } },
        ],
        [
          `groupY x ${reducer}`,
          { mark: "barX", y: "kind", x: "v", transform: { groupY: { x: reducer } } },
        ],
        [
          `groupZ ${reducer}`,
          { ...dot, fill: "kind", transform: { groupZ: { x: reducer, y: reducer } } },
        ],
        [
          `group fill ${reducer}`,
          {
            mark: "cell",
            x: "kind",
            y: "year",
            fill: "v",
            transform: { group: { fill: reducer } },
          },
        ],
        [
          `binX y ${reducer}`,
          { mark: "rectY", x: "v", y: "w", transform: { binX: { y: reducer } } },
        ],
        [
          `binY x ${reducer}`,
          { mark: "rectX", y: "v", x: "w", transform: { binY: { x: reducer, thresholds: 5 } } },
        ],
        [
          `bin fill ${reducer}`,
          {
            mark: "rect",
            x: "v",
            y: "w",
            fill: "year",
            transform: { bin: { fill: reducer, thresholds: 4 } },
          },
        ],
        [
          `groupX facets ${reducer}`,
          {
            mark: "barY",
            x: "kind",
            y: "v",
            fx: "odd",
            fill: "name",
            transform: { groupX: { y: reducer } },
          },
        ],
      ],
      index,
    ),
  ),
  ...places.flatMap((place): [string, object][] => [
    [
      `bin ${place}`,
      { mark: "dot", x: "v", y: "w", transform: { bin: { r: "count", [place]: place } } },
    ],
  ]),
  ...["x1", "x2"].map((place): [string, object] => [
    `binX ${place}`,
    { mark: "dot", x: "v", y: "w", transform: { binX: { y: "mean", x: place } } },
  ]),
  ...["y1", "y2"].map((place): [string, object] => [
    `binY ${place}`,
    { mark: "dot", x: "v", y: "w", transform: { binY: { x: "mean", y: place } } },
  ]),
  ...["freedman-diaconis", "scott", "sturges", 3, 50].map((thresholds): [string, object] => [
    `binX thresholds ${thresholds}`,
    { mark: "rectY", x: "v", transform: { binX: { y: "count", thresholds } } },
  ]),
  [
    "binX limits",
    { mark: "rectY", x: "v", transform: { binX: { y: "proportion", thresholds: [2, 4, 10] } } },
  ],
  ["binX interval", { mark: "rectY", x: "v", transform: { binX: { y: "count", interval: 2.5 } } }],
  [
    "binX interval 0.5",
    { mark: "rectY", x: "v", transform: { binX: { y: "count", interval: 0.5 } } },
  ],
  ["binX fill", { mark: "rectY", x: "v", fill: "kind", transform: { binX: { y: "count" } } }],
  ["binX day", { mark: "rectY", x: "day", transform: { binX: { y: "count" } } }],
  [
    "binX day month",
    { mark: "rectY", x: "day", transform: { binX: { y: "count", interval: "month" } } },
  ],
  [
    "binX moment",
    { mark: "rectY", x: "moment", y: "v", transform: { binX: { y: "mean", thresholds: 6 } } },
  ],
  ["groupX day", { mark: "dot", x: "day", y: "v", transform: { groupX: { y: "mean" } } }],
  ["groupX day name", { mark: "barY", x: "day", y: "v", transform: { groupX: { y: "max" } } }],
  ["groupX bool", { mark: "barY", x: "odd", y: "v", transform: { groupX: { y: "max" } } }],
  [
    "groupX sorted",
    { mark: "barY", x: "kind", y: "v", sort: { x: "-y" }, transform: { groupX: { y: "sum" } } },
  ],
  [
    "groupX first of sorted",
    { mark: "dot", x: "kind", y: "v", sort: "-w", transform: { groupX: { y: "first" } } },
  ],
  [
    "groupX then normalized stack",
    {
      mark: "barY",
      x: "kind",
      y: "v",
      fill: "name",
      transform: [{ groupX: { y: "sum" } }, { stackY: { offset: "normalize" } }],
    },
  ],
  [
    "groupX then window",
    {
      mark: "lineY",
      x: "year",
      y: "v",
      transform: [{ groupX: { y: "sum" } }, { windowY: { k: 2 } }],
    },
  ],
  [
    "groupX line of two",
    { mark: "lineY", x: "year", y: "v", stroke: "kind", transform: { groupX: { y: "mean" } } },
  ],
  ...["count", "sum", "mean", "min", "max", "proportion"].map((reducer): [string, object] => [
    `binX cumulative ${reducer}`,
    {
      mark: "rectY",
      x: "v",
      y: "w",
      transform: { binX: { y: reducer, cumulative: true, thresholds: 6 } },
    },
  ]),
];

describe("what the engine makes of all rows", () => {
  it.each(cases)("is drawn as Plot draws it: %s", async (_, mark) => {
    const spec = { type: "plot", marks: [mark] };
    const { summed, byPlot, byEngine } = await bothWays(connection, rows, spec);
    expect(summed.size).toBe(1);
    expect(drawingOf(byEngine)).toBe(drawingOf(byPlot));
    expect(drawingOf(byEngine)).toContain('class="mark"');
    expect(absentIn(byEngine)).toEqual(absentIn(byPlot));
  });

  // Plot's axes reach over rows that a selection leaves out.
  it.each(["first", "last", "minX", "maxX", "minY", "maxY"])(
    "is the same rows: %s",
    async (take) => {
      for (const series of [{ stroke: "kind" }, {}, { fx: "odd", fill: "name" }]) {
        const mark = { ...dot, ...series, transform: { select: { take } } };
        const { byPlot, byEngine } = await bothWays(connection, rows, {
          type: "plot",
          marks: [mark],
        });
        expect(names(byEngine, ".fadu-grammar .mark")).toEqual(
          names(byPlot, ".fadu-grammar .mark"),
        );
        expect(names(byEngine, ".fadu-grammar .mark").length).toBeGreaterThan(0);
        expect(absentIn(byEngine)).toEqual(absentIn(byPlot));
      }
    },
  );
});
