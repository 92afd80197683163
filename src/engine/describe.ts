import { QueryError, type Connector } from "./connector.ts";
import { identifier } from "./identifier.ts";
import { toRows } from "./rows.ts";

export interface ColumnDescription {
  readonly name: string;
  /** As DuckDB names it: `VARCHAR`, `DOUBLE`, `VARCHAR[]` … */
  readonly type: string;
}

export interface TableDescription {
  readonly name: string;
  /** `view`: made from the tables when a statement first reads it. */
  readonly kind: "table" | "view";
  /** Null for a view: counting it would run it. */
  readonly rows: number | null;
  readonly columns: readonly ColumnDescription[];
}

const catalogue = `SELECT table_name, column_name, data_type
FROM duckdb_columns()
WHERE schema_name = 'main' AND NOT internal AND table_name NOT LIKE '\\_\\_adding\\_%' ESCAPE '\\'
ORDER BY table_oid, column_index`;

const sizes = `SELECT table_name, estimated_size AS rows FROM duckdb_tables()
WHERE schema_name = 'main' AND NOT internal`;

/**
 * The tables that stand in the engine now, with columns, types and rows; then the views.
 * @param views names that are made when first read; each is made by asking
 */
export async function describe(
  connector: Pick<Connector, "query">,
  views: readonly string[],
): Promise<TableDescription[]> {
  for (const view of views)
    // One that cannot be made does not hide the others.
    await connector.query(`SELECT * FROM ${identifier(view)} LIMIT 0`).catch((error: unknown) => {
      if (!(error instanceof QueryError)) throw error;
    });
  const [columns, tables] = [
    toRows(await connector.query(catalogue)),
    toRows(await connector.query(sizes)),
  ];
  const rows = new Map(tables.map((row) => [String(row["table_name"]), Number(row["rows"])]));
  const names = [...new Set(columns.map((row) => String(row["table_name"])))];
  const all = names.map((name): TableDescription => {
    const fields = columns.filter((row) => row["table_name"] === name);
    const isView = views.includes(name) || !rows.has(name);
    return {
      name,
      kind: isView ? "view" : "table",
      rows: isView ? null : (rows.get(name) ?? null),
      columns: fields.map((field) => ({
        name: String(field["column_name"]),
        type: String(field["data_type"]),
      })),
    };
  });
  return all.sort((a, b) => Number(a.kind === "view") - Number(b.kind === "view"));
}
