import type { CellKind } from "../notebook/index.ts";
import { duplicateCell, insertCell, moveCell, removeCell } from "../notebook/editing.ts";
import type { Bench } from "./bench.ts";
import { cellName } from "./cell.ts";
import { isMac } from "./help.ts";
import { keyTable, keyText } from "./keys.ts";
import { starter } from "./starters.ts";
import { tell } from "./words.ts";

/** What is done with whole cells. */
export interface Moves {
  add(kind: CellKind, index: number): void;
  /** Opens the menu of kinds before (0) or after (1) a cell. */
  addBeside(key: number, after: 0 | 1): void;
  /** Writes into the source that had the focus last, else into a new query at the end. */
  insert(text: string): void;
  /** Puts a query of a table at the end, unless one reads it already. */
  ask(table: string): void;
  remove(key: number): void;
  move(key: number, by: 1 | -1): void;
  duplicate(key: number): void;
  run(key: number): void;
  /** Runs a cell and goes to the next, which is made where there is none. */
  runNext(key: number): void;
  focusCell(index: number): void;
}

export function createMoves(bench: Bench): Moves {
  const { language } = bench;
  const add = (kind: CellKind, index: number): void => {
    const before = new Set(bench.cells().map(({ key }) => key));
    bench.change(insertCell(bench.doc(), index, starter(kind, bench.cells(), index, language)));
    // Two texts side by side are one: then the one that took it has the focus.
    const made =
      bench.cells().find(({ key }) => !before.has(key)) ??
      bench.cells()[Math.min(index, bench.cells().length - 1)];
    if (!made) return;
    bench.views.get(made.key)?.source.focus({ from: 0, to: made.cell.source.length });
    bench.announce(tell(language, "said.added", cellName(made.cell, language)));
  };

  /** The cell in whose source the cursor was last. */
  let typedIn: number | null = null;
  bench.root.addEventListener("focusin", () => {
    for (const [key, view] of bench.views) if (view.source.hasFocus) typedIn = key;
  });
  const insert = (text: string): void => {
    const source = typedIn === null ? undefined : bench.views.get(typedIn)?.source;
    if (source) {
      source.insert(text);
      source.focus();
      return;
    }
    query(text);
    focusCell(bench.cells().length - 1);
  };
  const query = (table: string): void => {
    const source = `SELECT * FROM ${table} LIMIT 100`;
    bench.change(insertCell(bench.doc(), bench.cells().length, { kind: "sql", source }));
  };
  const ask = (table: string): void => {
    const words = ({ source }: { readonly source: string }): string[] =>
      source.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
    const isAsked = bench
      .cells()
      .some(({ cell }) => cell.kind === "sql" && words(cell).includes(table.toLowerCase()));
    if (!isAsked) query(table);
  };

  const remove = (key: number): void => {
    const index = bench.indexOf(key);
    const cell = bench.cells()[index]?.cell;
    if (!cell) return;
    bench.change(removeCell(bench.doc(), key));
    focusCell(Math.min(index, bench.cells().length - 1));
    const keys = keyText(keyTable.undo.keys[0], { mac: isMac() });
    bench.announce(tell(language, "said.deleted", cellName(cell, language), keys));
  };

  const focusCell = (index: number): void => {
    const view = bench.views.get(bench.cells()[index]?.key ?? -1);
    if (view) view.focus();
    else bench.insertFirst.querySelector("button")?.focus();
  };

  const move = (key: number, by: 1 | -1): void => {
    const view = bench.views.get(key);
    const inSource = view?.source.hasFocus ?? false;
    bench.change(moveCell(bench.doc(), key, bench.indexOf(key) + by));
    if (inSource) view?.source.focus();
    else view?.focus();
    const cell = bench.cells()[bench.indexOf(key)]?.cell;
    if (!cell) return;
    const name = cellName(cell, language);
    bench.announce(
      tell(language, "said.moved", name, bench.indexOf(key) + 1, bench.cells().length),
    );
  };

  const duplicate = (key: number): void => {
    bench.change(duplicateCell(bench.doc(), key));
    focusCell(bench.indexOf(key) + 1);
  };

  const run = (key: number): void => {
    const cell = bench.cells()[bench.indexOf(key)];
    if (!cell) return;
    const wasEdited = bench.cells().some(bench.isEdited);
    const isSame = !bench.isEdited(cell);
    if (wasEdited) bench.update();
    // What did not change runs because somebody asked.
    if (isSame) bench.mounted().run(cell.cell.id);
    bench.announce(tell(language, "said.running", cellName(cell.cell, language)));
  };

  const runNext = (key: number): void => {
    const inSource = bench.views.get(key)?.source.hasFocus ?? false;
    run(key);
    const index = bench.indexOf(key) + 1;
    if (index >= bench.cells().length)
      return add(bench.cells()[index - 1]?.cell.kind ?? "sql", index);
    const next = bench.views.get(bench.cells()[index]?.key ?? -1);
    if (inSource) next?.source.focus();
    next?.focus();
    if (inSource) next?.source.focus();
  };

  /** Opens the menu of kinds at the place. */
  const addBeside = (key: number, after: 0 | 1): void => {
    const index = bench.indexOf(key) + after;
    const host =
      index === 0
        ? bench.insertFirst
        : bench.views.get(bench.cells()[index - 1]?.key ?? -1)?.element;
    const button = host?.querySelector<HTMLElement>("[data-action=add]");
    button?.scrollIntoView({ block: "nearest" });
    button?.click();
  };

  return { add, addBeside, insert, ask, remove, move, duplicate, run, runNext, focusCell };
}
