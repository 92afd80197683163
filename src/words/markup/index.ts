export { csvField, type CsvCell } from "./csv.ts";
export { escapeAttribute, escapeText } from "./escape.ts";
export { guard, unguard } from "./guard.ts";
export { invisible, nameOf, visible, visibleText } from "./visible.ts";
