import type { CompiledCell } from "../notebook/index.ts";
import { laterElement, readsLaterElement } from "./js-view.ts";
import type { Piece, Scope } from "./scope.ts";

/** Whether a cell is JavaScript, or reads some, directly or not. */
function needsSandbox(
  cell: CompiledCell,
  cells: Scope["cells"],
  seen = new Set<string>(),
): boolean {
  if (cell.kind === "js") return true;
  if (seen.has(cell.id)) return false;
  seen.add(cell.id);
  return cell.reads.some((id) => {
    const read = cells.get(id);
    return read !== undefined && needsSandbox(read, cells, seen);
  });
}

/**
 * A piece where no JavaScript runs, as in the build: what needs it says that it comes later, and
 * everything else is as it would be.
 */
export function deferredPiece(piece: Piece, container: Element, scope: Scope): Piece {
  const { environment, language, cells } = scope;
  let cell: CompiledCell | null = null;
  let isLater = false;
  const show = (): void => {
    if (!cell || !isLater || piece.container === null) return;
    const { document } = environment;
    const element =
      cell.kind === "js"
        ? laterElement(document, language(), cell)
        : readsLaterElement(document, language());
    container.replaceChildren(element);
  };
  return {
    ...piece,
    get container() {
      return piece.container;
    },
    get first() {
      return isLater ? Promise.resolve() : piece.first;
    },
    define(next) {
      cell = next;
      isLater = needsSandbox(next, cells);
      if (isLater) show();
      else piece.define(next);
    },
    run: () => {
      if (!isLater) piece.run();
    },
    move(next) {
      container = next;
      piece.move(next);
    },
    refresh() {
      if (isLater) show();
      else piece.refresh();
    },
  };
}
