/**
 * How values cross between the page, the frame and the worker of a cell: as bytes of a known
 * length, so that a limit is held before anything is read, and what is long is read in slices. The
 * clone that a browser makes by itself has neither.
 */
export const tags = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  /** UTF-8; where a surrogate stands alone, the next one. */
  text: 5,
  units: 6,
  /** A text, an object or a list of names that came before, by its number. */
  textAgain: 7,
  again: 8,
  bigint: 9,
  date: 10,
  expression: 11,
  error: 12,
  list: 13,
  /** The number of its names, the names, the values. */
  names: 14,
  /** Values for names that came before. */
  namesAgain: 15,
  map: 16,
  set: 17,
  buffer: 18,
  view: 19,
} as const;

/** Kinds of views on bytes, by their number; a browser may not know the last one. */
export const viewNames = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
  "DataView",
] as const;

/** Values of all kinds, nested ones too, above which a result stays in its cell. */
export const mostValues = 2_000_000;
/** Bytes of one value. */
export const mostBytes = 32_000_000;
/** Names of one object: they are read without a pause. */
export const mostNames = 100_000;
/** Objects in objects in objects; what is deeper is not copied. */
export const deepest = 1000;

/** What cannot be copied: too large, or of a kind that has no copy. */
export class CopyError extends Error {
  override readonly name = "CopyError";
  readonly what: "large" | "other";
  constructor(what: "large" | "other") {
    super(`invalid value: ${what}`);
    this.what = what;
  }
}
