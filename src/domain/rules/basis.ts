import { dimensions } from "../values.ts";
import type { Fact, SourceKind } from "../types.ts";
import type { Rule } from "./context.ts";

/** Groups of metrics whose cases or records pass through stages. */
const staged: readonly string[] = ["penalties", "approval_licensing"];

/** The stage counted fits the metric: filings have one in their name, and a hazard has none. */
export const basisRule: Rule<Fact> = function* ({ metric_id, count_basis }, { metrics }) {
  const theme = metrics.get(metric_id)?.theme;
  if (count_basis === null || theme === undefined) return;
  if (!staged.includes(theme) || metric_id.startsWith("cases_filed"))
    yield `invalid count_basis: ${count_basis} on ${metric_id}`;
};

/** A metric says which columns decide what a figure of it is: these are filled, others are not. */
export const dimensionRule: Rule<Fact> = function* (fact, { metrics }) {
  const metric = metrics.get(fact.metric_id);
  if (!metric) return;
  const asked = metric.dimensions?.split(" ") ?? [];
  for (const name of dimensions) {
    const value = fact[name];
    if (value === null && asked.includes(name))
      yield `missing ${name}: ${metric.metric_id} has one`;
    if (value !== null && !asked.includes(name))
      yield `invalid ${name}: ${value} on ${metric.metric_id}`;
  }
  yield* countedRule(fact);
};

/** Hazards are counted as hazards or as violations, orders as penalties or as measures. */
function* countedRule({ counted_as, metric_id }: Fact): Iterable<string> {
  if (counted_as === null || counted_as === "unstated") return;
  const isOfHazards = counted_as === "hazard" || counted_as === "violation";
  if (isOfHazards !== metric_id.includes("hazard"))
    yield `invalid counted_as: ${counted_as} on ${metric_id}`;
}

/** Whose departments are counted does not contradict whose work it is. */
export const authorityRule: Rule<Fact> = function* ({ authority, scope }) {
  if (authority === "subordinate_only" && scope !== "subordinate_units")
    yield `invalid authority: subordinate_only of ${scope}`;
};

/** A text that is held is a report; of a page it is told whether a public body or the press wrote it. */
export const sourceRule: Rule<Fact> = function* ({ source_kind, report_id }, { reports, kinds }) {
  const report = reports.get(report_id);
  if (!report) return;
  if ((source_kind === "report") !== (report.coverage === "full"))
    yield `invalid source_kind: ${source_kind}, coverage is ${report.coverage}`;
  const first: SourceKind | undefined = kinds.get(report_id);
  if (first !== undefined && first !== source_kind)
    yield `invalid source_kind: ${source_kind}, other figures of the page have ${first}`;
};
