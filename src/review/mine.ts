import { reportRow } from "../domain/index.ts";
import type { Fact, Region, Report } from "../domain/index.ts";
import type { Reviewed } from "./export.ts";
import { confirmedFacts, figuresOf } from "./figures.ts";
import { headOf, regionIdOf } from "./head.ts";
import type { Head, Place, ReadReport } from "./types.ts";

/** Rows that a reader's own reports add to the tables, marked as theirs. */
export interface MyRows {
  readonly facts: readonly Fact[];
  readonly reports: readonly Report[];
  readonly regions: readonly Region[];
}

/** How a place is named that is the reader's own. */
export interface Marking {
  readonly zh: (name: string) => string;
  readonly en: (name: string) => string;
}

/**
 * Confirmed figures as rows of the tables. Each report has a region of its own, named as the
 * reader's, so that no chart takes it for one of the repository's. Without confirmed figures a
 * report adds nothing.
 */
export function myRows(
  reviewed: readonly Reviewed[],
  regions: readonly Region[],
  marking: Marking,
): MyRows {
  const rows = reviewed.flatMap(({ report, decisions }) => {
    const facts = confirmedFacts(figuresOf(report, decisions));
    if (facts.length === 0) return [];
    const head = headOf(report, decisions);
    const own = myRegion(ownId(report), head.place, head.agency ?? report.name, regions, marking);
    const stated = new Set(facts.map(({ region_id }) => region_id));
    const others = report.others
      .filter(({ region_id }) => region_id !== regionIdOf(head) && stated.has(region_id))
      .map((place) => ({ place, id: `${ownId(report)}-${place.region_id}` }));
    const ids = new Map(others.map(({ place, id }) => [place.region_id, id]));
    return [
      {
        regions: [
          own,
          ...others.map(({ place, id }) => myRegion(id, place, place.name, regions, marking)),
        ],
        report: myReport(report, head, own.region_id, marking),
        facts: facts.map((fact) => ({
          ...fact,
          region_id: ids.get(fact.region_id) ?? own.region_id,
        })),
      },
    ];
  });
  return {
    facts: rows.flatMap(({ facts }) => facts),
    reports: rows.map(({ report }) => report),
    regions: rows.flatMap((one) => one.regions),
  };
}

const ownId = ({ id }: ReadReport): string => `mine-${id}`;

function myRegion(
  region_id: string,
  place: Place | null,
  name: string,
  regions: readonly Region[],
  { zh, en }: Marking,
): Region {
  const known = regions.find((region) => region.region_id === place?.region_id) ?? null;
  const codes = place?.around.map(({ gb_code }) => gb_code) ?? [];
  const around = regions.find(({ gb_code }) => gb_code !== null && codes.includes(gb_code)) ?? null;
  const own = place?.name ?? name;
  return {
    region_id,
    gb_code: null,
    gb_code_reason: "A reader’s own report.",
    gb_code_reason_zh: "读者自己的报告。",
    zh: zh(own),
    en: en(known?.en ?? own),
    zh_short: zh(place?.short ?? own),
    en_short: en(known?.en_short ?? place?.short ?? own),
    level: place?.level ?? "county",
    parent: known ? known.parent : (around?.region_id ?? null),
    province: known?.province ?? around?.province ?? null,
    tile_row: null,
    tile_column: null,
    pinyin: known?.pinyin ?? "",
  };
}

function myReport(report: ReadReport, head: Head, region_id: string, { zh, en }: Marking): Report {
  const row = reportRow({ ...report, report_id: report.id, region_id }, head);
  return { ...row, title: zh(row.title), title_en: en(row.title) };
}
