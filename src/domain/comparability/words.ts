import type { Language } from "../types.ts";
import type { Comparability, RuleId } from "./rule.ts";

export type Words = Readonly<Record<Language, string>>;

export interface RuleWords {
  /** The difference in a few words. */
  readonly title: Words;
  /** One sentence for a reader; `{a}` and `{b}` are what the two figures have. */
  readonly sentence: Words;
  /** When the rule speaks, and how hard. */
  readonly rule: Words;
  /** Law or convention that anybody can open; null where the rule is our own. */
  readonly source: Words | null;
}

export const ruleWords: Readonly<Record<RuleId, RuleWords>> = {
  repeated: {
    title: { zh: "同一数字两次出现", en: "one figure, stated twice" },
    sentence: {
      zh: "这是同一数字在报告里的两次出现，只算一次",
      en: "the report states one figure twice; it counts once",
    },
    rule: {
      zh: "一个数字的same_as指向另一个：可比，仅作说明",
      en: "same_as of one names the other: comparable, only noted",
    },
    source: null,
  },
  part_of_whole: {
    title: { zh: "部分与整体", en: "part and whole" },
    sentence: {
      zh: "同一报告中的部分与整体，或同一总数的两部分（{a}、{b}）：可以对照，不可相加",
      en: "part and whole of one report, or two parts of one total ({a}; {b}): may be set side by side, never added",
    },
    rule: {
      zh: "同一报告、同一地区：由breakdown_of相连，或同属一个总数，或指标、部分、期间相同而一方为全辖区（或一方本局、一方下属单位）：可比，仅作说明",
      en: "same report and region: linked by breakdown_of, parts of one total, or alike in metric, part and period where one is the whole jurisdiction (or one the bureau, one the units below it): comparable, only noted",
    },
    source: null,
  },
  metric: {
    title: { zh: "指标不同", en: "different metrics" },
    sentence: { zh: "指标不同：{a}与{b}", en: "two metrics: {a} and {b}" },
    rule: {
      zh: "指标或单位不同（所以家、家次、案件也不同）：不可比；所列相近指标（如全部隐患与重大隐患整改率）：须注明；单位相同的部分与整体除外",
      en: "different metrics or units, so also firms, visits and files: not comparable; listed related ones (such as the rectification rates of all and of major hazards): with a caveat; parts and wholes in one unit excepted",
    },
    source: null,
  },
  definition: {
    title: { zh: "同名不同义", en: "one name, two meanings" },
    sentence: { zh: "所含内容不同：{a}与{b}", en: "they include different things: {a} and {b}" },
    rule: {
      zh: "权责清单总数一方含公共服务和其他职责、另一方不含，处罚与现场处理措施，隐患与违法行为，罚没款与不含没收的罚款：不可比；一方未说明计的是哪一种，或含没收而另一方未说明：须注明",
      en: "totals of power lists of which one includes public services and other duties, penalties and on-site measures, hazards and violations, fines with and without confiscations: not comparable; where one does not say which it counts: with a caveat",
    },
    source: {
      zh: "《行政处罚法》（2021年修订）第九条（罚款与没收、责令停产停业各为一种处罚）；《安全生产法》（2021年修正）第六十五条（现场处理措施）",
      en: "Administrative Penalty Law (2021), Art. 9 (fines, confiscation and suspension of business are penalties of their own kinds); Work Safety Law (2021), Art. 65 (measures on the spot)",
    },
  },
  count_basis: {
    title: { zh: "统计环节不同", en: "different stages counted" },
    sentence: {
      zh: "案件统计的环节不同：{a}与{b}",
      en: "cases are counted at different stages: {a} and {b}",
    },
    rule: {
      zh: "立案、公开与处罚之间：不可比；一方未说明，或一方为作出的决定，或为均值：须注明；实施与办结不作区分",
      en: "between filing, disclosure and penalty: not comparable; where one is not stated, one counts decisions made, or for means: with a caveat; imposed and concluded are not told apart",
    },
    source: {
      zh: "《行政处罚法》（2021年修订）第四十八条（公开）、第五十四条（立案）、第五十七条（决定）",
      en: "Administrative Penalty Law (2021), Art. 48 (publication), 54 (filing), 57 (decision)",
    },
  },
  baseline: {
    title: { zh: "比较基准不同", en: "different baselines" },
    sentence: { zh: "比较的基准不同：{a}与{b}", en: "measured against {a} and against {b}" },
    rule: {
      zh: "法定时限、原承诺时限、上年之间：不可比；一方未说明：须注明；不同报告均未说明：须注明",
      en: "statutory limit, earlier promise and last year: not comparable; where one is not stated, or two reports state none: with a caveat",
    },
    source: null,
  },
  scope: {
    title: { zh: "统计范围不同", en: "different scopes" },
    sentence: { zh: "统计范围不同：{a}与{b}", en: "different scopes: {a} and {b}" },
    rule: {
      zh: "本局与全辖区等：不可比；同一报告同一期间：须注明；县区或功能区只有一个局，其本局与他处全辖区：须注明；本局的数是否含报告另列的受委托镇街未说明，与其他报告相比：须注明",
      en: "bureau and whole jurisdiction and so on: not comparable; in one report and period: with a caveat; a county’s or zone’s bureau, which is its only one, beside another’s whole jurisdiction: with a caveat; a bureau whose report gives delegated townships apart and does not say whether it includes them, beside other reports: with a caveat",
    },
    source: {
      zh: "《行政处罚法》（2021年修订）第二十条（委托处罚以委托机关的名义作出）",
      en: "Administrative Penalty Law (2021), Art. 20 (delegated penalties are imposed in the name of the delegating body)",
    },
  },
  part: {
    title: { zh: "部分不同", en: "different parts" },
    sentence: { zh: "统计的部分不同：{a}与{b}", en: "different parts: {a} and {b}" },
    rule: {
      zh: "行业、专项行动与整体，或不同行业、行动：不可比；同一报告同一期间的两个部分：须注明",
      en: "a sector or campaign and the whole, or two of them: not comparable; two parts in one report and period: with a caveat",
    },
    source: null,
  },
  departments: {
    title: { zh: "计入的部门不同", en: "different departments counted" },
    sentence: { zh: "计入的部门不同：{a}与{b}", en: "whose work is counted: {a} and {b}" },
    rule: {
      zh: "应急管理部门、各部门合计、仅下级部门之间：不可比；同一报告同一期间，或各部门合计与未说明之间：须注明",
      en: "emergency management alone, all departments, lower bodies only: not comparable; in one report and period, or all departments beside one that says nothing: with a caveat",
    },
    source: null,
  },
  channel: {
    title: { zh: "统计渠道不同", en: "counted through different channels" },
    sentence: { zh: "统计渠道不同：{a}与{b}", en: "one counts {a}, the other {b}" },
    rule: {
      zh: "只计执法系统、信用平台或年度计划之内的，与不限渠道的：须注明",
      en: "only what went through the enforcement system, a credit platform or the annual plan, beside a count without such a limit: with a caveat",
    },
    source: {
      zh: "《安全生产法》（2021年修正）第六十二条（年度监督检查计划）",
      en: "Work Safety Law (2021), Art. 62 (annual plan of inspections)",
    },
  },
  accident: {
    title: { zh: "事故前后不同", en: "before and after accidents" },
    sentence: { zh: "处罚的起因不同：{a}与{b}", en: "penalties {a} and {b}" },
    rule: {
      zh: "事前处罚、事故处罚、合计之间：不可比；同一报告同一期间，或合计与未说明之间：须注明",
      en: "penalties before accidents, after them, and both together: not comparable; in one report and period, or both beside unstated: with a caveat",
    },
    source: {
      zh: "《安全生产法》（2021年修正）第一百一十四条（事故罚款另有规定）",
      en: "Work Safety Law (2021), Art. 114 (fines after accidents have a provision of their own)",
    },
  },
  level: {
    title: { zh: "行政层级不同", en: "different administrative levels" },
    sentence: { zh: "行政层级不同：{a}与{b}", en: "different levels: {a} and {b}" },
    rule: {
      zh: "地区层级不同：须注明；全省总数与一个县区或功能区的总数：不可比",
      en: "regions of different levels: with a caveat; the total of a whole province and that of one county or zone: not comparable",
    },
    source: {
      zh: "GB/T 2260《中华人民共和国行政区划代码》",
      en: "GB/T 2260, Codes for the administrative divisions of the People’s Republic of China",
    },
  },
  size: {
    title: { zh: "地区大小不同", en: "regions of different size" },
    sentence: {
      zh: "{a}与{b}大小不同，总数未按规模折算，宜比每件、每家次",
      en: "{a} and {b} differ in size and totals are not adjusted for it: compare per case or per visit",
    },
    rule: {
      zh: "不同地区的总数（金额、案件、家、家次、隐患）：可比，仅作说明",
      en: "totals (money, cases, firms, visits, hazards) of different regions: comparable, only noted",
    },
    source: null,
  },
  window: {
    title: { zh: "没写起止时间，或为专项行动", en: "dates not stated, or a campaign’s" },
    sentence: {
      zh: "至少一方没写起止时间，或是专项行动期间（{a}、{b}）",
      en: "at least one names no period, or that of a campaign ({a}; {b})",
    },
    rule: {
      zh: "期间为“未写明”或专项行动：须注明；同一报告同一框架除外",
      en: "period unspecified or a campaign: with a caveat, unless one report frames both alike",
    },
    source: null,
  },
  period_length: {
    title: { zh: "期间长短不同", en: "periods of different length" },
    sentence: {
      zh: "期间长短不同：{a}与{b}",
      en: "periods of different length: {a} and {b}",
    },
    rule: {
      zh: "长度相差半个月以上，或一方是时点数：须注明；总数的一方不足另一方一半：不可比",
      en: "lengths that differ by half a month or more, or a point in time and a period: with a caveat; totals of which one covers less than half of the other: not comparable",
    },
    source: null,
  },
  year: {
    title: { zh: "不在同一时段", en: "different times" },
    sentence: { zh: "时段不同：{a}与{b}", en: "different times: {a} and {b}" },
    rule: {
      zh: "不同地区、不同年份：须注明，处罚类分属新旧法的除外（已由新旧法一条说明）；长短相同而起止月日不同：须注明；同一地区的不同年份是趋势，不在此列",
      en: "different regions in different years: with a caveat, except where the law of 2021 lies between penalties and is told instead; periods of one length with other days of the year: with a caveat; one region over the years is a trend",
    },
    source: null,
  },
  law: {
    title: { zh: "新旧安全生产法", en: "before and after the law of 2021" },
    sentence: {
      zh: "适用的安全生产法不同：{a}与{b}（2021年9月1日起罚款提高）",
      en: "under different Work Safety Laws: {a} and {b} (fines rose on 1 September 2021)",
    },
    rule: {
      zh: "处罚类指标，期间分属2021年9月1日前、后或跨越该日：须注明",
      en: "penalty metrics whose periods lie before, after or across 1 September 2021: with a caveat",
    },
    source: {
      zh: "《全国人民代表大会常务委员会关于修改〈中华人民共和国安全生产法〉的决定》（2021年6月10日通过，2021年9月1日起施行）",
      en: "Decision of the NPC Standing Committee on Amending the Work Safety Law, adopted 10 June 2021, in force 1 September 2021",
    },
  },
  status: {
    title: { zh: "已做与计划", en: "done and planned" },
    sentence: { zh: "一方是{a}，一方是{b}", en: "one is {a}, the other {b}" },
    rule: {
      zh: "计划、拟定的数字与实际数字：不可比，且不参加排名",
      en: "planned or proposed beside actual: not comparable, and never ranked",
    },
    source: null,
  },
  qualifier: {
    title: { zh: "不是确数", en: "not exact" },
    sentence: {
      zh: "至少一方不是确数：{a}与{b}",
      en: "at least one is not an exact value: {a} and {b}",
    },
    rule: {
      zh: "约数、超过、不少于、近：须注明；界限使大小不能确定时拒绝排名",
      en: "approximate, over, at least, nearly: with a caveat; no ranking where a bound leaves the order open",
    },
    source: null,
  },
  derived: {
    title: { zh: "写明与推算", en: "stated and derived" },
    sentence: { zh: "一方{a}，一方{b}", en: "one is {a}, the other {b}" },
    rule: {
      zh: "推算值与写明值：可比，仅作说明",
      en: "a derived beside a stated value: comparable, only noted",
    },
    source: null,
  },
  audit: {
    title: { zh: "核算不符", en: "disagrees with its own parts" },
    sentence: {
      zh: "至少一方与其组成部分核算不符",
      en: "at least one does not follow from its own parts",
    },
    rule: {
      zh: "checks表中结论为mismatch的数字：须注明",
      en: "a figure whose check ends in mismatch: with a caveat",
    },
    source: { zh: "SDMX CL_OBS_STATUS 2.2，U", en: "SDMX CL_OBS_STATUS 2.2, U" },
  },
  unit_inferred: {
    title: { zh: "单位是补的", en: "unit supplied" },
    sentence: {
      zh: "至少一方原文缺单位，单位系推断",
      en: "the text of at least one has lost its unit, which was inferred",
    },
    rule: { zh: "unit_inferred为真：须注明", en: "unit_inferred is true: with a caveat" },
    source: null,
  },
  source: {
    title: { zh: "来源性质不同", en: "official and press" },
    sentence: { zh: "来源性质不同：{a}与{b}", en: "read in {a} and in {b}" },
    rule: {
      zh: "一方出自媒体转述，一方出自机关自己的报告或网页：可比，仅作说明",
      en: "one read in the press, the other in a report or page of the body itself: comparable, only noted",
    },
    source: null,
  },
};

export const comparabilityWords: Readonly<Record<Comparability, Words>> = {
  comparable: { zh: "可比", en: "comparable" },
  with_caveat: { zh: "加注可比", en: "with a caveat" },
  not_comparable: { zh: "不可比", en: "not comparable" },
};

/** What a figure may have where a rule looks. */
export const valueWords: Readonly<Record<string, Words>> = {
  bureau: { zh: "本局", en: "one bureau" },
  jurisdiction_total: { zh: "全辖区", en: "whole jurisdiction" },
  subordinate_units: { zh: "下属单位", en: "subordinate units" },
  delegated_townships: { zh: "受委托镇街", en: "delegated townships" },
  powers_only: { zh: "只含权力事项", en: "powers only" },
  powers_and_services: {
    zh: "含公共服务和其他职责",
    en: "powers, public services and other duties",
  },
  hazard: { zh: "隐患", en: "hazards" },
  imposed: { zh: "处罚", en: "imposed" },
  filed: { zh: "立案", en: "filed" },
  concluded: { zh: "办结", en: "concluded" },
  disclosed: { zh: "公开", en: "disclosed" },
  made: { zh: "作出决定", en: "decided" },
  statutory: { zh: "法定时限", en: "the statutory limit" },
  last_year: { zh: "上年", en: "last year" },
  promised_before: { zh: "原承诺时限", en: "an earlier promise" },
  all_departments: { zh: "各部门合计", en: "all departments" },
  emergency_management: { zh: "应急管理部门", en: "emergency management alone" },
  subordinate_only: { zh: "仅下级部门", en: "lower bodies only" },
  enforcement_system: { zh: "只计执法系统之内的", en: "only what the enforcement system holds" },
  credit_platform: { zh: "只计信用平台上的", en: "only what a credit platform holds" },
  annual_plan: { zh: "只计年度计划之内的", en: "only inspections of the annual plan" },
  excluded: { zh: "不含没收", en: "without confiscations" },
  included: { zh: "含没收", en: "with confiscations" },
  penalty: { zh: "处罚", en: "penalties" },
  on_site_measure: { zh: "现场处理措施", en: "measures on the spot" },
  violation: { zh: "违法行为", en: "violations" },
  report: { zh: "报告全文", en: "the report itself" },
  official: { zh: "官方网页", en: "an official page" },
  press: { zh: "媒体", en: "the press" },
  inclusion_open: {
    zh: "本局，或含镇街代罚的",
    en: "one bureau, perhaps with its townships",
  },
  country: { zh: "国家", en: "country" },
  province: { zh: "省级", en: "province" },
  prefecture: { zh: "地级", en: "prefecture" },
  county: { zh: "县级", en: "county" },
  zone: { zh: "功能区", en: "zone" },
  township: { zh: "乡镇", en: "township" },
  full_year: { zh: "全年", en: "full year" },
  ytd: { zh: "年初至某日", en: "year to date" },
  quarter: { zh: "季度", en: "a quarter" },
  month: { zh: "月份", en: "a month" },
  campaign: { zh: "专项行动期间", en: "a campaign" },
  point_in_time: { zh: "时点", en: "a point in time" },
  unspecified: { zh: "没写", en: "not stated" },
  before: { zh: "新法之前", en: "before" },
  after: { zh: "新法之后", en: "after" },
  across: { zh: "跨新旧法", en: "across" },
  actual: { zh: "实际", en: "actual" },
  planned: { zh: "计划", en: "planned" },
  proposed: { zh: "拟定", en: "proposed" },
  exact: { zh: "确数", en: "exact" },
  approx: { zh: "约数", en: "approximate" },
  over: { zh: "超过", en: "more than" },
  at_least: { zh: "不少于", en: "at least" },
  nearly: { zh: "接近", en: "nearly" },
  derived: { zh: "为推算", en: "derived" },
  stated: { zh: "为报告写明", en: "stated" },
  mismatch: { zh: "核算不符", en: "a mismatch" },
  no_mismatch: { zh: "无不符", en: "no mismatch" },
  unit_inferred: { zh: "单位系推断", en: "unit inferred" },
  unit_written: { zh: "单位写明", en: "unit written" },
};

/** Parts that a subset names by a word of its own rather than by the report's. */
export const partWords: Readonly<Record<string, Words>> = {
  units: { zh: "单位", en: "units" },
  individuals: { zh: "个人", en: "individuals" },
  general: { zh: "一般隐患", en: "general hazards" },
  promised: { zh: "承诺时限", en: "promised limits" },
  actual: { zh: "实际用时", en: "time really used" },
  earlier: { zh: "调整前", en: "before the change" },
  later: { zh: "调整后", en: "after the change" },
  key_units: { zh: "重点单位", en: "key units" },
  general_units: { zh: "一般单位", en: "general units" },
};

/** Words of which one value has another meaning under a rule. */
export const ruleValueWords: Readonly<Partial<Record<RuleId, Readonly<Record<string, Words>>>>> = {
  baseline: { unstated: { zh: "未说明的基准", en: "an unstated baseline" } },
  accident: {
    before: { zh: "事故之前", en: "before accidents" },
    after: { zh: "事故之后", en: "after accidents" },
    both: { zh: "事前事后合计", en: "of both kinds" },
    unstated: { zh: "没分事前事后", en: "of unstated kind" },
  },
  definition: { unstated: { zh: "未说明", en: "what is not said" } },
};

/** What `null` means to a rule: nothing said, save that a figure without a part is the whole. */
export const nullWords = {
  other: { zh: "没写", en: "not stated" },
  part: { zh: "整体", en: "the whole" },
  channel: { zh: "不限渠道", en: "all channels" },
} as const satisfies Readonly<Record<string, Words>>;
