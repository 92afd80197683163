/** What `type:` of an input may be. */
export const inputTypes = ["select", "checkbox", "tiles"] as const;
export type InputType = (typeof inputTypes)[number];
