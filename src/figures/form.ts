import { boundOf, isBound } from "../domain/index.ts";
import type { Missing, Observation } from "./observation.ts";
import type { DrawnForms } from "./types/type.ts";

/**
 * Meaning by form first: filled or a ring says whose work is counted, a whole place's or a bureau's;
 * what is only planned is no circle at all, and what is missing is a square.
 */
export type Shape = "filled" | "ring" | "square" | "diamond";

/**
 * What a mark says by its form: two things and no more, since nobody reads a third. Whether it is a
 * part of a year, which part, of which corpus, disputed: that is said in the row's words, in its
 * name and in the table (`flagsOf`, `detailOf`, `tableRow`).
 */
export interface GlyphStyle {
  readonly shape: Shape;
  /** Computed by us from stated figures. */
  readonly derived: boolean;
  /** Where the true value lies beyond the mark: an arrow outside of it, along the axis if any. */
  readonly bound?: "above" | "below" | null;
  /** Why a square is empty; `not_reported` by default. */
  readonly missing?: Missing | null;
}

/** A sector, a campaign, townships or units below: not all that its scope does. */
export function isPart({ subset, scope }: Pick<Observation, "subset" | "scope">): boolean {
  return subset !== null || scope === "delegated_townships" || scope === "subordinate_units";
}

/** filled = the whole jurisdiction, ring = one bureau or units under it; diamond = planned. */
export function shapeOf({ missing, scope, status }: Observation): Shape {
  if (missing) return "square";
  if (status !== "actual") return "diamond";
  return scope === null || scope === "jurisdiction_total" ? "filled" : "ring";
}

export function glyphStyle(observation: Observation): GlyphStyle {
  return {
    shape: shapeOf(observation),
    derived: observation.source.kind === "derived",
    bound: boundOf(observation.qualifier),
    missing: observation.missing,
  };
}

/** What a mark's form may say, in the order of the key. */
export const forms = [
  "filled",
  "ring",
  "derived",
  "bound",
  "planned",
  "not_reported",
  "not_selected",
  "not_read",
  "not_comparable",
] as const;
export type Form = (typeof forms)[number];

/** The most telling form of an observation: what is missing before who counted before whom. */
export function formOf(observation: Observation): Form {
  if (observation.missing) return observation.missing;
  const { shape, derived, bound } = glyphStyle(observation);
  if (shape === "diamond") return "planned";
  if (derived) return "derived";
  if (bound) return "bound";
  return shape === "ring" ? "ring" : "filled";
}

/** The place of its form in the key. */
export function rankOfForm(observation: Observation): number {
  return forms.indexOf(formOf(observation));
}

/** What a chart draws of an observation; a row that says no scope is not called a whole. */
function drawnOf(observation: Observation, drawn: DrawnForms): Form[] {
  const { missing, scope, qualifier } = observation;
  if (missing) return drawn.gaps ? [missing] : [];
  const { shape, derived } = glyphStyle(observation);
  return [
    ...(shape === "filled" && scope !== null ? ["filled" as const] : []),
    ...(shape === "ring" ? ["ring" as const] : []),
    ...(shape === "diamond" ? ["planned" as const] : []),
    ...(derived ? ["derived" as const] : []),
    ...(isBound(qualifier) ? ["bound" as const] : []),
  ];
}

/** The forms of the marks that a chart draws, for the key over it; none where it draws no marks. */
export function formsIn(
  observations: readonly Observation[],
  drawn: DrawnForms | undefined,
): Form[] {
  if (!drawn) return [];
  const used = new Set(observations.flatMap((one) => drawnOf(one, drawn)));
  return forms.filter((form) => used.has(form));
}
