import { RuntimeError } from "@observablehq/runtime";
import type { ChartContext } from "../charts/index.ts";
import { say } from "../words/index.ts";
import type { CompiledCell } from "../notebook/index.ts";
import { display, type Display, type Problem } from "./display.ts";
import { own } from "./environment.ts";
import { faultOf, faultWords, troubleOf, type Spot, type Trouble } from "./fault.ts";
import type { Results } from "./inline.ts";
import { asRows } from "./js-value.ts";
import { problemText } from "./problem-text.ts";
import { isBlocked, lineOf, plainSignature, type Piece, type Scope } from "./scope.ts";
import type { ResultFacts } from "./state.ts";

/** What a shown cell reads besides the context, and how it becomes an element. */
export interface View {
  readonly inputs: readonly string[];
  readonly draw: (context: ChartContext, ...values: unknown[]) => Element | Promise<Element>;
  /** Where an error of `draw` was written; null where it does not tell. */
  readonly spotOf?: (message: string) => Spot | null;
}

/** What a cell with a fault in its source shows: nothing new. */
const blocked: View = {
  inputs: [],
  draw: () => {
    throw new Error("invalid cell: it has a fault");
  },
};

/** @throws Error where a js cell's value is no list of objects */
export function resultsOf(
  reads: readonly string[],
  values: readonly unknown[],
  { cells }: Pick<Scope, "cells">,
): Results {
  const rowsOf = (name: string, value: unknown) => asRows(name, value, cells.get(name)?.kind);
  return new Map(reads.map((name, i) => [name, rowsOf(name, values[i])]));
}

/** A variable that shows an element in a place. */
export interface ShownVariable {
  readonly display: Display;
  define(id: string, view: View): void;
  rename(id: string): void;
  /** Says the error again, in the present language. */
  refresh(): void;
  remove(): void;
}

export interface ShownVariableOptions {
  /**
   * What else than this variable tells of the cell's troubles, and what it last said was wrong.
   * By default they are this variable's own.
   */
  readonly told?: () => Trouble;
  /** What is to be known of the result that is shown; null for nothing. */
  readonly facts?: () => ResultFacts | null;
  /** What the reader can do about it; null for nothing. */
  readonly remedy?: () => Problem["action"];
}

export function shownVariable(
  container: Element,
  scope: Scope,
  { told, facts, remedy }: ShownVariableOptions = {},
): ShownVariable {
  const { states, environment, language } = scope;
  let id = "";
  let view: View = blocked;
  let last: { readonly error: unknown } | null = null;
  let drawing: unknown = null;
  const words = (error: unknown): string => {
    const trouble = (error === drawing ? null : told?.()) ?? troubleOf(error, view.spotOf);
    const fault = faultOf(trouble, language(), lineOf(scope));
    const isOwn = trouble.kind === "error" || trouble.kind === "engine";
    // What cannot be read of a js cell has words of its own.
    if (trouble.kind === "kept") return fault.message;
    // Where the query that failed is not shown, its reader has to say what it is.
    if (environment.showQueries && !isOwn) return fault.message;
    const raw = error instanceof Error ? error.message : String(error);
    const message = environment.showQueries
      ? faultWords(fault, language())
      : problemText(raw, language());
    return say(language(), "error.cell", message);
  };
  const problem = (error: unknown): Problem => ({ message: words(error), action: remedy?.() });
  const shown = display(container, {
    onPending: () => {
      if (!told) states.waits(id);
    },
    onShown: () => {
      [last, drawing] = [null, null];
      // Only what stands there is done: until then the former result does.
      states.done(id, facts?.());
    },
    onError: (error) => {
      last = { error };
      // Told by another, and yet it came: this variable's own fault, while it drew.
      const isDrawing = told !== undefined && !(error instanceof RuntimeError);
      if (!told || isDrawing) states.stopped(id, troubleOf(error, view.spotOf));
      drawing = isDrawing ? error : null;
      // What was shown before would stand there as if it were the answer.
      if (isDrawing) shown.clear();
      return problem(error);
    },
  });
  const variable = scope.module.variable(shown.observer as never);
  /** Of the drawing that stands, or is being made. */
  let current: object | null = null;
  /** Draws, and hears of what goes wrong later in what was drawn, as on its next page. */
  const draw = (context: ChartContext, ...values: unknown[]): Element | Promise<Element> => {
    const mine = {};
    current = mine;
    const failed = (error: unknown): void => {
      if (current === mine) shown.observer.rejected?.(error, null);
    };
    return view.draw({ ...context, failed }, ...values);
  };
  return {
    display: shown,
    define(nextId, nextView) {
      [id, view] = [nextId, nextView];
      variable.define(null, [own.context, ...view.inputs], draw);
    },
    rename: (next) => {
      id = next;
    },
    refresh: () => {
      if (last) shown.setError(problem(last.error));
    },
    remove() {
      shown.stop();
      variable.delete();
    },
  };
}

export interface ShownOptions<C extends CompiledCell> {
  readonly view: (cell: C, scope: Scope) => View;
  /** True for what is drawn whatever its source says wrong, as text is. Default false. */
  readonly isTolerant?: boolean;
  /** True where the output does not tell the cell's id. Default false. */
  readonly isNameless?: boolean;
}

/** A cell that is only drawn: a text or a chart. */
export function shownPiece<C extends CompiledCell>(
  kind: C["kind"],
  container: Element,
  scope: Scope,
  { view, isTolerant = false, isNameless = false }: ShownOptions<C>,
): Piece {
  let cell: C | null = null;
  const variable = shownVariable(container, scope);
  const define = (next: C): void => {
    cell = next;
    const isOff = !isTolerant && isBlocked(next.id, scope);
    variable.define(next.id, isOff ? blocked : view(next, scope));
  };
  return {
    kind,
    get container() {
      return variable.display.container;
    },
    first: variable.display.first,
    define: (next) => define(next as C),
    signature: plainSignature,
    ...(isNameless ? { rename: variable.rename } : {}),
    run: () => {
      if (cell) define(cell);
    },
    cancel: () => {},
    move: variable.display.move,
    setProblems: variable.display.setProblems,
    refresh: variable.refresh,
    remove: variable.remove,
  };
}
