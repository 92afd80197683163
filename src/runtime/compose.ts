import { tokenizeSql, type CompiledCell } from "../notebook/index.ts";

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
  const pieces = tokenizeSql(sql).map(({ kind, text }) =>
    kind === "parameter" && /^\$\d+$/.test(text) ? `$${Number(text.slice(1)) + by}` : text,
  );
  return pieces.join("");
}

/** Without what may follow a statement: semicolons, spaces and comments in any order. */
function bare(sql: string): string {
  const tokens = tokenizeSql(sql);
  const last = tokens.findLastIndex(({ kind, text }) => kind !== "space" && text !== ";");
  return tokens
    .slice(0, last + 1)
    .map(({ text }) => text)
    .join("");
}

/**
 * A cell's statement with every sql cell it reads, directly or not. The runtime cannot pass a
 * result back into the engine without copying it, and a view would fix the parameters.
 */
export function compose(cell: SqlCell, cells: ReadonlyMap<string, SqlCell>): Statement {
  const before = dependencies(cell, cells, new Set([cell.id]));
  if (before.length === 0) return { sql: bare(cell.sql), parameters: cell.parameters };
  const parameters: string[] = [];
  const part = (member: SqlCell): string => {
    const sql = shift(bare(member.sql), parameters.length);
    parameters.push(...member.parameters);
    return sql;
  };
  const tables = before.map((member) => `"${member.id}" AS (\n${part(member)}\n)`);
  return { sql: `WITH ${tables.join(",\n")}\nSELECT * FROM (\n${part(cell)}\n)`, parameters };
}
