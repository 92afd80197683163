import type { CheckOperation, Fact } from "../types.ts";

/** How an identity was come by. */
export const proposalKinds = ["parts", "total", "share", "mean", "growth"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** An identity that may hold, before it is recomputed. */
export interface Candidate {
  readonly kind: ProposalKind;
  readonly operation: CheckOperation;
  readonly operands: readonly Fact[];
  readonly stated: Fact;
  /** How far names and links speak for it, 0 to 1. */
  readonly affinity: number;
  /** Whether it is worth showing where the figures do not agree: only where they must. */
  readonly mustHold: boolean;
}

/** Words of a metric's id that say nothing about what it counts. */
const empty = new Set(["rate", "share", "total", "cases", "items", "of", "per", "over", "yoy"]);

/** What a figure is about: `major_hazards_found` → major, hazard, found. */
export function tokens({ metric_id, accident }: Fact): Set<string> {
  const part = accident === "before" ? ["pre", "accident"] : [];
  const words = [...metric_id.split("_"), ...part].filter((word) => !empty.has(word));
  return new Set(words.map((word) => word.replace(/s$/, "")));
}

/** How many words two metrics have in common. */
export function overlap(a: Fact, b: Fact): number {
  const words = tokens(b);
  return [...tokens(a)].filter((word) => words.has(word)).length;
}

/** Figures of one report, scope, part and window can enter one identity. */
export function placeOf(fact: Fact): string {
  const { report_id, region_id, scope, subset, period_start, period_end, period_basis } = fact;
  return [report_id, region_id, scope, subset, period_start, period_end, period_basis].join("\t");
}

/** Rows under a key, in their order. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
