import { blankEntry, clauseAround, type Entry } from "./correct.ts";
import type { Figure, Head } from "./types.ts";

/** What another extractor says of a number of the text, as far as it is understood. */
export interface Claim {
  /** The number as our reader has it, not as the other wrote it. */
  readonly start: number;
  readonly end: number;
  /** Null where the other's name for it is not known. */
  readonly metricId: string | null;
  /** Columns of `facts` that the other fills; what it leaves out is taken from the report's head. */
  readonly columns: Readonly<Partial<Record<string, string>>>;
}

/** The form of a figure that another proposes: number and clause are those of the text. */
export function claimedEntry(
  text: string,
  { start, end, metricId, columns }: Claim,
  head: Head,
): Entry {
  const clause = clauseAround(text, start, end);
  const entry = blankEntry(text.slice(clause.start, clause.end), text.slice(start, end), head);
  const known = Object.entries(columns).filter(([name]) => name in entry);
  const isDated = "period_start" in columns || "period_end" in columns;
  // Days that the other gives are of the kind that it says, not of the head's.
  const basis = isDated ? { period_basis: basisOf(columns) } : {};
  return { ...entry, ...basis, ...Object.fromEntries(known), metric_id: metricId ?? "" };
}

function basisOf({
  period_start: start,
  period_end: end,
}: Claim["columns"]): Entry["period_basis"] {
  const year = end?.slice(0, 4) ?? "";
  if (start !== `${year}-01-01`) return "unspecified";
  return end === `${year}-12-31` ? "full_year" : "ytd";
}

/** The figure of the review that says what the other says; null where there is none. */
export function figureOfClaim(
  { start, metricId }: Pick<Claim, "start" | "metricId">,
  figures: readonly Figure[],
): Figure | null {
  return (
    figures.find(
      ({ origin, fact }) =>
        origin !== null &&
        fact.value_start === start &&
        (metricId === null || fact.metric_id === metricId),
    ) ?? null
  );
}
