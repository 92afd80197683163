/** What `type:` of a chart may be; a test holds it against what `src/charts` draws. */
export const chartKinds = [
  "dots",
  "dumbbell",
  "legend",
  "matrix",
  "table",
  "tiles",
  "trend",
  "audit",
] as const;

/** What `type:` of an input may be. */
export const inputTypes = [
  "select",
  "checkbox",
  "tiles",
  "multiselect",
  "range",
  "search",
  "toggle",
  "date",
  "table",
] as const;
export type InputType = (typeof inputTypes)[number];
