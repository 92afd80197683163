import { say } from "../../words/index.ts";
import { type Grid, gridOf } from "../grid.ts";
import { isPresent } from "../index.ts";
import { type ChartSpec, choice } from "../spec.ts";
import type { FigureType } from "./type.ts";

/** Rows by two dimensions; a dense one shows the forms of its figures only. */
export interface MatrixBody {
  readonly grid: Grid;
  readonly isDense: boolean;
}

/** Rows of a dense matrix that stand below it as a table. */
const MOST_LISTED = 200;

const isDense = (spec: ChartSpec): boolean =>
  choice(spec, "cells", ["values", "symbols"] as const, "values") === "symbols";

/** Who states what: metrics by regions. */
export const matrix: FigureType<MatrixBody> = {
  name: "matrix",
  compares: "nothing",
  drawsEachRow: false,
  draws: { as: "symbols", gaps: true },
  // Of few figures the numbers stand below as rows; of thousands they are in the marks alone.
  isTable: (spec, rows) => isDense(spec) && rows > MOST_LISTED,
  arrange: ({ spec, observations, context }) => ({
    body: { grid: gridOf(spec, observations, context), isDense: isDense(spec) },
    arrangements: [],
  }),
  describe({ grid }, { context }) {
    const places = grid.rowIds.flatMap((row) =>
      grid.columnIds.map((column) => grid.at(row, column)),
    );
    const full = places.filter((place) => place.some(isPresent)).length;
    const [rows, columns] = [grid.rowIds.length, grid.columnIds.length];
    const [metrics, regions] = grid.rows === "metric_id" ? [rows, columns] : [columns, rows];
    const found = say(
      context.language,
      "describe.grid",
      metrics,
      regions,
      full,
      places.length - full,
    );
    return { found: [found], apart: [] };
  },
};
