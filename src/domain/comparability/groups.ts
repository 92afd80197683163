import type { RuleId } from "./rule.ts";
import type { Words } from "./words.ts";

/** What the rules ask, in the order in which reasons are given. */
export const ruleGroups = ["relation", "object", "scope", "time", "certainty"] as const;
export type RuleGroup = (typeof ruleGroups)[number];

export const ruleGroupWords: Readonly<Record<RuleGroup, Words>> = {
  relation: { zh: "是不是一回事", en: "One figure, or parts of one" },
  object: { zh: "数的是什么", en: "What is counted" },
  scope: { zh: "谁做的", en: "Whose work it is" },
  time: { zh: "什么时候", en: "When" },
  certainty: { zh: "有多确定", en: "How surely" },
};

/** The group of each rule. */
export const groupOfRule: Readonly<Record<RuleId, RuleGroup>> = {
  repeated: "relation",
  part_of_whole: "relation",
  metric: "object",
  definition: "object",
  count_basis: "object",
  baseline: "object",
  scope: "scope",
  part: "scope",
  departments: "scope",
  channel: "scope",
  accident: "object",
  level: "scope",
  size: "scope",
  window: "time",
  period_length: "time",
  year: "time",
  law: "time",
  status: "certainty",
  qualifier: "certainty",
  derived: "certainty",
  audit: "certainty",
  unit_inferred: "certainty",
  source: "certainty",
};
