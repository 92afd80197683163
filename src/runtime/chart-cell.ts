import {
  type ChartContext,
  needsGrammar,
  type PlotModule,
  type Variant,
  type Whole,
} from "../charts/index.ts";
import type { RichText, Row } from "../figures/index.ts";
import { resultColumns, toRows } from "../engine/index.ts";
import { formatNumber, say } from "../words/index.ts";
import type { CellOf } from "./cells.ts";
import { filterText, isBound, neutralTitle, type Ground } from "./bound.ts";
import { drawnChart, type ChartText, type DrawnChart } from "./drawn.ts";
import { own } from "./environment.ts";
import { spotOfKey } from "./fault.ts";
import { inPieces } from "./in-pieces.ts";
import { filledText, type Results } from "./inline.ts";
import { answerOf, totalOf } from "./result.ts";
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

/** The page hears what the reader pins, now or once it is live; on a page of its own nobody does. */
function withPins(context: ChartContext, { environment, pins }: Scope): ChartContext {
  const onPin = pins.onPin ?? (environment.state === "static" ? "waiting" : undefined);
  return onPin ? { ...context, onPin } : context;
}

/** A query that is not read whole, as the grammar may ask about all of its rows. */
function wholeOf(rows: readonly Row[]): Whole | null {
  const answer = answerOf(rows);
  const ask = answer?.ask;
  if (!ask) return null;
  const columns = resultColumns(answer.table);
  const asked: Whole["ask"] = async (write) => toRows(await ask(write));
  return { total: totalOf(rows), columns, ask: asked };
}

/** Only the grammar asks about rows that were not read; no other chart draws a part of them. */
function checkWhole(rows: readonly Row[], { language }: ChartContext): void {
  const total = totalOf(rows);
  if (total === rows.length) return;
  const [all, most] = [total, rows.length].map((value) => formatNumber(value, language));
  throw new Error(say(language, "limit.read", all ?? "", most ?? ""));
}

/** Those of a chart's queries that are not read whole, by the name that its marks give them. */
function wholesOf(
  { data, reads }: CellOf<"chart">,
  results: Results,
  context: ChartContext,
): Map<string | null, Whole> {
  const named: [string | null, string][] = reads.map((name) => [name, name]);
  if (data) named.push([null, data]);
  return new Map(
    named.flatMap(([key, name]) => {
      const whole = wholeOf(results.get(name) ?? []);
      if (!whole) checkWhole(results.get(name) ?? [], context);
      return whole ? [[key, whole] as const] : [];
    }),
  );
}

/** A text of a chart; one that speaks of rows which are not drawn gives way to a neutral one. */
function textOf(key: ChartText, ground: Ground): RichText {
  const { cell, results, scope, context } = ground;
  if (key === "filtered") return [filterText(cell, scope, context)].filter((text) => text !== null);
  const nodes = cell.texts[key]?.[context.language] ?? [];
  if (isBound(nodes, ground)) return filledText(nodes, results, context);
  return key === "title" ? [neutralTitle(ground)] : [];
}

function view(cell: CellOf<"chart">, scope: Scope): View {
  const { state } = scope.environment;
  const settings = [`${own.variants}:${cell.id}`, `${own.together}:${cell.id}`, own.pinned];
  const inputs = [...settings, ...cell.reads];
  const isGeneral = needsGrammar(cell.spec);
  return {
    inputs: isGeneral ? [...inputs, own.grammar] : inputs,
    draw: (given, variants, together, pinned, ...values) => {
      const context = withPins(given, scope);
      // Behind what the cell reads, so that only a chart that needs it waits for it.
      const grammar = isGeneral ? (values.at(-1) as PlotModule) : undefined;
      const results = resultsOf(cell.reads, values, scope);
      const rows = results.get(cell.data ?? "") ?? [];
      const show = (summed?: DrawnChart["summed"]): Element | Promise<Element> => {
        const drawn = drawnChart({
          id: cell.id,
          spec: cell.spec,
          rows,
          results,
          together: together === true,
          pinned: pinned as readonly string[],
          grammar,
          summed,
          text: (key, own) => textOf(key, { cell, rows, results, scope, context: own }),
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
      };
      if (!grammar) {
        checkWhole(rows, context);
        return show();
      }
      const wholes = wholesOf(cell, results, context);
      if (wholes.size === 0) return show();
      return grammar.sum(cell.spec, wholes, context).then(show);
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
