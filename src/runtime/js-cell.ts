import { CodeError, type Cage, type Outcome } from "../cage/index.ts";
import { say } from "../i18n/index.ts";
import { sourceColumn, type AmbientName } from "../notebook/index.ts";
import { cancelled } from "./cancel.ts";
import type { CellOf } from "./cells.ts";
import type { Lack } from "./consent.ts";
import { display } from "./display.ts";
import { own } from "./environment.ts";
import { faultOf, faultWords, KeptError, PlacedError, troubleOf } from "./fault.ts";
import { createBox } from "./js-view.ts";
import { totalOf } from "./result.ts";
import { isBlocked, lineOf, plainSignature, type Piece, type Scope } from "./scope.ts";

type JsCell = CellOf<"js">;

/** An error of the code at the place in the source where it was written. */
function placedCode(error: unknown, cell: JsCell): unknown {
  if (!(error instanceof CodeError)) return error;
  const { message, line, column } = error;
  const found =
    line === null ? null : sourceColumn(cell.source, cell.shifts, line, Math.max(column ?? 1, 1));
  const spot =
    line === null || found === null ? null : { cell: cell.id, line: line - 1, column: found };
  return new PlacedError(message, spot, { cause: error });
}

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

/**
 * A JavaScript cell: one variable runs its code in a cage and shows what it shows, one holds the
 * value for whoever reads it. A value that an input in the cage changes later is defined anew.
 */
export function jsPiece(container: Element, scope: Scope): Piece {
  const { module, states, environment, language, consent } = scope;
  const { cages } = environment;
  let cell: JsCell | null = null;
  let id = "";
  let cage: Cage | null = null;
  let running: AbortController | null = null;
  let last: { readonly error: unknown } | null = null;
  let outcome: Outcome = { kind: "value", value: null };
  let isRemoved = false;
  /** What it lacked when it was defined last. */
  let lacked: Lack | null = null;
  const lack = (): Lack | null => cell && consent.lack(cell, scope.cells);

  const words = (error: unknown): { readonly message: string } => {
    const trouble = troubleOf(error);
    const fault = faultOf(trouble, language(), lineOf(scope));
    if (trouble.kind !== "error") return fault;
    return { message: say(language(), "error.cell", faultWords(fault, language())) };
  };
  const fail = (error: unknown): void => {
    last = { error };
    const trouble = troubleOf(error);
    const canRunAgain = trouble.kind === "cage" || trouble.kind === "cancelled";
    box.offer(canRunAgain && !lacked ? "again" : null);
    states.stopped(id, trouble);
  };
  const shown = display(container, {
    onPending: () => states.waits(id),
    onShown: () => {
      last = null;
      if (lacked) states.asks(id);
      else states.done(id);
    },
    onError: (error) => {
      fail(error);
      return words(error);
    },
  });
  const box = createBox({
    document: environment.document,
    language,
    onStop: () => running?.abort(cancelled),
    onAgain: () => cell && define(cell),
    isStranger: consent.isStranger,
    onConsent: (asked) => consent.give(asked, scope.cells),
    // An editor shows the source itself.
    showsSource: !environment.showQueries,
  });
  const code = module.variable(shown.observer as never);
  const value = module.variable();

  const openCage = (): Cage => {
    if (!cages) throw new Error("missing cage");
    const made = cages.open({
      title: id,
      surroundings: () => ({ theme: cages.theme(), language: language() }),
      onWidth: () => runFor("width"),
      onSlow: (isSlow) => box.offer(isSlow ? "stop" : null),
      onFault: (error) => {
        if (isRemoved || !cell) return;
        const problem = placedCode(error, cell);
        fail(problem);
        shown.setError(words(problem));
      },
    });
    box.element.prepend(made.element);
    return made;
  };

  /** The value as it is now, for those who read it. */
  const defineValue = (): void => {
    value.define(id, [`${own.code}:${id}`], () => valueOf(outcome));
  };

  const run = async (job: JsCell, invalidation: Promise<void>, ...values: unknown[]) => {
    // What it reads may have come to hold a table of the reader's since it was defined.
    if (consent.lack(job, scope.cells)) {
      if (cell === job) define(job);
      return box.element;
    }
    const controller = new AbortController();
    void invalidation.then(() => controller.abort());
    running = controller;
    if (shown.container.firstElementChild !== box.element)
      shown.container.replaceChildren(box.element);
    box.setCut(cutOf(job.reads, values));
    states.runs(id);
    cage ??= openCage();
    const given = Object.fromEntries(job.reads.map((name, i) => [name, values[i]]));
    try {
      const { body, deadline } = job;
      const { signal } = controller;
      const onValue = (next: Outcome): void => {
        if (signal.aborted) return;
        outcome = next;
        defineValue();
      };
      outcome = await cage.run({ body, values: given, deadline }, { signal, onValue });
      box.offer(null);
      return box.element;
    } catch (error) {
      throw placedCode(error, job);
    } finally {
      if (running === controller) running = null;
    }
  };

  /** Nothing runs, and what reads it says so: for a fault in the source, or for want of consent. */
  const defineNothing = (name: string, isOff: boolean): void => {
    if (lacked) {
      cage?.close();
      cage?.element.remove();
      cage = null;
    }
    box.offer(isOff ? null : lacked);
    if (!isOff && shown.container.firstElementChild !== box.element)
      shown.container.replaceChildren(box.element);
    const refuse = (): never => {
      throw new Error(isOff ? "invalid cell: it has a fault" : "missing consent");
    };
    code.define(name, [], isOff ? refuse : () => box.element);
    value.define(id, [], refuse);
  };

  const define = (next: JsCell): void => {
    [cell, id] = [next, next.id];
    box.setSource(next);
    const name = `${own.code}:${id}`;
    const isOff = isBlocked(id, scope);
    lacked = lack();
    if (isOff || lacked) return defineNothing(name, isOff);
    box.offer(null);
    defineValue();
    code.define(
      name,
      ["invalidation", ...next.reads],
      (invalidation: Promise<void>, ...values: unknown[]) => run(next, invalidation, ...values),
    );
  };

  /** Runs again where the code asks for what has changed. */
  const runFor = (name: AmbientName): void => {
    if (!isRemoved && cell?.ambient.includes(name) && !lacked) define(cell);
  };
  const endings = [
    consent.listen(() => {
      if (cell && JSON.stringify(lack()) !== JSON.stringify(lacked)) define(cell);
    }),
    cages?.onTheme(() => {
      cage?.tellSurroundings();
      runFor("theme");
    }),
  ];

  return {
    kind: "js",
    get container() {
      return shown.container;
    },
    first: shown.first,
    define: (next) => define(next as JsCell),
    signature: plainSignature,
    run: () => {
      if (cell) define(cell);
    },
    cancel: () => running?.abort(cancelled),
    move: shown.move,
    setProblems: shown.setProblems,
    refresh() {
      box.refresh();
      if (last) shown.setError(words(last.error));
      cage?.tellSurroundings();
      runFor("language");
    },
    remove() {
      isRemoved = true;
      for (const end of endings) end?.();
      shown.stop();
      cage?.close();
      code.delete();
      value.delete();
    },
  };
}
