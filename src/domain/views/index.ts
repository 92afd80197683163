/**
 * What the domain says of the loaded tables, for readers who query: tables `derived`,
 * `all_metrics`, `figures`, `absences` and `headline`, the view `comparisons` and the table macro
 * `comparability(one, other)`. Each is a statement that the engine runs when a query first reads
 * its name; what is worked out here comes in as rows, and the rules as clauses, so that nothing is
 * said twice.
 */
import type { Catalogue } from "../catalogue.ts";
import { absencesTable } from "./absences.ts";
import type { ViewTable } from "./columns.ts";
import { comparabilityMacro, comparisonsView } from "./comparisons.ts";
import { allMetricsTable, derivedTable, figuresTable, headlineTable } from "./figures.ts";

/** What can be named in a query beside the tables. */
export type ViewName = ViewTable | "comparability";

type ViewKind = "table" | "view" | "macro table";

/** One statement and the name that it creates. */
export interface ViewDefinition {
  readonly name: ViewName;
  readonly kind: ViewKind;
  /** Written when it is first read. */
  readonly sql: string;
}

interface View {
  readonly kind: ViewKind;
  /** What follows `CREATE OR REPLACE … name`. */
  readonly body: (catalogue: Catalogue) => string;
}

/** Each may read those before it. */
const views: Readonly<Record<ViewName, View>> = {
  derived: { kind: "table", body: derivedTable },
  all_metrics: { kind: "table", body: allMetricsTable },
  figures: { kind: "table", body: figuresTable },
  absences: { kind: "table", body: absencesTable },
  headline: { kind: "table", body: headlineTable },
  comparisons: { kind: "view", body: comparisonsView },
  comparability: { kind: "macro table", body: comparabilityMacro },
};

export const viewNames = Object.keys(views) as readonly ViewName[];

/** The statements over the tables that a catalogue was read from. */
export function viewDefinitions(catalogue: Catalogue): ViewDefinition[] {
  return viewNames.map((name) => {
    const { kind, body } = views[name];
    let sql: string | undefined;
    return {
      name,
      kind,
      get sql() {
        const word = kind === "macro table" ? "MACRO" : kind.toUpperCase();
        return (sql ??= `CREATE OR REPLACE ${word} ${name}${body(catalogue)}`);
      },
    };
  });
}
