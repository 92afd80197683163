import type { DocumentCell } from "../notebook/editing.ts";

/** A heading of a text cell, or a cell by its name. */
export interface OutlineEntry {
  readonly key: number;
  readonly text: string;
  /** 1 to 6 for headings, 0 for cells. */
  readonly level: number;
  /** Line of the source, from 1. */
  readonly line: number;
}

function headings({ key, cell }: DocumentCell, language: "zh" | "en"): OutlineEntry[] {
  let shown: string | null = null;
  return cell.source.split(/\r\n|\r|\n/).flatMap((line, i) => {
    const [, attributes] = /^:::+\s*\{([^}]*)\}\s*$/.exec(line) ?? [];
    if (attributes !== undefined) shown = /lang=(\w+)/.exec(attributes)?.[1] ?? shown;
    else if (/^:::+\s*$/.test(line)) shown = null;
    const [, marks, text] = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line) ?? [];
    if (marks === undefined || text === undefined) return [];
    // A heading in the other language is the same heading once more.
    if (shown !== null && shown !== language) return [];
    return [{ key, text: text.replace(/\s*\{[^}]*\}$/, ""), level: marks.length, line: i + 1 }];
  });
}

/** What a notebook holds, in order: the headings of one language and the cells with a name. */
export function outlineOf(cells: readonly DocumentCell[], language: "zh" | "en"): OutlineEntry[] {
  return cells.flatMap((one) =>
    one.cell.kind === "markdown"
      ? headings(one, language)
      : [{ key: one.key, text: one.cell.id, level: 0, line: 1 }],
  );
}
