import type { Connector } from "../engine/index.ts";
import { say } from "../words/index.ts";
import type { Problem } from "./display.ts";
import { own } from "./environment.ts";
import { troubleOf, UpstreamError, type Trouble } from "./fault.ts";
import { readRows, type Answer } from "./result.ts";
import { resultView } from "./result-view.ts";
import { isBlocked, until, type Piece, type Scope } from "./scope.ts";
import { shownVariable } from "./shown.ts";
import { createAsking, queryOf, type Query, type SqlCell } from "./sql-query.ts";
import type { ResultFacts } from "./state.ts";

/** The cell whose fault keeps a statement from being run; null for none. */
function culprit({ cell, statement }: Query, scope: Scope): string | null {
  return [cell.id, ...statement.before].find((id) => isBlocked(id, scope)) ?? null;
}

/** What keeps a cell from its answer; a fault within another cell's text is that cell's. */
function troubleAt(id: string, error: unknown): Trouble {
  const trouble = troubleOf(error);
  const other = trouble.kind === "error" ? trouble.spot?.cell : undefined;
  return other && other !== id ? { kind: "upstream", id: other } : trouble;
}

/** In ms; undefined for the usual one. */
function deadlineOf({ deadline }: SqlCell): number | undefined {
  return deadline === undefined ? undefined : deadline * 1000;
}

/**
 * What is told of a cell as it runs.
 * @param idOf null where nothing is to be told any more
 * @param isShown whether the result has a place: then it is done when it stands there
 */
function createTold({ states }: Scope, idOf: () => string | null, isShown: boolean) {
  let last: Trouble = { kind: "cancelled" };
  let facts: ResultFacts | null = null;
  const tell = (what: (id: string) => void): void => {
    const id = idOf();
    if (id !== null) what(id);
  };
  return {
    last: () => last,
    facts: () => facts,
    onWaits: () => tell((id) => states.waits(id)),
    onRuns: (tables?: readonly string[]) => tell((id) => states.runs(id, tables)),
    onAnswer(answered: ResultFacts): void {
      facts = answered;
      if (!isShown) tell((id) => states.done(id, answered));
    },
    onFail: (error: unknown) =>
      tell((id) => {
        last = troubleAt(id, error);
        states.stopped(id, last);
      }),
  };
}

/**
 * A query: it runs when its parameters are known, and is cancelled when one of them changes. One
 * variable holds the whole answer, one the rows for whoever reads them, one shows the result.
 */
export function sqlPiece(container: Element | null, scope: Scope): Piece {
  const { module, environment } = scope;
  /** Null before it is defined, and after it was removed. */
  let cell: SqlCell | null = null;
  /** Of the present source: another one starts with the usual deadline. */
  let isPatient = false;
  const told = createTold(scope, () => cell?.id ?? null, container !== null);
  const asking = createAsking(scope, told);
  /** What a reader can do about a query that took too long. */
  const remedy = (): Problem["action"] => {
    const last = told.last();
    if (last.kind !== "error" || last.query?.limit !== "deadline") return undefined;
    const run = (): void => {
      isPatient = true;
      if (cell) redefine(cell);
    };
    return { label: say(scope.language(), "query.run_on"), run };
  };
  const shown =
    container && shownVariable(container, scope, { told: told.last, facts: told.facts, remedy });
  // Where results are shown, a query runs though nothing reads it, and waits visibly.
  const watcher = { pending: told.onWaits, rejected: told.onFail };
  const table = module.variable(environment.showQueries ? watcher : undefined);
  const rows = module.variable();

  const redefine = (next: SqlCell): void => {
    cell = next;
    const name = `${own.table}:${next.id}`;
    const query = queryOf(next, scope);
    const guilty = culprit(query, scope);
    const run = (connector: Connector, invalidation: Promise<void>, ...values: unknown[]) => {
      const deadline = isPatient ? null : deadlineOf(next);
      return asking.ask(query, values, { connector, invalidation, deadline });
    };
    const refuse = (): never => {
      throw new UpstreamError(guilty ?? next.id);
    };
    if (guilty !== null) table.define(name, [], refuse);
    else table.define(name, [own.connector, "invalidation", ...query.names], run);
    rows.define(next.id, [name, "invalidation"], (answer: Answer, invalidation: Promise<void>) =>
      readRows(answer, until(invalidation).signal),
    );
    shown?.define(next.id, resultView(next.id));
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
      const { cell, cells, statement } = queryOf(next as SqlCell, scope);
      const numberOf = (member: SqlCell | undefined) => member && scope.texts.of(member);
      const held = statement.before.map((id) => [id, numberOf(cells.get(id))]);
      const off = [cell.id, ...statement.before].map((member) => isBlocked(member, scope));
      return JSON.stringify([numberOf(cell), held, off, cell.deadline]);
    },
    run: () => {
      if (cell) define(cell);
    },
    cancel: asking.cancel,
    move: (next) => shown?.display.move(next),
    setProblems: (messages) => shown?.display.setProblems(messages),
    refresh: () => shown?.refresh(),
    remove() {
      cell = null;
      shown?.remove();
      table.delete();
      rows.delete();
    },
  };
}
