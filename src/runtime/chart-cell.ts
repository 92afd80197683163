import { figure, type Variant } from "../charts/index.ts";
import { MOST_MARKS, MOST_ROWS, type CellOf } from "./cells.ts";
import { own } from "./environment.ts";
import { spotOfKey } from "./fault.ts";
import { inline } from "./inline.ts";
import { firstRows, shortened } from "./result.ts";
import type { Piece, Scope } from "./scope.ts";
import { resultsOf, shownPiece, type View } from "./shown.ts";

/** The reader's choice is shown at once and told; where nobody listens there is none. */
function togetherListener(id: string, { environment, together: knob }: Scope) {
  const { onTogether } = environment;
  if (!onTogether) return undefined;
  return (together: boolean): void => {
    knob.set(id, together);
    onTogether(id, together);
  };
}

/** The grammar of graphics groups and bins; the other types draw an element of every row. */
function mostOf({ spec }: CellOf<"chart">): number {
  return spec["type"] === "plot" ? MOST_ROWS : MOST_MARKS;
}

function view(cell: CellOf<"chart">, scope: Scope): View {
  const { state } = scope.environment;
  return {
    inputs: [`${own.variants}:${cell.id}`, `${own.together}:${cell.id}`, ...cell.reads],
    draw: (context, variants, together, ...values) => {
      const results = resultsOf(cell.reads, values, scope);
      const text = (key: string) =>
        inline(cell.texts[key]?.[context.language] ?? [], results, context);
      const rows = firstRows(results.get(cell.data ?? "") ?? [], mostOf(cell));
      const subtitle = text("subtitle");
      const note = [...text("note"), ...shortened(rows, context)];
      return figure(
        cell.spec,
        rows,
        {
          id: cell.id,
          title: text("title"),
          subtitle: subtitle.length > 0 ? subtitle : null,
          note: note.length > 0 ? note : null,
          state,
          variants: variants as readonly Variant[],
          together: together === true,
          onTogether: togetherListener(cell.id, scope),
        },
        context,
      );
    },
    spotOf: (message) => spotOfKey(cell.id, cell.source, message),
  };
}

export function chartPiece(container: Element, scope: Scope): Piece {
  const piece = shownPiece<CellOf<"chart">>("chart", container, scope, { view });
  const { variants, together, environment } = scope;
  let id = "";
  return {
    ...piece,
    get container() {
      return piece.container;
    },
    define(cell) {
      if (cell.id !== id) {
        id = cell.id;
        variants.set(id, environment.variants(piece.container ?? container));
        together.set(id, environment.together?.includes(id) ?? false);
      }
      piece.define(cell);
    },
    remove() {
      piece.remove();
      variants.remove(id);
      together.remove(id);
    },
  };
}
