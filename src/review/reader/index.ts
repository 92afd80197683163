/** Reads reports and finds their figures, off the page's thread. */
export { placeLimit } from "./limit.ts";
export type { ComparedFile, ComparedRow } from "./compare.ts";
export type { Known } from "./protocol.ts";
export { createReader, type Reader } from "./reader.ts";
