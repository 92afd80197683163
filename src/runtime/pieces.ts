import type { CompiledCell } from "../notebook/index.ts";
import { chartPiece } from "./chart-cell.ts";
import { inputPiece } from "./input-cell.ts";
import { jsPiece } from "./js-cell.ts";
import { deferredPiece } from "./deferred.ts";
import { markdownPiece } from "./markdown-cell.ts";
import type { Piece, Scope } from "./scope.ts";
import { sqlPiece } from "./sql-cell.ts";

/** How each kind of cell runs. A statement has a place only where results are shown. */
const pieces: Readonly<Record<CompiledCell["kind"], (container: Element, scope: Scope) => Piece>> =
  {
    markdown: markdownPiece,
    sql: (container, scope) => sqlPiece(scope.environment.showQueries ? container : null, scope),
    chart: chartPiece,
    input: inputPiece,
    js: jsPiece,
  };

/** A cell that does not run yet: `define` starts it. */
export function createPiece(kind: CompiledCell["kind"], container: Element, scope: Scope): Piece {
  const piece = pieces[kind](container, scope);
  return scope.environment.sandboxes ? piece : deferredPiece(piece, container, scope);
}

/** Whether cells of a kind have a place of their own in the page. */
export function isShown({ kind }: CompiledCell, { environment }: Scope): boolean {
  return kind !== "sql" || environment.showQueries === true;
}
