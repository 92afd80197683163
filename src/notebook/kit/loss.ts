export const kitLosses = [
  "theme",
  "readonly",
  "pinned",
  "hidden",
  "database",
  "format",
  "since",
  "name",
  "language",
  "fence",
  "div",
  "number",
  "spec",
  "data",
  "attribute",
] as const;

/** What does not come along; the words are `kit.<what>`, filled with `detail`. */
export interface KitLoss {
  readonly what: (typeof kitLosses)[number];
  readonly detail: string;
  /** 1-based, in the file that was read. */
  readonly line: number;
  readonly column: number;
}
