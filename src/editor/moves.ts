import { duplicateCell, moveCell, removeCell } from "../notebook/editing.ts";
import { addCell } from "./adding.ts";
import type { Bench } from "./bench.ts";
import { cellName } from "./cell.ts";
import { isMac } from "./help.ts";
import { keyTable, keyText } from "./keys.ts";
import { editorText } from "../words/editor.ts";

/** What is done with whole cells. */
export interface Moves {
  remove(key: number): void;
  move(key: number, by: 1 | -1): void;
  duplicate(key: number): void;
  run(key: number): void;
  /** Runs a cell and goes to the next, which is made where there is none. */
  runNext(key: number): void;
}

export function createMoves(bench: Bench): Moves {
  const { language, views, cells, indexOf, announce } = bench;
  const run = (key: number): void => {
    const cell = cells()[indexOf(key)];
    if (!cell) return;
    const { mounted, update } = bench.running();
    // What did not change runs because somebody asked.
    const isSame = !bench.isEdited(cell);
    const again = (): void => {
      if (isSame) mounted.run(cell.cell.id);
    };
    if (cells().some(bench.isEdited)) update(again);
    else again();
    announce(editorText(language, "said.running", cellName(cell.cell, language)));
  };

  return {
    remove(key) {
      const index = indexOf(key);
      const cell = cells()[index]?.cell;
      if (!cell) return;
      bench.change(removeCell(bench.doc(), key));
      views.focusAt(Math.min(index, cells().length - 1));
      const keys = keyText(keyTable.undo.keys[0], { mac: isMac() });
      announce(editorText(language, "said.deleted", cellName(cell, language), keys));
    },
    move(key, by) {
      const view = views.get(key);
      const inSource = view?.source.hasFocus ?? false;
      bench.change(moveCell(bench.doc(), key, indexOf(key) + by));
      if (inSource) view?.source.focus();
      else view?.focus();
      const cell = cells()[indexOf(key)]?.cell;
      if (!cell) return;
      const name = cellName(cell, language);
      announce(editorText(language, "said.moved", name, indexOf(key) + 1, cells().length));
    },
    duplicate(key) {
      bench.change(duplicateCell(bench.doc(), key));
      views.focusAt(indexOf(key) + 1);
    },
    run,
    runNext(key) {
      const inSource = views.get(key)?.source.hasFocus ?? false;
      run(key);
      const index = indexOf(key) + 1;
      if (index >= cells().length)
        return addCell(bench, cells()[index - 1]?.cell.kind ?? "sql", index);
      const next = views.at(index);
      if (inSource) next?.source.focus();
      next?.focus();
      if (inSource) next?.source.focus();
    },
  };
}
