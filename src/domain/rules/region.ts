import { regionLevels } from "../types.ts";
import type { Region, RegionLevel } from "../types.ts";
import { blank, pairRule, pinyinRule, tileOf } from "./context.ts";
import type { Context, Rule } from "./context.ts";

/** Parents lead up to the province, provinces have tiles, and a missing code has a reason. */
export const regionRule: Rule<Region> = function* (region, context) {
  for (const field of blank(region)) yield `missing ${field}`;
  if (!regionLevels.includes(region.level)) yield `unknown level: ${String(region.level)}`;
  yield* provinceRule(region, context);
  yield* parentRule(region, context);
  yield* codeRule(region);
  yield* tileRule(region, context);
  yield* pinyinRule(region.zh, region.pinyin);
};

function* provinceRule(region: Region, { regions }: Context): Iterable<string> {
  const { province, level, region_id } = region;
  if (province !== null && !regions.has(province)) yield `unknown province: ${province}`;
  if (province !== null && regions.get(province)?.level !== "province")
    yield `invalid province: ${province}`;
  if (level === "province" && province !== region_id)
    yield `invalid province: ${String(province)} for a province`;
}

/** A zone may lie in a unit of any level. */
const above: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  country: [],
  province: ["country"],
  prefecture: ["province"],
  county: ["province", "prefecture"],
  zone: ["province", "prefecture", "county"],
  township: ["prefecture", "county", "zone"],
};

function* parentRule(region: Region, { regions }: Context): Iterable<string> {
  const { level, parent: id, province } = region;
  const parent = id === null ? undefined : regions.get(id);
  if (id !== null && !parent) yield `unknown parent: ${id}`;
  if (id === null && level !== "province" && level !== "country") yield "missing parent";
  if (!parent) return;
  if (above[level]?.includes(parent.level) === false)
    yield `invalid parent: ${parent.region_id} is a ${parent.level}`;
  if (level !== "province" && parent.province !== province)
    yield `invalid parent: ${parent.region_id} lies in ${String(parent.province)}`;
  yield* prefixRule(region, parent);
}

/** A GB/T 2260 code begins with its parent's: two digits for a province, four for a prefecture. */
function* prefixRule({ gb_code: code }: Region, parent: Region): Iterable<string> {
  const prefix = parent.gb_code?.replace(/(00){1,2}$/, "") ?? "";
  if (code !== null && !code.startsWith(prefix))
    yield `invalid gb_code: ${code} is not below ${String(parent.gb_code)}`;
}

function* codeRule(region: Region): Iterable<string> {
  if (region.gb_code !== null && !/^\d{6}$/.test(region.gb_code))
    yield `invalid gb_code: ${region.gb_code}`;
  if ((region.gb_code === null) !== (region.gb_code_reason !== null))
    yield region.gb_code === null ? "missing gb_code_reason" : "invalid gb_code_reason: has a code";
  yield* pairRule("gb_code_reason", region.gb_code_reason, region.gb_code_reason_zh);
}

function* tileRule(region: Region, { tiles }: Context): Iterable<string> {
  const tile = tileOf(region);
  if ((tile !== "") !== (region.level === "province")) yield `invalid tile: ${region.level}`;
  const there = tile === "" ? undefined : tiles.get(tile);
  if (there && there.region_id !== region.region_id)
    yield `invalid tile: ${tile} is taken by ${there.region_id}`;
}
