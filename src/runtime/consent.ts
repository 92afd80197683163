import type { CompiledCell, CompiledNotebook } from "../notebook/index.ts";
import type { CellOf } from "./cells.ts";
import { tablesRead } from "./tables-read.ts";

/** Code that may run, by its hash, and the reader's own tables that it may read. */
export interface Grant {
  readonly code: string;
  readonly tables: readonly string[];
}

/** What a JavaScript cell was not given: that its code runs, or that it reads these tables. */
export interface Lack {
  readonly code: boolean;
  readonly tables: readonly string[];
}

type Cells = ReadonlyMap<string, CompiledCell>;

/**
 * What of a notebook's JavaScript may run, and on what. Consent is given to code by its hash: code
 * that is another, by whatever way it came, has none.
 */
export interface Consent {
  /** Whether the code is a stranger's; else it is the reader's, but not as it was last run. */
  readonly isStranger: boolean;
  /** Null where the cell has all it needs. Asked again at each run, as tables come and go. */
  lack(cell: CellOf<"js">, cells: Cells): Lack | null;
  /** The reader answered: all cells get what they lack of this kind. */
  give(lack: Lack, cells: Cells): void;
  /** Adds to what code may do; code alone where no tables are named. */
  allow(grants: readonly Grant[]): void;
  /** No code may read the table any more: it is another one now. */
  forget(table: string): void;
  grants(): readonly Grant[];
  /** @returns ends the listening */
  listen(listener: () => void): () => void;
}

export interface ConsentOptions {
  readonly grants: readonly Grant[];
  readonly isStranger?: boolean;
  /** Names of the reader's own tables, which did not come with a stranger's notebook. */
  readonly ownTables?: () => readonly string[];
  /** The reader answered. */
  readonly onGiven?: (grants: readonly Grant[]) => void;
}

/** A notebook of the build: its code may run as it is, and nothing else. */
export function consentByBuild({ cells }: CompiledNotebook): Consent {
  const code = cells.flatMap((cell) => (cell.kind === "js" ? [cell.hash] : []));
  return createConsent({ grants: code.map((hash) => ({ code: hash, tables: [] })) });
}

export function createConsent(options: ConsentOptions): Consent {
  const { isStranger = false, ownTables = () => [], onGiven } = options;
  const given = new Map<string, Set<string>>();
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((listener) => listener());
  const add = (grants: readonly Grant[]): void => {
    for (const { code, tables } of grants)
      given.set(code, new Set([...(given.get(code) ?? []), ...tables]));
  };
  const lack: Consent["lack"] = (cell, cells) => {
    const allowed = given.get(cell.hash);
    if (!allowed) return { code: true, tables: [] };
    const wanted = readBy(cell, cells, ownTables()).filter((table) => !allowed.has(table));
    return wanted.length > 0 ? { code: false, tables: wanted } : null;
  };
  const grants = (): Grant[] => [...given].map(([code, tables]) => ({ code, tables: [...tables] }));
  add(options.grants);
  return {
    isStranger,
    lack,
    give(asked, cells) {
      const all = [...cells.values()].flatMap((cell) => {
        const wanted = cell.kind === "js" ? lack(cell, cells) : null;
        if (cell.kind !== "js" || wanted?.code !== asked.code) return [];
        // Only the tables that were named.
        const tables = wanted.tables.filter((table) => asked.tables.includes(table));
        return [{ code: cell.hash, tables }];
      });
      add(all);
      onGiven?.(all);
      tell();
    },
    allow(more) {
      add(more);
      tell();
    },
    forget(table) {
      const is = (other: string) => other.toLowerCase() === table.toLowerCase();
      for (const [code, tables] of given)
        given.set(code, new Set([...tables].filter((other) => !is(other))));
      tell();
    },
    grants,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The tables that reach a cell through what it reads, directly or not. */
function readBy(cell: CompiledCell, cells: Cells, tables: readonly string[]): readonly string[] {
  if (tables.length === 0) return [];
  // What a cell creates for all others may stand for any table.
  if ([...cells.values()].some((one) => one.kind === "sql" && /\bcreate\b/i.test(one.source)))
    return tables;
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const read = cells.get(id);
    if (!read || seen.has(id)) return;
    seen.add(id);
    if (read.kind === "sql") for (const table of tablesRead(read.source, tables)) found.add(table);
    read.reads.forEach(visit);
  };
  cell.reads.forEach(visit);
  return tables.filter((table) => found.has(table));
}
