import { QueryError } from "./connector.ts";
import { identifier } from "./identifier.ts";
import { builtInDefinitions } from "./built-in.ts";

/** A table, view or macro over the loaded tables: one `CREATE OR REPLACE …` of this `name`. */
export interface Definition {
  readonly name: string;
  readonly kind: "table" | "view" | "macro" | "macro table" | "type";
  readonly sql: string;
}

/** What can be created when a statement first reads it, and what has been. */
export interface Definitions {
  /** The statements to run, in order, where `error` misses a name that they define; else none. */
  missing(error: unknown): readonly Definition[];
  /** Whether a name, in any case, is one of those defined. */
  has(name: string): boolean;
  /** Says that a statement of `missing` has run. */
  made(definition: Definition): void;
  /** Statements that drop all that was made, so that it is made anew from other data. */
  reset(definitions?: readonly Definition[]): readonly string[];
}

/**
 * Definitions are created when a query fails for want of one: what no page asks for costs none a
 * plan, and a name that a statement defines itself keeps the meaning given there. A definition may
 * read those before it.
 */
export function createDefinitions(): Definitions {
  let known: readonly Definition[] = [];
  let own: readonly Definition[] | null = null;
  const present = new Set<string>();
  return {
    missing(error) {
      const name = error instanceof QueryError ? missingName(error.message) : null;
      if (name === null) return [];
      const wanted = closure(name, known);
      // Of no table, so they stay when tables change.
      const all = wanted.length > 0 ? wanted : closure(name, (own ??= builtInDefinitions()));
      return all.filter((one) => !present.has(one.name));
    },
    has: (name) => known.some((one) => one.name.toLowerCase() === name.toLowerCase()),
    made: ({ name }) => void present.add(name),
    reset(definitions = known) {
      const drops = known.filter(({ name }) => present.has(name)).reverse();
      for (const { name } of known) present.delete(name);
      known = definitions;
      return drops.map(({ kind, name }) => `DROP ${kind.toUpperCase()} ${identifier(name)}`);
    },
  };
}

/** The name that a catalog error of the engine does not know. */
function missingName(message: string): string | null {
  const found = /(?:Table|View|Function) with name "?(\w+)"? (?:does|is) not/i.exec(message);
  return found?.[1]?.toLowerCase() ?? null;
}

/** The definition of a name after those that its text mentions, directly or not. */
function closure(name: string | null, known: readonly Definition[]): readonly Definition[] {
  const at = known.findIndex((one) => one.name === name);
  const wanted = known[at];
  if (!wanted) return [];
  const words = new Set(wanted.sql.match(/\w+/g));
  const before = known.slice(0, at).filter((one) => words.has(one.name));
  const needed = new Set(before.flatMap((one) => [...closure(one.name, known)]));
  return [...known.filter((one) => needed.has(one)), wanted];
}
