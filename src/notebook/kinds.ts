/** What `type:` of a chart may be; a test holds it against what `src/charts` draws. */
export const chartKinds = [
  "dots",
  "dumbbell",
  "bars",
  "slope",
  "ranking",
  "legend",
  "matrix",
  "table",
  "tiles",
  "trend",
  "audit",
] as const;

/** What `type:` of an input may be. */
export const inputTypes = ["select", "checkbox", "tiles"] as const;
export type InputType = (typeof inputTypes)[number];
