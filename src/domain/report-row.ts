import type { Report } from "./types.ts";

/** What is known of a report that somebody reads, before anybody has curated it. */
export interface ReportHead {
  readonly title: string | null;
  readonly agency: string | null;
  readonly docNumber: string | null;
  /** ISO. */
  readonly published: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

/** A text that was read whole. */
export interface ReportText {
  readonly report_id: string;
  /** Stands for a title that nobody found. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  readonly region_id: string;
}

/** The row of `reports` that a text makes; English and pinyin are left for whoever reviews it. */
export function reportRow(
  { report_id, name, text, sha256, region_id }: ReportText,
  { title, agency, docNumber, published, start, end }: ReportHead,
): Report {
  return {
    report_id,
    title: title ?? name,
    title_en: title ?? name,
    agency: agency ?? "",
    agency_en: agency ?? "",
    agency_pinyin: "",
    region_id,
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
