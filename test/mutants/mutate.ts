/** A small generator of numbers below 1 that can be repeated. */
export function random(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const kinds = ["zero", "flip", "cut", "byte", "swap", "ones"] as const;
export type Kind = (typeof kinds)[number];

/** The file with one piece of damage of a kind. */
export function mutate(bytes: Uint8Array, kind: Kind, next: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(next() * copy.length);
  const run = 1 + Math.floor(next() * 16);
  if (kind === "cut") return copy.subarray(0, at);
  if (kind === "zero") copy.fill(0, at, at + run);
  if (kind === "ones") copy.fill(0xff, at, at + run);
  if (kind === "flip") copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8));
  if (kind === "byte") copy[at] = Math.floor(next() * 256);
  if (kind === "swap") copy.copyWithin(at, Math.floor(next() * copy.length), at + run);
  return copy;
}
