/** A cell as it is read. */
export interface Cell {
  text: string;
  span: number;
  /** It goes on from the cell above. */
  continues: boolean;
}

/** A table as it is read, row by row. */
export interface Table {
  readonly rows: string[][];
  row: string[];
  cell: Cell | null;
  /** The row has been deleted in a tracked change. */
  isDeleted: boolean;
}

export const createTable = (): Table => ({ rows: [], row: [], cell: null, isDeleted: false });

/** A grid has no more columns in Word. */
export const widest = 63;

/** What spans columns stands in the first of them, what spans rows in each. */
export function endCell({ rows, row, cell }: Table): void {
  if (cell === null) return;
  const above = rows.at(-1)?.[row.length] ?? "";
  row.push(cell.continues ? above : cell.text);
  for (let more = Math.min(cell.span, widest); more > 1; more--) row.push("");
}

/** Puts a paragraph of a cell behind what the cell has. */
export function addToCell(cell: Cell, text: string): void {
  const line = text.replace(/\s+/g, " ").trim();
  if (line !== "") cell.text += cell.text === "" ? line : ` ${line}`;
}
