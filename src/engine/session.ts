import type { Schema, Table } from "apache-arrow";
import { addTable, dropTable, ownTables, type OwnTables } from "./adding.ts";
import { arrives, named, wrapping, type Described } from "./carry.ts";
import type { Connection, Driver, Column, RunOptions } from "./connection.ts";
import type { Parameter } from "./connector.ts";
import { createDefinitions, type Definitions } from "./definitions.ts";
import { EngineError, messageOf } from "./error.ts";
import { isTrap, queryError } from "./failure.ts";
import type { Fuse } from "./fuse.ts";
import { identifier } from "./identifier.ts";
import { literal } from "./literal.ts";
import { limited } from "./limit.ts";
import { createQueue } from "./queue.ts";
import { lockdown } from "./settings.ts";
import { toRows } from "./rows.ts";
import { createStatements, statementError, type Prepared, type Statements } from "./statements.ts";

export interface SessionOptions {
  /** SQL run first. Default: the lockdown. */
  readonly settings?: readonly string[] | undefined;
  /** How long a cancelled statement may go on before the engine counts as dead, ms. Default 5000. */
  readonly patience?: number | undefined;
  /** How long a statement may run, in ms. Default 30000. */
  readonly deadline?: number | undefined;
}

/**
 * A Connection over a platform's driver; locks the engine down first.
 *
 * Every statement is proved to be one query (`createStatements`) and run in a read-only
 * transaction: no notebook can change the numbers that others cite.
 */
export async function openSession(
  driver: Driver,
  fuse: Fuse,
  { settings = lockdown, patience = 2_000, deadline: usual = 30_000 }: SessionOptions = {},
): Promise<Connection> {
  for (const setting of settings) await driver.run(setting);
  await driver.run(begin);
  const queue = createQueue();
  const definitions = createDefinitions();
  const session: Session = {
    driver,
    statements: createStatements(driver),
    definitions,
    own: ownTables((name) => definitions.has(name)),
  };
  const run = <T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    let own: EngineError | null = null;
    const trapped = () => reportTrap(task, fuse, (error) => (own = error));
    const stoppable = () => fuse.guard(() => stopOnAbort(trapped, fuse, patience, signal));
    return fuse
      .guard(() => queue.run(stoppable, signal))
      .catch((error: unknown) => {
        // Who was told to stop, and did not, is at fault: it hears why, and nobody runs it again.
        throw own ?? (signal?.aborted ? signal.reason : error);
      });
  };
  return {
    died: fuse.blown.then((error) => (error.code === "closed" ? new Promise(() => {}) : error)),
    query(sql, parameters = [], { signal, deadline = usual } = {}) {
      const limit = limited(sql, deadline, signal);
      return run(
        () => limit.during(() => execute(session, sql, parameters, limit.signal)),
        limit.signal,
      );
    },
    insertArrow: (table, columns, stream) => run(() => insert(session, table, columns, stream)),
    addTable: (table, options) =>
      addTable(session.own, table, options, (work, signal) =>
        run(() => changing(session, work), signal),
      ),
    dropTable: (name) => run(() => changing(session, () => dropTable(session.own, name, driver))),
    define: (definitions) =>
      run(() => unlocked(driver, () => runAll(driver, session.definitions.reset(definitions)))),
    async close() {
      fuse.blow(new EngineError("closed", "the engine was closed"));
      await driver.close();
    },
  };
}

/** As `task`; where it goes on for too long after it was told to stop, the engine is given up. */
async function stopOnAbort<T>(
  task: () => Promise<T>,
  fuse: Fuse,
  patience: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const error = new EngineError("crashed", "a cancelled statement did not stop", {
    retriable: true,
  });
  const wait = (): void => {
    timer = setTimeout(() => fuse.blow(error), patience);
  };
  signal?.addEventListener("abort", wait, { once: true });
  try {
    return await task();
  } finally {
    signal?.removeEventListener("abort", wait);
    clearTimeout(timer);
  }
}

/**
 * As `task`; a trap in it ends the engine for everyone. The others hear that they may try again,
 * `blame` hears the error for the one at fault, before they do.
 */
async function reportTrap<T>(
  task: () => Promise<T>,
  fuse: Fuse,
  blame: (error: EngineError) => void,
): Promise<T> {
  try {
    return await task();
  } catch (cause) {
    if (!isTrap(cause)) throw cause;
    const message = `the engine crashed: ${messageOf(cause)}`;
    blame(new EngineError("crashed", message, { cause }));
    fuse.blow(new EngineError("crashed", message, { cause, retriable: true }));
    throw cause;
  }
}

interface Session {
  readonly driver: Driver;
  readonly statements: Statements;
  readonly definitions: Definitions;
  /** The names that are ours, and the reader's. */
  readonly own: OwnTables;
}

const begin = "BEGIN TRANSACTION READ ONLY";

async function execute(
  session: Session,
  sql: string,
  parameters: readonly Parameter[],
  signal: AbortSignal | undefined,
): Promise<Table> {
  const literals = parameters.map(literal);
  try {
    return named(await answer(session, sql, literals, signal));
  } catch (cause) {
    const error = await failed(session, cause, signal);
    if (!(await createMissing(session, error, signal))) throw error;
    return execute(session, sql, parameters, signal);
  }
}

/** Runs a prepared statement; its errors are those of `sql`, at their places. */
async function executed(
  { driver }: Session,
  sql: string,
  { name, before }: Prepared,
  literals: readonly string[],
  options: RunOptions,
): Promise<Table> {
  options.signal?.throwIfAborted();
  const call = literals.length === 0 ? name : `${name}(${literals.join(", ")})`;
  try {
    return await driver.run(`EXECUTE ${call}`, options);
  } catch (cause) {
    throw cause instanceof Lost ? cause : statementError(cause, sql, before);
  }
}

/** Thrown where a result has columns that would not arrive as the engine holds them. */
class Lost extends Error {}

function refuseLost(schema: Schema): void {
  if (!arrives(schema)) throw new Lost();
}

/** The rows of a statement; where columns would lose what they hold on the way, cast within it. */
async function answer(
  session: Session,
  sql: string,
  literals: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Table> {
  const { statements, driver } = session;
  const prepared = await statements.prepare(sql);
  try {
    return await executed(session, sql, prepared, literals, { signal, onSchema: refuseLost });
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
  }
  await driver.run("ROLLBACK");
  await driver.run(begin);
  const columns = await describedColumns(session, sql, literals, signal);
  const wrapped = await statements.prepare(sql, wrapping(columns));
  return executed(session, sql, wrapped, literals, { signal });
}

async function describedColumns(
  session: Session,
  sql: string,
  literals: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Described[]> {
  const inner = ["SELECT column_name, column_type FROM (DESCRIBE\n", "\n)"] as const;
  const asked = await session.statements.prepare(sql, inner);
  const told = await executed(session, sql, asked, literals, { signal });
  return toRows(told).map(({ column_name: name, column_type: type }) => ({
    name: String(name),
    type: String(type),
  }));
}

/** Creates what a statement failed for want of; false where that is nothing of ours. */
async function createMissing(
  { driver, definitions }: Session,
  error: unknown,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const missing = definitions.missing(error);
  if (missing.length === 0) return false;
  await unlocked(driver, async () => {
    for (const definition of missing) {
      signal?.throwIfAborted();
      await create(driver, definition.sql, signal);
      definitions.made(definition);
    }
  });
  return true;
}

async function create(driver: Driver, sql: string, signal: AbortSignal | undefined): Promise<void> {
  try {
    await driver.run(sql, { signal });
  } catch (cause) {
    if (cause instanceof EngineError || isTrap(cause)) throw cause;
    throw signal?.aborted === true ? signal.reason : queryError(cause, sql, "");
  }
}

/** Runs statements of our own outside the read-only transaction, which stands again afterwards. */
async function unlocked<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  await driver.run("ROLLBACK");
  try {
    return await work();
  } finally {
    await driver.run(begin);
  }
}

async function runAll(driver: Driver, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await driver.run(statement);
}

/** The error to throw, after the engine is usable again. */
async function failed(
  { driver }: Session,
  error: unknown,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (error instanceof EngineError || isTrap(error)) return error;
  await driver.run("ROLLBACK");
  await driver.run(begin);
  return signal?.aborted === true ? signal.reason : error;
}

/** As `unlocked`, for work that may leave a prepared statement with other columns than it had. */
async function changing<T>(
  { driver, statements }: Session,
  work: (driver: Driver) => Promise<T>,
): Promise<T> {
  return unlocked(driver, async () => {
    await statements.forget();
    return work(driver);
  });
}

async function insert(
  { driver, definitions, own }: Session,
  table: string,
  columns: readonly Column[],
  stream: Uint8Array,
): Promise<void> {
  const fields = columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(", ");
  await unlocked(driver, async () => {
    await runAll(driver, definitions.reset());
    await driver.run(`CREATE OR REPLACE TABLE ${identifier(table)} (${fields})`);
    await driver.insert(table, stream);
    own.reserve(table);
  });
}
