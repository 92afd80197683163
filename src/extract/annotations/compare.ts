import type { Extraction, ProposedFact, ReadNumber } from "../index.ts";
import type { CheckedAnnotation } from "./check.ts";
import { statedColumns } from "./stated.ts";
import type { PlaceColumn } from "./stated.ts";
import { judgeValue } from "./value.ts";
import type { JudgedValue } from "./value.ts";

/** How two readings of one number stand to each other; the first that holds. */
export const comparisonKinds = [
  /** The other's quote has no place in the text. */
  "unaligned",
  "metric_differs",
  "value_differs",
  /** The other's name of the metric is not known, and the values do not differ. */
  "metric_asked",
  /** Period, scope or another column differs. */
  "place_differs",
  "agree",
  /** Our reading has no figure there; `number` says what it takes the number for. */
  "only_theirs",
  "only_ours",
] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

/** One number, as both read it. */
export interface Comparison {
  readonly kind: ComparisonKind;
  /** Null where only we found it. */
  readonly theirs: CheckedAnnotation | null;
  /** Null where only the other found it. */
  readonly ours: ProposedFact | null;
  /** Their value held against ours; null where one of the two is missing. */
  readonly judged: JudgedValue | null;
  /** Columns in which they differ. */
  readonly columns: readonly PlaceColumn[];
  /** Columns of which the other says something that is not understood. */
  readonly unread: readonly PlaceColumn[];
  /** What our reading takes the number for: another figure, no metric by which rule, or open. */
  readonly number: ReadNumber | null;
}

export interface ComparedAnnotations {
  /** In the order of the annotations, then what only we found, in the order of the text. */
  readonly rows: readonly Comparison[];
  readonly counts: Readonly<Record<ComparisonKind, number>>;
}

/** Sets what another found beside our own reading of the same text. */
export function compareAnnotations(
  checked: readonly CheckedAnnotation[],
  extraction: Pick<Extraction, "facts" | "numbers">,
): ComparedAnnotations {
  const facts = byPlace(extraction.facts, ({ fact }) => fact.value_start);
  const numbers = byPlace(extraction.numbers, ({ start }) => start);
  const theirs = checked.map((one) => compareOne(one, facts, numbers));
  const matched = new Set(theirs.map(({ ours }) => ours));
  const ours = extraction.facts
    .filter((fact) => !matched.has(fact))
    .map((fact) => ({
      ...alone,
      kind: "only_ours" as const,
      ours: fact,
      number: numberOf(fact, numbers),
    }));
  const rows: Comparison[] = [...theirs, ...ours];
  return { rows, counts: countsOf(rows) };
}

type ByPlace<T> = ReadonlyMap<number, readonly T[]>;

function byPlace<T>(things: readonly T[], placeOf: (thing: T) => number | null): ByPlace<T> {
  const found = new Map<number, T[]>();
  for (const thing of things) {
    const place = placeOf(thing);
    if (place === null) continue;
    const there = found.get(place);
    if (there) there.push(thing);
    else found.set(place, [thing]);
  }
  return found;
}

const alone = {
  theirs: null,
  ours: null,
  judged: null,
  columns: [],
  unread: [],
  number: null,
} as const;

function numberOf({ fact }: ProposedFact, numbers: ByPlace<ReadNumber>): ReadNumber | null {
  return numbers.get(fact.value_start ?? -1)?.[0] ?? null;
}

function compareOne(
  theirs: CheckedAnnotation,
  facts: ByPlace<ProposedFact>,
  numbers: ByPlace<ReadNumber>,
): Comparison {
  const { reread } = theirs;
  if (reread === null) return { ...alone, kind: "unaligned", theirs };
  const starts = reread.number ? [reread.number.start] : reread.starts;
  const ours = nearestFact(
    theirs,
    starts.flatMap((start) => facts.get(start) ?? []),
  );
  if (ours) return compareBoth(theirs, ours, numbers);
  const number = starts.flatMap((start) => numbers.get(start) ?? [])[0] ?? null;
  return { ...alone, kind: "only_theirs", theirs, number };
}

/** Of our figures in the quote the one of the same metric, else of the same value, else the first. */
function nearestFact(
  theirs: CheckedAnnotation,
  facts: readonly ProposedFact[],
): ProposedFact | null {
  const { metric } = theirs;
  const isSameMetric = ({ fact }: ProposedFact): boolean => fact.metric_id === metric.metricId;
  const isSameValue = (one: ProposedFact): boolean => judged(theirs, one).verdict === "agrees";
  return (
    facts.find((one) => isSameMetric(one) && isSameValue(one)) ??
    facts.find(isSameMetric) ??
    facts.find(isSameValue) ??
    facts[0] ??
    null
  );
}

/** The counter as written is another name for our unit. */
function judged({ annotation, reread }: CheckedAnnotation, { fact }: ProposedFact): JudgedValue {
  const counter = reread?.number?.counter ?? "";
  return judgeValue(annotation, { value: fact.value, unit: fact.unit, counter });
}

function compareBoth(
  theirs: CheckedAnnotation,
  ours: ProposedFact,
  numbers: ByPlace<ReadNumber>,
): Comparison {
  const stated = statedColumns(theirs.annotation.attributes);
  const columns = Object.entries(stated.columns).flatMap(([name, value]) => {
    const column = name as PlaceColumn;
    return ours.fact[column] === value ? [] : [column];
  });
  const value = judged(theirs, ours);
  const kind = kindOf(theirs, ours, value, columns);
  const { unread } = stated;
  return { kind, theirs, ours, judged: value, columns, unread, number: numberOf(ours, numbers) };
}

function kindOf(
  { metric }: CheckedAnnotation,
  { fact }: ProposedFact,
  { verdict }: JudgedValue,
  columns: readonly PlaceColumn[],
): ComparisonKind {
  if (metric.metricId !== null && metric.metricId !== fact.metric_id) return "metric_differs";
  if (verdict !== "agrees" && verdict !== "no_value") return "value_differs";
  if (metric.metricId === null) return "metric_asked";
  return columns.length > 0 ? "place_differs" : "agree";
}

function countsOf(rows: readonly Comparison[]): Record<ComparisonKind, number> {
  const counts = Object.fromEntries(comparisonKinds.map((kind) => [kind, 0])) as Record<
    ComparisonKind,
    number
  >;
  for (const { kind } of rows) counts[kind]++;
  return counts;
}
