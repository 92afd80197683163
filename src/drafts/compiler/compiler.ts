import { openDocument, refusedNotebook, type CompileResult } from "../../notebook/editing.ts";
import type { KitImport } from "../../notebook/kit/index.ts";
import type { DecodedLink } from "../link/link.ts";
import { createLine } from "./line.ts";
import { spawnWorker, type CompileWorker } from "./spawn.ts";

/**
 * Reads what anybody may have written, off the page's thread and within a deadline. Nothing here
 * rejects: what takes too long says so.
 */
export interface Compiler {
  /** As `compileNotebook`; a cell that takes too long is left out and says so. */
  compile(text: string, options: { readonly slug: string }): Promise<CompileResult>;
  /** As `decodeLink`. */
  link(fragment: string, origin: string | null): Promise<DecodedLink>;
  /** As `fromKit`. */
  kit(html: string, options: { readonly slug: string }): Promise<KitImport>;
  close(): void;
}

/** How long a job may take, in ms; an ordinary notebook takes some ten. */
const DEADLINE = 3000;
/** How often a notebook is begun again without the cell that took too long. */
const TRIES = 3;
/** How many cells that took too long are known again. */
const KNOWN = 100;

export function createCompiler({
  spawn = spawnWorker,
  deadline = DEADLINE,
}: { readonly spawn?: () => CompileWorker; readonly deadline?: number } = {}): Compiler {
  const line = createLine(spawn);
  /** Cells that took too long, as they stand in the file: they are not tried at each edit. */
  const slow = new Set<string>();
  /** What is asked while another is being compiled; newer text takes its place. */
  let waiting: { text: string; readonly result: Promise<CompileResult> } | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  const attempt = async (text: string, slug: string): Promise<CompileResult> => {
    const { cells } = openDocument(text, { slug });
    for (let tries = 0; tries < TRIES; tries++) {
      const skip = cells.flatMap(({ cell }) => (slow.has(cell.raw) ? [cell.line] : []));
      // What is begun again has less time, so that the answer does not wait for ever.
      const time = tries === 0 ? deadline : deadline / 3;
      const outcome = await line.run("compile", { text, slug, skip }, time);
      if (outcome.kind === "done") return outcome.give;
      if (outcome.kind === "failed") return refusedNotebook(text, slug, outcome.message);
      const held = cells.find(({ cell }) => cell.line === outcome.line);
      if (!held || slow.size >= KNOWN) break;
      slow.add(held.cell.raw);
    }
    return refusedNotebook(text, slug, "too slow: the notebook cannot be read in time");
  };

  return {
    compile(text, { slug }) {
      if (waiting) waiting.text = text;
      else {
        const result = busy.then(() => {
          const newest = waiting?.text ?? text;
          waiting = null;
          return attempt(newest, slug);
        });
        busy = result;
        waiting = { text, result };
      }
      return waiting.result;
    },
    async link(fragment, origin) {
      const outcome = await line.run("link", { fragment, origin }, deadline);
      if (outcome.kind === "done") return outcome.give;
      return { ok: false, reason: "too_slow", detail: "" };
    },
    async kit(html, { slug }) {
      const outcome = await line.run("kit", { html, slug }, deadline);
      if (outcome.kind === "done") return outcome.give;
      const message = outcome.kind === "failed" ? outcome.message : "too slow: it cannot be read";
      return { ok: false, problems: [{ message, cell: null, line: 1, column: 1 }] };
    },
    close: line.close,
  };
}
