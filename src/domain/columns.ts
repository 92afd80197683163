/** The tables of the project: each column once. Rows are `RowOf` of these (see types.ts). */
import {
  boolean,
  count,
  date,
  id,
  list,
  matching,
  maybe,
  number,
  offset,
  oneOf,
  pinyin,
  text,
  url,
} from "./column.ts";
import type { ColumnSpec, ColumnType, RowOf } from "./column.ts";
import { subsetPattern } from "./subset.ts";
import {
  accidents,
  alignments,
  authorities,
  baselines,
  channels,
  checkOperations,
  confiscations,
  countBases,
  countedAs,
  coverages,
  directions,
  periodBases,
  qualifiers,
  regionLevels,
  scopes,
  sourceKinds,
  statuses,
  vacuities,
  verdicts,
} from "./values.ts";

export type { ColumnType } from "./column.ts";

const notes = {
  note: maybe(text("说明（英文）", "what a reader should know, in English")),
  note_zh: maybe(text("说明（中文）", "the same in Chinese")),
} as const;

/** What stated and derived figures share. */
export const figureColumns = {
  fact_id: id("数字编号", "id of the figure"),
  report_id: id("所出报告", "the report that states it"),
  metric_id: id("指标", "what is measured"),
  region_id: id("地区", "the region it is about"),
  value: number("数值，按指标的标准单位", "the value, in the metric’s canonical unit"),
  unit: text("单位", "the unit of value"),
  qualifier: oneOf(qualifiers)(
    "限定：确数、约数、超过、不少于、近",
    "exact, approx, over, at_least or nearly",
  ),
  period_start: maybe(
    date("期间首日；报告未写则空", "first day of the period, null where none is stated"),
  ),
  period_end: maybe(date("期间末日", "last day of the period; none where no date is stated")),
  period_basis: oneOf(periodBases)(
    "期间种类：全年、年内、季、月、专项、时点、未写明",
    "full_year, ytd, quarter, month, campaign, point_in_time or unspecified",
  ),
  scope: oneOf(scopes)("统计范围：谁的执法", "whose work is counted"),
  subset: maybe(
    matching(subsetPattern)(
      "其中哪一部分：行业、专项、分项",
      "which part of it: sector, campaign, part",
    ),
  ),
  count_basis: maybe(
    oneOf(countBases)(
      "按哪一环节计数：立案、处罚、办结……",
      "the stage counted: filed, imposed, concluded …",
    ),
  ),
  baseline: maybe(oneOf(baselines)("比率以什么为基准", "what a rate is measured against")),
  status: oneOf(statuses)("实际、计划或拟议", "actual, planned or proposed"),
  breakdown_of: maybe(id("所属总数的编号", "fact_id of the total it is part of")),
  same_as: maybe(id("同一数字首次出现处的编号", "fact_id of the first mention of the same figure")),
  authority: maybe(
    oneOf(authorities)(
      "计入哪些部门：应急管理部门、各部门、仅下级",
      "whose departments are counted: emergency_management, all_departments or subordinate_only",
    ),
  ),
  channel: maybe(
    oneOf(channels)(
      "只计通过何种渠道的：执法系统、信用平台、年度计划",
      "what the count is restricted to: enforcement_system, credit_platform or annual_plan",
    ),
  ),
  accident: maybe(
    oneOf(accidents)(
      "处罚在事故之前、之后、两者、未说明",
      "penalties before accidents, after them, both or unstated",
    ),
  ),
  confiscations: maybe(
    oneOf(confiscations)(
      "金额是否含没收：不含、含、未说明",
      "whether an amount holds confiscations: excluded, included or unstated",
    ),
  ),
  counted_as: maybe(
    oneOf(countedAs)(
      "按什么计：处罚、现场处理措施、隐患、违法行为、未说明",
      "counted as penalty, on_site_measure, hazard, violation or unstated",
    ),
  ),
  source_kind: oneOf(sourceKinds)(
    "出自报告全文、官方网页还是媒体",
    "a report whose text is held, an official page or the press",
  ),
  unit_inferred: boolean("原文缺单位，为推断", "the text lost its unit; ours is inferred"),
} as const;

const { fact_id, report_id, metric_id, region_id, value, unit, ...others } = figureColumns;

/** One stated figure. Offsets are UTF-16, end exclusive. */
const facts = {
  ...{ fact_id, report_id, metric_id, region_id, value, unit },
  value_text: text("原文写法，含单位", "digits and unit as written"),
  ...others,
  ...notes,
  evidence: maybe(text("写明该数的原文", "the shortest clause that states it, to the letter")),
  evidence_start: maybe(offset("原文在报告中的起点", "where the clause begins in the report")),
  evidence_end: maybe(offset("原文在报告中的终点", "where the clause ends")),
  value_start: maybe(offset("数字在报告中的起点", "where the number begins in the report")),
  value_end: maybe(offset("数字在报告中的终点", "where the number ends")),
  alignment: oneOf(alignments)(
    "核对到什么程度：逐字、数字、无",
    "how far it was verified: exact, figure or none",
  ),
} as const;

const reports = {
  report_id: id("报告编号", "id of the report"),
  title: text("标题", "title, in Chinese"),
  title_en: text("标题（英文）", "title in English"),
  agency: text("发布机关", "who publishes it, in Chinese"),
  agency_en: text("发布机关（英文）", "who publishes it"),
  region_id: id("地区", "the region it is about"),
  doc_number: maybe(text("文号", "document number")),
  published: maybe(date("日期", "date of signature or publication")),
  period: maybe(
    matching(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/)(
      "所述期间，起/止",
      "what it says it covers, start/end",
    ),
  ),
  url: maybe(url("网页", "the page")),
  // Hash and length are null exactly where its opening only was read.
  sha256: maybe(matching(/^[0-9a-f]{64}$/)("文本指纹", "hash of its text, in UTF-8")),
  chars: maybe(count("字数", "length of its text, in UTF-16 characters")),
  coverage: oneOf(coverages)("通读，还是只读了开头", "read whole (full) or its opening only"),
  ...notes,
  agency_pinyin: pinyin("机关名称的拼音", "the agency’s name in pinyin"),
} as const;

const metrics = {
  metric_id: id("指标编号", "id of the metric"),
  zh: text("中文名称", "name in Chinese"),
  en: text("英文名称", "name in English"),
  unit: text("标准单位", "canonical unit"),
  theme: id("分组", "the group it belongs to"),
  definition: text("定义（英文）", "what it means"),
  definition_zh: text("定义", "the same in Chinese"),
  counting_object: maybe(
    id("数的是什么：户、次、件……", "what one unit is: firm, visit, case_file …"),
  ),
  family: maybe(id("近似指标的组名", "shared by metrics that measure nearly the same")),
  dimensions: maybe(
    matching(/^(accident|confiscations|counted_as)( (accident|confiscations|counted_as))*$/)(
      "每个数字都要填的列，空格分隔",
      "columns of facts that each of its figures fills, separated by spaces",
    ),
  ),
  widens: maybe(
    id("计入哪项总数会使其范围变宽", "the total that holds more than its kind with it"),
  ),
  better_when: maybe(oneOf(directions)("高好还是低好", "which direction is desirable")),
  headline: boolean("首页比较的指标", "compared on the home page"),
  pinyin: pinyin("名称的拼音", "its name in pinyin"),
} as const;

const themes = {
  theme: id("分组编号", "id of the group"),
  zh: text("中文名称", "name in Chinese"),
  en: text("英文名称", "name in English"),
} as const;

const regions = {
  region_id: id("地区编号", "id of the region"),
  gb_code: maybe(matching(/^\d{6}$/)("国标行政区划代码", "GB/T 2260 code")),
  gb_code_reason: maybe(text("没有代码的原因（英文）", "why it has no code")),
  gb_code_reason_zh: maybe(text("没有代码的原因", "the same in Chinese")),
  zh: text("中文名称", "name in Chinese"),
  en: text("英文名称", "name in English"),
  zh_short: text("简称", "short name in Chinese"),
  en_short: text("英文简称", "short name in English"),
  level: oneOf(regionLevels)(
    "级别：国、省、地、县、功能区、乡镇",
    "country, province, prefecture, county, zone or township",
  ),
  parent: maybe(id("上级地区", "the region it lies in")),
  // Of a province itself.
  province: maybe(id("所属省份", "the province it lies in")),
  tile_row: maybe(offset("方格图上的行", "row on the tile grid")),
  tile_column: maybe(offset("方格图上的列", "column on the tile grid")),
  pinyin: pinyin("名称的拼音", "its name in pinyin"),
} as const;

/** What an identity and one that is proposed share. */
const identity = {
  report_id: id("所属报告", "the report it is of"),
  identity: text("用数字写出的算式", "the formula, in figures"),
  operation: oneOf(checkOperations)(
    "运算：和、部分之和、差、商、百分比、增长、压缩、计数",
    "sum, partial_sum, difference, quotient, ratio_percent, growth, reduction or count",
  ),
  operands: text("参与运算的数字编号，空格分隔", "the fact_ids that go in, separated by spaces"),
} as const;
const stated_fact = id("写明结果的数字编号", "the fact_id that states the result");
const stated = number("报告所写", "as stated");
const recomputed = number("核算所得", "as recomputed");
const difference = number("所写减去核算", "stated minus recomputed");
const verdict = oneOf(verdicts)(
  "结论：相符、舍入、不符或推算",
  "ok, rounding, mismatch or derived",
);
const vacuous = maybe(
  oneOf(vacuities)(
    "为何不可能不符：重述、重复、未写之数可任取、两边无界",
    "why it cannot fail: restated, repeated, implied or unbounded; null for a real test",
  ),
);
// Null where a stated bound leaves that end open, and where nothing is stated.
const allowed = {
  allowed_low: maybe(
    number("舍入后仍成所写数字的最小值", "least value that rounds to the stated one"),
  ),
  allowed_high: maybe(number("同上的上界，不含本身", "the upper end of the same, excluded")),
} as const;

const checks = {
  check_id: id("核算编号", "id of the identity"),
  ...identity,
  stated_fact: maybe(stated_fact),
  stated: maybe(stated),
  recomputed,
  difference: maybe(difference),
  verdict,
  vacuous,
  ...notes,
  ...allowed,
} as const;

/** An identity that the figures suggest and nobody has confirmed; nothing is checked by it. */
const proposals = {
  proposal_id: id("提议编号", "id of the proposal"),
  report_id: identity.report_id,
  kind: text("种类：总数、分项、比重、平均、增长", "total, parts, share, mean or growth"),
  identity: identity.identity,
  operation: identity.operation,
  operands: identity.operands,
  ...{ stated_fact, stated, recomputed, difference, verdict },
  ...allowed,
  score: number("可能性，0到1", "how likely, from 0 to 1"),
} as const;

export const tables = {
  facts,
  reports,
  metrics,
  themes,
  regions,
  checks,
  proposals,
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>;
export type TableName = keyof typeof tables;
export type TableRows = { readonly [T in TableName]: RowOf<(typeof tables)[T]> };

export const tableNames = Object.keys(tables) as readonly TableName[];

/** An identity to recompute, as `data/checks.json` has it. */
export const identityColumns = {
  check_id: checks.check_id,
  report_id: identity.report_id,
  operation: identity.operation,
  /**
   * In order. `sum`: parts; `partial_sum`: the parts that are listed, of more (等); `difference`: minuend, subtrahends; `ratio_percent` and `quotient`:
   * numerator, denominator; `growth`, `reduction`: now, before; `count`: what is counted. Where the report keeps
   * a whole number to itself, one operand suffices and that number is taken as the nearest that
   * fits the stated rate: `ratio_percent` of a denominator alone (the numerator is implied),
   * `growth` of the present number alone (the base is implied).
   */
  operands: list("参与运算的数字编号", "the fact_ids that go in"),
  // Null where the result is only derived.
  stated: maybe(stated_fact),
  // Set where a difference is understood (truncation, adjusted base), never to excuse an error.
  soft_reason: maybe(text("差异的原因（英文）", "why the difference is none, in English")),
  soft_reason_zh: maybe(text("差异的原因（中文）", "the same in Chinese")),
  ...notes,
} as const;

/** The names of what an identity has in `data/checks.json`, in their order. */
export const identityNames: readonly string[] = Object.keys(identityColumns);

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** The columns of a table in their order. */
export function columnsOf(table: TableName): Column[] {
  return Object.entries<ColumnSpec>(tables[table]).map(([name, { type, nullable }]) => ({
    name,
    type,
    nullable,
  }));
}
