/** What of a cell's drawing is built: a list of what may be, never of what may not. */
export { allowedAttribute } from "./attributes.ts";
export { elementKind, repeated, type ElementKind } from "./elements.ts";
export { allowedSheet, copyStyle } from "./style.ts";
