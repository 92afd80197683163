import { insertTables, toRows } from "../src/engine/index.ts";
import type { Connection, LoadedTable, Row } from "../src/engine/index.ts";
import { openNode } from "../src/engine/node.ts";
import {
  catalogueOf,
  columnsOf,
  tableNames,
  tablesOf,
  viewDefinitions,
} from "../src/domain/index.ts";
import type { Dataset } from "../src/domain/index.ts";
import { withStream } from "./with-stream.ts";

/** The page's engine, locked as on the page, with the tables of a data set and what is defined on them. */
export async function openViews(dataset: Dataset): Promise<{
  readonly connection: Connection;
  readonly query: (sql: string) => Promise<Row[]>;
}> {
  const connection = await openNode();
  await insertTables(connection, loaded(dataset), {
    definitions: viewDefinitions(catalogueOf(tablesOf(dataset))),
  });
  return { connection, query: async (sql) => toRows(await connection.query(sql)) };
}

/** As the loader would give them, without the files. */
export function loaded(dataset: Dataset): LoadedTable[] {
  const tables = tablesOf(dataset);
  return tableNames.map((name) => {
    const rows: readonly object[] = tables[name];
    return withStream({
      name,
      columns: columnsOf(name),
      rows: rows.map((row): Row => ({ ...row })),
    });
  });
}
