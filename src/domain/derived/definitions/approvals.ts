import { plain, type DerivedDefinition } from "./definition.ts";

/** A time in days and the one that it is measured against. */
interface Limit {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly now: string;
  readonly base: string;
}

const limits: readonly Limit[] = [
  {
    id: "promised",
    zh: "承诺时限比法定时限",
    en: "promised against statutory days",
    now: "approval_days_promised",
    base: "approval_days_statutory",
  },
  {
    id: "later",
    zh: "承诺时限比原承诺时限",
    en: "days promised later against earlier",
    now: "approval_days_promised",
    base: "approval_days_promised",
  },
  {
    id: "actual",
    zh: "实际用时比法定时限",
    en: "days used against statutory days",
    now: "approval_days_actual",
    base: "approval_days_statutory",
  },
];

const ofLimits = {
  ...plain,
  unit: "%",
  theme: "approval_licensing",
  counting_object: "rate",
  headline: true,
  join: "limits",
} as const;

function remaining({ id, zh, en, now, base }: Limit): DerivedDefinition {
  return {
    ...ofLimits,
    id: `approval_time_remaining_${id}`,
    metric_id: "approval_time_remaining",
    zh: `压缩后剩余审批时限（${zh}）`,
    en: `Approval time that remains (${en})`,
    better_when: "lower",
    operation: "ratio_percent",
    operands: [now, base],
  };
}

function cut({ id, zh, en, now, base }: Limit): DerivedDefinition {
  return {
    ...ofLimits,
    id: `approval_time_compression_${id}`,
    metric_id: "approval_time_compression_rate",
    zh: `审批时限压缩率（${zh}）`,
    en: `Approval-time compression (${en})`,
    better_when: "higher",
    operation: "reduction",
    operands: [now, base],
  };
}

/** How much shorter approvals have become. */
export const approvals: readonly DerivedDefinition[] = [
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
  ...limits.flatMap((limit) => [remaining(limit), cut(limit)]),
];
