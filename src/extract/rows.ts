import type { Region, Report } from "../domain/index.ts";
import type { Heading } from "./frame.ts";
import type { FoundRegion } from "./places.ts";
import type { ExtractionInput } from "./types.ts";

/** The row of `reports` that a text makes; English and pinyin are left for whoever reviews it. */
export function reportRow(
  { reportId, text, sha256 }: ExtractionInput,
  { title, agency, docNumber, published, frame }: Heading,
  region: FoundRegion | null,
): Report {
  const { start, end } = frame;
  return {
    report_id: reportId,
    title: title ?? reportId,
    title_en: title ?? reportId,
    agency: agency ?? "",
    agency_en: agency ?? "",
    agency_pinyin: "",
    region_id: region?.region_id ?? "unknown",
    doc_number: docNumber,
    published,
    period: start !== null && end !== null ? `${start}/${end}` : null,
    url: null,
    sha256,
    chars: text.length,
    coverage: "full",
    note: null,
    note_zh: null,
  };
}

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
