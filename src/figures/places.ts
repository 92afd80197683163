/** A place in an order; null where something has none. */
export interface Place {
  readonly place: number;
  /** Shares its place with another. */
  readonly isTied: boolean;
}

/** Equal values share a place, and the next one counts them: 1, 2, 2, 4. */
export function placesOf(values: readonly number[]): Place[] {
  return values.map((value) => ({
    place: values.indexOf(value) + 1,
    isTied: values.filter((other) => other === value).length > 1,
  }));
}
