import { changeOf } from "../domain/index.ts";
import type { FigureContext } from "./context.ts";
import { shortValue } from "./name.ts";
import { operated, type Present } from "./observation.ts";
import { pointOf, type Step } from "./series.ts";

/** A change as a chart shows it: a number of ours with both figures as parents, or why there is none. */
export interface ShownChange {
  /** Null where the rules allow no change, or an operand is derived or undated. */
  readonly observation: Present | null;
  /** The two figures, with the cut between them; null where the rules could not judge them. */
  readonly step: Step | null;
}

export function changeBetween(
  before: Present,
  after: Present,
  context: FigureContext,
  { isInTime = true }: { readonly isInTime?: boolean } = {},
): ShownChange {
  const { catalogue } = context;
  const [from, to] = [pointOf(before, context), pointOf(after, context)];
  if (!from || !to) return { observation: null, step: null };
  const change = changeOf(from.figure, to.figure, catalogue, { isInTime });
  if (!change.ok) return { observation: null, step: { from, to, cut: change.cut } };
  const { value, unit } = change;
  const observation = operated("difference", [after, before], { value, unit }, catalogue);
  return { observation, step: { from, to, cut: null } };
}

/** `+23.75个百分点`, `−17.5 pp`: with its sign, and a minus that is one. */
export function changeText(change: Present, context: FigureContext): string {
  const sign = change.value > 0 ? "+" : change.value < 0 ? "−" : "";
  // The sign stands before a currency too.
  return sign + shortValue({ ...change, value: Math.abs(change.value) }, context);
}
