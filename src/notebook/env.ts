import type { Env } from "markdown-it";
import { most } from "./limits.ts";

/** A fault found while Markdown is read. */
export interface MarkdownFault {
  readonly message: string;
  /** Line in the Markdown, from 0. */
  readonly line: number;
  /** What to look for from that line on; "" where the whole line is meant. */
  readonly text: string;
}

/** What one reading of Markdown carries along. */
export function createEnv(): Env & { readonly faults: MarkdownFault[] } {
  return { faults: [] };
}

export function report(env: Env, message: string, line: number, text = ""): void {
  const { faults } = env;
  if (Array.isArray(faults) && faults.length <= most.problems)
    faults.push({ message, line, text } satisfies MarkdownFault);
}
