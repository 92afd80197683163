import type { TableName, TableRows } from "./columns.ts";
import type { Language } from "./types.ts";

type Words = readonly [zh: string, en: string];

/** What a table holds, one row each. */
const tableWords: { readonly [T in TableName]: Words } = {
  facts: ["报告写明的数字，一行一个", "stated figures, one a row"],
  reports: ["报告", "reports"],
  metrics: ["指标：名称、单位、定义", "metrics: names, unit, definition"],
  themes: ["指标的分组", "groups of metrics"],
  regions: ["地区", "regions"],
  checks: ["对报告数字的核算", "identities recomputed"],
  proposals: ["数字提示的等式，无人确认", "identities that the figures suggest, not confirmed"],
};

/** What is made of the tables when a query first reads it. */
const viewWords: Readonly<Record<string, Words>> = {
  derived: ["由写明的数字算出的数字", "figures derived from stated ones"],
  all_metrics: ["写明的与算出的指标", "metrics, stated and derived"],
  figures: ["写明的与算出的数字，同一种格式", "stated and derived figures in one shape"],
  headline: [
    "首页比较的数字，没有的说明原因",
    "the figures of the home page, and why some are missing",
  ],
  absences: [
    "哪个地区没有哪项指标的数字，为什么",
    "which region has no figure of which metric, and why",
  ],
  comparisons: ["两两数字能不能比", "which figures may be compared, pair by pair"],
};

const noteWords = {
  note: ["说明（英文）", "what a reader should know, in English"],
  note_zh: ["说明（中文）", "the same in Chinese"],
} as const;

const checkWords = {
  report_id: ["所属报告", "the report it is of"],
  identity: ["用数字写出的算式", "the formula, in figures"],
  operation: [
    "运算：和、差、商、百分比、增长、计数",
    "sum, difference, quotient, percentage, growth or count",
  ],
  operands: ["参与运算的数字编号，空格分隔", "the fact_ids that go in, separated by spaces"],
  stated_fact: ["写明结果的数字编号", "the fact_id that states the result"],
  stated: ["报告所写", "as stated"],
  recomputed: ["核算所得", "as recomputed"],
  difference: ["所写减去核算", "stated minus recomputed"],
  verdict: ["结论：相符、舍入、不符或推算", "ok, rounding, mismatch or derived"],
  allowed_low: ["舍入后仍成所写数字的最小值", "least value that rounds to the stated one"],
  allowed_high: ["同上的上界，不含本身", "the upper end of the same, excluded"],
} as const;

// The keys are those of the interfaces, so the compiler finds a column without a meaning.
const columnWords: {
  readonly [T in TableName]: { readonly [K in keyof TableRows[T]]: Words };
} = {
  facts: {
    fact_id: ["数字编号", "id of the figure"],
    report_id: ["所出报告", "the report that states it"],
    metric_id: ["指标", "what is measured"],
    region_id: ["地区", "the region it is about"],
    value: ["数值，按指标的标准单位", "the value, in the metric’s canonical unit"],
    unit: ["单位", "the unit of value"],
    value_text: ["原文写法，含单位", "digits and unit as written"],
    qualifier: ["限定：确数、约数、超过、不少于、近", "exact, approx, over, at_least or nearly"],
    period_start: ["期间首日", "first day of the period"],
    period_end: ["期间末日", "last day of the period"],
    period_basis: [
      "期间种类：全年、年内、季、月、专项、时点、未写明",
      "full_year, ytd, quarter, month, campaign, point_in_time or unspecified",
    ],
    scope: ["统计范围：谁的执法", "whose work is counted"],
    subset: ["其中哪一部分：行业、专项、分项", "which part of it: sector, campaign, part"],
    count_basis: [
      "按哪一环节计数：立案、处罚、办结……",
      "the stage counted: filed, imposed, concluded …",
    ],
    baseline: ["比率以什么为基准", "what a rate is measured against"],
    status: ["实际、计划或拟议", "actual, planned or proposed"],
    breakdown_of: ["所属总数的编号", "fact_id of the total it is part of"],
    same_as: ["同一数字首次出现处的编号", "fact_id of the first mention of the same figure"],
    unit_inferred: ["原文缺单位，为推断", "the text lost its unit; ours is inferred"],
    ...noteWords,
    evidence: ["写明该数的原文", "the clause that states it"],
    evidence_start: ["原文在报告中的起点", "where the clause begins in the report"],
    evidence_end: ["原文在报告中的终点", "where the clause ends"],
    value_start: ["数字在报告中的起点", "where the number begins in the report"],
    value_end: ["数字在报告中的终点", "where the number ends"],
    alignment: ["核对到什么程度：逐字、数字、无", "how far it was verified: exact, figure or none"],
  },
  reports: {
    report_id: ["报告编号", "id of the report"],
    title: ["标题", "title, in Chinese"],
    title_en: ["标题（英文）", "title in English"],
    agency: ["发布机关", "who publishes it, in Chinese"],
    agency_en: ["发布机关（英文）", "who publishes it"],
    region_id: ["地区", "the region it is about"],
    doc_number: ["文号", "document number"],
    published: ["日期", "date of signature or publication"],
    period: ["所述期间，起/止", "what it says it covers, start/end"],
    url: ["网页", "the page"],
    sha256: ["文本指纹", "hash of its text"],
    chars: ["字数", "length of its text, in characters"],
    coverage: ["通读，还是只读了开头", "read whole (full) or its opening only"],
    ...noteWords,
    agency_pinyin: ["机关名称的拼音", "the agency’s name in pinyin"],
  },
  metrics: {
    metric_id: ["指标编号", "id of the metric"],
    zh: ["中文名称", "name in Chinese"],
    en: ["英文名称", "name in English"],
    unit: ["标准单位", "canonical unit"],
    theme: ["分组", "the group it belongs to"],
    definition: ["定义（英文）", "what it means"],
    definition_zh: ["定义", "the same in Chinese"],
    counting_object: ["数的是什么：户、次、件……", "what one unit is: firm, visit, case_file …"],
    better_when: ["高好还是低好", "which direction is desirable"],
    headline: ["首页比较的指标", "compared on the home page"],
    pinyin: ["名称的拼音", "its name in pinyin"],
  },
  themes: {
    theme: ["分组编号", "id of the group"],
    zh: ["中文名称", "name in Chinese"],
    en: ["英文名称", "name in English"],
  },
  regions: {
    region_id: ["地区编号", "id of the region"],
    gb_code: ["国标行政区划代码", "GB/T 2260 code"],
    gb_code_reason: ["没有代码的原因（英文）", "why it has no code"],
    gb_code_reason_zh: ["没有代码的原因", "the same in Chinese"],
    zh: ["中文名称", "name in Chinese"],
    en: ["英文名称", "name in English"],
    zh_short: ["简称", "short name in Chinese"],
    en_short: ["英文简称", "short name in English"],
    level: ["级别：国、省、地、县、功能区", "country, province, prefecture, county or zone"],
    parent: ["上级地区", "the region it lies in"],
    province: ["所属省份", "the province it lies in"],
    tile_row: ["方格图上的行", "row on the tile grid"],
    tile_column: ["方格图上的列", "column on the tile grid"],
    pinyin: ["名称的拼音", "its name in pinyin"],
  },
  checks: { check_id: ["核算编号", "id of the identity"], ...checkWords, ...noteWords },
  proposals: {
    proposal_id: ["提议编号", "id of the proposal"],
    kind: ["种类：总数、分项、比重、平均、增长", "total, parts, share, mean or growth"],
    ...checkWords,
    score: ["可能性，0到1", "how likely, from 0 to 1"],
  },
};

/** What a table or view holds, in a few words; null for one that is not ours. */
export function tableMeaning(table: string, language: Language): string | null {
  const all: Readonly<Record<string, Words>> = { ...tableWords, ...viewWords };
  const words = Object.hasOwn(all, table) ? all[table] : undefined;
  return words?.[language === "zh" ? 0 : 1] ?? null;
}

/**
 * What a column means, in a few words; null where that is not known. Views over the figures
 * (`like: "facts"`) name their columns as `facts` does.
 */
export function columnMeaning(
  table: string,
  column: string,
  language: Language,
  { like }: { readonly like?: TableName } = {},
): string | null {
  const name = Object.hasOwn(columnWords, table) ? (table as TableName) : like;
  if (name === undefined) return null;
  const columns: Readonly<Record<string, Words>> = columnWords[name];
  const words = Object.hasOwn(columns, column) ? columns[column] : undefined;
  return words?.[language === "zh" ? 0 : 1] ?? null;
}
