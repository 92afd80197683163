import { plain, type DerivedDefinition } from "./definition.ts";

interface Total {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  readonly theme: string;
  readonly counting_object: string;
}

/** Totals that a report may give for the whole jurisdiction and for its bureau. */
const shared: readonly Total[] = [
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
  {
    id: "hazards_found",
    zh: "发现隐患",
    en: "hazards found",
    unit: "项",
    theme: "hazard_rectification",
    counting_object: "hazard",
  },
  {
    id: "suspension_orders",
    zh: "责令停产停业",
    en: "suspension orders",
    unit: "家",
    theme: "penalties",
    counting_object: "firm",
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
  ...shared.filter(({ id }) => id === "penalty_cases" || id === "penalty_amount"),
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

/** Differences and shares of totals of one kind: whole and bureau, all and before accidents. */
export const totals: readonly DerivedDefinition[] = [
  ...shared.map(counties),
  ...shared.map(bureauShare),
  ...split.map(afterAccidents),
  ...split.map(shareBefore),
];
