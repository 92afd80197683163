import type { LineageOperation } from "../lineage.ts";
import type { Accident, Metric, Scope } from "../types.ts";

/**
 * How the operands of a derived metric belong together, beyond one report, region, part and kind
 * of period: `same` scope and period; `parts`, whole jurisdiction and bureau alternately, of one
 * period; `years`, of one scope, this year and the year before; `accidents`, all penalties and those
 * before accidents alternately.
 */
export type Join = "same" | "parts" | "years" | "accidents";

/** A metric that no report need state, with the way to compute it. */
export interface DerivedDefinition {
  /** Also the `metric_id` of the result, unless `metric_id` names the stated metric it recomputes. */
  readonly id: string;
  readonly metric_id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly theme: string;
  readonly counting_object: string;
  readonly family: Metric["family"];
  readonly better_when: Metric["better_when"];
  /** Belongs to one of the three headline comparisons. */
  readonly headline: boolean;
  readonly operation: LineageOperation;
  /** `metric_id`s in the order of the operation. */
  readonly operands: readonly string[];
  readonly join: Join;
  /** Scope of the result; null for that of the operands. */
  readonly scope: Scope | null;
  /** Which operand's count basis the result has. */
  readonly basis: number;
}

const plain = {
  family: null,
  better_when: null,
  headline: false,
  join: "same",
  scope: null,
  basis: 0,
  counting_object: "mean",
} as const;

const means: readonly DerivedDefinition[] = [
  {
    ...plain,
    id: "mean_fine_per_case",
    metric_id: "mean_fine_per_case",
    family: "mean_fine",
    zh: "平均每件处罚案件罚款",
    en: "Mean fine per penalty case",
    unit: "万元/件",
    theme: "penalties",
    counting_object: "money_per_case",
    headline: true,
    operation: "quotient",
    operands: ["penalty_amount", "penalty_cases"],
    basis: 1,
  },
  {
    ...plain,
    id: "mean_fine_per_case_filed",
    metric_id: "mean_fine_per_case_filed",
    family: "mean_fine",
    zh: "平均每件立案罚款",
    en: "Mean fine per case filed",
    unit: "万元/件",
    theme: "penalties",
    counting_object: "money_per_case",
    headline: true,
    operation: "quotient",
    operands: ["penalty_amount", "cases_filed"],
    basis: 1,
  },
  ...(["penalty_cases", "cases_filed"] as const).map((cases) => ({
    ...plain,
    id: `mean_fine_after_accidents_${cases}`,
    metric_id: cases === "penalty_cases" ? "mean_fine_per_case" : "mean_fine_per_case_filed",
    family: "mean_fine",
    zh: `事故后平均每件${cases === "penalty_cases" ? "处罚案件" : "立案"}罚款`,
    en: `Mean fine per ${cases === "penalty_cases" ? "penalty case" : "case filed"} after accidents`,
    unit: "万元/件",
    theme: "penalties",
    counting_object: "money_per_case",
    operation: "quotient_of_differences" as const,
    operands: ["penalty_amount", "penalty_amount", cases, cases],
    join: "accidents" as const,
    basis: 2,
  })),
  {
    ...plain,
    id: "mean_fine_per_case_counties",
    metric_id: "mean_fine_per_case",
    zh: "县区平均每件处罚案件罚款",
    en: "Mean fine per penalty case in the counties",
    unit: "万元/件",
    theme: "penalties",
    counting_object: "money_per_case",
    operation: "quotient_of_differences",
    operands: ["penalty_amount", "penalty_amount", "penalty_cases", "penalty_cases"],
    join: "parts",
    scope: "subordinate_units",
    basis: 2,
  },
  {
    ...plain,
    id: "fines_per_visit",
    metric_id: "fines_per_visit",
    zh: "平均每家次检查罚款",
    en: "Fines per inspection visit",
    unit: "万元/家次",
    theme: "penalties",
    operation: "quotient",
    operands: ["penalty_amount", "inspection_visits"],
  },
  {
    ...plain,
    id: "cases_per_100_visits",
    metric_id: "cases_per_100_visits",
    zh: "每百家次检查处罚案件",
    en: "Penalty cases per 100 inspection visits",
    unit: "件/百家次",
    theme: "penalties",
    operation: "per_hundred",
    operands: ["penalty_cases", "inspection_visits"],
  },
  {
    ...plain,
    id: "filings_per_100_entities",
    metric_id: "filings_per_100_entities",
    zh: "每百家受检单位立案",
    en: "Cases filed per 100 entities inspected",
    unit: "件/百家",
    theme: "penalties",
    operation: "per_hundred",
    operands: ["cases_filed", "inspected_entities"],
  },
  {
    ...plain,
    id: "hazards_per_visit",
    metric_id: "hazards_per_visit",
    zh: "平均每家次检查发现隐患",
    en: "Hazards found per inspection visit",
    unit: "项/家次",
    theme: "hazard_rectification",
    operation: "quotient",
    operands: ["hazards_found", "inspection_visits"],
  },
  {
    ...plain,
    id: "hazards_per_entity",
    metric_id: "hazards_per_entity",
    zh: "平均每家受检单位隐患",
    en: "Hazards found per entity inspected",
    unit: "项/家",
    theme: "hazard_rectification",
    operation: "quotient",
    operands: ["hazards_found", "inspected_entities"],
  },
  {
    ...plain,
    id: "visits_per_entity",
    metric_id: "visits_per_entity",
    zh: "平均每家受检单位检查家次",
    en: "Inspection visits per entity inspected",
    unit: "家次/家",
    theme: "inspections",
    headline: true,
    operation: "quotient",
    operands: ["inspection_visits", "inspected_entities"],
  },
];

const rates: readonly DerivedDefinition[] = [
  {
    ...plain,
    id: "major_hazard_rectification_recomputed",
    metric_id: "major_hazard_rectification_rate",
    zh: "重大隐患整改率（重算）",
    en: "Major-hazard rectification rate (recomputed)",
    unit: "%",
    theme: "hazard_rectification",
    counting_object: "rate",
    better_when: "higher",
    operation: "ratio_percent",
    operands: ["major_hazards_rectified", "major_hazards_found"],
  },
  {
    ...plain,
    id: "approval_time_compression_change",
    metric_id: "approval_time_compression_change",
    zh: "审批时限压缩率同比变化",
    en: "Change of approval-time compression on the year before",
    unit: "pp",
    theme: "approval_licensing",
    counting_object: "change",
    headline: true,
    operation: "difference",
    operands: ["approval_time_compression_rate", "approval_time_compression_rate"],
    join: "years",
  },
  {
    ...plain,
    id: "approval_time_remaining",
    metric_id: "approval_time_remaining",
    zh: "压缩后剩余审批时限",
    en: "Approval time that remains",
    unit: "%",
    theme: "approval_licensing",
    counting_object: "rate",
    better_when: "lower",
    headline: true,
    operation: "complement",
    operands: ["approval_time_compression_rate"],
  },
  {
    ...plain,
    id: "approval_speed_gain",
    metric_id: "approval_speed_gain",
    zh: "审批提速幅度",
    en: "Gain in approval speed",
    unit: "%",
    theme: "approval_licensing",
    counting_object: "growth",
    better_when: "higher",
    headline: true,
    operation: "speed_gain",
    operands: ["approval_time_compression_rate"],
  },
];

const rests: readonly DerivedDefinition[] = [
  {
    ...plain,
    id: "power_items_core",
    metric_id: "power_items_core",
    family: "power_items",
    zh: "权责事项（不含公共服务和其他职责）",
    en: "Powers without public services and other duties",
    unit: "项",
    theme: "power_lists",
    counting_object: "item",
    operation: "difference",
    operands: ["power_items_total", "power_items_public_service", "power_items_other_duty"],
  },
];

interface Total {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly theme: string;
  readonly counting_object: string;
}

/** Totals that a report may give for the whole jurisdiction and for its bureau. */
const totals: readonly Total[] = [
  {
    id: "inspected_entities",
    zh: "检查家数",
    en: "entities inspected",
    unit: "家",
    theme: "inspections",
    counting_object: "firm",
  },
  {
    id: "inspection_visits",
    zh: "检查家次",
    en: "inspection visits",
    unit: "家次",
    theme: "inspections",
    counting_object: "visit",
  },
  {
    id: "penalty_cases",
    zh: "处罚案件",
    en: "penalty cases",
    unit: "件",
    theme: "penalties",
    counting_object: "case_file",
  },
  {
    id: "penalty_amount",
    zh: "罚款金额",
    en: "fines",
    unit: "万元",
    theme: "penalties",
    counting_object: "money",
  },
];

/** What the counties did: the whole jurisdiction less the bureau. */
function counties(total: Total): DerivedDefinition {
  return {
    ...plain,
    ...total,
    id: `counties_${total.id}`,
    metric_id: total.id,
    zh: `县区${total.zh}`,
    en: `Counties: ${total.en}`,
    operation: "difference",
    operands: [total.id, total.id],
    join: "parts",
    scope: "subordinate_units",
  };
}

function bureauShare(total: Total): DerivedDefinition {
  return {
    ...plain,
    id: `bureau_share_${total.id}`,
    metric_id: `bureau_share_${total.id}`,
    zh: `本局占全辖区${total.zh}比重`,
    en: `Bureau’s share of the jurisdiction’s ${total.en}`,
    unit: "%",
    theme: total.theme,
    counting_object: "rate",
    operation: "ratio_percent",
    operands: [total.id, total.id],
    join: "parts",
    scope: "bureau",
  };
}

/** Totals that a report may give in all and for what was found before any accident. */
const split: readonly Total[] = [
  ...totals.filter(({ theme }) => theme === "penalties"),
  {
    id: "cases_filed",
    zh: "立案",
    en: "cases filed",
    unit: "件",
    theme: "penalties",
    counting_object: "case_file",
  },
];

/** What followed accidents: all less what was found before them. */
function afterAccidents(total: Total): DerivedDefinition {
  return {
    ...plain,
    ...total,
    id: `after_accidents_${total.id}`,
    metric_id: total.id,
    zh: `事故后${total.zh}`,
    en: `After accidents: ${total.en}`,
    operation: "difference",
    operands: [total.id, total.id],
    join: "accidents",
  };
}

function shareBefore(total: Total): DerivedDefinition {
  return {
    ...plain,
    id: `${total.id}_pre_accident_share`,
    metric_id: `${total.id}_pre_accident_share`,
    zh: `事前${total.zh}占比`,
    en: `Share of ${total.en} before accidents`,
    unit: "%",
    theme: total.theme,
    counting_object: "rate",
    operation: "ratio_percent",
    operands: [total.id, total.id],
    join: "accidents",
  };
}

/** Every derived metric. */
export const derivedDefinitions: readonly DerivedDefinition[] = [
  ...means,
  ...rates,
  ...rests,
  ...totals.map(counties),
  ...totals.map(bureauShare),
  ...split.map(afterAccidents),
  ...split.map(shareBefore),
];

/**
 * Scopes of the operands, in order, of a definition whose `join` is `parts`: the whole before the
 * part where it is subtracted, the part before the whole in a share; null for other joins.
 */
export function operandScopes({ join, operation, operands }: DerivedDefinition): Scope[] | null {
  if (join !== "parts") return null;
  const pair: Scope[] =
    operation === "ratio_percent"
      ? ["bureau", "jurisdiction_total"]
      : ["jurisdiction_total", "bureau"];
  return operands.map((_, index) => pair[index % 2] ?? "bureau");
}

/** What may hold penalties before and after accidents. */
const undivided: readonly Accident[] = ["both", "unstated"];

/** The same for `accidents`: which values of the column `accident` each operand may have. */
export function operandAccidents(definition: DerivedDefinition): (readonly Accident[])[] | null {
  const { join, operation, operands } = definition;
  if (join !== "accidents") return null;
  const pair = operation === "ratio_percent" ? [["before"], undivided] : [undivided, ["before"]];
  return operands.map((_, index) => (pair[index % 2] ?? []) as readonly Accident[]);
}

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
