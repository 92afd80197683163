import { groups as groupBy } from "d3-array";
import { type FigureContext, valueName } from "./context.ts";
import type { Observation } from "./observation.ts";
import { arrange, type Arrangement } from "./panels.ts";
import { type ChartSpec, columns } from "./spec.ts";

/**
 * Rows by the column that the spec names as `section`, each part of the chart under a name of its
 * own; one without a name where it names none.
 */
export function sectionsOf(
  spec: ChartSpec,
  observations: readonly Observation[],
  context: FigureContext,
  { together = false }: { readonly together?: boolean } = {},
): Arrangement[] {
  const [column] = columns(spec, "section");
  const groups = groupBy(observations, ({ row }) => (column ? String(row[column] ?? "") : ""));
  return groups.map(([key, members]) => {
    const title = column && key ? valueName(column, key, context) : null;
    return arrange(members, context, { together, title });
  });
}
