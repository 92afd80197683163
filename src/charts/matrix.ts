import { say } from "../words/index.ts";
import type { ChartContext } from "./context.ts";
import { coverage } from "./coverage.ts";
import {
  type ChartSpec,
  type Grid,
  headings,
  type MatrixBody,
  nameOf,
  shortValue,
} from "../figures/index.ts";
import { matrixPage, paged } from "./pages.ts";
import { symbolMark } from "./symbol.ts";

/** A table of values, each with its symbol; on a phone each row is a list with named entries. */
function values(
  { rows, columns, columnIds, at }: Grid,
  rowIds: readonly string[],
  context: ChartContext,
): HTMLElement {
  const { build, language } = context;
  const head = build.html(
    "tr",
    {},
    build.html("th", { scope: "col" }, say(language, headings[rows])),
    columnIds.map((id) => build.html("th", { scope: "col" }, nameOf(columns, id, context))),
  );
  const body = rowIds.map((row) =>
    build.html(
      "tr",
      {},
      build.html("th", { scope: "row" }, nameOf(rows, row, context)),
      columnIds.map((id) =>
        build.html(
          "td",
          { "data-region": nameOf(columns, id, context) },
          at(row, id).map((observation) =>
            symbolMark(
              observation,
              context,
              build.html("span", {}, shortValue(observation, context)),
            ),
          ),
        ),
      ),
    ),
  );
  return build.html(
    "div",
    { class: "scroll matrix" },
    build.html("table", {}, build.html("thead", {}, head), build.html("tbody", {}, body)),
  );
}

/**
 * Who states what: metrics down and regions across, or as `rows` and `columns` of the spec say.
 * With `cells: symbols` a cell shows the form of its figures only, so that many regions fit.
 */
export function matrixTable(
  { grid, isDense }: MatrixBody,
  spec: ChartSpec,
  context: ChartContext,
): HTMLElement {
  const draw = (rowIds: readonly string[], at: number, own: ChartContext) =>
    isDense ? coverage(spec, grid, rowIds, at, own) : values(grid, rowIds, own);
  const { rows, rowIds, columnIds } = grid;
  const size = matrixPage(rowIds.length, columnIds.length);
  const name = (id: string) => nameOf(rows, id, context);
  return paged({ items: rowIds, size, word: `page.${rows}`, nameOf: name, draw }, context);
}
