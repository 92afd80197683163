import { toRows, type Connector, type Parameter } from "../engine/index.ts";
import { say } from "../i18n/index.ts";
import { cancelled } from "./cancel.ts";
import type { CellOf } from "./cells.ts";
import { compose, type Statement } from "./compose.ts";
import { own } from "./environment.ts";
import { placed, spotAt, troubleOf, UpstreamError, type Spot, type Trouble } from "./fault.ts";
import { columnsRead } from "./columns-read.ts";
import { asParameter } from "./js-value.ts";
import { listPivots } from "./pivot.ts";
import { readRows, type Answer } from "./result.ts";
import { resultView } from "./result-view.ts";
import { isBlocked, type Piece, type Scope } from "./scope.ts";
import { shownVariable, type ShownVariable } from "./shown.ts";
import type { ResultFacts } from "./state.ts";

type SqlCell = CellOf<"sql">;

function sqlCells({ cells }: Scope): Map<string, SqlCell> {
  return new Map([...cells].flatMap(([id, cell]) => (cell.kind === "sql" ? [[id, cell]] : [])));
}

/** Where an offset of the statement was written. */
function spotIn({ origin }: Statement, position: number, { cells }: Scope): Spot | null {
  const found = origin(position);
  const cell = found && cells.get(found.cell);
  return found && cell?.kind === "sql" ? spotAt(cell.id, cell.source, found.offset) : null;
}

/** The cell whose fault keeps a statement from being run; null for none. */
function culprit(cell: SqlCell, { before }: Statement, scope: Scope): string | null {
  return [cell.id, ...before].find((id) => isBlocked(id, scope)) ?? null;
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

/** In ms; undefined for the usual one. */
function deadlineOf(cell: SqlCell | null): number | undefined {
  return cell?.deadline === undefined ? undefined : cell.deadline * 1000;
}

/** A signal that aborts when the variable is computed anew. */
function until(invalidation: Promise<void>): AbortController {
  const controller = new AbortController();
  void invalidation.then(() => controller.abort());
  return controller;
}

function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

/**
 * A query: it runs when its parameters are known, and is cancelled when one of them changes. One
 * variable holds the whole answer, one the rows for whoever reads them, one shows the result.
 */
export function sqlPiece(container: Element | null, scope: Scope): Piece {
  const { module, states, environment } = scope;
  let cell: SqlCell | null = null;
  let id = "";
  let running: AbortController | null = null;
  let isRemoved = false;
  let last: Trouble = { kind: "cancelled" };
  let facts: ResultFacts | null = null;
  // Where results are shown, a query runs though nothing reads it, and waits visibly.
  const watcher = {
    pending: () => {
      if (!isRemoved) states.waits(id);
    },
    rejected: (error: unknown) => {
      if (isRemoved) return;
      const trouble = troubleOf(error);
      // A fault within another cell's text is that cell's.
      const other = trouble.kind === "error" ? trouble.spot?.cell : undefined;
      last = other && other !== id ? { kind: "upstream", id: other } : trouble;
      states.stopped(id, last);
    },
  };
  const table = module.variable(environment.showQueries ? watcher : undefined);
  const rows = module.variable();
  const shown: ShownVariable | null =
    container &&
    shownVariable(container, scope, {
      told: () => last,
      facts: () => facts,
      remedy: () => remedy(),
    });
  // Of the present source: another one starts with the usual deadline.
  let isPatient = false;
  const remedy = () => {
    if (last.kind !== "error" || last.query?.limit !== "deadline") return undefined;
    const run = (): void => {
      isPatient = true;
      if (cell) redefine(cell);
    };
    return { label: say(scope.language(), "query.run_on"), run };
  };

  const ask = async (
    statement: Statement,
    connector: Connector,
    controller: AbortController,
    bound: readonly Parameter[],
  ): Promise<Answer> => {
    running = controller;
    const { signal } = controller;
    const wait = environment.arriving?.(statement.sql) ?? null;
    if (!isRemoved) states.runs(id, wait?.tables);
    try {
      if (wait) await unlessAborted(wait.arrived, signal);
      if (wait && !isRemoved) states.runs(id);
      const start = performance.now();
      const deadline = isPatient ? null : deadlineOf(cell);
      const options = { signal, deadline };
      const ask = async (sql: string) =>
        toRows(await connector.query(sql, bound, options)).map(({ value }) => String(value));
      const sql = await listPivots(statement.sql, bound.length, ask);
      const answer = await connector.query(sql, bound, options);
      const milliseconds = performance.now() - start;
      if (!signal.aborted) facts = { rows: answer.numRows, milliseconds };
      // What is shown is done when it stands there.
      if (!signal.aborted && !isRemoved && !shown) states.done(id, facts);
      const further: Answer["ask"] = (write) =>
        connector.query(write(statement.sql), bound, { signal });
      return { table: answer, milliseconds, ask: further };
    } catch (error) {
      const problem = placed(error, (position) => spotIn(statement, position, scope));
      if (!controller.signal.aborted || controller.signal.reason === cancelled)
        watcher.rejected(problem);
      throw problem;
    } finally {
      if (running === controller) running = null;
    }
  };

  const redefine = (next: SqlCell): void => {
    [cell, id] = [next, next.id];
    const name = `${own.table}:${id}`;
    const cells = sqlCells(scope);
    const statement = compose(next, cells);
    const guilty = culprit(next, statement, scope);
    const names = [...new Set(statement.parameters)];
    const run = async (
      connector: Connector,
      invalidation: Promise<void>,
      ...values: unknown[]
    ): Promise<Answer> => {
      const controller = until(invalidation);
      const bind = ({ parameters }: Statement) =>
        parameters.map((parameter) => asParameter(parameter, values[names.indexOf(parameter)]));
      const columns = await columnsRead(next, cells, statement, (member) =>
        columnNames(member.sql, connector, bind(member), controller.signal),
      );
      const composed = columns.size > 0 ? compose(next, cells, columns) : statement;
      return ask(composed, connector, controller, bind(composed));
    };
    if (guilty === null) table.define(name, [own.connector, "invalidation", ...names], run);
    else
      table.define(name, [], () => {
        throw new UpstreamError(guilty);
      });
    rows.define(id, [name, "invalidation"], (answer: Answer, invalidation: Promise<void>) =>
      readRows(answer, until(invalidation).signal),
    );
    shown?.define(id, resultView(id));
  };

  const define = (next: SqlCell): void => {
    isPatient = false;
    redefine(next);
  };

  return {
    kind: "sql",
    get container() {
      return shown?.display.container ?? null;
    },
    first: shown?.display.first ?? Promise.resolve(),
    define: (next) => define(next as SqlCell),
    signature(next) {
      const { sql, parameters, before } = compose(next as SqlCell, sqlCells(scope));
      const off = [next.id, ...before].map((member) => isBlocked(member, scope));
      return JSON.stringify([sql, parameters, off, (next as SqlCell).deadline]);
    },
    run: () => {
      if (cell) define(cell);
    },
    cancel: () => running?.abort(cancelled),
    move: (next) => shown?.display.move(next),
    setProblems: (messages) => shown?.display.setProblems(messages),
    refresh: () => shown?.refresh(),
    remove() {
      isRemoved = true;
      shown?.remove();
      table.delete();
      rows.delete();
    },
  };
}
