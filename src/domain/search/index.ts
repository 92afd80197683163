/** Search over regions, metrics, agencies and clauses: Chinese, pinyin and English, no library. */
export { createIndex, search } from "./search.ts";
export type { Hit, SearchIndex, SearchOptions } from "./search.ts";
export { hitKinds } from "./entry.ts";
export type { HitKind } from "./entry.ts";
export { joined } from "./fold.ts";
