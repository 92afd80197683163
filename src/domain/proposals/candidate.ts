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

const known = new Map<string, ReadonlySet<string>>();

/** What a figure is about: `major_hazards_found` → major, hazard, found. */
export function tokens({ metric_id, accident }: Fact): ReadonlySet<string> {
  const key = accident === "before" ? `pre_accident_${metric_id}` : metric_id;
  const found = known.get(key) ?? tokensOf(key);
  known.set(key, found);
  return found;
}

function tokensOf(key: string): ReadonlySet<string> {
  const words = key.split("_").filter((word) => !empty.has(word));
  return new Set(words.map((word) => word.replace(/s$/, "")));
}

/** How many words two metrics have in common. */
export function overlap(a: Fact, b: Fact): number {
  const words = tokens(b);
  let count = 0;
  for (const word of tokens(a)) count += Number(words.has(word));
  return count;
}

/** Figures of one report, scope, part and window can enter one identity. */
export function placeOf(fact: Fact): string {
  const { report_id, region_id, scope, subset, period_start, period_end, period_basis } = fact;
  return [report_id, region_id, scope, subset, period_start, period_end, period_basis].join("\t");
}

/** Rows under a key, in their order. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
