import type { ColumnType } from "../engine/index.ts";
import type { ColumnChoice, InspectedColumn, Rule } from "../files/index.ts";

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
