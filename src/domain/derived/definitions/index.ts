import type { Metric } from "../../types.ts";
import { approvals } from "./approvals.ts";
import type { DerivedDefinition } from "./definition.ts";
import { fines } from "./fines.ts";
import { powers } from "./powers.ts";
import { rates } from "./rates.ts";
import { totals } from "./totals.ts";

export type { DerivedDefinition, Join } from "./definition.ts";
export { operandAccidents, operandParts, operandScopes } from "./operands.ts";

/** Every derived metric. */
export const derivedDefinitions: readonly DerivedDefinition[] = [
  ...fines,
  ...rates,
  ...approvals,
  ...powers,
  ...totals,
];

/**
 * Names and units of the derived metrics, in the shape of the table `metrics`; a report may state one
 * itself, and then that table has it too.
 */
export const derivedMetrics: readonly Metric[] = derivedDefinitions
  .filter(({ id, metric_id }) => id === metric_id)
  .map((definition) => ({
    metric_id: definition.metric_id,
    zh: definition.zh,
    en: definition.en,
    unit: definition.unit,
    theme: definition.theme,
    definition: `Derived: ${definition.operation} of ${definition.operands.join(", ")}`,
    definition_zh: `推算：${definition.operands.join("、")}（${definition.operation}）`,
    counting_object: definition.counting_object,
    family: definition.family,
    dimensions: null,
    widens: null,
    better_when: definition.better_when,
    headline: definition.headline,
    pinyin: "",
  }));
