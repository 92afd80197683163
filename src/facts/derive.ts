import type { Fact } from "./types.ts";

/** Why a mean fine cannot be had. */
export const refusals = [
  "report",
  "region",
  "metric",
  "scope",
  "subset",
  "period",
  "zero",
] as const;
export type Refusal = (typeof refusals)[number];

/** What must be said beside a mean fine. */
export const caveats = [
  "filed_not_imposed",
  "basis_unstated",
  "basis_differs",
  "bound",
  "open_period",
] as const;
export type Caveat = (typeof caveats)[number];

/** A number that no report states, with the facts and the formula that it comes from. */
export interface Derived {
  readonly value: number;
  readonly unit: string;
  /** `fact_id`s. */
  readonly parents: readonly string[];
  readonly formula: string;
  readonly caveats: readonly Caveat[];
}

export type Derivation =
  | { readonly ok: true; readonly derived: Derived }
  | { readonly ok: false; readonly refusal: Refusal };

/** Which counts a sum of fines may be divided by. */
const divisors: Readonly<Record<string, readonly string[]>> = {
  penalty_amount: ["penalty_cases", "cases_filed"],
  penalty_amount_pre_accident: ["cases_filed_pre_accident"],
};

/**
 * Mean fine of a case, in 万元/件: fines ÷ cases of the same report, scope, subset and period.
 * Refuses, with the reason, where these differ or there are no cases; says with the result where
 * the cases are filed rather than punished, or a figure is a bound.
 */
export function meanFine(amount: Fact, cases: Fact): Derivation {
  const refusal = refusalOf(amount, cases);
  if (refusal) return { ok: false, refusal };
  const derived = {
    value: Number((amount.value / cases.value).toPrecision(12)),
    unit: "万元/件",
    parents: [amount.fact_id, cases.fact_id],
    formula: `${amount.value} ÷ ${cases.value}`,
    caveats: caveatsOf(amount, cases),
  };
  return { ok: true, derived };
}

function refusalOf(amount: Fact, cases: Fact): Refusal | null {
  if (amount.report_id !== cases.report_id) return "report";
  if (amount.region_id !== cases.region_id) return "region";
  if (!divisors[amount.metric_id]?.includes(cases.metric_id)) return "metric";
  if (amount.scope !== cases.scope) return "scope";
  if (amount.subset !== cases.subset) return "subset";
  if (!samePeriod(amount, cases)) return "period";
  return cases.value === 0 ? "zero" : null;
}

function samePeriod(a: Fact, b: Fact): boolean {
  return (
    a.period_start === b.period_start &&
    a.period_end === b.period_end &&
    a.period_basis === b.period_basis
  );
}

function caveatsOf(amount: Fact, cases: Fact): Caveat[] {
  const found: Caveat[] = [];
  if (cases.count_basis === "filed") found.push("filed_not_imposed");
  else if (cases.count_basis === null || amount.count_basis === null) found.push("basis_unstated");
  else if (cases.count_basis !== amount.count_basis) found.push("basis_differs");
  if (amount.qualifier !== "exact" || cases.qualifier !== "exact") found.push("bound");
  if (amount.period_basis === "unspecified") found.push("open_period");
  return found;
}
