import { describe, expect, it } from "vitest";
import {
  figureModel,
  figureTypes,
  tableRow,
  type FigureModel,
  type PanelsBody,
  type Present,
  type Row,
} from "../../src/figures/index.ts";
import { gap, row, stated, world } from "../charts/world.ts";

const zh = world("zh");
const model = <T extends keyof typeof figureTypes>(type: T, rows: readonly Row[], spec = {}) => {
  stated(rows);
  const source = { id: "c", spec: { type, ...spec }, rows };
  return figureModel(figureTypes[type] as never, source, zh) as never;
};

const year = (n: number) => ({
  period_start: `${n}-01-01`,
  period_end: `${n}-12-31`,
  period_basis: "full_year",
});
const three = [
  row({ value: 30 }),
  row({ region_id: "yi", value: 90 }),
  row({ region_id: "evil", value: 30, fact_id: "evil-01" }),
  gap(),
];
const values = (observations: readonly Present[]) => observations.map(({ value }) => value);
const rowsOf = ({ body }: FigureModel<PanelsBody>) =>
  body.sections.flatMap(({ panels }) =>
    panels.flatMap(({ groups }) => groups.flatMap((group) => group.rows)),
  );

describe.each(["dots", "bars", "dumbbell", "ranking"] as const)("a figure of %s", (type) => {
  it("has its rows in order of size, with places that equals share", () => {
    const rows = rowsOf(model(type, three));
    expect(rows.map(({ observations }) => values(observations)[0])).toEqual([90, 30, 30]);
    expect(rows.map(({ rank }) => rank)).toEqual([
      { place: 1, isTied: false },
      { place: 2, isTied: true },
      { place: 2, isTied: true },
    ]);
  });

  it("lists apart what has no value, and never as zero", () => {
    const { body }: FigureModel<PanelsBody> = model(type, three);
    expect(body.sections.map(({ missing }) => missing.map((one) => one.missing))).toEqual([
      ["not_reported"],
    ]);
    expect(rowsOf(model(type, three)).flatMap((one) => values(one.observations))).not.toContain(0);
  });

  it("reaches beyond its values at both ends of the axis", () => {
    const rows = [row({ value: -7 }), row({ region_id: "yi", value: 93 })];
    const { body }: FigureModel<PanelsBody> = model(type, rows);
    const [panel] = body.sections[0]?.panels ?? [];
    const [low = NaN, high = NaN] = panel?.scale.domain ?? [];
    expect(low).toBeLessThanOrEqual(-7);
    expect(high).toBeGreaterThanOrEqual(93);
  });

  it("has a panel for each class that the rules keep apart, and says why", () => {
    const own = { unit: "家", metric_id: "firms" };
    const rows = [...three, row({ ...own, value: 5, fact_id: "f1" })];
    const both = [...rows, row({ ...own, region_id: "yi", value: 6, fact_id: "f2" })];
    const figure: FigureModel<PanelsBody> = model(type, both);
    expect(figure.body.sections[0]?.panels.map(({ measure }) => measure.unit).toSorted()).toEqual(
      ["万元", "家"].toSorted(),
    );
    expect(figure.comparability.isSplit).toBe(true);
    expect(figure.comparability.because).not.toBe("");
    // One of a kind stands beside no other.
    const { body }: FigureModel<PanelsBody> = model(type, rows);
    expect(body.sections[0]?.alone.map(({ reason }) => reason === "")).toEqual([false]);
  });

  it("gives bounds and plans no place", () => {
    const rows = [
      ...three,
      row({ region_id: "yi", value: 500, qualifier: "at_least", fact_id: "b" }),
    ];
    const bound = rowsOf(model(type, rows)).find(({ observations }) =>
      observations.some(({ qualifier }) => qualifier === "at_least"),
    );
    expect(bound?.rank).toBeNull();
  });
});

describe("a figure of dumbbell", () => {
  const rate = { unit: "%", metric_id: "rate" };
  const pair = (before: number, after: number, changes: Row = {}) => [
    row({ ...rate, ...year(2021), value: before, fact_id: "old" }),
    row({ ...rate, ...year(2022), value: after, fact_id: "new", ...changes }),
  ];

  it.each([
    [80, 62.5, -17.5],
    [62.5, 80, 17.5],
    [5, 5, 0],
  ])("changes from %d to %d by %d", (before, after, change) => {
    const [only] = rowsOf(model("dumbbell", pair(before, after)));
    expect(only?.observations.map(({ value }) => value)).toEqual([before, after]);
    expect(only?.change?.observation?.value).toBe(change);
  });

  it("gives no change to a bound, and says so in its breaks and its description", () => {
    const figure: FigureModel<PanelsBody> = model(
      "dumbbell",
      pair(30, 50, { qualifier: "at_least" }),
    );
    expect(rowsOf(figure)[0]?.change?.observation).toBeNull();
    expect(figure.breaks).toHaveLength(1);
    expect(figure.description.breaks).toEqual(figure.breaks);
  });
});

describe("a ranking", () => {
  it("begins with the smallest where the cell says so", () => {
    const rows = rowsOf(model("ranking", three, { order: "ascending" }));
    expect(rows.map(({ observations }) => values(observations)[0])).toEqual([30, 30, 90]);
    expect(rows.map(({ rank }) => rank?.place)).toEqual([1, 1, 3]);
  });

  it("has no places where the rules allow no order, and says why", () => {
    const figure: FigureModel<PanelsBody> = model("ranking", [
      row({ value: 30, scope: "bureau" }),
      row({ region_id: "yi", value: 90, scope: "jurisdiction_total" }),
      gap(),
    ]);
    const panels = figure.body.sections.flatMap((section) => section.panels);
    for (const panel of panels)
      if (!panel.isRanked) {
        expect(panel.notes).not.toEqual([]);
        expect(panel.groups.flatMap(({ rows }) => rows.map(({ rank }) => rank))).not.toContain(1);
      }
    expect(panels.length + figure.body.sections.flatMap(({ alone }) => alone).length).toBe(
      panels.some(({ isRanked }) => !isRanked) ? panels.length : 2,
    );
  });
});

describe("a figure of trend", () => {
  it("has its figures in time, and no step over a gap", () => {
    const rows = [
      row({ ...year(2022), value: 3, fact_id: "c" }),
      row({ ...year(2019), value: 1, fact_id: "a" }),
      row({ ...year(2020), value: 2, fact_id: "b" }),
      gap(),
    ];
    const { body } = model("trend", rows) as FigureModel<{
      panels: { series: { points: { observation: Present }[]; steps: { cut: unknown }[] } }[];
      years: readonly [number, number];
      undated: unknown[];
    }>;
    const [panel] = body.panels;
    expect(panel?.series.points.map(({ observation }) => observation.value)).toEqual([1, 2, 3]);
    expect(panel?.series.steps.map(({ cut }) => cut !== null)).toEqual([false, true]);
    expect(body.years).toEqual([2019, 2022]);
    expect(body.undated).toHaveLength(1);
  });
});

describe("a matrix", () => {
  it("has a reason in every place without a figure", () => {
    const { body } = model("matrix", three) as FigureModel<{
      grid: {
        rowIds: string[];
        columnIds: string[];
        at(row: string, column: string): { value: number | null; missing: string | null }[];
      };
    }>;
    const { rowIds, columnIds, at } = body.grid;
    const places = rowIds.flatMap((id) => columnIds.map((column) => at(id, column)));
    for (const place of places) {
      expect(place.length).toBeGreaterThan(0);
      for (const one of place) expect((one.value === null) !== (one.missing === null)).toBe(true);
    }
  });

  it("of more places than a page holds is refused with words", () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      row({ region_id: `r${i}`, metric_id: `m${i}`, fact_id: `f${i}` }),
    );
    expect(() => model("matrix", many)).toThrow(/250,000|25万|250000/);
  });
});

it("refuses a name of more characters than anybody reads, and says which column", () => {
  const rows = [row({ region_id: "字".repeat(1001), fact_id: "x" })];
  for (const type of Object.keys(figureTypes) as (keyof typeof figureTypes)[])
    expect(() => model(type, rows)).toThrow(/re(?:gion|port)_id.*1,001|1001/);
});

describe("a figure of slope", () => {
  const rate = { unit: "%", metric_id: "rate" };
  const both = [
    row({ ...rate, ...year(2021), value: 80, fact_id: "s21" }),
    row({ ...rate, ...year(2022), value: 62.5, fact_id: "s22" }),
    row({ ...rate, ...year(2022), region_id: "yi", value: 70, fact_id: "s-yi" }),
    gap({ ...rate }),
  ];
  type Slopes = FigureModel<{
    sections: readonly {
      missing: readonly unknown[];
      panels: readonly {
        ends: readonly { key: string }[];
        slopes: readonly { from: Present | null; to: Present | null; change: Present | null }[];
        open: readonly { observation: { region_id: string; missing: string } }[];
        scale: { domain: readonly [number, number] };
      }[];
    }[];
  }>;

  it("goes from the first end to the last, with sign and size of the change", () => {
    const { body }: Slopes = model("slope", both);
    const [panel] = body.sections[0]?.panels ?? [];
    expect(panel?.ends.map(({ key }) => key)).toEqual(["2021", "2022"]);
    const [joined] = panel?.slopes.filter(({ from, to }) => from && to) ?? [];
    expect([joined?.from?.value, joined?.to?.value, joined?.change?.value]).toEqual([
      80, 62.5, -17.5,
    ]);
    const [low = NaN, high = NaN] = panel?.scale.domain ?? [];
    expect(low).toBeLessThanOrEqual(62.5);
    expect(high).toBeGreaterThanOrEqual(80);
  });

  it("names the end that has no figure, once, and the region that has none", () => {
    const { body }: Slopes = model("slope", both);
    const [section] = body.sections;
    expect(section?.panels[0]?.open.map(({ observation }) => observation.region_id)).toEqual([
      "yi",
    ]);
    expect(section?.missing).toHaveLength(1);
  });
});

describe("a figure of tiles", () => {
  it("sets each region's rows in the tile of its province, also those without a value", () => {
    const {
      body,
    }: FigureModel<{
      tiles: readonly { row: number; column: number; observations: readonly unknown[] }[];
    }> = model("tiles", three);
    const sheng = body.tiles.find(({ row: at, column }) => at === 1 && column === 2);
    expect(sheng?.observations).toHaveLength(three.length);
    const rest = body.tiles.filter((tile) => tile !== sheng);
    expect(rest.flatMap(({ observations }) => observations)).toEqual([]);
  });
});

describe("a figure of audit", () => {
  const checked = (value: number, recomputed: number, verdict: string, id: string) =>
    row({
      ...{ value, recomputed, verdict, fact_id: id, unit: "%", metric_id: "rate" },
      ...{ allowed_low: value - 0.005, allowed_high: value + 0.01 },
    });

  it("begins with what does not agree, the farthest off first, and sets apart what is equal", () => {
    const {
      body,
    }: FigureModel<{
      groups: readonly {
        title: string;
        rows: readonly { audit: { verdict: string; observation: Present } }[];
      }[];
      equal: readonly unknown[];
      missing: readonly unknown[];
    }> = model("audit", [
      checked(50, 50.004, "ok", "o"),
      checked(98.14, 98.42, "mismatch", "near"),
      checked(98.14, 99.42, "mismatch", "far"),
      checked(30, 30, "ok", "e"),
      gap(),
    ]);
    expect(
      body.groups.map(({ rows }) => rows.map(({ audit }) => audit.observation.source.facts[0])),
    ).toEqual([["far", "near"], ["o"]]);
    expect(body.equal).toHaveLength(1);
    expect(body.missing).toHaveLength(1);
  });
});

describe("a figure of legend", () => {
  it("has its forms in the order of the legend, what is missing last", () => {
    const { body }: FigureModel<{ observations: readonly { missing: string | null }[] }> = model(
      "legend",
      [gap(), row({ scope: "bureau" }), row({ scope: "jurisdiction_total", fact_id: "w" })],
    );
    expect(body.observations.map(({ missing }) => missing)).toEqual([null, null, "not_reported"]);
  });
});

describe("a table", () => {
  it("has every row in the order of the query, and says of each what it is", () => {
    const figure: FigureModel<{ observations: readonly unknown[] }> = model("table", three);
    expect(figure.body.observations).toEqual(figure.observations);
    expect(figure.isTable).toBe(true);
    const rows = figure.observations.map((one) => tableRow(one, zh));
    expect(rows.map(({ value }) => value)).toEqual(["30万元", "90万元", "30万元", "未报告"]);
    expect(rows.map(({ region }) => region).slice(0, 2)).toEqual(["甲市", "乙市"]);
  });
});
