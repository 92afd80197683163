import { groups as groupBy } from "d3-array";
import { type FigureContext, valueName } from "./context.ts";
import type { Observation } from "./observation.ts";
import { arrange, type Arrangement } from "./panels.ts";
import { type ChartSpec, columns } from "./spec.ts";

/** A part of a chart under a name of its own; its rows fall into panels by themselves. */
export interface Section {
  readonly title: string | null;
  readonly arrangement: Arrangement;
}

/** Rows by the column that the spec names as `section`; one without a name where it names none. */
export function sectionsOf(
  spec: ChartSpec,
  observations: readonly Observation[],
  context: FigureContext,
  options: { readonly together?: boolean } = {},
): Section[] {
  const [column] = columns(spec, "section");
  const groups = groupBy(observations, ({ row }) => (column ? String(row[column] ?? "") : ""));
  return groups.map(([key, members]) => ({
    title: column && key ? valueName(column, key, context) : null,
    arrangement: arrange(members, context, options),
  }));
}
