import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Region } from "../../src/domain/index.ts";

const regions = JSON.parse(
  readFileSync(new URL("../../data/regions.json", import.meta.url), "utf8"),
) as Region[];
const provinces = new Map(
  regions.filter(({ level }) => level === "province").map((region) => [region.region_id, region]),
);

/** Provinces that touch by land, each pair once; islands beside the coast across from them. */
const borders: Readonly<Record<string, string>> = {
  beijing: "tianjin hebei",
  tianjin: "hebei",
  hebei: "liaoning inner_mongolia shanxi henan shandong",
  shanxi: "inner_mongolia shaanxi henan",
  inner_mongolia: "heilongjiang jilin liaoning shaanxi ningxia gansu",
  liaoning: "jilin",
  jilin: "heilongjiang",
  shanghai: "jiangsu zhejiang",
  jiangsu: "shandong anhui zhejiang",
  zhejiang: "anhui jiangxi fujian",
  anhui: "shandong henan hubei jiangxi",
  fujian: "jiangxi guangdong taiwan",
  jiangxi: "hubei hunan guangdong",
  shandong: "henan",
  henan: "shaanxi hubei",
  hubei: "shaanxi chongqing hunan",
  hunan: "chongqing guizhou guangxi guangdong",
  guangdong: "guangxi hainan hong_kong macao",
  guangxi: "guizhou yunnan",
  chongqing: "shaanxi sichuan guizhou",
  sichuan: "shaanxi gansu qinghai xizang yunnan guizhou",
  guizhou: "yunnan",
  yunnan: "xizang",
  xizang: "xinjiang qinghai",
  shaanxi: "gansu ningxia",
  gansu: "ningxia qinghai xinjiang",
  qinghai: "xinjiang",
};
const pairs = Object.entries(borders).flatMap(([id, others]) =>
  others.split(" ").map((other) => [id, other] as const),
);

function tile(id: string): { readonly row: number; readonly column: number } {
  const region = provinces.get(id);
  if (region?.tile_row == null || region.tile_column === null)
    throw new Error(`missing tile: ${id}`);
  return { row: region.tile_row, column: region.tile_column };
}

function touch(a: string, b: string): boolean {
  const [at, other] = [tile(a), tile(b)];
  return Math.max(Math.abs(at.row - other.row), Math.abs(at.column - other.column)) === 1;
}

describe("the tile grid of the provinces", () => {
  const ids = [...provinces.keys()];

  it("has the 34 provincial units, each on a tile of its own", () => {
    expect(new Set(ids.map((id) => JSON.stringify(tile(id)))).size).toBe(34);
  });

  it("has eight rows and seven columns and none of them empty, so that 44 px fit on a phone", () => {
    const numbers = (key: "row" | "column") => [...new Set(ids.map((id) => tile(id)[key]))].sort();
    expect(numbers("row")).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(numbers("column")).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("keeps neighbours together, but for eight pairs of 72", () => {
    expect(pairs).toHaveLength(72);
    expect(pairs.filter(([a, b]) => !touch(a, b)).map((pair) => pair.join(" "))).toEqual([
      "hebei liaoning",
      "inner_mongolia heilongjiang",
      "inner_mongolia jilin",
      "inner_mongolia liaoning",
      "inner_mongolia gansu",
      "anhui hubei",
      "henan shaanxi",
      "xizang xinjiang",
    ]);
  });

  it("gives every province a neighbour at its side", () => {
    for (const id of ids)
      expect(
        pairs.some(([a, b]) => (a === id || b === id) && touch(a, b)),
        id,
      ).toBe(true);
  });

  it.each([
    ["heilongjiang", "jilin", "liaoning", "jiangsu"],
    ["inner_mongolia", "shanxi", "hubei", "hunan", "guangdong", "macao"],
    ["beijing", "hebei", "henan", "jiangxi", "fujian", "hong_kong"],
    ["ningxia", "shaanxi", "chongqing", "guizhou", "guangxi", "hainan"],
    ["xinjiang", "qinghai", "xizang"],
    ["gansu", "sichuan", "yunnan"],
    ["shandong", "anhui", "zhejiang", "taiwan"],
  ])("runs south from %s through %s and %s", (...column) => {
    const rows = column.map((id) => tile(id).row);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each([
    ["xizang", "sichuan", "chongqing", "hubei", "anhui", "jiangsu"],
    ["qinghai", "gansu", "shaanxi", "shanxi", "hebei", "shandong"],
    ["yunnan", "guizhou", "hunan", "jiangxi", "zhejiang", "shanghai"],
    ["guangxi", "guangdong", "fujian", "taiwan"],
    ["xinjiang", "ningxia", "inner_mongolia", "beijing", "tianjin", "liaoning"],
  ])("runs east from %s through %s and %s", (...row) => {
    const columns = row.map((id) => tile(id).column);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    expect(new Set(columns).size).toBe(columns.length);
  });
});
