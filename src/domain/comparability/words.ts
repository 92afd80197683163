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
  /** Convention, law or annotation decision that the rule rests on. */
  readonly source: Words;
}

const codeList = "SDMX Glossary, “Comparability”; CL_OBS_STATUS 2.0";
const sdmx = { zh: "SDMX词汇表“可比性”；CL_OBS_STATUS 2.0", en: codeList };
const gold = (zh: string, en: string): Words => ({
  zh: `本项目标注规范：${zh}`,
  en: `annotation rules of this project: ${en}`,
});

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
    source: gold("决定A16", "decision A16"),
  },
  part_of_whole: {
    title: { zh: "部分与整体", en: "part and whole" },
    sentence: {
      zh: "同一报告中的部分与整体（{a}、{b}）：可以对照，不可相加",
      en: "part and whole of one report ({a}; {b}): may be set side by side, never added",
    },
    rule: {
      zh: "同一报告、同一地区：由breakdown_of相连，或同属一个总数，或指标、部分、期间相同而一方为全辖区（或一方本局、一方下属单位）：可比，仅作说明",
      en: "same report and region: linked by breakdown_of, parts of one total, or alike in metric, part and period where one is the whole jurisdiction (or one the bureau, one the units below it): comparable, only noted",
    },
    source: gold("第3节“直接可比”；决定A16、A21", "section 3, “directly”; decisions A16, A21"),
  },
  metric: {
    title: { zh: "指标不同", en: "different metrics" },
    sentence: { zh: "指标不同：{a}与{b}", en: "two metrics: {a} and {b}" },
    rule: {
      zh: "指标不同：不可比；所列相近指标（如全部隐患与重大隐患整改率）：须注明；部分与整体除外",
      en: "different metrics: not comparable; listed related ones (such as the rectification rates of all and of major hazards): with a caveat; parts and wholes excepted",
    },
    source: gold("第3节“只能加注”与“不可比”", "section 3, “only with a caveat” and “not at all”"),
  },
  definition: {
    title: { zh: "同名不同义", en: "one name, two definitions" },
    sentence: { zh: "所含内容不同：{a}与{b}", en: "they hold unlike things: {a} and {b}" },
    rule: {
      zh: "权责清单总数：一方含公共服务和其他职责，另一方不含：不可比",
      en: "totals of power lists of which one includes public services and other duties: not comparable",
    },
    source: gold("第3节，155对119", "section 3, 155 beside 119"),
  },
  counting_object: {
    title: { zh: "计数对象不同", en: "different things counted" },
    sentence: { zh: "数的东西不同：{a}与{b}", en: "they count different things: {a} and {b}" },
    rule: {
      zh: "家、家次、案件等计数对象不同：不可比",
      en: "firms, visits, files and so on: not comparable",
    },
    source: gold("第3节“家、家次、案件”；决定A10", "section 3, “家 vs 家次 vs 案件”; decision A10"),
  },
  unit: {
    title: { zh: "单位不同", en: "different units" },
    sentence: { zh: "单位不同：{a}与{b}", en: "different units: {a} and {b}" },
    rule: { zh: "单位不同：不可比", en: "different units: not comparable" },
    source: sdmx,
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
    source: gold("第3节；决定A9、A21", "section 3; decisions A9, A21"),
  },
  baseline: {
    title: { zh: "比较基准不同", en: "different baselines" },
    sentence: { zh: "比较的基准不同：{a}与{b}", en: "measured against {a} and against {b}" },
    rule: {
      zh: "法定时限、原承诺时限、上年之间：不可比；一方未说明：须注明；不同报告均未说明：须注明",
      en: "statutory limit, earlier promise and last year: not comparable; where one is not stated, or two reports state none: with a caveat",
    },
    source: gold("第3节压缩率；决定A6", "section 3, compression; decision A6"),
  },
  scope: {
    title: { zh: "统计范围不同", en: "different scopes" },
    sentence: { zh: "统计范围不同：{a}与{b}", en: "different scopes: {a} and {b}" },
    rule: {
      zh: "本局与全辖区等：不可比；同一报告同一期间：须注明；县区或功能区只有一个局，其本局与他处全辖区：须注明",
      en: "bureau and whole jurisdiction and so on: not comparable; in one report and period: with a caveat; a county’s or zone’s bureau, which is its only one, beside another’s whole jurisdiction: with a caveat",
    },
    source: gold("第3节“组织事实”；决定A8", "section 3, “organisation facts”; decision A8"),
  },
  part: {
    title: { zh: "部分不同", en: "different parts" },
    sentence: { zh: "统计的部分不同：{a}与{b}", en: "different parts: {a} and {b}" },
    rule: {
      zh: "行业、专项行动与整体，或不同行业、行动：不可比；同一报告同一期间的两个部分：须注明",
      en: "a sector or campaign and the whole, or two of them: not comparable; two parts in one report and period: with a caveat",
    },
    source: gold(
      "第3节“1.7/2.6与任何总额”；决定A11",
      "section 3, “1.7/2.6 vs any total”; decision A11",
    ),
  },
  departments: {
    title: { zh: "计入的部门不同", en: "different departments counted" },
    sentence: { zh: "计入的部门不同：{a}与{b}", en: "whose work is counted: {a} and {b}" },
    rule: {
      zh: "应急管理部门、各部门合计、仅下级部门之间：不可比；同一报告同一期间，或各部门合计与未说明之间：须注明",
      en: "emergency management alone, all departments, lower bodies only: not comparable; in one report and period, or all departments beside one that says nothing: with a caveat",
    },
    source: gold("第3节“56373”；漳州报告zz-22的说明", "section 3, “56373”; note of zz-22"),
  },
  channel: {
    title: { zh: "统计渠道不同", en: "counted through different channels" },
    sentence: { zh: "统计渠道不同：{a}与{b}", en: "one counts {a}, the other {b}" },
    rule: {
      zh: "只计执法系统、信用平台或年度计划之内的，与不限渠道的：须注明",
      en: "only what went through the enforcement system, a credit platform or the annual plan, beside a count without such a limit: with a caveat",
    },
    source: sdmx,
  },
  accident: {
    title: { zh: "事故前后不同", en: "before and after accidents" },
    sentence: { zh: "处罚的起因不同：{a}与{b}", en: "penalties {a} and {b}" },
    rule: {
      zh: "事前处罚、事故处罚、合计之间：不可比；同一报告同一期间，或合计与未说明之间：须注明",
      en: "penalties before accidents, after them, and both together: not comparable; in one report and period, or both beside unstated: with a caveat",
    },
    source: sdmx,
  },
  confiscations: {
    title: { zh: "是否含没收", en: "with and without confiscations" },
    sentence: { zh: "金额所含不同：{a}与{b}", en: "amounts {a} and {b}" },
    rule: {
      zh: "罚没款与不含没收的罚款：不可比；与未说明的：须注明",
      en: "fines with confiscations and fines without: not comparable; beside one that says nothing: with a caveat",
    },
    source: sdmx,
  },
  counted_as: {
    title: { zh: "同名而所计不同", en: "one name, different acts counted" },
    sentence: { zh: "所计不同：{a}与{b}", en: "they count {a} and {b}" },
    rule: {
      zh: "处罚与现场处理措施，隐患与违法行为：不可比；一方未说明：须注明",
      en: "penalties and on-site measures, hazards and violations: not comparable; where one does not say: with a caveat",
    },
    source: sdmx,
  },
  delegation: {
    title: { zh: "是否含委托处罚不明", en: "delegated work in or out" },
    sentence: {
      zh: "一方未说明是否包含受委托镇街园区的处罚（{a}、{b}）",
      en: "one does not say whether delegated towns, sub-districts and parks are included ({a}; {b})",
    },
    rule: {
      zh: "同一报告另列受委托镇街园区的同一指标，未说明是否包含在本局之内：与其他报告相比须注明",
      en: "the report also gives the metric for delegated towns, sub-districts and parks and does not say whether the bureau’s includes it: with a caveat beside other reports",
    },
    source: gold("第3节；决定A8", "section 3; decision A8"),
  },
  level: {
    title: { zh: "行政层级不同", en: "different administrative levels" },
    sentence: { zh: "行政层级不同：{a}与{b}", en: "different levels: {a} and {b}" },
    rule: {
      zh: "地区层级不同：须注明；全省总数与一个县区或功能区的总数：不可比",
      en: "regions of different levels: with a caveat; the total of a whole province and that of one county or zone: not comparable",
    },
    source: gold("第3节，4.81对3.10；GB/T 2260", "section 3, 4.81 beside 3.10; GB/T 2260"),
  },
  size: {
    title: { zh: "地区大小不同", en: "regions of different size" },
    sentence: {
      zh: "{a}与{b}大小不同，总数未按规模折算，宜比每件、每家次",
      en: "{a} and {b} differ in size and totals are not adjusted for it: compare per case or per visit",
    },
    rule: {
      zh: "不同地区的总数（金额、案件、家、家次、隐患）：须注明",
      en: "totals (money, cases, firms, visits, hazards) of different regions: with a caveat",
    },
    source: gold("第3节“按件折算，不比总额”", "section 3, “normalise per case, not by sum”"),
  },
  stock_or_flow: {
    title: { zh: "时点与期间", en: "a point in time and a period" },
    sentence: { zh: "{a}与{b}不同", en: "one is {a}, the other {b}" },
    rule: {
      zh: "时点数与期间数：总数不可比，率和均值须注明",
      en: "a stock and a flow: not comparable for totals, with a caveat for rates and means",
    },
    source: sdmx,
  },
  window: {
    title: { zh: "期间未写明", en: "window not stated" },
    sentence: {
      zh: "至少一方未写明统计期间（{a}、{b}）",
      en: "at least one does not state its period ({a}; {b})",
    },
    rule: {
      zh: "期间为“未写明”或专项行动：须注明；同一报告同一框架除外",
      en: "period unspecified or a campaign: with a caveat, unless one report frames both alike",
    },
    source: gold("期间约定；决定A25、A30", "period convention; decisions A25, A30"),
  },
  period_length: {
    title: { zh: "期间长短不同", en: "periods of different length" },
    sentence: { zh: "期间长短不同：{a}个月与{b}个月", en: "{a} months and {b} months" },
    rule: {
      zh: "长度相差半个月以上：须注明；总数的一方不足另一方一半：不可比",
      en: "lengths that differ by half a month or more: with a caveat; totals of which one covers less than half of the other: not comparable",
    },
    source: gold(
      "第3节“九个月对十二个月”；决定A2、A3",
      "section 3, “nine months vs twelve”; decisions A2, A3",
    ),
  },
  part_of_year: {
    title: { zh: "一年中的一段", en: "part of a year" },
    sentence: { zh: "所含月份不同：{a}与{b}", en: "different months of the year: {a} and {b}" },
    rule: {
      zh: "至少一方只含一年的一段，且起止月日不同：须注明",
      en: "one covers part of a year, and their days of the year differ: with a caveat",
    },
    source: gold(
      "第3节“一至九月不是三季度”；决定A2、A3",
      "section 3, “year to date, not Q3”; decisions A2, A3",
    ),
  },
  year: {
    title: { zh: "年份不同", en: "different years" },
    sentence: { zh: "年份不同：{a}年与{b}年", en: "different years: {a} and {b}" },
    rule: {
      zh: "不同地区、不同年份：须注明；同一地区的不同年份是趋势，不在此列",
      en: "different regions in different years: with a caveat; one region over the years is a trend",
    },
    source: gold("第3节，漳州31对汕尾25", "section 3, Zhangzhou 31 beside Shanwei 25"),
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
    source: gold("决定A28", "decision A28"),
  },
  qualifier: {
    title: { zh: "不是确数", en: "not an exact value" },
    sentence: {
      zh: "至少一方不是确数：{a}与{b}",
      en: "at least one is not an exact value: {a} and {b}",
    },
    rule: {
      zh: "约数、超过、不少于、近：须注明；界限使大小不能确定时拒绝排名",
      en: "approximate, over, at least, nearly: with a caveat; no ranking where a bound leaves the order open",
    },
    source: gold("第3节“下限画成箭头”；决定A5", "section 3, “draw as a bound”; decision A5"),
  },
  derived: {
    title: { zh: "写明与推算", en: "stated and derived" },
    sentence: { zh: "一方{a}，一方{b}", en: "one is {a}, the other {b}" },
    rule: {
      zh: "推算值与写明值：须注明；同一报告之内可比，仅作说明",
      en: "a derived beside a stated value: with a caveat; within one report comparable, only noted",
    },
    source: sdmx,
  },
  audit: {
    title: { zh: "核算不符", en: "does not follow from its parts" },
    sentence: {
      zh: "至少一方与其组成部分核算不符",
      en: "at least one does not follow from its own parts",
    },
    rule: {
      zh: "checks表中结论为mismatch的数字：须注明",
      en: "a figure whose check ends in mismatch: with a caveat",
    },
    source: gold("第2节；决定A19", "section 2; decision A19"),
  },
  unit_inferred: {
    title: { zh: "单位系推断", en: "unit inferred" },
    sentence: {
      zh: "至少一方原文缺单位，单位系推断",
      en: "the text of at least one has lost its unit, which was inferred",
    },
    rule: { zh: "unit_inferred为真：须注明", en: "unit_inferred is true: with a caveat" },
    source: gold("决定A13至A15", "decisions A13 to A15"),
  },
  source: {
    title: { zh: "来源性质不同", en: "official and press" },
    sentence: { zh: "来源性质不同：{a}与{b}", en: "read in {a} and in {b}" },
    rule: {
      zh: "一方出自媒体转述，一方出自机关自己的报告或网页：须注明",
      en: "one read in the press, the other in a report or page of the body itself: with a caveat",
    },
    source: sdmx,
  },
};

export const comparabilityWords: Readonly<Record<Comparability, Words>> = {
  comparable: { zh: "可比", en: "comparable" },
  with_caveat: { zh: "加注可比", en: "with a caveat" },
  not_comparable: { zh: "不可比", en: "not comparable" },
};

/** What a figure may have where a rule looks. */
export const valueWords: Readonly<Record<string, Words>> = {
  bureau: { zh: "本局", en: "the bureau’s own work" },
  jurisdiction_total: { zh: "全辖区", en: "the whole jurisdiction" },
  subordinate_units: { zh: "下属单位", en: "subordinate units" },
  delegated_townships: { zh: "受委托镇街园区", en: "delegated towns, sub-districts and parks" },
  powers_only: { zh: "只含权力事项", en: "powers only" },
  powers_and_services: {
    zh: "含公共服务和其他职责",
    en: "powers, public services and other duties",
  },
  firm: { zh: "家", en: "firms" },
  visit: { zh: "家次", en: "visits" },
  case_file: { zh: "案件", en: "case files" },
  money: { zh: "金额", en: "money" },
  money_per_case: { zh: "每件金额", en: "money per case" },
  rate: { zh: "比率", en: "a rate" },
  growth: { zh: "增幅", en: "a growth rate" },
  mean: { zh: "均值", en: "a mean" },
  change: { zh: "变化", en: "a change" },
  item: { zh: "事项", en: "items" },
  hazard: { zh: "隐患", en: "hazards" },
  record: { zh: "记录", en: "records" },
  document: { zh: "文书", en: "documents" },
  measure: { zh: "措施", en: "measures" },
  accident: { zh: "事故", en: "accidents" },
  person: { zh: "人", en: "people" },
  organisation: { zh: "机构", en: "organisations" },
  event: { zh: "场次", en: "events" },
  step: { zh: "环节", en: "steps" },
  category: { zh: "类别", en: "categories" },
  score: { zh: "分数", en: "a score" },
  area: { zh: "面积", en: "an area" },
  feed: { zh: "视频", en: "video feeds" },
  duration: { zh: "时长", en: "a duration" },
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
  inclusion_open: { zh: "未说明", en: "not said" },
  none_delegated: { zh: "没有另列委托", en: "no delegated work listed" },
  country: { zh: "国家", en: "country" },
  province: { zh: "省级", en: "province" },
  prefecture: { zh: "地级", en: "prefecture" },
  county: { zh: "县级", en: "county" },
  zone: { zh: "功能区", en: "zone" },
  township: { zh: "乡镇", en: "township" },
  year: { zh: "全年数", en: "a year’s figure" },
  part: { zh: "一年中一段", en: "part of a year" },
  instant: { zh: "时点数", en: "a point in time" },
  full_year: { zh: "全年", en: "full year" },
  ytd: { zh: "年初至某日", en: "year to date" },
  quarter: { zh: "季度", en: "a quarter" },
  month: { zh: "月份", en: "a month" },
  campaign: { zh: "专项行动期间", en: "a campaign" },
  point_in_time: { zh: "时点", en: "a point in time" },
  unspecified: { zh: "未写明", en: "not stated" },
  before: { zh: "修改前", en: "before" },
  after: { zh: "修改后", en: "after" },
  across: { zh: "跨越修改", en: "across" },
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
  full: { zh: "通读", en: "read whole" },
  opening: { zh: "只读开头", en: "opening only" },
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
    both: { zh: "事前事后合计", en: "before and after accidents together" },
    unstated: { zh: "未分事前事后", en: "not said whether before or after accidents" },
  },
  confiscations: { unstated: { zh: "未说明是否含没收", en: "that do not say" } },
  counted_as: { unstated: { zh: "未说明", en: "what is not said" } },
};

/** What `null` means to a rule: nothing said, save that a figure without a part is the whole. */
export const nullWords = {
  other: { zh: "未说明", en: "not stated" },
  part: { zh: "整体", en: "the whole" },
  channel: { zh: "不限渠道", en: "without such a limit" },
} as const satisfies Readonly<Record<string, Words>>;
