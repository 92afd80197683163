/** A place in an order; null where something has none. */
export interface Rank {
  readonly place: number;
  /** Shares its place with another. */
  readonly isTied: boolean;
}

/** Equal values share a place, and the next one counts them: 1, 2, 2, 4. */
export function ranksOf(values: readonly number[]): Rank[] {
  return values.map((value) => ({
    place: values.indexOf(value) + 1,
    isTied: values.filter((other) => other === value).length > 1,
  }));
}
