import type { Caveat, Refusal } from "./derived/index.ts";
import type { Language } from "./types.ts";

type Words = Readonly<Record<Language, string>>;

/** Why a derived figure is not given. */
export const refusalWords: Readonly<Record<Refusal, Words>> = {
  missing: { zh: "报告没有写明所需的数字", en: "the report does not state every figure needed" },
  report: { zh: "数字来自不同报告", en: "the figures come from different reports" },
  region: { zh: "数字属于不同地区", en: "the figures belong to different regions" },
  metric: { zh: "指标口径不对应", en: "the figures do not count what the formula needs" },
  status: { zh: "含计划或拟定的数字", en: "a figure is planned or proposed, not done" },
  scope: { zh: "统计范围不符", en: "the scopes do not fit" },
  subset: { zh: "一个只含部分行业或行动", en: "one covers only a sector or a campaign" },
  composition: {
    zh: "所含不同（部门、渠道、事故前后等）",
    en: "they hold unlike things (departments, channel, before or after accidents …)",
  },
  period: { zh: "统计期间不符", en: "the periods do not fit" },
  baseline: { zh: "比较基准不同", en: "the baselines differ" },
  bound: { zh: "下限推不出数值", en: "a bound gives no value" },
  zero: { zh: "除数为零", en: "the divisor is zero" },
};

/** What is said beside a derived figure. */
export const caveatWords: Readonly<Record<Caveat, Words>> = {
  filed_not_imposed: {
    zh: "按立案数计算，而非处罚数",
    en: "per case filed, not per penalty imposed",
  },
  basis_unstated: {
    zh: "未说明案件统计环节",
    en: "the stage at which cases are counted is not stated",
  },
  basis_differs: {
    zh: "各数的统计环节不同",
    en: "its figures are counted at different stages",
  },
  bound: { zh: "含约数或界限", en: "from a bound or a rounded figure" },
  open_period: {
    zh: "没写起止时间，或是专项行动期间",
    en: "no period is named, or that of a campaign",
  },
  inclusion_open: {
    zh: "未说明是否包含受委托镇街园区的处罚",
    en: "whether delegated towns, sub-districts and parks are included is not stated",
  },
};
