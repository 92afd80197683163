import type { Outcome } from "../sandbox/index.ts";
import type { AmbientName } from "../notebook/index.ts";
import type { CellOf } from "./cells.ts";
import { own } from "./environment.ts";
import { KeptError } from "./fault.ts";
import { createJsRuns, placedCode, type JsRuns } from "./js-runs.ts";
import { createJsShown, type JsShown } from "./js-shown.ts";
import { totalOf } from "./result.ts";
import { isBlocked, plainSignature, type Piece, type Scope } from "./scope.ts";

type JsCell = CellOf<"js">;

/** What a cell is for those who read it. @throws KeptError where it cannot be copied */
function valueOf(outcome: Outcome): unknown {
  if (outcome.kind === "kept") throw new KeptError(outcome.what);
  return outcome.value;
}

/** Rows of a query that the reader got cut. */
function cutOf(names: readonly string[], values: readonly unknown[]) {
  return names.flatMap((id, i) => {
    const value = values[i];
    if (!Array.isArray(value)) return [];
    const of = totalOf(value as []);
    return of > value.length ? [{ id, rows: value.length, of }] : [];
  });
}

/** The variables of a js cell: one runs its code and shows what it shows, one holds the value. */
function createVariables({ module }: Scope, observer: unknown) {
  const code = module.variable(observer as never);
  const value = module.variable();
  const codeOf = (id: string): string => `${own.code}:${id}`;
  return {
    /** The value is asked for when the code is through. */
    define({ id, reads }: JsCell, run: Run, outcome: () => Outcome): void {
      this.setValue(id, outcome);
      code.define(codeOf(id), ["invalidation", ...reads], run);
    },
    setValue(id: string, outcome: () => Outcome): void {
      value.define(id, [codeOf(id)], () => valueOf(outcome()));
    },
    /** Nothing runs, and what reads it says so; an element stands in the place of the output. */
    refuse(id: string, message: string, element: Element | null): void {
      const refuse = (): never => {
        throw new Error(message);
      };
      code.define(codeOf(id), [], element ? () => element : refuse);
      value.define(id, [], refuse);
    },
    remove(): void {
      code.delete();
      value.delete();
    },
  };
}
type Run = (invalidation: Promise<void>, ...values: unknown[]) => Promise<Element>;

interface DefiningOptions {
  readonly shown: JsShown;
  readonly runs: JsRuns;
  /** It lacks consent that it had when it was defined. */
  readonly onLack: (cell: JsCell) => void;
}

/** Makes a cell run, or show why it does not. */
function createDefining(scope: Scope, { shown, runs, onLack }: DefiningOptions) {
  const { states, consent, cells } = scope;
  const { box } = shown;
  const variables = createVariables(scope, shown.display.observer);
  const defineRuns = (cell: JsCell): void => {
    let outcome: Outcome = { kind: "value", value: null };
    const onValue = (next: Outcome): void => {
      outcome = next;
      variables.setValue(cell.id, () => outcome);
    };
    const run: Run = async (invalidation, ...values) => {
      // What it reads may have come to hold a table of the reader's since it was defined.
      if (consent.lack(cell, cells)) {
        onLack(cell);
        return box.element;
      }
      shown.showBox();
      box.setCut(cutOf(cell.reads, values));
      states.runs(cell.id);
      outcome = await runs.run(cell, values, { invalidation, onValue });
      box.offer(null);
      return box.element;
    };
    box.offer(null);
    variables.define(cell, run, () => outcome);
  };
  const defineNothing = ({ id }: JsCell, isOff: boolean): void => {
    if (shown.lack) runs.close();
    box.offer(isOff ? null : shown.lack);
    if (isOff) return variables.refuse(id, "invalid cell: it has a fault", null);
    shown.showBox();
    variables.refuse(id, "missing consent", box.element);
  };
  return {
    define(cell: JsCell): void {
      shown.setCell(cell, consent.lack(cell, cells));
      const isOff = isBlocked(cell.id, scope);
      if (isOff || shown.lack) defineNothing(cell, isOff);
      else defineRuns(cell);
    },
    remove: variables.remove,
  };
}

/**
 * A JavaScript cell: one variable runs its code in a sandbox and shows what it shows, one holds the
 * value for whoever reads it. A value that an input in the sandbox changes later is defined anew.
 */
export function jsPiece(container: Element, scope: Scope): Piece {
  const { environment, consent } = scope;
  /** Null before it is defined, and after it was removed. */
  let cell: JsCell | null = null;
  const define = (next: JsCell): void => {
    cell = next;
    defining.define(next);
  };
  const again = (): void => {
    if (cell) define(cell);
  };
  /** Runs again where the code asks for what has changed. */
  const runFor = (name: AmbientName): void => {
    if (cell?.ambient.includes(name) && !shown.lack) define(cell);
  };
  const shown = createJsShown(container, scope, { onStop: () => runs.cancel(), onAgain: again });
  const runs = createJsRuns(scope, {
    place: shown.box.element,
    onWidth: () => runFor("width"),
    onSlow: (isSlow) => shown.box.offer(isSlow ? "stop" : null),
    onFault: (error) => {
      if (cell) shown.fail(placedCode(error, cell));
    },
  });
  const defining = createDefining(scope, {
    shown,
    runs,
    onLack: (one) => {
      if (cell === one) define(one);
    },
  });
  const endings = [
    consent.listen(() => {
      const lack = cell && consent.lack(cell, scope.cells);
      if (JSON.stringify(lack) !== JSON.stringify(shown.lack)) again();
    }),
    environment.sandboxes?.onTheme(() => {
      runs.tellSurroundings();
      runFor("theme");
    }),
  ];
  const { first, move, setProblems } = shown.display;

  return {
    kind: "js",
    get container() {
      return shown.display.container;
    },
    first,
    define: (next) => define(next as JsCell),
    signature: plainSignature,
    run: again,
    cancel: runs.cancel,
    move,
    setProblems,
    refresh() {
      shown.refresh();
      runs.tellSurroundings();
      runFor("language");
    },
    remove() {
      cell = null;
      for (const end of endings) end?.();
      shown.display.stop();
      runs.close();
      defining.remove();
    },
  };
}
