import type { ColumnType } from "../../engine/index.ts";
import type { ColumnChoice, FileProblem, InspectedColumn, Rule } from "../index.ts";

/** What the reader decided of a column, by its place in the file. */
export interface Decision {
  readonly type?: ColumnType;
  /** The offer that was accepted, by its rule. */
  readonly rule?: Rule;
}

/** How the columns are taken in: as found, save where the reader decided otherwise. */
export function choicesOf(
  columns: readonly InspectedColumn[],
  decisions: ReadonlyMap<number, Decision>,
): ColumnChoice[] {
  return columns.map((column) => choiceOf(column, decisions.get(column.index)));
}

export function choiceOf(
  { name, index, type, offers }: InspectedColumn,
  { type: chosen, rule }: Decision = {},
): ColumnChoice {
  const offer = offers.find((one) => one.rule === rule);
  return offer ? { name, index, type: offer.type, rule } : { name, index, type: chosen ?? type };
}

/** The types to choose from; of whole numbers the width that was found. */
export function typesFor(column: InspectedColumn): ColumnType[] {
  const whole: ColumnType = column.type === "INTEGER" ? "INTEGER" : "BIGINT";
  const usual: ColumnType[] = ["VARCHAR", whole, "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"];
  return usual.includes(column.type) ? usual : [column.type, "VARCHAR"];
}

/** The columns of which a reader decided otherwise than the file says. */
export function decidedOf(
  columns: readonly InspectedColumn[],
  decisions: ReadonlyMap<number, Decision>,
): ColumnChoice[] {
  return columns
    .map((column) => ({ column, choice: choiceOf(column, decisions.get(column.index)) }))
    .filter(({ column, choice }) => choice.rule !== undefined || choice.type !== column.type)
    .map(({ choice }) => choice);
}

/** What is told of a column because of its type. */
const byType: readonly string[] = ["respelled", "rounded", "unreadable", "months", "mixed"];

/** What is told of a file: of a column that was decided, what the chosen type does to it. */
export function problemsNow(
  found: readonly FileProblem[],
  decided: readonly ColumnChoice[],
  checked: readonly FileProblem[],
): FileProblem[] {
  const names = decided.map(({ name }) => name);
  const isOld = ({ code, column }: FileProblem): boolean =>
    byType.includes(code) && names.some((name) => name === column);
  return [...found.filter((one) => !isOld(one)), ...checked];
}
