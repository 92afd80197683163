import type { ColumnType } from "../engine/index.ts";
import type { ColumnChoice, InspectedColumn } from "../files/index.ts";

/** What the reader decided of a column, by its place in the file. */
export interface Decision {
  readonly type?: ColumnType;
  /** Whether the offer to convert was accepted. */
  readonly loose?: boolean;
}

/** How the columns are taken in: as found, save where the reader decided otherwise. */
export function choicesOf(
  columns: readonly InspectedColumn[],
  decisions: ReadonlyMap<number, Decision>,
): ColumnChoice[] {
  return columns.map(({ name, index, type, offer }) => {
    const { type: chosen, loose = false } = decisions.get(index) ?? {};
    if (loose && offer !== null) return { name, index, type: offer.type, loose };
    return { name, index, type: chosen ?? type };
  });
}

/** The types to choose from; of whole numbers the width that was found. */
export function typesFor(column: InspectedColumn): ColumnType[] {
  const whole: ColumnType = column.type === "INTEGER" ? "INTEGER" : "BIGINT";
  const usual: ColumnType[] = ["VARCHAR", whole, "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"];
  return usual.includes(column.type) ? usual : [column.type, "VARCHAR"];
}
