import type { Fact } from "../domain/index.ts";
import type { Decisions, Head, ReadReport } from "./types.ts";

/** The head of a report as it is now. */
export function headOf({ head }: Pick<ReadReport, "head">, decisions: Decisions): Head {
  return { ...head, ...decisions.head };
}

/** The id of a report's region in its figures; `unknown` where nobody has said which. */
export function regionIdOf({ place }: Head): string {
  return place?.region_id ?? "unknown";
}

type Period = Pick<Fact, "period_start" | "period_end" | "period_basis">;

/**
 * The period of a figure once the head's is another: a figure that took the head's over follows it,
 * one that the text dates by itself stays.
 */
export function periodNow(fact: Period, { head, asOf }: ReadReport, now: Head): Period {
  const { period_start, period_end, period_basis } = fact;
  if (head.start === now.start && head.end === now.end)
    return { period_start, period_end, period_basis };
  const isEnd = period_end !== null && (period_end === head.end || period_end === asOf);
  if (period_basis === "point_in_time") return isEnd ? instant(fact, now) : fact;
  const isStart = period_start === head.start || period_start === null;
  return isEnd && isStart ? stretch(fact, now) : fact;
}

function instant({ period_start, period_end, period_basis }: Period, { end }: Head): Period {
  if (end === null) return { period_start: null, period_end: null, period_basis: "unspecified" };
  return {
    period_start: period_start === period_end ? end : period_start,
    period_end: end,
    period_basis,
  };
}

function stretch({ period_start, period_basis }: Period, { start, end }: Head): Period {
  const first = period_start === null ? null : start;
  if (end === null) return { period_start: null, period_end: null, period_basis: "unspecified" };
  return { period_start: first, period_end: end, period_basis: basisNow(period_basis, first, end) };
}

/** A whole year and a part of one are told by their dates; other words stay what the text says. */
function basisNow(
  basis: Fact["period_basis"],
  start: string | null,
  end: string,
): Fact["period_basis"] {
  if (basis !== "full_year" && basis !== "ytd") return basis;
  if (start === null || start.slice(0, 4) !== end.slice(0, 4)) return "unspecified";
  if (!start.endsWith("-01-01")) return "unspecified";
  return end.endsWith("-12-31") ? "full_year" : "ytd";
}
