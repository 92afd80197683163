import type { Qualifier } from "./types.ts";

/** On which side of the figure the true value lies; null for a value, exact or about. */
export function boundOf(qualifier: Qualifier): "above" | "below" | null {
  if (qualifier === "nearly") return "below";
  return qualifier === "at_least" || qualifier === "over" ? "above" : null;
}

/** The figure is a floor or a ceiling: the true value lies somewhere beyond it. */
export function isBound(qualifier: Qualifier): boolean {
  return boundOf(qualifier) !== null;
}
