/** A stretch of the text, in UTF-16 characters, the end not in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first of spans in order that ends after `at`; their number where none does. */
export function firstAfter(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span in which a place lies, of spans in order without overlap; null between them. */
export function spanAt<T extends Span>(spans: readonly T[], at: number): T | null {
  const span = spans[firstAfter(spans, at)];
  return span && span.start <= at ? span : null;
}
