import type { ChartSpec, Row } from "../../src/figures/index.ts";
import type { Language } from "../../src/domain/index.ts";
import { gap, row } from "./world.ts";

/** A chart that is hard to label. */
export interface HardCase {
  readonly name: string;
  readonly spec: ChartSpec;
  readonly rows: readonly Row[];
}

const long = {
  zh: "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗应急管理综合行政执法局",
  en: "Comprehensive Law Enforcement Bureau of Morin Dawa Daur Autonomous Banner",
};

/** A row of a region that only the row names. */
function own(i: number, value: number | null, name: string, more: Row = {}): Row {
  const names = { region_id: `r${i}`, region_zh: name, region_en: name };
  if (value === null) return gap({ ...names, report_id: `r${i}`, ...more });
  return row({ ...names, fact_id: `r${i}-01`, report_id: `r${i}`, value, ...more });
}

function many(count: number, value: (i: number) => number, language: Language): Row[] {
  const name = (i: number) => (language === "zh" ? `第${i + 1}县` : `County ${i + 1}`);
  return Array.from({ length: count }, (_, i) => own(i, value(i), name(i)));
}

function years(values: readonly (number | null)[], more: Row = {}): Row[] {
  return values.flatMap((value, i) =>
    value === null
      ? []
      : [
          row({
            fact_id: `jia-${2016 + i}`,
            value,
            period_start: `${2016 + i}-01-01`,
            period_end: `${2016 + i}-12-31`,
            ...more,
          }),
        ],
  );
}

const words = {
  short: { zh: "含两起事故", en: "Two accidents" },
  long: {
    zh: "这一年有两起较大事故，罚款多半由此而来，不宜与别的年份直接相比",
    en: "Two major accidents account for most of the fines of this year, so compare it with care",
  },
};

/** Long names, equal and extreme values, zero, many rows, notes in every place. */
export function hardCases(language: Language): HardCase[] {
  const name = long[language];
  const sets: Readonly<Record<string, readonly Row[]>> = {
    "long names": [own(1, 98.14, name), own(2, 31.7, `${name}2`), own(3, null, name)],
    "equal values": many(4, () => 50, language),
    "extreme values": [own(1, 123456.78, "A"), own(2, 0.01, "B"), own(3, 999.5, "C"), gap()],
    "zero and negative": [own(1, 0, "A"), own(2, -32.5, "B"), own(3, 88, "C")],
    "thirty rows": many(30, (i) => 1 + i * 3.7, language),
  };
  const types = ["dots", "bars", "slope", "ranking"] as const;
  const plain = Object.entries(sets).flatMap(([title, rows]) =>
    types.map((type): HardCase => ({ name: `${type}, ${title}`, spec: { type }, rows })),
  );
  const notes = [
    { type: "point", region: "r1", text: words.long },
    { type: "point", region: "r2", text: words.short },
    { type: "line", at: 50, text: words.short },
    { type: "range", from: 60, to: 80, text: words.long },
  ];
  const noted = many(5, (i) => 20 + i * 18, language);
  const trendNotes = [
    { type: "point", fact: "jia-2018", text: words.long },
    { type: "text", fact: "jia-2017", text: words.short },
    { type: "line", at: "2019-07-01", text: words.long },
    { type: "range", from: "2020", to: "2021-06-30", text: words.short },
    { type: "line", axis: "value", at: 40, text: words.short },
  ];
  const two = (a: number, b: number, i: number, label: string): Row[] => [
    own(i, a, label, { fact_id: `a${i}`, period_start: "2020-01-01", period_end: "2020-12-31" }),
    own(i, b, label, { fact_id: `b${i}`, period_start: "2022-01-01", period_end: "2022-12-31" }),
  ];
  const line = {
    type: "plot",
    marks: [{ mark: "dot", x: "value", y: "region_id", fill: "scope" }],
    annotate: notes,
  };
  return [
    ...plain,
    { name: "dots, notes", spec: { type: "dots", annotate: notes }, rows: noted },
    { name: "bars, notes", spec: { type: "bars", annotate: notes }, rows: noted },
    {
      name: "trend, notes",
      spec: { type: "trend", annotate: trendNotes },
      rows: years([30, 34, 90, 55, 58, 20, 21]),
    },
    {
      name: "trend, many years",
      spec: { type: "trend" },
      rows: years([1, 99, 98, 97, 3, 4, 5, 90]),
    },
    { name: "trend, equal", spec: { type: "trend" }, rows: years([50, 50, 50, 50]) },
    { name: "trend, broken", spec: { type: "trend" }, rows: years([30, null, null, 34, 90]) },
    {
      name: "slope, crossing",
      spec: { type: "slope" },
      rows: [...two(10, 90, 1, name), ...two(90, 10, 2, "B"), ...two(50, 50, 3, "C")],
    },
    {
      name: "dumbbell, close",
      spec: { type: "dumbbell" },
      rows: [...two(50, 50.5, 1, name), ...two(10, 90, 2, "B"), ...two(70, 20, 3, "C")],
    },
    { name: "plot, notes", spec: line, rows: [...noted, own(9, 75, name, { scope: "bureau" })] },
  ];
}
