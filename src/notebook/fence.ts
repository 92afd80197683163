import type { Lines } from "./lines.ts";
import type { CellKind } from "./types.ts";

/** Languages that make a fence a cell. */
export const cellLanguages = ["sql", "chart", "input", "js"] as const satisfies CellKind[];
export type CellLanguage = (typeof cellLanguages)[number];

/** An opening fence, after CommonMark 0.31 §4.5. */
export interface Fence {
  readonly marker: string;
  readonly info: string;
  /** Set where the fence opens a cell: three backticks at the line's beginning and a cell language. */
  readonly language: CellLanguage | null;
}

/** The fence that a line (without its end) opens, or null. */
export function openFence(line: string): Fence | null {
  const match = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/s.exec(line);
  if (match === null) return null;
  const [, indent = "", marker = "", info = ""] = match;
  const word = /^\S*/.exec(info)?.[0] ?? "";
  // Longer fences show cells as examples, indented ones belong to a list.
  const isCell = indent === "" && marker === "```";
  return {
    marker,
    info,
    language: isCell ? (cellLanguages.find((l) => l === word) ?? null) : null,
  };
}

/** The fence that a line opens, or null. */
export function fenceAt(lines: Lines, index: number): Fence | null {
  const sign = lines.sign(index);
  return sign === "`" || sign === "~" ? openFence(lines.line(index)) : null;
}

/** Whether a line (without its end) closes the fence. */
export function closesFence(line: string, fence: Pick<Fence, "marker">): boolean {
  // A pattern that looks for blanks at the end would look again from each blank of the line.
  const run = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1] ?? "";
  return run.length >= fence.marker.length && run.startsWith(fence.marker.charAt(0));
}

/** The line after `start` that closes the fence opened there, or null. */
export function closeOf(lines: Lines, start: number, fence: Pick<Fence, "marker">): number | null {
  const sign = fence.marker.charAt(0);
  for (let i = start + 1; lines.has(i); i++)
    if (lines.sign(i) === sign && closesFence(lines.line(i), fence)) return i;
  return null;
}
