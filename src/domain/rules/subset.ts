import { isPart, parseSubset, partThemes, subsetFaults, subsetPattern } from "../subset.ts";
import type { SubsetTerm } from "../subset.ts";
import type { Fact } from "../types.ts";
import type { Context, Rule } from "./context.ts";

/** The part that a figure covers does not contradict itself, its metric or its period. */
export const subsetRule: Rule<Fact> = function* (fact, context) {
  if (fact.subset !== null && !subsetPattern.test(fact.subset)) {
    yield `invalid subset: ${fact.subset}`;
    return;
  }
  const terms = parseSubset(fact.subset);
  for (const fault of subsetFaults(terms)) yield `invalid subset: ${fact.subset ?? ""}, ${fault}`;
  yield* themeRule(fact, terms, context);
  const isNamed = terms.some(({ kind }) => kind === "campaign");
  if (fact.period_basis === "campaign" && !isNamed && fact.note === null)
    yield "missing subset: a period that is a campaign needs campaign:…, or a note that tells it";
};

function* themeRule(
  fact: Fact,
  terms: readonly SubsetTerm[],
  { metrics }: Context,
): Iterable<string> {
  const theme = metrics.get(fact.metric_id)?.theme;
  if (theme === undefined) return;
  for (const { kind, name } of terms)
    if (kind === "part" && isPart(name) && partThemes[name] !== theme)
      yield `invalid subset: ${name} is no part of ${fact.metric_id}`;
}
