import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { languages, type Language } from "../../src/domain/index.ts";
import { draw } from "./draw.ts";
import { gap, names, row, texts, world } from "./world.ts";

/** What a screen reader says of marks that stand for several rows. */
const grammar = await loadGrammar();

function figureOf(spec: object, rows: readonly Row[], language: Language) {
  return draw({ type: "plot", ...spec }, rows, world(language), { grammar });
}

function said(spec: object, rows: readonly Row[], language: Language): string[] {
  return names(figureOf(spec, rows, language), ".fadu-grammar .mark");
}

/** Figures of one region and year whose values have these logarithms. */
const rowsOf = (digits: readonly number[], more: Row = {}) =>
  digits.map((n, i) => row({ fact_id: `f-${String(i)}`, digits: n, value: n * 10, ...more }));

const labels = {
  x: { label: { zh: "位数", en: "Digits" } },
  y: { label: { zh: "数字个数", en: "Figures" } },
  color: { label: { zh: "谁的执法", en: "Whose work" } },
};
const bins = { mark: "rectY", transform: { binX: { y: "count", thresholds: [0, 1, 2] } } };
const two = [
  ...rowsOf([0.2, 0.4, 0.6], { year: 2021 }),
  ...rowsOf([1.2, 1.4], { year: 2022, scope: "jurisdiction_total" }),
].map((one, i) => ({ ...one, fact_id: `f-${String(i)}` }));

const cases: readonly [string, object, readonly string[], readonly string[]][] = [
  [
    "a bin by its interval and the length of its bar",
    { ...labels, marks: [{ ...bins, x: "digits" }] },
    ["位数：0至1；数字个数：3；3行", "位数：1至2；数字个数：2；2行"],
    ["Digits: 0 to 1; Figures: 3; 3 rows", "Digits: 1 to 2; Figures: 2; 2 rows"],
  ],
  [
    "a stacked piece by its own length, not by where it begins",
    {
      ...labels,
      x: { label: null },
      marks: [
        { mark: "barX", transform: { groupY: { x: "count" } }, y: "region_id", fill: "scope" },
      ],
      y: { label: { zh: "地方", en: "Place" } },
    },
    ["地方：甲市；谁的执法：一个局；3行", "地方：甲市；谁的执法：全辖区；2行"],
    [
      "Place: Jia; Whose work: one bureau; 3 rows",
      "Place: Jia; Whose work: whole jurisdiction; 2 rows",
    ],
  ],
  [
    "a waffle by its category and number, not by pixels, and each once",
    {
      x: labels.y,
      marks: [{ mark: "waffleX", transform: { groupY: { x: "count" } }, y: "scope" }],
    },
    ["范围：一个局；数字个数：3；3行", "范围：全辖区；数字个数：2；2行"],
    ["Scope: one bureau; Figures: 3; 3 rows", "Scope: whole jurisdiction; Figures: 2; 2 rows"],
  ],
  [
    "a cell by where it stands and what its colour counts",
    {
      color: labels.y,
      marks: [{ mark: "cell", transform: { group: { fill: "count" } }, x: "year", y: "scope" }],
    },
    ["年份：2021；范围：一个局；数字个数：3；3行", "年份：2022；范围：全辖区；数字个数：2；2行"],
    [
      "Year: 2021; Scope: one bureau; Figures: 3; 3 rows",
      "Year: 2022; Scope: whole jurisdiction; Figures: 2; 2 rows",
    ],
  ],
  [
    "each part of a box by what it is",
    { ...labels, marks: [{ mark: "boxX", x: "digits", y: "year" }], y: { label: null } },
    [
      "年份：2021；位数，除离群值外：0.2至0.6；3行",
      "年份：2022；位数，除离群值外：1.2至1.4；2行",
      "年份：2021；位数，居中一半：0.3至0.5；3行",
      "年份：2022；位数，居中一半：1.25至1.35；2行",
      "年份：2021；位数，中位数：0.4；3行",
      "年份：2022；位数，中位数：1.3；2行",
    ],
    [
      "Year: 2021; Digits, without outliers: 0.2 to 0.6; 3 rows",
      "Year: 2022; Digits, without outliers: 1.2 to 1.4; 2 rows",
      "Year: 2021; Digits, middle half: 0.3 to 0.5; 3 rows",
      "Year: 2022; Digits, middle half: 1.25 to 1.35; 2 rows",
      "Year: 2021; Digits, median: 0.4; 3 rows",
      "Year: 2022; Digits, median: 1.3; 2 rows",
    ],
  ],
  [
    "a line by its series and how far it reaches",
    { ...labels, marks: [{ mark: "lineY", x: "digits", y: "year", stroke: "scope" }] },
    [
      "谁的执法：一个局；位数：0.2至0.6；数字个数：2021；3行",
      "谁的执法：全辖区；位数：1.2至1.4；数字个数：2022；2行",
    ],
    [
      "Whose work: one bureau; Digits: 0.2 to 0.6; Figures: 2021; 3 rows",
      "Whose work: whole jurisdiction; Digits: 1.2 to 1.4; Figures: 2022; 2 rows",
    ],
  ],
  [
    "an area by the lengths that it has, not by its ground",
    { ...labels, marks: [{ mark: "areaY", x: "year", y: "digits", z: "region_id" }] },
    ["地区：甲市；位数：2021至2022；数字个数：0.2至1.4；5行"],
    ["Region: Jia; Digits: 2021 to 2022; Figures: 0.2 to 1.4; 5 rows"],
  ],
  [
    "a facet's mark by its facet",
    { ...labels, marks: [{ ...bins, x: "digits", fy: "year" }] },
    ["年份：2021；位数：0至1；数字个数：3；3行", "年份：2022；位数：1至2；数字个数：2；2行"],
    [
      "Year: 2021; Digits: 0 to 1; Figures: 3; 3 rows",
      "Year: 2022; Digits: 1 to 2; Figures: 2; 2 rows",
    ],
  ],
  [
    "a mean with the unit of its figures where no axis says it",
    { marks: [{ mark: "barY", transform: { groupX: { y: "mean" } }, x: "year", y: "value" }] },
    ["年份：2021；数值：4万元；3行", "年份：2022；数值：13万元；2行"],
    ["Year: 2021; Value: CNY 40,000; 3 rows", "Year: 2022; Value: CNY 130,000; 2 rows"],
  ],
  [
    "a share as one",
    {
      marks: [{ mark: "barY", transform: { groupX: { y: "proportion" } }, x: "year" }],
    },
    ["年份：2021；占比：60%；3行", "年份：2022；占比：40%；2行"],
    ["Year: 2021; Share: 60%; 3 rows", "Year: 2022; Share: 40%; 2 rows"],
  ],
  [
    "two ends that are columns of their own by both",
    {
      marks: [
        {
          mark: "barX",
          transform: { groupY: { x1: "min", x2: "max" } },
          x1: "low",
          x2: "high",
          y: "year",
        },
      ],
    },
    ["low：1；high：9；年份：2021；3行", "low：1；high：9；年份：2022；2行"],
    ["low: 1; high: 9; Year: 2021; 3 rows", "low: 1; high: 9; Year: 2022; 2 rows"],
  ],
];

describe.each(cases)("a name calls %s", (_, spec, zh, en) => {
  const wanted = { zh, en };
  it.each(languages)("in %s", (language) => {
    const rows = two.map((one) => ({ ...one, low: 1, high: 9 }));
    expect(said(spec, rows, language).toSorted()).toEqual(wanted[language].toSorted());
  });
});

it("has one mark for a box of one row, by that row's own name", () => {
  const spec = { marks: [{ mark: "boxX", x: "value", y: "region_id" }] };
  const figure = figureOf(spec, [row()], "zh");
  expect(names(figure, ".fadu-grammar .mark")).toHaveLength(1);
  expect(names(figure, ".fadu-grammar a.mark")[0]).toContain("甲市，罚款");
  expect(figure.querySelectorAll(".fadu-grammar [aria-hidden][data-evidence]")).toHaveLength(2);
});

it("calls what a row has no value of as its axis does", () => {
  const spec = { ...labels, marks: [{ ...bins, x: "digits" }] };
  const rows = [...two, gap({ region_id: "bing" })];
  const header = (language: Language) =>
    texts(figureOf(spec, rows, language), ".chart .none .header");
  expect(header("zh")).toEqual(["1行没有“位数”，不画，也不当作零"]);
  expect(header("en")).toEqual(["1 row has no “Digits”: left out, not drawn as zero"]);
});

it("lists rows that lack the same for the same reason once, and says how many they are", () => {
  const spec = { ...labels, marks: [{ ...bins, x: "digits" }] };
  const absent = ["bing", "bing", "jia"].map((region_id) => gap({ region_id }));
  const figure = figureOf(spec, [...two, ...absent], "zh");
  expect(texts(figure, ".chart .none .header")).toEqual(["3行没有“位数”，不画，也不当作零"]);
  expect(texts(figure, ".chart .none .mark")).toEqual(["丙市：未报告 × 2", "甲市：未报告"]);
});
