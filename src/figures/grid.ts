import { descending, group } from "d3-array";
import { absenceOf } from "../domain/index.ts";
import type { Word } from "../words/index.ts";
import { type FigureContext, metricName, regionName } from "./context.ts";
import { isPart } from "./form.ts";
import { checkPlaces } from "./limits.ts";
import { absent, type Absent, type Observation, type Row } from "./observation.ts";
import { type ChartSpec, choice } from "./spec.ts";

const dimensions = ["metric_id", "region_id"] as const;
export type Dimension = (typeof dimensions)[number];

/** What stands in the rows and what in the columns, in the order in which the data names them. */
export interface Grid {
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
  /** The observations of a cell, the widest scope first; none where the data has no row for it. */
  readonly at: (row: string, column: string) => readonly Observation[];
}

export const headings: Readonly<Record<Dimension, Word>> = {
  metric_id: "table.metric",
  region_id: "table.region",
};

export function nameOf(dimension: Dimension, id: string, context: FigureContext): string {
  return dimension === "metric_id" ? metricName(context, id) : regionName(context, id);
}

/** The whole, one bureau, a part; then what is planned, and what is missing. */
function widthOf(observation: Observation): number {
  if (observation.missing) return 4;
  if (observation.status !== "actual") return 3;
  if (isPart(observation)) return 2;
  return observation.scope === "bureau" ? 1 : 0;
}

/** What has no value comes last. */
const rank = ({ value }: Observation): number => (value === null ? -Infinity : value);

/** Widest scope first, then the higher value. */
function byWidth(a: Observation, b: Observation): number {
  return widthOf(a) - widthOf(b) || descending(rank(a), rank(b));
}

/** A cell of which no row says anything: the catalogue knows why it has no figure. */
function absentIn(ids: Row, catalogue: FigureContext["catalogue"]): Absent {
  const isOurs = catalogue.metrics.has(String(ids["metric_id"]));
  const missing = isOurs ? (absenceOf(ids, catalogue) ?? "not_read") : "not_comparable";
  return absent(ids, missing, catalogue);
}

/** The rows of a query as a grid, by `rows` and `columns` of the spec. */
export function gridOf(
  spec: ChartSpec,
  observations: readonly Observation[],
  context: FigureContext,
): Grid {
  const { catalogue } = context;
  const rows = choice(spec, "rows", dimensions, "metric_id");
  const columns = choice(
    spec,
    "columns",
    dimensions,
    rows === "metric_id" ? "region_id" : "metric_id",
  );
  if (rows === columns) throw new Error(`invalid columns: ${columns} (rows are the same)`);
  const key = (observation: Observation, dimension: Dimension) => observation[dimension] ?? "";
  const cells = group(
    observations,
    (observation) => key(observation, rows),
    (observation) => key(observation, columns),
  );
  const rowIds = [...cells.keys()];
  const columnIds = [...new Set(observations.map((observation) => key(observation, columns)))];
  checkPlaces(rowIds.length * columnIds.length, context);
  return {
    rows,
    columns,
    rowIds,
    columnIds,
    at: (row, column) => {
      const own = cells.get(row)?.get(column) ?? [];
      const ids = { [rows]: row, [columns]: column };
      return own.length > 0 ? own.toSorted(byWidth) : [absentIn(ids, catalogue)];
    },
  };
}
