import type { CompileResult, NotebookDocument } from "../notebook/editing.ts";
import type { Compile } from "./options.ts";

/** The document as it was when its compiling was asked for, and what that gave. */
interface Compiled {
  readonly of: NotebookDocument;
  readonly result: CompileResult;
  /** Whether it is to run, not only to be checked. */
  readonly isRun: boolean;
}

/** Compiles the document as it is, for whoever waits; only the newest answer counts. */
export interface Compiling {
  /** Tells what is wrong. */
  check(): void;
  /** Tells what is wrong and runs what changed, then does the other thing. */
  run(then?: () => void): Promise<void>;
  stop(): void;
}

export function createCompiling(
  compile: Compile,
  doc: () => NotebookDocument,
  onResult: (compiled: Compiled) => void,
): Compiling {
  let asked = 0;
  let isRun = false;
  let after: (() => void)[] = [];
  const take = (own: number, of: NotebookDocument, result: CompileResult): void => {
    // A run that was asked for before goes with the newer answer.
    if (own !== asked) return;
    const [runs, acts] = [isRun, after];
    [isRun, after] = [false, []];
    onResult({ of, result, isRun: runs });
    for (const act of acts) act();
  };
  const ask = (): Promise<void> => {
    const own = ++asked;
    const of = doc();
    const result = compile(of.text, { slug: of.slug });
    if (result instanceof Promise) return result.then((given) => take(own, of, given));
    take(own, of, result);
    return Promise.resolve();
  };
  return {
    check: () => void ask(),
    run(then) {
      isRun = true;
      if (then) after.push(then);
      return ask();
    },
    stop: () => void asked++,
  };
}
