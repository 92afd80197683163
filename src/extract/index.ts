/** Report text → figures with clause and offsets, by rules that explain themselves. */
export { extract } from "./extract.ts";
export { fold } from "./fold.ts";
export { lexicon, lexiconExamples } from "./lexicon.ts";
export { nonMetricRules } from "./non-metrics.ts";
export { numbersIn } from "./numbers.ts";
export type { NumberToken } from "./numbers.ts";
export { readValue, valueEnd } from "./quantities.ts";
export { registryOf, shortOf } from "./registry.ts";
export type { Division, DivisionRegistry } from "./registry.ts";
export type { Span } from "./spans.ts";
export type { FoundRegion } from "./places.ts";
export * from "./types.ts";
