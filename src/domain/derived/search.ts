import { sameWindow } from "../comparability/figure.ts";
import type { Fact } from "../types.ts";
import { derivedDefinitions } from "./definitions/index.ts";
import type { DerivedDefinition } from "./definitions/index.ts";
import { resultOf } from "./derive.ts";
import type { Derived } from "./derive.ts";
import { refusalOf } from "./refusal.ts";

/**
 * Everything that can be computed from the figures, definition after definition, in the order of
 * the facts within each. Second mentions, plans and proposals are left out.
 */
export function derive(facts: readonly Fact[]): Derived[] {
  const byMetric = indexOf(facts);
  return derivedDefinitions.flatMap((definition) =>
    tuplesOf(definition, byMetric)
      .filter((operands) => refusalOf(definition, operands) === null)
      .filter((operands) => !isStated(definition, operands, byMetric))
      .map((operands) => resultOf(definition, operands, facts)),
  );
}

/** What followed accidents is worked out only where the report does not give it itself. */
function isStated(
  { join, operation }: DerivedDefinition,
  [whole]: readonly Fact[],
  index: Index,
): boolean {
  if (join !== "accidents" || operation === "ratio_percent" || !whole) return false;
  return (index.get(whole.metric_id) ?? []).some(
    (fact) =>
      fact.accident === "after" &&
      fact.report_id === whole.report_id &&
      fact.region_id === whole.region_id &&
      fact.scope === whole.scope &&
      fact.subset === whole.subset &&
      sameWindow(fact, whole),
  );
}

const known = new WeakMap<ReadonlyMap<string, Fact>, readonly Derived[]>();

/** As `derive`, worked out once for each catalogue. */
export function derivedOf(facts: ReadonlyMap<string, Fact>): readonly Derived[] {
  let derived = known.get(facts);
  if (!derived) known.set(facts, (derived = derive([...facts.values()])));
  return derived;
}

type Index = ReadonlyMap<string, readonly Fact[]>;

function indexOf(facts: readonly Fact[]): Index {
  const usable = facts.filter((fact) => fact.same_as === null && fact.status === "actual");
  const index = new Map<string, Fact[]>();
  for (const fact of usable)
    index.set(fact.metric_id, [...(index.get(fact.metric_id) ?? []), fact]);
  return index;
}

/** Every choice of operands by metric, all of one report. */
function tuplesOf({ operands }: DerivedDefinition, index: Index): Fact[][] {
  return operands.reduce<Fact[][]>(
    (tuples, metric) =>
      tuples.flatMap((tuple) =>
        (index.get(metric) ?? [])
          .filter((fact) => (tuple[0] ?? fact).report_id === fact.report_id)
          .map((fact) => [...tuple, fact]),
      ),
    [[]],
  );
}
