import { setKind } from "../notebook/editing.ts";
import { addBeside, addCell } from "./adding.ts";
import { createAsks } from "./asks.ts";
import type { Bench } from "./bench.ts";
import type { CellAction } from "./cell-menu.ts";
import type { Command } from "./keys.ts";
import { createMoves } from "./moves.ts";

/**
 * Does at a cell what was asked for there. False where nothing was done, so that the key keeps its
 * usual meaning.
 * @param command does what concerns the whole notebook
 */
export function createActs(
  bench: Bench,
  command: (name: Command) => boolean,
): (key: number, action: CellAction) => boolean {
  const { views, cells, indexOf } = bench;
  const moves = createMoves(bench);
  const asks = createAsks(bench);
  const hide = (key: number): void => {
    const view = views.get(key);
    if (!view) return;
    view.setHidden(!view.element.hasAttribute("data-hidden"));
    view.focus();
  };
  const acts: Partial<Record<Command | "stop" | "data" | "hide", (key: number) => void>> = {
    run: moves.run,
    runNext: moves.runNext,
    stop: (key) => bench.running().mounted.cancel(cells()[indexOf(key)]?.cell.id ?? ""),
    up: (key) => moves.move(key, -1),
    down: (key) => moves.move(key, 1),
    duplicate: moves.duplicate,
    delete: moves.remove,
    rename: (key) => void asks.rename(key),
    data: (key) => void asks.chooseData(key),
    format: (key) => void asks.format(key),
    hide,
    addAbove: (key) => addBeside(bench, key, 0),
    addBelow: (key) => addBeside(bench, key, 1),
    previousCell: (key) => views.focusAt(Math.max(indexOf(key) - 1, 0)),
    nextCell: (key) => views.focusAt(Math.min(indexOf(key) + 1, cells().length - 1)),
    firstCell: () => views.focusAt(0),
    lastCell: () => views.focusAt(cells().length - 1),
  };
  return (key, action) => {
    if (typeof action === "object") {
      if ("kind" in action) bench.change(setKind(bench.doc(), key, action.kind));
      else addCell(bench, action.add, indexOf(key) + (action.where === "below" ? 1 : 0));
      return true;
    }
    const act = acts[action];
    if (act) act(key);
    else return command(action as Command);
    return true;
  };
}
