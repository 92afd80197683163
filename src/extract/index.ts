/** Report text → figures with clause and offsets, by rules that explain themselves. */
export { extract } from "./extract.ts";
export { fold } from "./fold.ts";
export { lexicon, lexiconExamples } from "./lexicon.ts";
export { nonMetricRules } from "./non-metrics.ts";
export { numbersIn } from "./numbers.ts";
export type { NumberToken } from "./numbers.ts";
export { readValue, valueEnd } from "./quantities.ts";
export { registryOf } from "./registry.ts";
export type { DivisionRegistry } from "./registry.ts";
export type { Span } from "./spans.ts";
export * from "./types.ts";
