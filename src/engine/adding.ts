import { isColumnType } from "./column-type.ts";
import type { AddOptions, Driver, TableSource } from "./connection.ts";
import { EngineError } from "./error.ts";
import { identifier } from "./identifier.ts";

/** Which names are ours and may not be taken. */
export interface OwnTables {
  /** Says that a table is ours. */
  reserve(name: string): void;
  /** Throws `refused` for a name of ours, in any case, and for none. */
  check(name: string): void;
  /** A name under which a table is filled before it shows. */
  stage(): string;
}

const staged = "__adding_";

export function ownTables(isDefined: (name: string) => boolean): OwnTables {
  const reserved = new Set<string>();
  let count = 0;
  return {
    reserve: (name) => void reserved.add(name.toLowerCase()),
    check(name) {
      const lower = name.toLowerCase();
      const isOurs = reserved.has(lower) || isDefined(lower) || lower.startsWith(staged);
      if (isOurs || name.trim() === "" || name.includes("\0"))
        throw new EngineError("refused", `invalid table name: ${name}`);
    },
    stage: () => `${staged}${count++}`,
  };
}

/** One turn of the engine, outside the read-only transaction. */
type Turn = <T>(work: (driver: Driver) => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Fills a table under a name of its own, a turn for each chunk so that queries pass in between,
 * and gives it its name at the end: nobody sees half a table, and one that fails leaves the former.
 */
export async function addTable(
  own: OwnTables,
  { name, columns, stream }: TableSource,
  { signal, onProgress }: AddOptions = {},
  turn: Turn,
): Promise<number> {
  own.check(name);
  const strange = columns.find(({ type }) => !isColumnType(type));
  if (strange) throw new EngineError("refused", `invalid type of a column: ${strange.type}`);
  const stage = own.stage();
  const fields = columns.map((column) => `${identifier(column.name)} ${column.type}`).join(", ");
  try {
    await turn((driver) => driver.run(`CREATE TABLE ${stage} (${fields})`), signal);
    let [chunks, bytes] = [0, 0];
    for await (const chunk of stream) {
      signal?.throwIfAborted();
      bytes += chunk.byteLength;
      await turn((driver) => driver.insert(stage, chunk), signal);
      onProgress?.({ chunks: ++chunks, bytes });
    }
    return await turn((driver) => show(driver, stage, name), signal);
  } catch (error) {
    // A dead engine has nothing to drop; the error tells.
    await turn((driver) => driver.run(`DROP TABLE IF EXISTS ${stage}`)).catch(() => {});
    throw error;
  }
}

async function show(driver: Driver, stage: string, name: string): Promise<number> {
  const counted = await driver.run(`SELECT count(*) AS n FROM ${stage}`);
  await driver.run(`DROP TABLE IF EXISTS ${identifier(name)}`);
  await driver.run(`ALTER TABLE ${stage} RENAME TO ${identifier(name)}`);
  return Number(counted.getChild("n")?.get(0));
}

/** Drops a table of the reader's own. Throws `refused` for one of ours. */
export async function dropTable(own: OwnTables, name: string, driver: Driver): Promise<void> {
  own.check(name);
  await driver.run(`DROP TABLE IF EXISTS ${identifier(name)}`);
}
