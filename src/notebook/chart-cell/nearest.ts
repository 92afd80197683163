/**
 * The known name that differs least from `name`, ignoring case; null where none is within a third
 * of its length (two edits for short names).
 */
export function nearest(name: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let limit = Math.max(2, Math.floor(name.length / 3));
  for (const candidate of known) {
    const d = distance(name.toLowerCase(), candidate.toLowerCase());
    // Half of a short name changed is another name, not a slip.
    if (d <= limit && d * 2 <= Math.max(name.length, candidate.length)) {
      best = candidate;
      limit = d - 1;
    }
  }
  return best;
}

/** Levenshtein's edit distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const substituted = at(row, j) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(substituted, at(row, j + 1) + 1, at(next, j) + 1));
    }
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
