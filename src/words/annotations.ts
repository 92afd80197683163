import { textsOf } from "./texts.ts";

/**
 * What is said of annotations by other extractors: a name for each code of `src/extract/annotations`.
 * Apart from the words of every page, since only what checks them says them.
 */
export const annotationWords = {
  // why a record is not taken; {0} is what in it is at fault
  "refused.empty": ["文件里没有标注", "The file holds no annotation"],
  "refused.not_json": ["不是合法的JSON：{0}", "Not JSON: {0}"],
  "refused.not_a_record": ["不是一条记录：{0}", "Not a record: {0}"],
  "refused.no_quote_column": [
    "没有一列是原文或起止位置：{0}",
    "No column holds a quote or offsets: {0}",
  ],
  "refused.no_quote": ["既没有原文，也没有起止位置", "Neither a quote nor offsets"],
  "refused.quote_long": ["原文太长，不可能是一句话", "The quote is too long for a clause"],
  "refused.bad_offsets": ["起止位置无效：{0}", "Offsets that are none: {0}"],
  "refused.bad_value": ["数值不是数字：{0}", "The value is no number: {0}"],
  "refused.row_long": ["这一行的格数多于表头：{0}", "More cells than the header has: {0}"],
  "refused.unclosed_quote": [
    "双引号没有收尾，以下全部读不出",
    "A double quote is never closed, so nothing below it can be read",
  ],
  "refused.no_selector": ["没有选中任何原文", "It selects no text"],
  "refused.page_elsewhere": [
    "标注在另一个地址，这里不下载：{0}",
    "The annotations are at another address, which is not fetched: {0}",
  ],
  // how a quote was found in the text
  "place.claimed": ["在所说位置，逐字相同", "Where it is said to be, to the letter"],
  "place.position": ["只给了位置", "Offsets only"],
  "place.exact": ["逐字相同，位置由本站找到", "To the letter, at a place that we found"],
  "place.loose": ["除空白和全角半角外相同", "The same but for white space and width"],
  "place.ambiguous": ["原文有{0}处相同，取第一处", "It stands in {0} places; the first is taken"],
  "misplaced.not_found": ["报告里没有这段原文", "The report has no such passage"],
  "misplaced.outside_text": ["位置超出报告", "The offsets lie outside of the report"],
  // what stands in a quote
  "reread.read": ["已重读", "Read again"],
  "reread.cut": ["原文截断了一个数", "The quote cuts through a number"],
  "reread.no_number": ["原文里没有数", "The quote holds no number"],
  "reread.several": ["原文里有几个数，都不是所说的值", "Several numbers, none of them the value"],
  // how a claimed value and one that was read agree
  "value.agrees": ["数值一致", "The values agree"],
  "value.power_of_ten": ["相差10的{0}次方", "Off by ten to the power of {0}"],
  "value.complement": ["两数之和为100%", "The two make 100 %"],
  "value.unit_differs": ["数相同，单位不同", "The same number in another unit"],
  "value.differs": ["数值不同", "The values differ"],
  "value.no_value": ["没有给出数值", "No value is given"],
  // by what the other's metric was known
  "metric.told": ["由您指定", "As you said"],
  "metric.id": ["按编号", "By its id"],
  "metric.zh": ["按中文名称", "By its Chinese name"],
  "metric.en": ["按英文名称", "By its English name"],
  "metric.alias": ["按别名", "By another name for it"],
  "metric.asked": ["不认识的指标名，请指定", "A name that is not known; please say which"],
  "metric.unnamed": ["没有说是什么指标", "No metric is named"],
  // how two readings of one number stand to each other
  "compared.agree": ["一致", "Both agree"],
  "compared.value_differs": ["数值不同", "Another value"],
  "compared.metric_differs": ["指标不同", "Another metric"],
  "compared.metric_asked": ["指标待定", "The metric is to be told"],
  "compared.place_differs": ["期间或范围不同", "Another period, scope or part"],
  "compared.only_theirs": ["只有对方有", "Only theirs"],
  "compared.only_ours": ["只有本站有", "Only ours"],
  "compared.unaligned": ["对方的原文找不到", "Their quote is not in the text"],
} as const;

/** Says one of them in a language. */
export const sayAnnotation = /* @__PURE__ */ textsOf(annotationWords);
