import { reportRow } from "../domain/index.ts";
import type { Fact, Identity, Report } from "../domain/index.ts";
import type { Completion } from "./export.ts";
import type { Romanize } from "./places.ts";
import type { Head, ReadReport } from "./types.ts";

interface RowOptions {
  readonly report: ReadReport;
  readonly head: Head;
  readonly completion: Completion;
  /** All that are there by now. */
  readonly reports: readonly Report[];
  readonly region_id: string;
  readonly romanize: Romanize;
}

/** The row of a report that is to be contributed, under an id that is free. */
export function reportRowOf(options: RowOptions): Report {
  const { report, head, completion, reports, region_id, romanize } = options;
  const report_id = freeId(`${region_id}-${head.end?.slice(0, 4) ?? "undated"}`, reports);
  const row = reportRow({ ...report, report_id, region_id }, head);
  return { ...row, ...completion, agency_pinyin: romanize(row.agency).join(" ") };
}

function freeId(id: string, reports: readonly Report[]): string {
  const taken = new Set(reports.map(({ report_id }) => report_id));
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${String(number)}`)) number++;
  return `${id}-${String(number)}`;
}

/** The ids that figures get in the file of their report, by those that they have here. */
export function exportedIds(
  facts: readonly Fact[],
  { report_id }: Report,
): ReadonlyMap<string, string> {
  return new Map(
    facts.map(({ fact_id }, index) => [fact_id, numbered(report_id, index, facts.length)]),
  );
}

function numbered(prefix: string, index: number, length: number): string {
  const digits = Math.max(2, String(length).length);
  return `${prefix}-${String(index + 1).padStart(digits, "0")}`;
}

/** Figures in their order with ids of their report; links follow. */
export function renamedFacts(
  facts: readonly Fact[],
  { report_id }: Report,
  ids: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, string>,
): Fact[] {
  const idOf = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  return facts.map((fact) => ({
    ...fact,
    fact_id: idOf(fact.fact_id) ?? fact.fact_id,
    report_id,
    region_id: places.get(fact.region_id) ?? fact.region_id,
    breakdown_of: idOf(fact.breakdown_of),
    same_as: idOf(fact.same_as),
  }));
}

/** Identities over these figures, with ids of their report. */
export function renamedChecks(
  identities: readonly Identity[],
  { report_id }: Report,
  ids: ReadonlyMap<string, string>,
): Identity[] {
  const idOf = (id: string): string => ids.get(id) ?? id;
  return identities.map((identity, index) => ({
    ...identity,
    check_id: numbered(`${report_id}-check`, index, identities.length),
    report_id,
    operands: identity.operands.map(idOf),
    stated: identity.stated === null ? null : idOf(identity.stated),
  }));
}
