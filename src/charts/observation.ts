import type {
  Baseline,
  CountBasis,
  PeriodBasis,
  Qualifier,
  Scope,
  Status,
} from "../facts/index.ts";
import {
  scopes,
  qualifiers,
  countBases,
  baselines,
  periodBases,
  statuses,
} from "../facts/index.ts";

/** Why a place in a chart has no value. */
export const missingKinds = ["not_reported", "not_comparable", "not_read", "planned"] as const;
export type Missing = (typeof missingKinds)[number];

/** One row of a chart in its strict form. `facts` are the figures it was computed from. */
export interface Observation {
  readonly facts: readonly string[];
  /** How a derived value follows from `facts`; null where the value is stated. */
  readonly operation: string | null;
  readonly region_id: string;
  readonly report_id: string | null;
  readonly metric_id: string | null;
  /** Null where something is missing; never 0 in its stead. */
  readonly value: number | null;
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
  readonly missing: Missing | null;
  /** The row as it came, for columns that only a spec names. */
  readonly row: Row;
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

function factsOf(row: Row): string[] {
  const list = row["fact_ids"];
  if (Array.isArray(list)) return list.filter((id): id is string => typeof id === "string");
  const id = text(row, "fact_id");
  return id ? [id] : [];
}

/** A value without a figure behind it: a row of the reader's own, a constant. */
export function isUnsourced({ facts, value }: Observation): boolean {
  return value !== null && facts.length === 0;
}

/** Loose row in, strict observation out. A value that is not a finite number is missing. */
export function observe(row: Row): Observation {
  const value = finite(row, "value");
  const missing = oneOf(row, "missing", missingKinds);
  return {
    facts: factsOf(row),
    operation: text(row, "operation"),
    region_id: text(row, "region_id") ?? "",
    report_id: text(row, "report_id"),
    metric_id: text(row, "metric_id"),
    value: missing ? null : value,
    unit: text(row, "unit") ?? "",
    qualifier: oneOf(row, "qualifier", qualifiers) ?? "exact",
    period_start: text(row, "period_start"),
    period_end: text(row, "period_end"),
    period_basis: oneOf(row, "period_basis", periodBases),
    scope: oneOf(row, "scope", scopes),
    subset: text(row, "subset"),
    count_basis: oneOf(row, "count_basis", countBases),
    baseline: oneOf(row, "baseline", baselines),
    status: oneOf(row, "status", statuses) ?? "actual",
    missing: missing ?? (value === null ? "not_reported" : null),
    row,
  };
}
