import type { Region } from "../domain/index.ts";
import type { FoundRegion } from "./places.ts";

/** The row of `regions` for a place, of which only the division knows where it has none yet. */
export function regionRow(found: FoundRegion | null): Region {
  if (found?.region) return found.region;
  const name = found?.division?.name ?? "未知";
  return {
    region_id: found?.region_id ?? "unknown",
    gb_code: found?.division?.code ?? null,
    gb_code_reason: found?.division ? null : "unknown",
    gb_code_reason_zh: found?.division ? null : "未知",
    zh: name,
    en: name,
    zh_short: name,
    en_short: name,
    level: found?.division?.level ?? "county",
    parent: null,
    province: null,
    tile_row: null,
    tile_column: null,
    pinyin: "",
  };
}
