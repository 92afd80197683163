import type { Cell } from "./types.ts";
import type { Sheet, SheetRow } from "./workbook-sheet.ts";

/** Rows of an area that are there: the others have nothing to be filled beside. */
export function fillAreas({ rows, merges }: Sheet, header: number): readonly SheetRow[] {
  const byNumber = new Map(rows.map((row) => [row.number, { ...row, cells: [...row.cells] }]));
  for (const { top, left, bottom, right } of merges) {
    if (bottom <= header) continue;
    const value = byNumber.get(top)?.cells[left - 1] ?? null;
    for (let number = Math.max(top, header + 1); number <= bottom; number++) {
      const row = byNumber.get(number);
      for (let column = left; row && column <= right; column++) row.cells[column - 1] = value;
    }
  }
  return [...byNumber.values()];
}

interface Head {
  readonly names: readonly Cell[];
  /** The first of its rows. */
  readonly first: number;
  /** A name that was joined from two rows; null where there is one row. */
  readonly joined: string | null;
}

/** The names, with those above that a merged cell spreads over them: `2022年 件数`. */
export function joinHead({ rows, merges }: Sheet, header: number): Head {
  const cellsOf = (number: number): readonly (Cell | undefined)[] =>
    rows.find((row) => row.number === number)?.cells ?? [];
  if (header === 0) return { names: [], first: 1, joined: null };
  const own = cellsOf(header);
  const above = header - 1;
  const spread = merges.filter(({ top, bottom }) => top <= above && bottom >= above);
  const whole = Math.max(own.length, cellsOf(above).length);
  // A title over the whole table is none of the names.
  const names = spread.filter(({ left, right }) => right - left + 1 < whole);
  if (above === 0 || names.length === 0)
    return { names: Array.from(own, (cell) => cell ?? null), first: header, joined: null };
  const upper: (Cell | undefined)[] = [...cellsOf(above)];
  for (const { left, right, top } of names)
    for (let column = left; column <= right; column++)
      upper[column - 1] = cellsOf(top)[left - 1] ?? null;
  const joined = Array.from({ length: Math.max(own.length, upper.length) }, (_, at): Cell => {
    const parts = [upper[at], own[at]].filter((cell) => cell !== null && cell !== undefined);
    return parts.length === 0 ? null : parts.map(String).join(" ");
  });
  const example = joined.find((name, at) => name !== null && upper[at] != null && own[at] != null);
  return { names: joined, first: above, joined: String(example ?? joined[0] ?? "") };
}

/** The row where names come again below: another table stands under the first. */
export function restarts(data: readonly SheetRow[], names: readonly string[]): number | null {
  const known = names.filter((name) => name !== "");
  for (const [at, { number, cells }] of data.entries()) {
    const texts = cells.filter((cell) => cell !== null && cell !== undefined);
    if (texts.length < 2 || !texts.every((cell) => typeof cell === "string")) continue;
    const same = texts.filter((text) => known.includes(text)).length;
    const gap = number - (data[at - 1]?.number ?? number - 1) > 1 || hasGapAbove(data, at);
    if (same === texts.length && same > 1) return number;
    if (gap && at > 1 && cells.some((_, column) => isNumberAbove(data, at, column))) return number;
  }
  return null;
}

/** An empty row within the two rows before, such as over a title. */
function hasGapAbove(data: readonly SheetRow[], at: number): boolean {
  const [row, before] = [data[at - 1]?.number ?? 0, data[at - 2]?.number ?? 0];
  return at > 1 && row - before > 1;
}

function isNumberAbove(data: readonly SheetRow[], at: number, column: number): boolean {
  return data.slice(Math.max(0, at - 5), at).some(({ cells }) => typeof cells[column] === "number");
}
