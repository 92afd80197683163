export { escapeAttribute, escapeText } from "./escape.ts";
export { invisible, nameOf, visible, visibleText } from "./visible.ts";
