/**
 * The rules as SQL, for readers who query: views `derived`, `figures`, `headline`, `all_metrics` and
 * `comparisons`, and the table macro `comparability(one, other)`. Text only; the engine's loader
 * runs it, in this order, once the five tables are there.
 */
import { comparabilityMacro, comparisonsView } from "./comparisons.ts";
import { derivedView } from "./derived.ts";
import { allMetricsView, figuresView, headlineView } from "./figures.ts";
import { macros } from "./macros.ts";

export const viewStatements: readonly string[] = [
  ...macros,
  derivedView,
  allMetricsView,
  figuresView,
  headlineView,
  comparisonsView,
  comparabilityMacro,
];
