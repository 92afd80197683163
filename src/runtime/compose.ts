import { identifier } from "../engine/index.ts";
import { tokenizeSql, type CompiledCell } from "../notebook/index.ts";

type SqlCell = Extract<CompiledCell, { kind: "sql" }>;

/** A statement that runs by itself: the cells that it reads stand in it as common table expressions. */
export interface Statement {
  /** Written when it is asked for, and not kept: each of many cells may hold the text of all others. */
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
function dependencies(cell: SqlCell, cells: ReadonlyMap<string, SqlCell>): SqlCell[] {
  const found: SqlCell[] = [];
  const seen = new Set([cell.id]);
  const visit = ({ tables }: SqlCell): void => {
    for (const id of tables) {
      const other = cells.get(id);
      if (!other || seen.has(id)) continue;
      seen.add(id);
      visit(other);
      found.push(other);
    }
  };
  visit(cell);
  return found;
}

/** A cell's text as it stands in a statement: texts, with a number of a parameter between each two. */
interface Body {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/** A text is read once, in however many statements it stands. */
const bodies = new WeakMap<SqlCell, Body>();

function bodyOf(cell: SqlCell): Body {
  const body = bodies.get(cell) ?? readBody(cell.sql);
  bodies.set(cell, body);
  return body;
}

/** `$1` in quotes and comments is no parameter. */
function readBody(sql: string): Body {
  const tokens = tokenizeSql(sql);
  // Without what may follow a statement: semicolons, spaces and comments in any order.
  const last = tokens.findLast(({ kind, text }) => kind !== "space" && text !== ";");
  const end = last ? last.offset + last.text.length : 0;
  const texts: string[] = [];
  const numbers: number[] = [];
  let from = 0;
  for (const { kind, text, offset } of tokens) {
    if (kind !== "parameter" || !/^\$\d+$/.test(text)) continue;
    texts.push(sql.slice(from, offset));
    numbers.push(Number(text.slice(1)));
    from = offset + text.length;
  }
  return { texts: [...texts, sql.slice(from, end)], numbers };
}

/** `$1` of a cell becomes `$(1 + by)`. */
function shifted({ texts, numbers }: Body, by: number): string {
  return texts
    .map((text, i) => (i === 0 ? text : `$${(numbers[i - 1] ?? 0) + by}${text}`))
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

/** Writes cells one after the other, each with its parameters after those of the cells before it. */
function write(
  cell: SqlCell,
  before: readonly SqlCell[],
  columns: ReadonlyMap<string, readonly string[]>,
): { readonly sql: string; readonly parts: readonly Part[] } {
  const parts: Part[] = [];
  let [sql, by] = ["", 0];
  const add = (member: SqlCell): void => {
    const start = sql.length;
    sql += shifted(bodyOf(member), by);
    parts.push({ member, start, end: sql.length, by });
    by += member.parameters.length;
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
  return { sql, parts };
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
  const before = dependencies(cell, cells);
  return {
    get sql() {
      return write(cell, before, columns).sql;
    },
    parameters: [...before, cell].flatMap(({ parameters }) => parameters),
    before: before.map(({ id }) => id),
    origin: (offset) => originIn(write(cell, before, columns).parts, offset),
  };
}
