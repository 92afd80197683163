import type { FigureContext } from "./context.ts";
import { absenceName } from "./absence.ts";
import { type Flag, flagsOf } from "./flags.ts";
import { type Form, formOf } from "./form.ts";
import { accessibleName, evidenceId, fullValue, shortValue } from "./name.ts";
import { isAbsent, type Observation } from "./observation.ts";

/** One row of a figure as every medium shows, names and links it. */
export interface Mark {
  readonly observation: Observation;
  /** As drawn beside the mark, to three digits; "" for what has no value. */
  readonly label: string;
  /** In full, or why there is no value. */
  readonly value: string;
  /** What a screen reader says. */
  readonly name: string;
  /** A fact or an operation over facts; "" where the number has no source. */
  readonly evidence: string;
  readonly flags: readonly Flag[];
  readonly form: Form;
}

/** A row as a mark. */
export function markOf(observation: Observation, context: FigureContext): Mark {
  return {
    observation,
    label: shortValue(observation, context),
    value: fullValue(observation, context),
    name: isAbsent(observation)
      ? absenceName(observation, context)
      : accessibleName(observation, context),
    evidence: evidenceId(observation),
    flags: flagsOf(observation, context),
    form: formOf(observation, context),
  };
}
