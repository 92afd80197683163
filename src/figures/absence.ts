import { statedOf, type Fact } from "../domain/index.ts";
import { punctuation, say } from "../words/index.ts";
import type { FigureContext } from "./context.ts";
import { accessibleName, periodOf, scopeOf } from "./name.ts";
import { type Absent, observe } from "./observation.ts";

/** The name of what has no figure; the reason follows where the name does not say it already. */
export function absenceName(observation: Absent, context: FigureContext): string {
  const name = accessibleName(observation, context);
  const why = absenceReason(observation, context);
  return name.endsWith(why) ? name : name + punctuation[context.language].semicolon + why;
}

/** Whose work and which time a figure is of, in a few words. */
function kindOf(fact: Fact, context: FigureContext): string {
  const observation = observe({ ...fact }, context.catalogue);
  const parts = [scopeOf(observation, context), periodOf(observation, context)];
  return parts.filter(Boolean).join(punctuation[context.language].comma);
}

/** Other figures are named up to this number of kinds. */
const MOST = 2;

/** Why there is no figure: none anywhere, or none in the selection, and then what there is. */
export function absenceReason(observation: Absent, context: FigureContext): string {
  const { row, missing } = observation;
  const { language, catalogue } = context;
  if (missing !== "not_selected") return say(language, `missing.${missing}`);
  const kinds = new Set(statedOf(row, catalogue).map((fact) => kindOf(fact, context)));
  if (kinds.size === 0 || kinds.size > MOST) return say(language, "missing.not_selected");
  return say(language, "missing.why.elsewhere", [...kinds].join(punctuation[language].semicolon));
}

/** What stands over what has no figure: of what cannot be compared there is one, if none to set here. */
export function absenceTitle(
  missing: readonly Pick<Absent, "missing">[],
  { language }: FigureContext,
): string {
  const isStated = missing.some((one) => one.missing === "not_comparable");
  return say(language, isStated ? "missing.group.incomparable" : "missing.group");
}
