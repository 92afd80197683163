import { joint } from "../wide.ts";
import type { Run } from "./runs.ts";

/** Pieces of text that stand beside each other. */
export interface Row {
  readonly base: number;
  readonly size: number;
  /** From left to right, with wide gaps between. */
  readonly parts: readonly Run[];
}

/** Two pieces stand on one line where their feet are so near, in sizes of their font. */
const level = 0.45;
/** A gap as wide as a character parts cells or columns; one as wide as a space does not. */
const wideGap = 1.05;
const spaceGap = 0.18;

/** The lines of a page from top to bottom, across all columns. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const rows: { base: number; size: number; runs: Run[] }[] = [];
  for (const run of runs.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const row = rows.at(-1);
    if (row !== undefined && run.base - row.base < level * Math.max(run.size, row.size)) {
      row.runs.push(run);
      if (run.size > row.size) [row.size, row.base] = [run.size, run.base];
    } else rows.push({ base: run.base, size: run.size, runs: [run] });
  }
  return rows.map((row) => ({ base: row.base, size: row.size, parts: joined(row.runs) }));
}

/** Pieces put together as far as they stand together. */
function joined(runs: readonly Run[]): Run[] {
  const parts: Run[] = [];
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    const last = parts.at(-1);
    if (last === undefined) {
      parts.push(run);
      continue;
    }
    const size = Math.max(last.size, run.size);
    const gap = run.left - last.right;
    if (isTwice(last, run, size)) continue;
    if (gap > wideGap * size) parts.push(run);
    else {
      const between = gap > spaceGap * size ? joint(last.text, run.text) : "";
      const right = Math.max(last.right, run.right);
      parts[parts.length - 1] = { ...last, text: last.text + between + run.text, right, size };
    }
  }
  return parts;
}

/** Printed once more beside itself, to look bold. */
function isTwice(last: Run, run: Run, size: number): boolean {
  return (
    run.left - last.left < 0.2 * size &&
    last.text.startsWith(run.text) &&
    run.right <= last.right + 0.2 * size
  );
}

export const leftOf = ({ parts }: Row): number => parts[0]?.left ?? 0;
export const rightOf = ({ parts }: Row): number => parts.at(-1)?.right ?? 0;
export const textOf = ({ parts }: Row): string => parts.map(({ text }) => text).join(" ");
