import type { CellOf } from "./cells.ts";

type SqlCell = CellOf<"sql">;

/**
 * A number for each text of a query, the same as long as some cell has that text: what is made of
 * many long texts can be compared by their numbers.
 */
export interface TextNumbers {
  of(cell: SqlCell): number;
  /** The cells are others now: texts that none of them has are forgotten. */
  turn(): void;
}

export function createTextNumbers(): TextNumbers {
  let former: ReadonlyMap<string, number> = new Map();
  let present = new Map<string, number>();
  let cells = new Map<SqlCell, number>();
  let next = 0;
  const find = ({ sql, parameters }: SqlCell): number => {
    const text = JSON.stringify([sql, parameters]);
    const number = present.get(text) ?? former.get(text) ?? next++;
    present.set(text, number);
    return number;
  };
  return {
    of(cell) {
      const number = cells.get(cell) ?? find(cell);
      cells.set(cell, number);
      return number;
    },
    turn() {
      former = present;
      [present, cells] = [new Map(), new Map()];
    },
  };
}
