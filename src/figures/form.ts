import { boundOf, isPartOfYear } from "../domain/index.ts";
import type { FigureContext } from "./context.ts";
import { isDenied } from "./denial.ts";
import type { Missing, Observation } from "./observation.ts";

/**
 * Meaning by form first: who is counted decides the outline, the period its filling; what is only
 * planned is no circle at all.
 */
export type Shape = "filled" | "ring" | "half" | "square" | "diamond";

export interface GlyphStyle {
  readonly shape: Shape;
  /** Part of a year. */
  readonly hatched: boolean;
  /** Computed by us from stated figures. */
  readonly derived: boolean;
  /** Of the companion corpus: a page of which only the opening was read. */
  readonly companion?: boolean;
  /** Stated, but not what its own parts give; or not the number of the source that it names. */
  readonly disputed?: boolean;
  /** Where the true value lies beyond a bound; drawn where there is no axis to draw it along. */
  readonly bound?: "above" | "below" | null;
  /** Why a square is empty; `not_reported` by default. */
  readonly missing?: Missing | null;
}

/** filled = whole jurisdiction, ring = one bureau, half = delegated or part, diamond = planned. */
export function shapeOf({ missing, subset, scope, status }: Observation): Shape {
  if (missing) return "square";
  if (status !== "actual") return "diamond";
  if (subset || scope === "delegated_townships" || scope === "subordinate_units") return "half";
  return scope === "bureau" ? "ring" : "filled";
}

export function coversPartOfYear({ period_basis }: Observation): boolean {
  return period_basis !== null && isPartOfYear({ period_basis });
}

/** A stated figure that its own parts contradict: its check ends in a mismatch. */
export function isDisputed(
  { source }: Observation,
  { catalogue }: Pick<FigureContext, "catalogue">,
): boolean {
  if (source.kind !== "stated") return false;
  const [fact] = source.facts;
  return catalogue.checks.some(
    ({ verdict, stated_fact }) => verdict === "mismatch" && stated_fact === fact,
  );
}

/** From a page of which only the opening was read, or computed from such figures. */
export function isCompanion(
  { row, source }: Observation,
  { catalogue }: Pick<FigureContext, "catalogue">,
): boolean {
  if (row["alignment"] === "figure") return true;
  return source.facts.some((id) => catalogue.facts.get(id)?.alignment === "figure");
}

export function glyphStyle(observation: Observation, context: FigureContext): GlyphStyle {
  return {
    shape: shapeOf(observation),
    hatched: !observation.missing && coversPartOfYear(observation),
    derived: observation.source.kind === "derived",
    companion: isCompanion(observation, context),
    disputed: isDisputed(observation, context) || isDenied(observation),
    bound: boundOf(observation.qualifier),
    missing: observation.missing,
  };
}

/** What a mark's form may say, in the order of the legend. */
export const forms = [
  "filled",
  "ring",
  "half",
  "hatched",
  "derived",
  "companion",
  "bound",
  "mismatch",
  "not_reported",
  "not_selected",
  "not_read",
  "not_comparable",
  "planned",
] as const;
export type Form = (typeof forms)[number];

/** The most telling form of an observation: what is missing before who counted before whom. */
export function formOf(observation: Observation, context: FigureContext): Form {
  if (observation.missing) return observation.missing;
  const { shape, hatched, derived, companion, disputed, bound } = glyphStyle(observation, context);
  if (shape === "diamond") return "planned";
  if (derived) return "derived";
  if (disputed) return "mismatch";
  if (companion) return "companion";
  if (bound) return "bound";
  return hatched ? "hatched" : shape === "square" ? "not_reported" : shape;
}

/** The place of its form in the legend. */
export function rankOfForm(observation: Observation, context: FigureContext): number {
  return forms.indexOf(formOf(observation, context));
}
