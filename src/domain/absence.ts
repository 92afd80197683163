import type { Catalogue } from "./catalogue.ts";
import { derivedOf } from "./derived/search.ts";
import type { Derived } from "./derived/derive.ts";
import { firstDay } from "./periods.ts";
import type { Fact, MissingKind } from "./types.ts";

/** Why a selection holds no figure of a region and measure, as far as all reports can tell. */
export type Absence = Exclude<MissingKind, "not_comparable">;

/** A region and a measure, and the days that are meant; of any time where there are none. */
export interface RegionMeasure {
  readonly region_id?: unknown;
  readonly metric_id?: unknown;
  readonly period_start?: unknown;
  readonly period_end?: unknown;
}

export type AbsenceCatalogue = Pick<Catalogue, "facts" | "reports">;

type ByPlace = ReadonlyMap<string, readonly Fact[]>;

const indexes = new WeakMap<ReadonlyMap<string, Fact>, ByPlace>();

const keyOf = ({ region_id, metric_id }: RegionMeasure): string =>
  `${String(region_id)}\t${String(metric_id)}`;

/** Figures by region and measure, each said once; read once for each catalogue. */
function indexOf(facts: ReadonlyMap<string, Fact>): ByPlace {
  const known = indexes.get(facts);
  if (known) return known;
  const found = new Map<string, Fact[]>();
  for (const fact of facts.values()) {
    if (fact.same_as !== null) continue;
    const list = found.get(keyOf(fact));
    if (list) list.push(fact);
    else found.set(keyOf(fact), [fact]);
  }
  indexes.set(facts, found);
  return found;
}

/** True where days are meant and those of a period are all others. */
function isOfOtherTime(
  { period_start, period_end }: RegionMeasure,
  of: Pick<Fact, "period_start" | "period_end">,
): boolean {
  if (typeof period_start !== "string" || typeof period_end !== "string") return false;
  const [first, last] = [firstDay(of), of.period_end];
  return (last !== null && last < period_start) || (first !== null && first > period_end);
}

function figuresOf(
  place: RegionMeasure,
  { facts }: Pick<AbsenceCatalogue, "facts">,
): readonly Fact[] {
  const found = indexOf(facts).get(keyOf(place)) ?? [];
  return found.filter((fact) => !isOfOtherTime(place, fact));
}

const derivations = new WeakMap<
  ReadonlyMap<string, Fact>,
  ReadonlyMap<string, readonly Derived[]>
>();

/** True where no report states it and it follows from what one states. */
function isDerivable(place: RegionMeasure, { facts }: Pick<AbsenceCatalogue, "facts">): boolean {
  let known = derivations.get(facts);
  if (!known) {
    const found = new Map<string, Derived[]>();
    for (const one of derivedOf(facts))
      found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
    derivations.set(facts, (known = found));
  }
  return (known.get(keyOf(place)) ?? []).some((one) => !isOfOtherTime(place, one));
}

/** What is done and stated of a region and measure, in whichever report. */
export function statedOf(
  place: RegionMeasure,
  known: Pick<AbsenceCatalogue, "facts">,
): readonly Fact[] {
  return figuresOf(place, known).filter(({ status }) => status === "actual");
}

/**
 * Why there is no figure: what is stated or follows from it anywhere is only not selected; what is only planned or
 * proposed is not done; of a report read whole alone it can be said that it reports none. Null for
 * a region of which no report is held. The table `absences` of `views/` is the same in SQL, for
 * any time; a test holds them together.
 */
export function absenceOf(place: RegionMeasure, known: AbsenceCatalogue): Absence | null {
  const figures = figuresOf(place, known);
  if (figures.some(({ status }) => status === "actual")) return "not_selected";
  if (figures.length > 0) return "planned";
  if (isDerivable(place, known)) return "not_selected";
  const own = [...known.reports.values()].filter(({ region_id }) => region_id === place.region_id);
  if (own.length === 0) return null;
  const isRead = own.some(({ coverage, period }) => {
    const [period_start = null, period_end = period_start] = period?.split("/") ?? [];
    return coverage === "full" && !isOfOtherTime(place, { period_start, period_end });
  });
  return isRead ? "not_reported" : "not_read";
}
