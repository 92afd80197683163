import { parseQuantity, qualifierBefore, subsetPattern } from "../domain/index.ts";
import type { Fact, Metric, Qualifier } from "../domain/index.ts";
import type { Changes, Correctable, Head } from "./types.ts";

/** What stands in the form of a figure. */
export type Entry = Pick<
  Correctable,
  | "metric_id"
  | "value_text"
  | "qualifier"
  | "period_start"
  | "period_end"
  | "period_basis"
  | "scope"
  | "subset"
  | "count_basis"
  | "baseline"
  | "status"
  | "authority"
  | "channel"
  | "accident"
  | "confiscations"
  | "counted_as"
> & {
  /** The clause, to the letter. */
  readonly evidence: string;
};

/** Where a clause and its number stand in the text. */
export interface Alignment {
  readonly evidence_start: number;
  readonly evidence_end: number;
  readonly value_start: number;
  readonly value_end: number;
}

/** What is wrong with an entry. */
export const entryFaults = [
  "metric",
  "clause",
  "number_in_clause",
  "number",
  "unit",
  "period",
  "subset",
] as const;
export type EntryFault = (typeof entryFaults)[number];

/** Where a clause stands with its number in it: of several places the one nearest to `near`. */
export function align(
  text: string,
  { evidence, value_text }: Pick<Entry, "evidence" | "value_text">,
  near: { readonly clause: number; readonly value: number },
): Alignment | "clause" | "number_in_clause" {
  const evidence_start = nearest(text, evidence, near.clause);
  if (evidence_start === null) return "clause";
  const within = nearest(evidence, value_text, near.value - evidence_start);
  if (within === null) return "number_in_clause";
  const value_start = evidence_start + within;
  return {
    evidence_start,
    evidence_end: evidence_start + evidence.length,
    value_start,
    value_end: value_start + value_text.length,
  };
}

function nearest(text: string, part: string, near: number): number | null {
  if (part === "") return null;
  const before = text.lastIndexOf(part, Math.max(0, near));
  const after = text.indexOf(part, Math.max(0, near));
  if (before < 0 || after < 0) return Math.max(before, after) < 0 ? null : Math.max(before, after);
  return near - before <= after - near ? before : after;
}

export interface EntryContext {
  readonly text: string;
  readonly metrics: ReadonlyMap<string, Metric>;
  /** The figure as it was; what was typed is near to it. Null for a new one. */
  readonly before: Pick<Fact, keyof Correctable> | null;
  readonly near: { readonly clause: number; readonly value: number };
}

/**
 * Columns of a figure from what was typed: the value is read from the words of the text, in the unit
 * of the metric. Lists every fault.
 */
export function readEntry(
  entry: Entry,
  { text, metrics, before, near }: EntryContext,
): { readonly columns: Correctable } | { readonly faults: readonly EntryFault[] } {
  const metric = metrics.get(entry.metric_id);
  const place = align(text, entry, near);
  const isPart = entry.subset === null || subsetPattern.test(entry.subset);
  const faults: EntryFault[] = [
    ...(metric ? [] : (["metric"] as const)),
    ...(typeof place === "string" ? [place] : []),
    ...periodFaults(entry),
    ...(isPart ? [] : (["subset"] as const)),
  ];
  if (!metric || typeof place === "string") return { faults };
  const read = readValue(entry, place, metric, before);
  if ("fault" in read) return { faults: [...faults, read.fault] };
  if (faults.length > 0) return { faults };
  return { columns: { ...entry, ...place, ...read, ...dimensionsOf(entry, metric) } };
}

function periodFaults({ period_start, period_end, period_basis }: Entry): EntryFault[] {
  const isOpen = period_end === null && (period_start !== null || period_basis !== "unspecified");
  const isTurned = period_start !== null && period_end !== null && period_start > period_end;
  return isOpen || isTurned ? ["period"] : [];
}

type Value = Pick<
  Correctable,
  "value" | "unit" | "qualifier" | "unit_inferred" | "note" | "note_zh"
>;

function readValue(
  entry: Entry,
  place: Alignment,
  metric: Metric,
  before: EntryContext["before"],
): Value | { readonly fault: EntryFault } {
  const { unit } = metric;
  const { value_text } = entry;
  // A share in words was converted by a rule, with a word of explanation; it is no plain number.
  if (before?.value_text === value_text && before.unit === unit) {
    const { value, unit_inferred, note, note_zh } = before;
    const word = qualifierOf(entry, place, before.qualifier);
    return { value, unit, qualifier: word, unit_inferred, ...noted(word, before, note, note_zh) };
  }
  const quantity = parseQuantity(value_text, { unit });
  if (!quantity) return { fault: "number" };
  if (quantity.unit !== null && quantity.unit !== unit) return { fault: "unit" };
  const said = quantity.qualifier === "exact" ? entry.qualifier : quantity.qualifier;
  const qualifier = qualifierOf(entry, place, said);
  const isSaid = qualifier === quantity.qualifier || qualifier === told(entry, place);
  const notes = isSaid || qualifier === "exact" ? none : asked;
  return {
    value: quantity.value,
    unit,
    qualifier,
    unit_inferred: quantity.unit === null,
    ...notes,
  };
}

const none = { note: null, note_zh: null } as const;
/** No word of the clause says a bound that somebody set by hand. */
const asked = {
  note: "The bound was set in review; no word of the clause says it.",
  note_zh: "限定由核对者给出，原文这句话没有写。",
} as const;

function noted(
  word: Qualifier,
  before: Pick<Fact, "qualifier">,
  note: string | null,
  note_zh: string | null,
): Pick<Fact, "note" | "note_zh"> {
  return word === before.qualifier || note !== null ? { note, note_zh } : asked;
}

/** What the word right before the number says; it is not for whoever reviews to say otherwise. */
function told({ evidence }: Entry, { evidence_start, value_start }: Alignment): Qualifier | null {
  return qualifierBefore(evidence.slice(0, value_start - evidence_start));
}

function qualifierOf(entry: Entry, place: Alignment, own: Qualifier): Qualifier {
  return told(entry, place) ?? (own === "exact" ? entry.qualifier : own);
}

/** A metric says which columns its figures fill. */
function dimensionsOf(
  { accident, confiscations, counted_as, count_basis, baseline }: Entry,
  { dimensions, theme, unit, metric_id }: Metric,
): Pick<Correctable, "accident" | "confiscations" | "counted_as" | "count_basis" | "baseline"> {
  const asks = dimensions?.split(" ") ?? [];
  const isStaged =
    /^(?:penalties|approval_licensing)$/.test(theme) && !metric_id.startsWith("cases_filed");
  return {
    accident: asks.includes("accident") ? (accident ?? "unstated") : null,
    confiscations: asks.includes("confiscations") ? (confiscations ?? "unstated") : null,
    counted_as: asks.includes("counted_as") ? (counted_as ?? "unstated") : null,
    count_basis: isStaged ? count_basis : null,
    baseline: unit === "%" ? baseline : null,
  };
}

/** What of a figure is another now. */
export function changesOf(before: Correctable, now: Correctable): Changes {
  const changed = (Object.keys(now) as (keyof Correctable)[]).filter(
    (name) => now[name] !== before[name],
  );
  return Object.fromEntries(changed.map((name) => [name, now[name]]));
}

/** The form of a figure that somebody adds, before anything is said of it but its place. */
export function blankEntry(evidence: string, value_text: string, { start, end }: Head): Entry {
  const year = end?.slice(0, 4) ?? "";
  const isYear = start === `${year}-01-01` && end === `${year}-12-31`;
  const basis = isYear ? "full_year" : start?.endsWith("-01-01") ? "ytd" : "unspecified";
  return {
    metric_id: "",
    value_text,
    evidence,
    qualifier: "exact",
    period_start: end === null ? null : start,
    period_end: end,
    period_basis: end === null ? "unspecified" : basis,
    scope: "bureau",
    subset: null,
    count_basis: null,
    baseline: null,
    status: "actual",
    authority: null,
    channel: null,
    accident: null,
    confiscations: null,
    counted_as: null,
  };
}

const clauseEnds = /[，。；：、！？\n\t（）(),;]/;
/** A clause is shorter; what has no stop is no sentence. */
const LONGEST_CLAUSE = 120;

/** The stretch between two stops around a number, up to its end. */
export function clauseAround(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let from = start;
  while (from > 0 && start - from < LONGEST_CLAUSE && !isClauseEnd(text, from - 1)) from--;
  return { start: from, end };
}

/** A comma within a number ends nothing. */
function isClauseEnd(text: string, at: number): boolean {
  if (!clauseEnds.test(text[at] ?? "\n")) return false;
  return !(
    /[,，]/.test(text[at] ?? "") &&
    /\d/.test(text[at - 1] ?? "") &&
    /\d/.test(text[at + 1] ?? "")
  );
}
