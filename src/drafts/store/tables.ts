import { allOf, settled, type Database } from "./database.ts";
import { refusal } from "./fault.ts";
import type { Result, StoredTable, TableSummary } from "./types.ts";

/** The tables that are kept with a draft. */
export async function tablesOf(db: Database, id: string): Promise<StoredTable[]> {
  const tables = await db.getAll("tables", allOf(id));
  return tables.map(({ name, format, bytes }) => ({ name, format, bytes }));
}

/** Keeps a table with a draft, in place of one of its name. */
export function putTable(db: Database, id: string, table: StoredTable): Promise<Result<null>> {
  const { name, format, bytes } = table;
  return changeTable(db, id, name, { table, summary: { name, format, size: bytes.length } });
}

export function removeTable(db: Database, id: string, name: string): Promise<Result<null>> {
  return changeTable(db, id, name, null);
}

/** The table and the draft's list of its tables change together or not at all. */
async function changeTable(
  db: Database,
  id: string,
  name: string,
  put: { readonly table: StoredTable; readonly summary: TableSummary } | null,
): Promise<Result<null>> {
  try {
    const tx = db.transaction(["drafts", "tables"], "readwrite", { durability: "strict" });
    const [drafts, tables] = [tx.objectStore("drafts"), tx.objectStore("tables")];
    const draft = await drafts.get(id);
    if (!draft) return { ok: false, reason: "missing", message: id };
    const others = draft.tables.filter((table) => table.name !== name);
    await settled(tx.done, [
      drafts.put({ ...draft, tables: put ? [...others, put.summary] : others }),
      put ? tables.put({ id, ...put.table }) : tables.delete([id, name]),
    ]);
    return { ok: true, value: null };
  } catch (error) {
    return refusal(error);
  }
}
