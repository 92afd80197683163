export { escapeAttribute, escapeText } from "./escape.ts";
