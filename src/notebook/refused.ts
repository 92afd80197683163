import { parseFront } from "./front.ts";
import { problem } from "./problem.ts";
import type { CompiledNotebook, NotebookProblem } from "./types.ts";

export interface CompileResult {
  /** What could be compiled; plain JSON. */
  readonly compiled: CompiledNotebook;
  /** All faults of the file, in order of place. */
  readonly problems: readonly NotebookProblem[];
}

/** What is left of a notebook that was not compiled: its front matter, and why. */
export function refusedNotebook(text: string, slug: string, why: string): CompileResult {
  const { front } = parseFront(text, slug);
  return { compiled: { slug, front, cells: [] }, problems: why === "" ? [] : [problem(why, 1)] };
}
