import { CodeError, type Sandbox, type Outcome } from "../sandbox/index.ts";
import { sourceColumn } from "../notebook/index.ts";
import { cancelled } from "./cancel.ts";
import type { CellOf } from "./cells.ts";
import { PlacedError } from "./fault.ts";
import { until, type Scope } from "./scope.ts";

type JsCell = CellOf<"js">;

export interface JsRunsOptions {
  /** Where the sandbox is shown. */
  readonly place: Element;
  readonly onWidth: () => void;
  readonly onSlow: (isSlow: boolean) => void;
  /** The sandbox or a listener failed after the code was through. */
  readonly onFault: (error: Error) => void;
}

export interface JsRunOptions {
  /** Settles when the run is of no use any more. */
  readonly invalidation: Promise<void>;
  /** An input in the cell has another value. */
  readonly onValue: (outcome: Outcome) => void;
}

/** The runs of one js cell: one at a time, in a sandbox that is opened by the first. */
export interface JsRuns {
  /** @throws PlacedError for an error of the code, at its place in the source */
  run(cell: JsCell, values: readonly unknown[], options: JsRunOptions): Promise<Outcome>;
  cancel(): void;
  /** Tells theme and language anew. */
  tellSurroundings(): void;
  close(): void;
}

/** An error of the code at the place in the source where it was written. */
export function placedCode(error: unknown, cell: JsCell): unknown {
  if (!(error instanceof CodeError)) return error;
  const { message, line, column } = error;
  const found =
    line === null ? null : sourceColumn(cell.source, cell.shifts, line, Math.max(column ?? 1, 1));
  const spot =
    line === null || found === null ? null : { cell: cell.id, line: line - 1, column: found };
  return new PlacedError(message, spot, { cause: error });
}

export function createJsRuns({ environment, language }: Scope, options: JsRunsOptions): JsRuns {
  const { sandboxes } = environment;
  const { place, onWidth, onSlow, onFault } = options;
  let sandbox: Sandbox | null = null;
  let running: AbortController | null = null;

  const open = (title: string): Sandbox => {
    if (!sandboxes) throw new Error("missing sandbox");
    const made = sandboxes.open({
      title,
      surroundings: () => ({ theme: sandboxes.theme(), language: language() }),
      onWidth,
      onSlow,
      onFault,
    });
    place.prepend(made.element);
    return made;
  };
  return {
    async run(cell, values, { invalidation, onValue }) {
      const controller = until(invalidation);
      const { signal } = controller;
      running = controller;
      const given = Object.fromEntries(cell.reads.map((name, i) => [name, values[i]]));
      const { body, deadline } = cell;
      try {
        sandbox ??= open(cell.id);
        return await sandbox.run(
          { body, values: given, deadline },
          {
            signal,
            onValue: (outcome) => {
              if (!signal.aborted) onValue(outcome);
            },
          },
        );
      } catch (error) {
        throw placedCode(error, cell);
      } finally {
        if (running === controller) running = null;
      }
    },
    cancel: () => running?.abort(cancelled),
    tellSurroundings: () => sandbox?.tellSurroundings(),
    close() {
      sandbox?.close();
      sandbox = null;
    },
  };
}
