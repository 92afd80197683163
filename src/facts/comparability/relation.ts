import type { Fact } from "../types.ts";
import { sameDocument, sameWindow, some } from "./figure.ts";
import type { Figure } from "./figure.ts";

/**
 * True where one report sets two figures beside each other as a part and its total, or as two parts
 * of one total: linked by `breakdown_of`; the same metric for the whole jurisdiction and for one of
 * its bodies; for the bureau and for the units below it. Delegated townships are none of these:
 * whether the bureau's figure includes them is for the report to say.
 */
export function arePartAndWhole(a: Figure, b: Figure): boolean {
  if (!sameDocument(a, b)) return false;
  if (isPartOf(a, b) || isPartOf(b, a)) return true;
  if (a.breakdown_of !== null && a.breakdown_of === b.breakdown_of)
    return a.same_as !== b.fact_id && b.same_as !== a.fact_id;
  return isSameMeasure(a, b) && (isWholeBeside(a, b) || isWholeBeside(b, a) || areBelow(a, b));
}

function isPartOf(part: Figure, total: Figure): boolean {
  return part.breakdown_of === total.fact_id;
}

function isSameMeasure(a: Figure, b: Figure): boolean {
  return a.metric_id === b.metric_id && a.subset === b.subset && sameWindow(a, b);
}

function isWholeBeside(whole: Figure, part: Figure): boolean {
  return whole.scope === "jurisdiction_total" && part.scope !== "jurisdiction_total";
}

function areBelow(a: Figure, b: Figure): boolean {
  const scopes = [a.scope, b.scope];
  return scopes.includes("bureau") && scopes.includes("subordinate_units");
}

/**
 * True for a bureau's stated figure where its report also gives what townships did in the bureau's
 * name, and does not say whether the one includes the other.
 */
export function isInclusionOpen(figure: Figure, facts: Iterable<Fact>): boolean {
  if (figure.scope !== "bureau" || figure.status === "derived") return false;
  return some(
    facts,
    (other) =>
      other.scope === "delegated_townships" &&
      other.metric_id === figure.metric_id &&
      other.breakdown_of !== figure.fact_id &&
      sameDocument(other, figure) &&
      sameWindow(other, figure),
  );
}
