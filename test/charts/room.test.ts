import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { checkChart } from "../../src/notebook/chart-cell/index.ts";
import { draw } from "./draw.ts";
import { world } from "./world.ts";

const grammar = await loadGrammar();

const rows = (count: number, of: (i: number) => Row): Row[] =>
  Array.from({ length: count }, (_, i) => of(i));
const numbered = (count: number) => rows(count, (i) => ({ x: i, y: i % 7, c: `c${i}` }));
const dot = { mark: "dot", x: "x", y: "y" };
const days = [
  { x: "0001-01-01", y: 1 },
  { x: "9999-12-31", y: 2 },
];
const outlier = rows(100, (i) => ({ x: i === 0 ? 1e12 : i / 100, y: i }));
const bins = (own: object) => ({
  mark: "rectY",
  x: "x",
  transform: { binX: { y: "count", ...own } },
});

/** What is too much, of which rows, and the two numbers that are said. */
const tooMuch: readonly [string, object, readonly Row[], RegExp][] = [
  ["layers", { marks: Array(4).fill(dot) }, numbered(10_000), /40,000 marks.* 30,000/],
  ["facets", { marks: [{ ...dot, fx: "x" }] }, numbered(500), /500 facets.* 400/],
  ["facets of facets", { marks: [{ ...dot, fx: "x", fy: "c" }] }, numbered(30), /900 facets.* 400/],
  ["names", { marks: [{ mark: "barX", x: "y", y: "c" }] }, numbered(2001), /2,001 names.* 2,000/],
  [
    "bands of numbers",
    { marks: [{ mark: "barY", x: "x", y: "y" }] },
    numbered(2001),
    /2,001 names/,
  ],
  [
    "steps of a scale",
    { marks: [dot], x: { interval: 1e-9 } },
    numbered(10),
    /interval: 1e-9.* 5,000/,
  ],
  ["steps of names", { marks: [dot], x: { type: "point", interval: 1e-4 } }, numbered(10), /steps/],
  [
    "days",
    { marks: [dot], x: { type: "band", interval: "day" } },
    days.map((d) => ({ ...d, x: new Date(d.x) })),
    /interval: day.* 3,652,0\d\d steps/,
  ],
  ["steps of bins", { marks: [bins({ interval: 1e-9 })] }, numbered(10), /interval: 1e-9/],
  ["days of bins", { marks: [bins({ interval: "day" })] }, days, /interval: day/],
  [
    "a rule of bins",
    { marks: [bins({ thresholds: "freedman-diaconis" })] },
    outlier,
    /thresholds.* 5,000/,
  ],
  [
    "series",
    { marks: [{ mark: "areaY", x: "x", y: "y", z: "c", transform: { stackY: {} } }] },
    numbered(1001),
    /1,001 lines or areas.* 1,000/,
  ],
  [
    "windows",
    {
      marks: [
        { mark: "lineY", x: "x", y: "y", transform: { windowY: { k: 600, reduce: "median" } } },
      ],
    },
    numbered(2000),
    /1,200,000 values.* 1,000,000/,
  ],
  [
    "dots beside each other",
    { marks: [{ mark: "dot", x: "y", transform: { dodgeY: {} } }] },
    numbered(1001),
    /1,001 dots.* 1,000/,
  ],
];

it.each(["never", "99999999-01-01", "+275760-09-13", "-271821-04-20"])(
  "a domain in time has no end such as %s",
  (day) => {
    const spec = { type: "plot", marks: [dot], x: { type: "utc", domain: ["2021-01-01", day] } };
    const plot = (language: "zh" | "en") => draw(spec, days, world(language), { grammar });
    expect(() => plot("en")).toThrow(`“${day}” in the domain is no day`);
    expect(() => plot("zh")).toThrow(`“${day}”不是`);
  },
);

describe("a drawing has no room for", () => {
  it.each(tooMuch)("%s, and says so in both languages", (_name, spec, data, said) => {
    const plot = (language: "zh" | "en") =>
      draw({ type: "plot", ...spec }, data, world(language), { grammar });
    expect(() => plot("en")).toThrow(said);
    expect(() => plot("zh")).toThrow(/[一-龥].*所以没有画/);
  });

  it.each([
    ["as many facets", { marks: [{ ...dot, fx: "x" }] }, numbered(20)],
    [
      "days of a year",
      { marks: [bins({ interval: "day" })] },
      [{ x: "2021-01-01" }, { x: "2021-12-31" }],
    ],
    ["the steps of a scale", { marks: [dot], x: { interval: 1 } }, numbered(50)],
    [
      "sums of many dots",
      { marks: [{ mark: "dot", x: "y", transform: [{ groupX: { r: "count" } }, { dodgeY: {} }] }] },
      numbered(3000),
    ],
  ] as const)("but for %s", (_name, spec, data) => {
    expect(draw({ type: "plot", ...spec }, data, world("en"), { grammar })).toBeTruthy();
  });
});

const most = (count: number) => Array.from({ length: count }, (_, i) => i);

it.each([
  [{ x: { interval: 0 } }, "at least"],
  [{ x: { interval: -5 } }, "at least"],
  [{ x: { ticks: most(201) } }, "at most 200"],
  [{ x: { domain: most(1001) } }, "at most 1000"],
  [{ marks: [bins({ thresholds: most(201) })] }, "at most 200"],
  [{ marks: [{ ...dot, transform: Array(11).fill({ stackY: {} }) }] }, "at most 10"],
  [{ marks: [{ ...dot, r: 81 }] }, "at most 80"],
  [{ marks: [{ ...dot, r: { const: 1e308 } }] }, "at most 80"],
  [{ marks: [{ ...dot, strokeWidth: 1e9 }] }, "at most 40"],
  [{ marks: [{ ...dot, strokeDasharray: "0.01 0.01" }] }, "from 1 to 99"],
  [{ color: { range: Array(101).fill("ink") } }, "at most 100"],
])("the schema names the limit: %j", (spec, said) => {
  const faults = checkChart({ type: "plot", marks: [dot], ...spec });
  expect(JSON.stringify(faults)).toContain(said);
});

it("cuts a label of many lines and a text of many characters, and loses no mark", () => {
  const long = rows(3, (i) => ({ x: i, c: `${"字".repeat(5000)}${i}` }));
  const spec = { type: "plot", marks: [{ mark: "barX", x: "x", y: "c" }] };
  const drawn = draw(spec, long, world("zh"), { grammar });
  expect(drawn.querySelectorAll(".chart svg rect")).not.toHaveLength(0);
  expect(Number(drawn.querySelector(".chart svg")?.getAttribute("height"))).toBeLessThan(1000);
  expect(drawn.querySelector(".chart svg")?.textContent).toContain("…");
});

it("breaks no more of long names into lines than an axis shows", () => {
  const long = rows(300, (i) => ({ x: i, c: `${i}${"字".repeat(990)}` }));
  const spec = { type: "plot", marks: [{ mark: "barX", x: "x", y: "c" }] };
  const drawn = draw(spec, long, world("en"), { grammar });
  const lines = [...drawn.querySelectorAll(".chart svg g[aria-label='y-axis tick label'] text")];
  expect(lines).toHaveLength(300);
  for (const line of lines) expect(line.textContent?.length).toBeLessThan(230);
});

it("names what shows nothing in the texts that Plot writes", () => {
  const turned = [{ x: 1, c: "a\u202eb" }];
  const spec = { type: "plot", marks: [{ mark: "barX", x: "x", y: "c" }] };
  const text = draw(spec, turned, world("en"), { grammar }).querySelector(
    ".chart svg",
  )?.textContent;
  expect(text).toContain("a⟨U+202E⟩b");
  expect(text).not.toContain("\u202e");
});
