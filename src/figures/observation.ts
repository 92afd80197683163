import type {
  Accident,
  Authority,
  Baseline,
  Channel,
  Confiscations,
  CountBasis,
  CountedAs,
  FigureRange,
  LineageOperation,
  MissingKind,
  PeriodBasis,
  Qualifier,
  Scope,
  Source,
  SourceKind,
  Status,
} from "../domain/index.ts";
import {
  accidents,
  authorities,
  channels,
  completed,
  confiscations,
  countedAs,
  sourceKinds,
  missingKinds,
  rangeOf,
  sourceOf,
  scopes,
  qualifiers,
  countBases,
  baselines,
  periodBases,
  statuses,
} from "../domain/index.ts";

import { absenceKind } from "./absence-kind.ts";
import type { Catalogue } from "../domain/index.ts";

export type Missing = MissingKind;

/** What is known of a row of a chart, whether or not it has a value. */
interface Described {
  /** Where the value comes from: the only way to a clause, judged for this very value. */
  readonly source: Source;
  readonly region_id: string;
  readonly report_id: string | null;
  readonly metric_id: string | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly period_basis: PeriodBasis | null;
  readonly scope: Scope | null;
  readonly subset: string | null;
  readonly count_basis: CountBasis | null;
  readonly baseline: Baseline | null;
  readonly status: Status;
  readonly authority: Authority | null;
  readonly channel: Channel | null;
  readonly accident: Accident | null;
  readonly confiscations: Confiscations | null;
  readonly counted_as: CountedAs | null;
  readonly source_kind: SourceKind | null;
  /** Where a derived value lies if the report leaves open what is inside; null for any other. */
  readonly range: FigureRange | null;
  /** The row, with what it left out and its figures say; for columns that only a spec names. */
  readonly row: Row;
}

/** A row with a number, which alone can be placed on an axis; its `source` says whose it is. */
export interface Present extends Described {
  readonly value: number;
  readonly missing: null;
}

/** A row without one: there is no number to take in its stead, only the reason. */
export interface Absent extends Described {
  readonly value: null;
  readonly missing: Missing;
}

/** One row of a chart in its strict form. */
export type Observation = Present | Absent;

export function isPresent(observation: Observation): observation is Present {
  return observation.value !== null;
}

export function isAbsent(observation: Observation): observation is Absent {
  return observation.value === null;
}

/** The least and the greatest that it may be: its value, or the ends of its range. */
export function ends({ value, range }: Present): readonly [low: number, high: number] {
  return range ? [range.low.value, range.high.value] : [value, value];
}

/** A row of a query's result. */
export type Row = Readonly<Record<string, unknown>>;

function text(row: Row, name: string): string | null {
  const value = row[name];
  return typeof value === "string" && value !== "" ? value : null;
}

function oneOf<T extends string>(row: Row, name: string, words: readonly T[]): T | null {
  const value = text(row, name);
  return words.find((word) => word === value) ?? null;
}

/** An empty string or NaN is missing, not a number: `Number("")` would say 0. */
function finite(row: Row, name: string): number | null {
  const value = row[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The figures that a row names, whether or not its number is theirs. */
export function namedIn(row: Row): string[] {
  const list = row["fact_ids"];
  if (Array.isArray(list)) return list.filter((id): id is string => typeof id === "string");
  const id = text(row, "fact_id");
  return id ? [id] : [];
}

/** A value without a figure behind it: a row of the reader's own, a constant, another number. */
export function isUnsourced({ source, value }: Observation): boolean {
  return value !== null && source.kind === "none";
}

export function isDerived({ source }: Pick<Observation, "source">): boolean {
  return source.kind === "derived";
}

/** What an observation needs of the catalogue. */
type Known = Pick<Catalogue, "facts" | "regions" | "reports">;

/**
 * What a row says in the columns of a figure, completed from the catalogue: leaving a column out
 * does not turn off the rules that read it.
 */
function completeRow(row: Row, named: readonly string[], { facts }: Known): Row {
  const known = named.flatMap((id) => facts.get(id) ?? []);
  return known.length > 0 && known.length === named.length ? completed(row, known) : row;
}

/** As the catalogue gives it, whatever columns the row has. */
function rangeOfSource(source: Source, { facts }: Known): FigureRange | null {
  if (source.kind !== "derived") return null;
  const operands = source.facts.flatMap((id) => facts.get(id) ?? []);
  return rangeOf(source.operation, operands, facts, { unit: source.unit });
}

const seen = new WeakMap<Known["facts"], WeakMap<Row, Observation>>();

/**
 * Loose row in, strict observation out. A value that is not a finite number is missing; one that
 * is not that of the figures which its row names has no source. A row is judged once.
 */
export function observe(row: Row, known: Known): Observation {
  const before = seen.get(known.facts) ?? new WeakMap<Row, Observation>();
  seen.set(known.facts, before);
  const observation = before.get(row) ?? judge(row, known);
  before.set(row, observation);
  return observation;
}

function judge(given: Row, known: Known): Observation {
  const named = completeRow(given, namedIn(given), known);
  const value = finite(given, "value");
  const missing = oneOf(given, "missing", missingKinds);
  const isMissing = missing !== null || value === null;
  const source = sourceOf(
    {
      value: isMissing ? NaN : value,
      unit: text(named, "unit"),
      facts: isMissing ? [] : namedIn(given),
      operation: text(given, "operation"),
      columns: given,
    },
    known,
  );
  // Of several that it names, the one whose number it is says the rest.
  const row = source.kind === "stated" ? completeRow(given, source.facts, known) : named;
  const described = {
    source,
    region_id: text(row, "region_id") ?? "",
    report_id: text(row, "report_id"),
    metric_id: text(row, "metric_id"),
    unit: source.unit,
    qualifier: oneOf(row, "qualifier", qualifiers) ?? "exact",
    period_start: text(row, "period_start"),
    period_end: text(row, "period_end"),
    period_basis: oneOf(row, "period_basis", periodBases),
    scope: oneOf(row, "scope", scopes),
    subset: text(row, "subset"),
    count_basis: oneOf(row, "count_basis", countBases),
    baseline: oneOf(row, "baseline", baselines),
    status: oneOf(row, "status", statuses) ?? "actual",
    authority: oneOf(row, "authority", authorities),
    channel: oneOf(row, "channel", channels),
    accident: oneOf(row, "accident", accidents),
    confiscations: oneOf(row, "confiscations", confiscations),
    counted_as: oneOf(row, "counted_as", countedAs),
    source_kind: oneOf(row, "source_kind", sourceKinds),
    range: rangeOfSource(source, known),
    row,
  };
  if (!isMissing) return { ...described, value, missing: null };
  return { ...described, value: null, missing: absenceKind(row, missing ?? "not_reported", known) };
}

/** A place of a chart of which no row has a value, as if a row said why. */
export function absent(row: Row, missing: Missing, known: Known): Absent {
  const observation = judge({ ...row, value: null, missing }, known);
  return { ...observation, value: null, missing: observation.missing ?? missing };
}

/** All rows of a chart. */
export function observeAll(rows: readonly Row[], known: Known): Observation[] {
  return rows.map((row) => observe(row, known));
}

/**
 * A number that an operation makes of two observations, such as a change: a derived number with
 * the parents of both, or one without a source where either has none.
 */
export function operated(
  operation: LineageOperation,
  parents: readonly [Present, Present],
  { value, unit }: { readonly value: number; readonly unit: string },
  known: Known,
): Present {
  const isStated = parents.every(({ source }) => source.kind === "stated");
  const facts = isStated ? parents.flatMap(({ source }) => source.facts) : [];
  const source = sourceOf({ value, unit, facts, operation, columns: {} }, known);
  return { ...parents[0], value, unit, source, range: null };
}
