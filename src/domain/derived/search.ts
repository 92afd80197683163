import type { Fact, Report } from "../types.ts";
import { derivedDefinitions } from "./definitions.ts";
import type { DerivedDefinition } from "./definitions.ts";
import { resultOf } from "./derive.ts";
import type { Derived } from "./derive.ts";
import { refusalOf, refusals } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Everything that can be computed from the figures, definition after definition, in the order of
 * the facts within each. Second mentions, plans and proposals are left out.
 */
export function derive(facts: readonly Fact[]): Derived[] {
  const byMetric = indexOf(facts);
  return derivedDefinitions.flatMap((definition) =>
    tuplesOf(definition, byMetric)
      .filter((operands) => refusalOf(definition, operands) === null)
      .map((operands) => resultOf(definition, operands, facts)),
  );
}

const known = new WeakMap<ReadonlyMap<string, Fact>, readonly Derived[]>();

/** As `derive`, worked out once for each catalogue. */
export function derivedOf(facts: ReadonlyMap<string, Fact>): readonly Derived[] {
  let derived = known.get(facts);
  if (!derived) known.set(facts, (derived = derive([...facts.values()])));
  return derived;
}

/** Why a report that gives some operand of a derived metric does not give the metric. */
export interface Refused {
  readonly definition: string;
  readonly report_id: Report["report_id"];
  /** The reason of the operands that came nearest; `missing` where one is nowhere in the report. */
  readonly refusal: Refusal;
  /** `metric_id`s of operands that the report does not state. */
  readonly missing: readonly string[];
}

/** The refusals of every report, for tables that must say why a cell is empty. */
export function refuse(facts: readonly Fact[]): Refused[] {
  const reports = [...new Set(facts.map((fact) => fact.report_id))];
  return reports.flatMap((report_id) => {
    const byMetric = indexOf(facts.filter((fact) => fact.report_id === report_id));
    return derivedDefinitions.flatMap((definition) => refusedOf(definition, report_id, byMetric));
  });
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

function refusedOf(definition: DerivedDefinition, report_id: string, index: Index): Refused[] {
  const missing = [...new Set(definition.operands.filter((metric) => !index.has(metric)))];
  const isSilent = definition.operands.every((metric) => !index.has(metric));
  if (isSilent) return [];
  if (missing.length > 0)
    return [{ definition: definition.id, report_id, refusal: "missing", missing }];
  const found = tuplesOf(definition, index).map((operands) => refusalOf(definition, operands));
  if (found.includes(null)) return [];
  const nearest = Math.max(...found.map((refusal) => (refusal ? refusals.indexOf(refusal) : -1)));
  return [
    { definition: definition.id, report_id, refusal: refusals[nearest] ?? "missing", missing },
  ];
}
