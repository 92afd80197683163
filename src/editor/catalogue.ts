import type { CellKind } from "../notebook/index.ts";

/** A text in both languages. */
export type Label = Readonly<Record<"zh" | "en", string>>;

export interface ColumnEntry {
  readonly name: string;
  readonly type: string;
  readonly description?: Label;
}

export interface TableEntry {
  readonly name: string;
  readonly description?: Label;
  readonly columns: readonly ColumnEntry[];
}

/** What may stand in a column: `penalty_amount`, in words 罚没金额 / penalty amount. */
export interface ValueEntry {
  readonly value: string;
  readonly label: Label;
}

/** What completion knows of the engine, as it is now. */
export interface Catalogue {
  readonly tables: readonly TableEntry[];
  /** Names of functions and macros. */
  readonly functions: readonly string[];
  /** Column name → its values. */
  readonly values: Readonly<Record<string, readonly ValueEntry[]>>;
}

/** Another cell, as a name to read. */
export interface CellName {
  readonly id: string;
  readonly kind: CellKind;
}

/** What a source's completion asks for each time anew. */
export interface Surroundings {
  readonly language: "zh" | "en";
  readonly catalogue: Catalogue;
  /** All cells but the one that is edited. */
  readonly cells: readonly CellName[];
  /** Columns of a cell's last result; none where it has not run. */
  readonly columnsOf: (id: string) => readonly string[];
}

export const emptyCatalogue: Catalogue = { tables: [], functions: [], values: {} };
