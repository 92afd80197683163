import { textElements } from "../charts/index.ts";
import type { CellOf } from "./cells.ts";
import type { Spot } from "./fault.ts";
import { filledText } from "./inline.ts";
import type { Piece, Scope } from "./scope.ts";
import { resultsOf, shownPiece, type View } from "./shown.ts";

function view(cell: CellOf<"markdown">, scope: Scope): View {
  return {
    inputs: cell.reads,
    draw: (context, ...values) =>
      context.build.html(
        "div",
        { class: "prose" },
        textElements(
          filledText(cell.nodes, resultsOf(cell.reads, values, scope), context),
          context,
        ),
      ),
    spotOf: (message) => spotOf(cell, message),
  };
}

/** A value that no row has is named with its reference, whose place the compiler kept. */
function spotOf({ id, places }: CellOf<"markdown">, message: string): Spot | null {
  const reference = /: ([^:]+)$/.exec(message)?.[1] ?? "";
  const place = places?.[reference];
  return place ? { cell: id, line: place[0], column: place[1] } : null;
}

/** Text, with values of queries in it. */
export function markdownPiece(container: Element, scope: Scope): Piece {
  return shownPiece<CellOf<"markdown">>("markdown", container, scope, {
    view,
    isTolerant: true,
    isNameless: true,
  });
}
