import type { Child } from "../dom/index.ts";
import { needsGrammar, type PlotModule, type Variant } from "../charts/index.ts";
import { MOST_MARKS, MOST_ROWS, MOST_TABLE_ROWS, type CellOf } from "./cells.ts";
import { filterText, isBound, neutralTitle, type Ground } from "./bound.ts";
import { drawnChart, type ChartText } from "./drawn.ts";
import { own } from "./environment.ts";
import { spotOfKey } from "./fault.ts";
import { inPieces } from "./in-pieces.ts";
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
  if (spec["type"] === "plot") return MOST_ROWS;
  return spec["type"] === "table" ? MOST_TABLE_ROWS : MOST_MARKS;
}

/** A text of a chart; one that speaks of rows which are not drawn gives way to a neutral one. */
function textOf(key: ChartText, ground: Ground): Child[] {
  const { cell, results, scope, context } = ground;
  if (key === "filtered") return [filterText(cell, scope, context)].filter((text) => text !== null);
  const nodes = cell.texts[key]?.[context.language] ?? [];
  if (isBound(nodes, ground)) return inline(nodes, results, context);
  return key === "title" ? [neutralTitle(ground)] : [];
}

function view(cell: CellOf<"chart">, scope: Scope): View {
  const { state } = scope.environment;
  const inputs = [`${own.variants}:${cell.id}`, `${own.together}:${cell.id}`, ...cell.reads];
  const isGeneral = needsGrammar(cell.spec);
  return {
    inputs: isGeneral ? [...inputs, own.grammar] : inputs,
    draw: (context, variants, together, ...values) => {
      // Behind what the cell reads, so that only a chart that needs it waits for it.
      const grammar = isGeneral ? (values.at(-1) as PlotModule) : undefined;
      const results = resultsOf(cell.reads, values, scope);
      const rows = firstRows(results.get(cell.data ?? "") ?? [], mostOf(cell));
      const drawn = drawnChart({
        id: cell.id,
        spec: cell.spec,
        rows,
        results,
        together: together === true,
        grammar,
        text: (key, context) => [
          ...textOf(key, { cell, rows, results, scope, context }),
          ...(key === "note" ? shortened(rows, context) : []),
        ],
      });
      scope.charts.set(cell.id, drawn);
      return inPieces(context, (pausing) =>
        drawn.figure(pausing, {
          variants: variants as readonly Variant[],
          state,
          onTogether: togetherListener(cell.id, scope),
          download: true,
          code: cell.spec["code"] === true ? cell.source : undefined,
          actions: scope.environment.actions?.(cell.id, context),
        }),
      );
    },
    spotOf: (message) => spotOfKey(cell.id, cell.source, message),
  };
}

export function chartPiece(container: Element, scope: Scope): Piece {
  const piece = shownPiece<CellOf<"chart">>("chart", container, scope, { view });
  const { variants, together, charts, environment } = scope;
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
      charts.delete(id);
    },
  };
}
