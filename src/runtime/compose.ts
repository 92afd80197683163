import { identifier } from "../engine/index.ts";
import { tokenizeSql, type CompiledCell } from "../notebook/index.ts";

type SqlCell = Extract<CompiledCell, { kind: "sql" }>;

/** A statement that runs by itself: the cells that it reads stand in it as common table expressions. */
export interface Statement {
  readonly sql: string;
  /** The name bound to each `$n`, in order. */
  readonly parameters: readonly string[];
  /** Ids of the sql cells that it reads, directly or not; what is read comes before its reader. */
  readonly before: readonly string[];
  /** Where an offset of `sql` was written; null between the cells' own text. */
  readonly origin: (offset: number) => Origin | null;
}

/** A place in the source of a cell. */
export interface Origin {
  readonly cell: string;
  /** UTF-16 offset in the cell's source. */
  readonly offset: number;
}

/** The text of a cell in a statement. */
interface Part {
  readonly member: SqlCell;
  readonly start: number;
  readonly end: number;
  /** How much was added to the numbers of the parameters. */
  readonly by: number;
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

/** `${name}` of a source is `$n` in the statement, all else is as it was written. */
function sourceOffset({ source, parameters }: SqlCell, offset: number, by: number): number {
  let written = 0;
  for (const token of tokenizeSql(source)) {
    const number = parameters.indexOf(token.text.slice(2, -1).trim()) + 1;
    const isBound = token.kind === "reference" && number > 0;
    const length = isBound ? `$${number + by}`.length : token.text.length;
    if (offset < written + length) return token.offset + (isBound ? 0 : offset - written);
    written += length;
  }
  return source.length;
}

function originIn(parts: readonly Part[], offset: number): Origin | null {
  const part = parts.find(({ start, end }) => start <= offset && offset <= end);
  if (!part) return null;
  const { member, start, by } = part;
  return { cell: member.id, offset: sourceOffset(member, offset - start, by) };
}

/**
 * A cell's statement with every sql cell it reads, directly or not. The runtime cannot pass a
 * result back into the engine without copying it, and a view would fix the parameters. `columns`
 * are names by cell, where the engine's own would not be those that the page shows.
 */
export function compose(
  cell: SqlCell,
  cells: ReadonlyMap<string, SqlCell>,
  columns: ReadonlyMap<string, readonly string[]> = new Map(),
): Statement {
  const before = dependencies(cell, cells, new Set([cell.id]));
  const parameters: string[] = [];
  const parts: Part[] = [];
  let sql = "";
  const add = (member: SqlCell): void => {
    const by = parameters.length;
    const start = sql.length;
    sql += shift(bare(member.sql), by);
    parts.push({ member, start, end: sql.length, by });
    parameters.push(...member.parameters);
  };
  before.forEach((member, i) => {
    const names = columns.get(member.id)?.map(identifier).join(", ");
    const head = names === undefined ? "" : `(${names})`;
    sql += `${i === 0 ? "WITH " : ",\n"}"${member.id}"${head} AS (\n`;
    add(member);
    sql += "\n)";
  });
  if (before.length > 0) sql += "\nSELECT * FROM (\n";
  add(cell);
  if (before.length > 0) sql += "\n)";
  return {
    sql,
    parameters,
    before: before.map(({ id }) => id),
    origin: (offset) => originIn(parts, offset),
  };
}
