import type { ChartSpec, FigureContext } from "../../figures/index.ts";
import { marksIn } from "./draw.ts";
import { channelsOf } from "./marks.ts";
import { neededOf } from "./split-rows.ts";
import { wholeSource } from "./source.ts";
import { sumUp, type Summed, type Whole } from "./whole/index.ts";

/** A mark that follows no column, and has no transform, is drawn once and needs no row. */
function isFree(mark: ChartSpec, whole: Whole, spec: ChartSpec, context: FigureContext): boolean {
  const channels = channelsOf(mark, wholeSource(whole), spec, context);
  const isBound = [...channels.values()].some(({ kind }) => kind === "column");
  return mark["mark"] === "frame" || (!isBound && mark["transform"] === undefined);
}

/** What the engine makes of every mark over a query with too many rows to draw one by one. */
export async function sumMarks(
  spec: ChartSpec,
  wholes: ReadonlyMap<string | null, Whole>,
  context: FigureContext,
): Promise<Map<number, Summed>> {
  const summed = new Map<number, Summed>();
  for (const [i, mark] of marksIn(spec).entries()) {
    const whole = wholes.get(typeof mark["data"] === "string" ? mark["data"] : null);
    if (!whole || isFree(mark, whole, spec, context)) continue;
    const channels = channelsOf(mark, wholeSource(whole), spec, context);
    const needed = neededOf(mark).filter((name) => channels.get(name)?.kind === "column");
    summed.set(i, await sumUp({ mark, spec, whole, channels, needed, context }));
  }
  return summed;
}
