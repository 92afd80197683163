/** What was to be found, what was, and what was found beside it. */
export interface Tally {
  wanted: number;
  found: number;
  /** Found with its period and scope. */
  whole: number;
  /** Found where nothing is annotated. */
  extra: number;
}

export type Tallies = Map<string, Tally>;

export function tallyOf(tallies: Tallies, key: string): Tally {
  const tally = tallies.get(key) ?? { wanted: 0, found: 0, whole: 0, extra: 0 };
  tallies.set(key, tally);
  return tally;
}

export function percent(share: number): string {
  return Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`;
}

/** One row a group and one for all of them. */
export function rowsOf(tallies: Tallies): Record<string, string>[] {
  const all: Tally = { wanted: 0, found: 0, whole: 0, extra: 0 };
  for (const tally of tallies.values())
    for (const key of ["wanted", "found", "whole", "extra"] as const) all[key] += tally[key];
  return [...tallies, ["all", all] as const].map(([group, tally]) => rowOf(group, tally));
}

function rowOf(group: string, { wanted, found, whole, extra }: Tally): Record<string, string> {
  return {
    group,
    annotated: String(wanted),
    recall: percent(found / wanted),
    precision: percent(found / (found + extra)),
    "recall with period and scope": percent(whole / wanted),
  };
}
