import type { Fact } from "../types.ts";
import { authorityRule, basisRule, dimensionRule, sourceRule } from "./basis.ts";
import { blank, pairRule } from "./context.ts";
import type { Rule } from "./context.ts";
import { alignmentRule, repeatRule } from "./coverage.ts";
import { evidenceRule } from "./evidence.ts";
import { figureRule } from "./figure.ts";
import { periodRule } from "./period.ts";
import { relationRule } from "./relation.ts";
import { subsetRule } from "./subset.ts";

/** Everything that must hold of one figure. */
export const factRule: Rule<Fact> = function* (fact, context) {
  for (const field of blank(fact)) yield `missing ${field}`;
  yield* referenceRule(fact, context);
  yield* subsetRule(fact, context);
  yield* figureRule(fact, context);
  yield* basisRule(fact, context);
  yield* dimensionRule(fact, context);
  yield* authorityRule(fact, context);
  yield* sourceRule(fact, context);
  yield* evidenceRule(fact, context);
  yield* alignmentRule(fact, context);
  yield* periodRule(fact, context);
  yield* relationRule(fact, context);
  yield* repeatRule(fact, context);
  yield* pairRule("note", fact.note, fact.note_zh);
};

const referenceRule: Rule<Fact> = function* (fact, { reports, metrics, regions }) {
  if (!reports.has(fact.report_id)) yield `unknown report_id: ${fact.report_id}`;
  if (!metrics.has(fact.metric_id)) yield `unknown metric_id: ${fact.metric_id}`;
  if (!regions.has(fact.region_id)) yield `unknown region_id: ${fact.region_id}`;
};
