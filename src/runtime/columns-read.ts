import { namesOnce } from "../engine/index.ts";
import { tokenizeSql } from "../notebook/index.ts";
import type { CellOf } from "./cells.ts";
import { compose, type Statement } from "./compose.ts";

type SqlCell = CellOf<"sql">;
type Columns = ReadonlyMap<string, readonly string[]>;

/** A name that the page or the engine may have numbered: `value_2`. */
const NUMBERED = /_\d+"?$/;

/** True where a cell, or one that it reads, may mean one of several columns of one name. */
function mayMeanNumbered(members: readonly SqlCell[]): boolean {
  return members.some(
    ({ sql }) => /_\d/.test(sql) && tokenizeSql(sql).some(({ text }) => NUMBERED.test(text)),
  );
}

/**
 * The columns, as the page names them, of the cells that `cell` reads and that have several of one
 * name: there the page counts from 2 and the engine from 1, so that `value_2` would be another
 * column. Asked only where such a name is written.
 *
 * @param describe the engine's names of a statement's columns, in their order
 */
export async function columnsRead(
  cell: SqlCell,
  cells: ReadonlyMap<string, SqlCell>,
  { before }: Statement,
  describe: (statement: Statement) => Promise<readonly string[]>,
): Promise<Columns> {
  const members = before.flatMap((id) => cells.get(id) ?? []);
  const columns = new Map<string, readonly string[]>();
  if (!mayMeanNumbered([...members, cell])) return columns;
  for (const member of members) {
    const names = await describe(compose(member, cells, columns));
    const once = namesOnce(names);
    if (once.some((name, index) => name !== names[index])) columns.set(member.id, once);
  }
  return columns;
}
