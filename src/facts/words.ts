import type { Aspect } from "./compare.ts";
import type { Caveat, Refusal } from "./derive.ts";
import type { Language } from "./types.ts";

type Words = Readonly<Record<Language, string>>;

/** Why no mean fine is given. */
export const refusalWords: Readonly<Record<Refusal, Words>> = {
  report: { zh: "两个数字来自不同报告", en: "the figures come from different reports" },
  region: { zh: "两个数字属于不同地区", en: "the figures belong to different regions" },
  metric: { zh: "罚款与案件数口径不对应", en: "the cases are not those of the fines" },
  scope: { zh: "统计范围不同", en: "the scopes differ" },
  subset: { zh: "一个只含部分行业或行动", en: "one covers only a sector or a campaign" },
  period: { zh: "统计期间不同", en: "the periods differ" },
  zero: { zh: "没有案件", en: "there are no cases" },
};

/** What is said beside a mean fine. */
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
    zh: "罚款与案件的统计环节不同",
    en: "fines and cases are counted at different stages",
  },
  bound: { zh: "含约数或下限", en: "from a bound or a rounded figure" },
  open_period: { zh: "未写明统计期间", en: "no period is named" },
};

/** In which respect two figures differ. */
export const aspectWords: Readonly<Record<Aspect, Words>> = {
  metric: { zh: "指标", en: "metric" },
  unit: { zh: "单位", en: "unit" },
  counting_object: { zh: "计数对象", en: "what is counted" },
  scope: { zh: "统计范围", en: "scope" },
  subset: { zh: "行业或行动", en: "sector or campaign" },
  period_basis: { zh: "期间类型", en: "kind of period" },
  period_length: { zh: "期间长度（月）", en: "length of period (months)" },
  count_basis: { zh: "统计环节", en: "stage counted" },
  baseline: { zh: "比较基准", en: "baseline" },
  qualifier: { zh: "精确程度", en: "exactness" },
  status: { zh: "状态", en: "status" },
  region_level: { zh: "行政层级", en: "administrative level" },
  law: { zh: "新旧安全生产法（2021年9月1日）", en: "Work Safety Law, before or after 1 Sept 2021" },
};
