import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  figureModel,
  figureTypes,
  type FigureModel,
  type GroupsBody,
  type Row,
} from "../../src/figures/index.ts";
import { scopes } from "../../src/domain/index.ts";
import { gap, row, stated, world } from "../charts/world.ts";

const zh = world("zh");
const en = world("en");

function model(
  rows: readonly Row[],
  {
    spec = {},
    pinned = [],
    context = zh,
  }: {
    readonly spec?: object;
    readonly pinned?: readonly string[];
    readonly context?: typeof zh;
  } = {},
): FigureModel<GroupsBody> {
  stated(rows);
  const source = { id: "g", spec: { type: "groups", ...spec }, rows, pinned };
  return figureModel(figureTypes.groups, source, context);
}

const year = (n: number) => ({ period_start: `${n}-01-01`, period_end: `${n}-12-31` });
const bureau = (region_id: string, value: number, changes: Row = {}) =>
  row({ region_id, value, fact_id: `${region_id}-b`, scope: "bureau", ...changes });
const whole = (region_id: string, value: number, changes: Row = {}) =>
  row({ region_id, value, fact_id: `${region_id}-w`, scope: "jurisdiction_total", ...changes });

const many = [
  whole("jia", 7),
  whole("yi", 9),
  bureau("bing", 30),
  bureau("jia", 90),
  bureau("yi", 60),
];
const lines = ({ groups }: GroupsBody) =>
  groups.map(({ panel }) =>
    panel.groups.map(({ title, rows }) => [title, ...rows.map(({ region }) => region)]),
  );

describe("the groups of a figure of all regions", () => {
  it("come by size, of which the largest is open, each with what it has in common and its count", () => {
    const { body } = model(many, { context: en });
    expect(body.groups.map(({ title, count, isOpen }) => [title, count, isOpen])).toEqual([
      ["One bureau’s own work · full year", "3 regions, 3 figures", true],
      ["Whole jurisdiction · full year", "2 regions, 2 figures", false],
    ]);
  });

  it("have a row a region by value, with places where the rules allow them, on a scale from zero", () => {
    const [first] = model(many).body.groups;
    const rows = first?.panel.groups.flatMap((group) => group.rows) ?? [];
    expect(rows.map(({ region, rank }) => [region, rank?.place])).toEqual([
      ["甲市", 1],
      ["乙市", 2],
      ["丙市", 3],
    ]);
    expect(first?.panel.scale.type).toBe("linear");
    expect(first?.panel.scale.domain[0]).toBe(0);
  });

  it("keep the order of the query where the cell says so, and the places by value", () => {
    const [first] = model(many, { spec: { order: "rows" } }).body.groups;
    const rows = first?.panel.groups.flatMap((group) => group.rows) ?? [];
    expect(rows.map(({ region, rank }) => [region, rank?.place])).toEqual([
      ["丙市", 3],
      ["甲市", 1],
      ["乙市", 2],
    ]);
  });

  it("give a region one row, whose own figure is the latest and a whole before its parts", () => {
    const { body } = model([
      bureau("jia", 5, { ...year(2023), fact_id: "jia-23" }),
      bureau("jia", 99, { ...year(2022), fact_id: "jia-22" }),
      bureau("yi", 7, { ...year(2023), fact_id: "yi-23" }),
    ]);
    const [first] = body.groups;
    const rows = first?.panel.groups.flatMap((group) => group.rows) ?? [];
    expect(rows.map(({ observations }) => observations.map(({ value }) => value))).toEqual([
      [7],
      [99, 5],
    ]);
    expect(rows.map(({ details }) => details)).toEqual(["2023年", "2023年"]);
  });

  it("have no place for a bound, which stands below and outside the order", () => {
    const { body } = model([...many, bureau("evil", 999, { qualifier: "at_least" })]);
    expect(lines(body)[0]).toEqual([
      ["", "甲市", "乙市", "丙市"],
      ["不参加排名：界限或计划", expect.any(String)],
    ]);
    const outside = body.groups[0]?.panel.groups[1]?.rows[0];
    expect(outside?.rank).toBeNull();
  });

  it("have no place for a region that holds others of the group, nor for the only one beside it", () => {
    const inside = [...zh.catalogue.regions].map(
      ([id, region]) => [id, id === "sheng" ? region : { ...region, parent: "sheng" }] as const,
    );
    const context = { ...zh, catalogue: { ...zh.catalogue, regions: new Map(inside) } };
    const { body } = model([...many, bureau("sheng", 180)], { context });
    expect(lines(body)[0]).toEqual([
      ["", "甲市", "乙市", "丙市"],
      ["不参加排名：包含其他各地的地区，以及界限或计划", "省"],
    ]);
    const ranks = body.groups[0]?.panel.groups.map(({ rows }) =>
      rows.map(({ rank }) => rank?.place),
    );
    expect(ranks).toEqual([[1, 2, 3], [undefined]]);
    const pair = model([bureau("jia", 5), bureau("sheng", 180)], { context }).body.groups[0]?.panel;
    expect(pair?.isRanked).toBe(false);
    expect(pair?.groups.flatMap(({ rows }) => rows.map(({ rank }) => rank))).toEqual([null, null]);
  });

  it("have no place in a group of one region", () => {
    const { body } = model([bureau("jia", 5)]);
    expect(body.groups[0]?.panel.isRanked).toBe(false);
    expect(body.groups[0]?.panel.groups[0]?.rows[0]?.rank).toBeNull();
    expect(body.alone).toBeNull();
    // It can be pinned all the same.
    expect(model([bureau("jia", 5)], { pinned: ["jia"] }).body.groups[0]?.panel.pinned).toEqual([
      "jia",
    ]);
  });

  it("leave out what stands beside no other, which is folded with its count and its reason", () => {
    const { body } = model([
      ...many,
      row({ region_id: "yi", metric_id: "firms", unit: "家", value: 3 }),
    ]);
    expect(body.alone).toMatchObject({ count: "1个地区，1个数字", isOpen: false });
    expect(body.alone?.lones[0]?.reason).not.toBe("");
  });

  it("tell apart what the rules keep apart under one name", () => {
    const { body } = model([
      bureau("jia", 1, { unit: "%", metric_id: "rate" }),
      bureau("yi", 2, { unit: "%", metric_id: "rate" }),
      bureau("jia", 3, { fact_id: "a" }),
      bureau("yi", 4, { fact_id: "b" }),
    ]);
    const titles = body.groups.map(({ title }) => title);
    expect(titles.toSorted()).toEqual([
      "压缩率 · 一个局自己的执法 · 全年",
      "罚款 · 一个局自己的执法 · 全年",
    ]);
  });

  it("list who has no figure apart, by count, and open that list where nothing else is there", () => {
    expect(model([...many, gap()]).body.missing).toMatchObject({ count: "1个地区", isOpen: false });
    expect(model([gap()]).body.missing?.isOpen).toBe(true);
  });

  it("say in words how they divide the figure", () => {
    const { description } = model(many, { context: en });
    expect(description.apart).toEqual([
      "Panels of what may be compared: 2; figures on their own: 0.",
    ]);
    expect(description.found).toEqual([
      "The largest group is One bureau’s own work · full year: 3 regions, 3 figures.",
    ]);
  });
});

describe("a pinned region", () => {
  it("is on top of each of its groups, which are open, and keeps its place in the order", () => {
    const { body } = model(many, { pinned: ["yi"] });
    expect(body.groups.map(({ isOpen }) => isOpen)).toEqual([true, true]);
    expect(lines(body)).toEqual([
      [
        ["置顶", "乙市"],
        ["其余地区", "甲市", "丙市"],
      ],
      [
        ["置顶", "乙市"],
        ["其余地区", "甲市"],
      ],
    ]);
    expect(body.groups[0]?.panel.groups[0]?.rows[0]?.rank?.place).toBe(2);
  });

  it("is what the others are measured from, as a number with both as its parents", () => {
    const [first] = model(many, { pinned: ["yi"] }).body.groups;
    const rows = first?.panel.groups.flatMap((group) => group.rows) ?? [];
    expect(rows.map(({ beside }) => beside?.value ?? null)).toEqual([null, 30, -30]);
    expect(rows[1]?.beside?.source).toMatchObject({ kind: "derived", facts: ["jia-b", "yi-b"] });
  });

  it("says no difference to or from a bound", () => {
    const rows = [...many, bureau("evil", 999, { qualifier: "over" })];
    const besides = (pinned: string) =>
      model(rows, { pinned: [pinned] }).body.groups[0]?.panel.groups.flatMap((group) =>
        group.rows.map(({ region_id, beside }) => [region_id, beside === null]),
      );
    expect(besides("evil")?.every(([, isNone]) => isNone)).toBe(true);
    expect(besides("jia")).toContainEqual(["evil", true]);
  });

  it("comes first among what is alone or missing, whose list is open then", () => {
    const rows = [...many, gap({ region_id: "evil" }), gap({ region_id: "sheng" })];
    const { body } = model(rows, { pinned: ["sheng"] });
    expect(body.missing?.isOpen).toBe(true);
    expect(body.missing?.rows.map(({ region_id }) => region_id)).toEqual(["sheng", "evil"]);
  });

  it("that has no row changes nothing", () => {
    expect(model(many, { pinned: ["nowhere"] }).body.groups).toEqual(model(many).body.groups);
  });
});

describe("any rows", () => {
  const regions = ["jia", "yi", "bing", "sheng"];
  const any = fc.record({
    region_id: fc.constantFrom(...regions),
    value: fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 4 }),
    scope: fc.constantFrom(...scopes),
    metric: fc.constantFrom(["fines", "万元"], ["firms", "家"], ["rate", "%"]),
    qualifier: fc.constantFrom("exact", "approx", "at_least", "over"),
    subset: fc.constantFrom(null, "sector:煤矿", "part:units"),
    end: fc.constantFrom("2022-03-31", "2022-12-31", "2023-12-31"),
  });

  it("stand each in exactly one group, alone, or among what is missing, whatever is pinned", () => {
    const pins = fc.subarray([...regions, "nowhere"]);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 14 }), pins, (given, pinned) => {
        const rows = given.map(({ metric: [metric_id, unit], value, end, ...rest }, i) => {
          const time = { period_start: `${end.slice(0, 4)}-01-01`, period_end: end };
          const basis = end.endsWith("12-31") ? "full_year" : "ytd";
          const ids = { metric_id, unit, fact_id: `f${i}`, report_id: rest.region_id };
          return value === null
            ? gap({ region_id: rest.region_id, metric_id })
            : row({ ...rest, ...ids, ...time, period_basis: basis, value });
        });
        const { body, observations } = model(rows, { pinned });
        const drawn = [
          ...body.groups.flatMap(({ panel }) =>
            panel.groups.flatMap((group) => group.rows.flatMap((one) => one.observations)),
          ),
          ...(body.alone?.lones.map(({ observation }) => observation) ?? []),
          ...(body.missing?.rows ?? []),
        ];
        expect(drawn.length).toBe(observations.length);
        expect(new Set(drawn)).toEqual(new Set(observations));
        const titles = body.groups.map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
      }),
    );
  });
});
