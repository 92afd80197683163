import { say } from "../words/index.ts";
import type { CellOf } from "./cells.ts";
import type { Lack } from "./consent.ts";
import { display, type Display } from "./display.ts";
import { faultOf, faultWords, troubleOf } from "./fault.ts";
import { createBox, type Box } from "./js-view.ts";
import { lineOf, type Scope } from "./scope.ts";

/** What a js cell shows: its box with the sandbox in it, or what is wrong. */
export interface JsShown {
  readonly display: Display;
  readonly box: Box;
  /** What the cell lacked when it was defined last; null where it may run. */
  readonly lack: Lack | null;
  setCell(cell: CellOf<"js">, lack: Lack | null): void;
  /** Puts the box in its place, whatever stands there. */
  showBox(): void;
  /** Something went wrong after the code was through. */
  fail(error: unknown): void;
  /** Says all again in the present language. */
  refresh(): void;
}

export interface JsShownOptions {
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

export function createJsShown(
  container: Element,
  scope: Scope,
  { onStop, onAgain }: JsShownOptions,
): JsShown {
  const { states, environment, language, consent } = scope;
  let id = "";
  let lack: Lack | null = null;
  let last: { readonly error: unknown } | null = null;

  const words = (error: unknown): { readonly message: string } => {
    const trouble = troubleOf(error);
    const fault = faultOf(trouble, language(), lineOf(scope));
    if (trouble.kind !== "error") return fault;
    return { message: say(language(), "error.cell", faultWords(fault, language())) };
  };
  const note = (error: unknown): void => {
    last = { error };
    const trouble = troubleOf(error);
    const canRunAgain = trouble.kind === "sandbox" || trouble.kind === "cancelled";
    box.offer(canRunAgain && !lack ? "again" : null);
    states.stopped(id, trouble);
  };
  const shown = display(container, {
    onPending: () => states.waits(id),
    onShown: () => {
      last = null;
      if (lack) states.asks(id);
      else states.done(id);
    },
    onError: (error) => {
      note(error);
      return words(error);
    },
  });
  const box = createBox({
    document: environment.document,
    language,
    onStop,
    onAgain,
    isStranger: consent.isStranger,
    onConsent: (asked) => consent.give(asked, scope.cells),
    // An editor shows the source itself.
    showsSource: !environment.showQueries,
  });
  return {
    display: shown,
    box,
    get lack() {
      return lack;
    },
    setCell(cell, lacked) {
      [id, lack] = [cell.id, lacked];
      box.setSource(cell);
    },
    showBox() {
      if (shown.container.firstElementChild !== box.element)
        shown.container.replaceChildren(box.element);
    },
    fail(error) {
      note(error);
      shown.setError(words(error));
    },
    refresh() {
      box.refresh();
      if (last) shown.setError(words(last.error));
    },
  };
}
