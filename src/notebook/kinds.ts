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
