/**
 * The rules as SQL, for readers who query: tables `absences`, `derived`, `all_metrics`, `figures`
 * and `headline`, the view `comparisons` and the table macro `comparability(one, other)`. Text only; the engine
 * runs a statement when a query first reads its name, after those that it reads itself.
 */
import { absencesTable } from "./absences.ts";
import { comparabilityMacro, comparisonsView } from "./comparisons.ts";
import { derivedTable } from "./derived.ts";
import { allMetricsTable, figuresTable, headlineTable } from "./figures.ts";
import { macros } from "./macros.ts";

/** One statement and the name that it creates. */
export interface ViewDefinition {
  readonly name: string;
  readonly kind: "table" | "view" | "macro" | "macro table";
  readonly sql: string;
}

/** What is read often stands as a table: to plan the joins of `derived` anew costs more than to run them. */
export const viewDefinitions: readonly ViewDefinition[] = [
  ...macros,
  absencesTable,
  derivedTable,
  allMetricsTable,
  figuresTable,
  headlineTable,
  comparisonsView,
  comparabilityMacro,
].map(definitionOf);

function definitionOf(sql: string): ViewDefinition {
  const [, made = "", name = ""] = /^CREATE OR REPLACE (TABLE|VIEW|MACRO) (\w+)/.exec(sql) ?? [];
  const kind = /^CREATE OR REPLACE MACRO [^)]*\) AS TABLE/.test(sql) ? "macro table" : made;
  return { name, kind: kind.toLowerCase() as ViewDefinition["kind"], sql };
}
