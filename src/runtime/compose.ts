import type { CompiledCell } from "../notebook/index.ts";

type SqlCell = Extract<CompiledCell, { kind: "sql" }>;

/** A statement that runs by itself: the cells that it reads stand in it as common table expressions. */
export interface Statement {
  readonly sql: string;
  /** The name bound to each `$n`, in order. */
  readonly parameters: readonly string[];
}

/** Cells in the order in which they must be defined: what is read comes before its reader. */
function dependencies(
  cell: SqlCell,
  cells: ReadonlyMap<string, SqlCell>,
  seen: Set<string>,
): SqlCell[] {
  return cell.tables.flatMap((id) => {
    const other = cells.get(id);
    if (!other || seen.has(id)) return [];
    seen.add(id);
    return [...dependencies(other, cells, seen), other];
  });
}

/** `$1` of a cell becomes `$(1 + shift)`; text in quotes and comments is left alone. */
function shift(sql: string, by: number): string {
  if (by === 0) return sql;
  return sql.replace(
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\d+)/g,
    (match: string, digits: string | undefined) =>
      digits === undefined ? match : `$${Number(digits) + by}`,
  );
}

function withoutSemicolon(sql: string): string {
  return sql.replace(/[;\s]+$/, "");
}

/**
 * A cell's statement with every sql cell it reads, directly or not. The runtime cannot pass a
 * result back into the engine without copying it, and a view would fix the parameters.
 */
export function compose(cell: SqlCell, cells: ReadonlyMap<string, SqlCell>): Statement {
  const before = dependencies(cell, cells, new Set([cell.id]));
  if (before.length === 0) return { sql: withoutSemicolon(cell.sql), parameters: cell.parameters };
  const parameters: string[] = [];
  const part = (member: SqlCell): string => {
    const sql = shift(withoutSemicolon(member.sql), parameters.length);
    parameters.push(...member.parameters);
    return sql;
  };
  const tables = before.map((member) => `"${member.id}" AS (\n${part(member)}\n)`);
  return { sql: `WITH ${tables.join(",\n")}\nSELECT * FROM (\n${part(cell)}\n)`, parameters };
}
