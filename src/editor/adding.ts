import type { CellKind } from "../notebook/index.ts";
import { insertCell } from "../notebook/editing.ts";
import type { Bench } from "./bench.ts";
import { cellName } from "./cell.ts";
import { starter } from "./starters.ts";
import { editorText } from "../words/editor.ts";

/** Puts a new cell of a kind at a place, from 0, and the cursor into it. */
export function addCell(bench: Bench, kind: CellKind, index: number): void {
  const { language, cells } = bench;
  const before = new Set(cells().map(({ key }) => key));
  bench.change(insertCell(bench.doc(), index, starter(kind, cells(), index, language)));
  // Two texts side by side are one: then the one that took it has the focus.
  const made =
    cells().find(({ key }) => !before.has(key)) ?? cells()[Math.min(index, cells().length - 1)];
  if (!made) return;
  bench.views.get(made.key)?.source.focus({ from: 0, to: made.cell.source.length });
  bench.announce(editorText(language, "said.added", cellName(made.cell, language)));
}

/** Opens the menu of kinds before (0) or after (1) a cell. */
export function addBeside(bench: Bench, key: number, after: 0 | 1): void {
  const index = bench.indexOf(key) + after;
  const host = index === 0 ? bench.views.first : bench.views.at(index - 1)?.element;
  const button = host?.querySelector<HTMLElement>("[data-action=add]");
  button?.scrollIntoView({ block: "nearest" });
  button?.click();
}
