import { toRows, type Connector, type Parameter } from "../engine/index.ts";
import { cancelled } from "./cancel.ts";
import type { CellOf } from "./cells.ts";
import { columnsRead } from "./columns-read.ts";
import { compose, type Statement } from "./compose.ts";
import { placed, spotAt, type Spot } from "./fault.ts";
import { asParameter } from "./js-value.ts";
import { listPivots } from "./pivot.ts";
import type { Answer } from "./result.ts";
import { until, type Scope } from "./scope.ts";
import type { ResultFacts } from "./state.ts";

export type SqlCell = CellOf<"sql">;

/** A cell with the statement that it makes with the cells that it holds. */
export interface Query {
  readonly cell: SqlCell;
  readonly cells: ReadonlyMap<string, SqlCell>;
  readonly statement: Statement;
  /** Names of the values that it binds, each once. */
  readonly names: readonly string[];
}

export function queryOf(cell: SqlCell, { cells }: Scope): Query {
  const all = new Map([...cells].flatMap(([id, one]) => (one.kind === "sql" ? [[id, one]] : [])));
  const statement = compose(cell, all);
  return { cell, cells: all, statement, names: [...new Set(statement.parameters)] };
}

/** A statement that is ready to be asked. */
interface Bound {
  readonly statement: Statement;
  readonly parameters: readonly Parameter[];
}

/** The statement with its values, and with the columns that other cells take from it by name. */
async function bind(
  { cell, cells, statement, names }: Query,
  values: readonly unknown[],
  connector: Connector,
  signal: AbortSignal,
): Promise<Bound> {
  const bound = ({ parameters }: Statement): Parameter[] =>
    parameters.map((parameter) => asParameter(parameter, values[names.indexOf(parameter)]));
  const columns = await columnsRead(cell, cells, statement, (member) =>
    columnNames(member.sql, connector, bound(member), signal),
  );
  const composed = columns.size > 0 ? compose(cell, cells, columns) : statement;
  return { statement: composed, parameters: bound(composed) };
}

/** As the engine has them, several times where several have one; none where the statement fails. */
async function columnNames(
  sql: string,
  connector: Connector,
  bound: readonly Parameter[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const described = await connector.query(`DESCRIBE ${sql}`, bound, { signal });
    return toRows(described).map((row) => String(row["column_name"]));
  } catch {
    // What is wrong with it is said where it is run.
    return [];
  }
}

/** Where an offset of the statement was written. */
function spotIn({ origin }: Statement, position: number, { cells }: Scope): Spot | null {
  const found = origin(position);
  const cell = found && cells.get(found.cell);
  return found && cell?.kind === "sql" ? spotAt(cell.id, cell.source, found.offset) : null;
}

function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

export interface AskingOptions {
  /** It waits for these tables, or runs. */
  readonly onRuns: (tables?: readonly string[]) => void;
  readonly onAnswer: (facts: ResultFacts) => void;
  /** Not called where the answer is of no use any more. */
  readonly onFail: (error: unknown) => void;
}

export interface AskOptions {
  readonly connector: Connector;
  /** Settles when the answer is of no use any more. */
  readonly invalidation: Promise<void>;
  /** In ms; null for none, undefined for the usual one. */
  readonly deadline: number | null | undefined;
}

/** Asks the engine for one cell, one statement after the other. */
export interface Asking {
  /** @throws PlacedError where the statement is wrong */
  ask(query: Query, values: readonly unknown[], options: AskOptions): Promise<Answer>;
  cancel(): void;
}

export function createAsking(scope: Scope, options: AskingOptions): Asking {
  const { onRuns, onAnswer, onFail } = options;
  let running: AbortController | null = null;

  /** Waits for tables that are on their way. */
  const arrive = async ({ sql }: Statement, signal: AbortSignal): Promise<void> => {
    const wait = scope.environment.arriving?.(sql) ?? null;
    onRuns(wait?.tables);
    if (!wait) return;
    await unlessAborted(wait.arrived, signal);
    onRuns();
  };
  const answer = async (
    { statement, parameters }: Bound,
    { connector, deadline }: AskOptions,
    signal: AbortSignal,
  ): Promise<Answer> => {
    const start = performance.now();
    const limits = { signal, deadline };
    const valuesOf = async (sql: string): Promise<string[]> =>
      toRows(await connector.query(sql, parameters, limits)).map(({ value }) => String(value));
    const sql = await listPivots(statement.sql, parameters.length, valuesOf);
    const table = await connector.query(sql, parameters, limits);
    const milliseconds = performance.now() - start;
    if (!signal.aborted) onAnswer({ rows: table.numRows, milliseconds });
    const ask: Answer["ask"] = (write) =>
      connector.query(write(statement.sql), parameters, { signal });
    return { table, milliseconds, ask };
  };
  return {
    async ask(query, values, how) {
      const controller = until(how.invalidation);
      const { signal } = controller;
      // From here on: also what is asked before the statement itself can be stopped.
      running = controller;
      let { statement } = query;
      try {
        await scope.breathe();
        const bound = await bind(query, values, how.connector, signal);
        signal.throwIfAborted();
        ({ statement } = bound);
        await arrive(statement, signal);
        await scope.breathe();
        return await answer(bound, how, signal);
      } catch (error) {
        const problem = placed(error, (position) => spotIn(statement, position, scope));
        if (!signal.aborted || signal.reason === cancelled) onFail(problem);
        throw problem;
      } finally {
        if (running === controller) running = null;
      }
    },
    cancel: () => running?.abort(cancelled),
  };
}
