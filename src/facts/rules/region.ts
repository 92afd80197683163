import type { Region } from "../types.ts";
import { blank, pairRule } from "./context.ts";
import type { Rule } from "./context.ts";

/** Parents are known, provinces have a tile of their own, and a missing code has a reason. */
export const regionRule: Rule<Region> = function* (region, { regions }) {
  for (const field of blank(region)) yield `missing ${field}`;
  for (const field of ["parent", "province"] as const) {
    const target = region[field];
    if (target !== null && !regions.has(target)) yield `unknown ${field}: ${target}`;
  }
  if (region.province !== null && regions.get(region.province)?.level !== "province")
    yield `invalid province: ${region.province}`;
  if (region.level === "province" && region.province !== region.region_id)
    yield `invalid province: ${String(region.province)} for a province`;
  yield* codeRule(region);
  yield* tileRule(region, [...regions.values()]);
};

function* codeRule(region: Region): Iterable<string> {
  if (region.gb_code !== null && !/^\d{6}$/.test(region.gb_code))
    yield `invalid gb_code: ${region.gb_code}`;
  if ((region.gb_code === null) !== (region.gb_code_reason !== null))
    yield region.gb_code === null ? "missing gb_code_reason" : "invalid gb_code_reason: has a code";
  yield* pairRule("gb_code_reason", region.gb_code_reason, region.gb_code_reason_zh);
}

function* tileRule(region: Region, all: readonly Region[]): Iterable<string> {
  const { tile_row: row, tile_column: column } = region;
  const placed = row !== null && column !== null;
  if (placed !== (region.level === "province")) yield `invalid tile: ${region.level}`;
  if (!placed) return;
  const there = all.find((other) => other.tile_row === row && other.tile_column === column);
  if (there && there.region_id !== region.region_id)
    yield `invalid tile: ${row}/${column} is taken by ${there.region_id}`;
}
