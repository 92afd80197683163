import { textsOf, type Texts } from "./texts.ts";

/** What only the pages of regions say, and the list of them. */
const table = {
  title: ["{0}：执法数字", "{0}: enforcement figures"],
  description: [
    "{0}（{1}）：{2}个数字、{3}项指标，出自{4}份报告或网页。每个数字都有出处，写明时期与范围；能不能排名，写明理由。",
    "{0} ({1}): {2} {2|figure|figures} of {3} {3|measure|measures} from {4} {4|report or page|reports or pages}, each with its source, period and scope, and a rank only where one is allowed.",
  ],
  counts: [
    "{0}个数字、{1}项指标，出自{2}份报告或网页。",
    "{0} {0|figure|figures} of {1} {1|measure|measures} from {2} {2|report or page|reports or pages}.",
  ],
  trail: ["所在地区", "Where it lies"],
  index: ["各地区的页面", "A page for each region"],
  "index.lead": [
    "有数字的{0}个地区，按省份排列；括号里是数字的个数。",
    "{0} {0|region|regions} with figures, by province; the number of figures in brackets.",
  ],
  within: ["其中有数字的地区", "Regions in it with figures"],
  explore: ["在“全部数字”里筛选", "Filter them among all figures"],
  "level.country": ["全国", "country"],
  "level.province": ["省级", "province"],
  "level.prefecture": ["地级", "prefecture"],
  "level.county": ["县级", "county or district"],
  "level.zone": ["功能区", "functional zone"],
  "level.township": ["乡级", "township"],
  code: ["GB/T 2260代码{0}", "GB/T 2260 code {0}"],
  headlines: ["三项比较", "The three comparisons"],
  "headlines.lead": [
    "罚款、检查和审批提速。名次只在规则允许的同口径组里给出，每个地区取其中最近的一个数字。",
    "Fines, inspections and approval times. A rank is given only within a group that the rules let stand together, with the latest figure of each region.",
  ],
  rank: [
    "在“{2}”这一组的{1}个地区里，从高到低第{0}",
    "Rank {0} of the {1} regions in the group “{2}”, highest first",
  ],
  "rank.tied": [
    "在“{2}”这一组的{1}个地区里，从高到低并列第{0}",
    "Joint rank {0} of the {1} regions in the group “{2}”, highest first",
  ],
  "rank.differences": ["组内仍有不同：{0}", "Within the group these still differ: {0}"],
  "unranked.alone": ["不排名：{0}", "Not ranked: {0}"],
  "unranked.single": [
    "不排名：没有别的地区有同口径的数字",
    "Not ranked: no other region states a figure of this kind",
  ],
  "unranked.bound": [
    "不排名：只是界限，或是计划",
    "Not ranked: a bound or a plan has no place in an order",
  ],
  "unranked.other": [
    "不排名：同组里取的是本地区的另一个数字",
    "Not ranked: another figure of this region stands for it in the group",
  ],
  "unranked.refused": ["不排名：规则不允许排序", "Not ranked: the rules allow no order"],
  "unranked.unjudged": [
    "不排名：口径不全，无法判断",
    "Not ranked: not enough is known to judge it",
  ],
  parts: [
    "没有合计，只写了其中的部分，见下面的表",
    "no total; only parts are stated, which stand in the tables below",
  ],
  more: ["其余数字", "All other figures"],
  derived: ["由这些数字推算的", "Derived from these figures"],
  "derived.lead": [
    "报告没有写，由所列数字算出；点开可以看到公式和每一个原数。",
    "Stated by no report: computed from the figures named. Each leads to its formula and its parents.",
  ],
  trends: ["逐年", "Over the years"],
  "trends.title": [
    "不止一年有数字的指标：{0}项",
    "{0} {0|measure is|measures are} stated for more than one year",
  ],
  "trends.subtitle": [
    "横线是一个数字覆盖的期间。只有年份不同、其余都相同的数字才连线；断开处的原因写在图下。",
    "A stroke is the time that a figure covers. A line joins figures only where nothing but the year differs; where it is cut, the reason stands below.",
  ],
  missing: ["没有的", "What is missing"],
  "missing.lead": [
    "以下是常见指标里这个地区没有的，不等于零。",
    "Of the measures that several regions state, this one has no figure for these. Missing is not zero.",
  ],
  "missing.not_reported": [
    "未报告：报告通读过，没有写（{0}项）",
    "Not reported: a report was read whole and states none ({0})",
  ],
  "missing.not_read": [
    "未通读：网页只读了开头，或没有本地区自己的报告，不知有无（{0}项）",
    "Not read: only the opening of a page was read, or no report of this region is held, so nobody knows ({0})",
  ],
  "missing.planned": [
    "只有计划或拟议，没有实施（{0}项）",
    "Planned or proposed only, not done ({0})",
  ],
  checks: ["与重算不符的", "What does not agree when recomputed"],
  "checks.lead": [
    "报告所写与分项重算的结果都保留，不作更改。",
    "What the report states and what its parts give are both kept; nothing is repaired.",
  ],
  reports: ["报告与网页", "Reports and pages"],
  "reports.full": ["通读全文", "read whole"],
  "reports.opening": ["只读了开头", "only the opening was read"],
  "reports.undated": ["日期未标明", "no date given"],
  "reports.figures": ["{0}个本地区的数字", "{0} {0|figure|figures} of this region"],
  "column.period": ["期间", "Period"],
  "column.scope": ["谁的工作", "Whose work"],
  "column.part": ["其中的部分", "Part"],
  "column.terms": ["口径", "Counted"],
  "column.source": ["来源", "Source"],
  "column.formula": ["算法", "Computed from"],
} satisfies Texts<string>;

export type RegionWord = keyof typeof table;

/** A text of the pages of regions. */
export const sayOfRegion = /* @__PURE__ */ textsOf<RegionWord>(table);
