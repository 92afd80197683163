import type { LineageOperation } from "../../lineage.ts";
import type { Metric, Scope } from "../../types.ts";

/**
 * How the operands of a derived metric belong together, beyond one report, region, part and kind
 * of period: `same` scope and period; `parts`, whole jurisdiction and bureau alternately, of one
 * period; `years`, of one scope, this year and the year before; `accidents`, all penalties and those
 * before accidents alternately; `limits`, the time limit for some items as it is and the one that it
 * is measured against.
 */
export type Join = "same" | "parts" | "years" | "accidents" | "limits";

/** A metric that no report need state, with the way to compute it. */
export interface DerivedDefinition {
  /** Also the `metric_id` of the result, unless `metric_id` names the stated metric it recomputes. */
  readonly id: string;
  readonly metric_id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly theme: string;
  readonly counting_object: string;
  readonly family: Metric["family"];
  readonly better_when: Metric["better_when"];
  /** Belongs to one of the three headline comparisons. */
  readonly headline: boolean;
  readonly operation: LineageOperation;
  /** `metric_id`s in the order of the operation. */
  readonly operands: readonly string[];
  readonly join: Join;
  /** Scope of the result; null for that of the operands. */
  readonly scope: Scope | null;
  /** Which operand's count basis the result has. */
  readonly basis: number;
}

/** What most derived metrics share. */
export const plain = {
  family: null,
  better_when: null,
  headline: false,
  join: "same",
  scope: null,
  basis: 0,
  counting_object: "mean",
} as const;
