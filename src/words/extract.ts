import type { Language } from "../domain/index.ts";
import { textsOf } from "./texts.ts";

/**
 * Texts of the page that reads reports: key → [Chinese, English], `{0}` is filled by `extractText`.
 * They are loaded with that page only.
 */
export const extractWords = {
  // the page
  title: ["从报告到数字", "From report to figures"],
  description: [
    "拖进一份执法报告，核对找到的数字，和已有的地区放在一起比，或导出成数据文件。",
    "Drop an enforcement report, check the figures found in it, compare them with other regions, or export them as data.",
  ],
  lead: [
    "拖进一份或一批执法报告，这里按公开的规则找出其中的数字，连同写下它的那句话和判断的理由，由你逐个确认、改正或否定。确认过的数字可以放进对照的图里，也可以导出成能直接提交的数据文件；报告不离开这台机器。",
    "Drop one report or a folder of them: rules that anyone can read find the figures, each with its clause and the reasons for believing it, and you confirm, correct or reject them. Confirmed figures go into the charts beside other regions, or into data files ready to be contributed; the reports do not leave this machine.",
  ],
  noscript: ["核对数字要用JavaScript。", "Checking figures needs JavaScript."],
  // intake
  "intake.label": ["加报告", "Add reports"],
  "intake.drop": ["把文件或文件夹拖到这里", "Drop files or a folder here"],
  "intake.files": ["选择文件", "Choose files"],
  "intake.folder": ["选择文件夹", "Choose a folder"],
  "intake.paste": ["粘贴文字", "Paste a text"],
  "intake.example": ["用示例试试", "Try an example"],
  "intake.kinds": ["TXT、HTML、PDF、DOCX", "TXT, HTML, PDF, DOCX"],
  "paste.title": ["粘贴报告全文", "Paste a report"],
  "paste.label": ["报告全文", "Text of the report"],
  "paste.read": ["读取", "Read it"],
  "paste.name": ["粘贴的文字", "Pasted text"],
  "example.name": ["示例报告", "Example report"],
  // the queue
  "queue.label": ["报告", "Reports"],
  "queue.waiting": ["等候", "waiting"],
  "queue.reading": ["正在读", "reading …"],
  "queue.progress": ["{0}个数字，已定{1}个", "{1} of {0} decided"],
  "queue.none": ["没有找到数字", "no figure found"],
  "queue.done": ["{0}个数字，全部定了", "all {0} decided"],
  "queue.stop": ["停止读取", "Stop reading"],
  "queue.reads": ["正在读第{0}份，共{1}份", "Reading {0} of {1}"],
  "queue.again": [
    "这份报告已经在列，进度未变。",
    "This report is here already; its progress is kept.",
  ],
  // a file that was not read
  "fault.dismiss": ["知道了", "Dismiss"],
  // what is kept
  "kept.saving": ["正在保存", "Saving …"],
  "kept.saved": ["已存在本机", "Kept in this browser"],
  "kept.failed": ["没有存上：{0}。导出以免丢失。", "Not kept: {0}. Export before you leave."],
  "kept.refused": [
    "浏览器不让保存，关掉页面就没有了。",
    "The browser keeps nothing here: what you decide lasts as long as this page.",
  ],
  "kept.conflict": [
    "另一个标签页改过这份报告。刷新后接着核对。",
    "Another tab has changed this report. Reload to go on.",
  ],
  "forget.one": ["忘掉这份报告", "Forget this report"],
  "forget.all": ["全部忘掉", "Forget all"],
  "forget.one.ask": [
    "从本机删除“{0}”和对它的全部判断？不能撤销。",
    "Remove “{0}” and every decision on it from this browser? This cannot be undone.",
  ],
  "forget.all.ask": [
    "从本机删除全部{0}份报告和判断？不能撤销。",
    "Remove all {0} reports and decisions from this browser? This cannot be undone.",
  ],
  // the head of a report
  "head.label": ["这份报告", "This report"],
  "head.title": ["标题", "Title"],
  "head.agency": ["机关", "Agency"],
  "head.place": ["地区", "Region"],
  "head.published": ["日期", "Published"],
  "head.period": ["期间", "Period"],
  "head.start": ["期间首日", "First day"],
  "head.end": ["期间末日", "Last day"],
  "head.number": ["文号", "Number"],
  "head.unknown": ["没有认出", "not recognised"],
  "head.edit": ["改正", "Correct"],
  "head.place.find": ["按名称查找，如“汕尾”“南山区”", "Search by name, such as 汕尾 or 南山区"],
  "head.place.more": ["还有更多，再打几个字", "There are more: type on"],
  "head.notes": ["关于文件", "About the file"],
  "head.note": [
    "改地区或期间，沿用它的数字一起改。",
    "Figures that took over region or period follow.",
  ],
  // the bar
  "bar.label": ["核对", "Review"],
  "bar.progress": ["已定{0}，共{1}", "{0} of {1} decided"],
  "bar.accounted": ["文中{0}处数字，{1}已弄清", "{1} of the text’s {0} numbers accounted for"],
  "bar.sure": ["确认全部高可信度的（{0}）", "Confirm all of high confidence ({0})"],
  "bar.undo": ["撤销", "Undo"],
  "bar.redo": ["重做", "Redo"],
  "bar.compare": ["放进图里比", "Compare in the charts"],
  "bar.export": ["导出", "Export"],
  "bar.keys": ["按键", "Keys"],
  "bar.next": ["下一份", "Next report"],
  // the text
  "text.label": ["报告原文", "Text of the report"],
  "text.key": ["图例", "Key"],
  "text.open": ["未弄清的数字", "not understood"],
  // the list
  "list.label": ["找到的数字", "Figures found"],
  "list.empty": [
    "没有找到数字。在原文里选中一个数字，按 a 加上。",
    "No figure was found. Select a number in the text and press a to add it.",
  ],
  "state.proposed": ["待核对", "to be checked"],
  "state.confirmed": ["已确认", "confirmed"],
  "state.corrected": ["已改正", "corrected"],
  "state.added": ["你加的", "added by you"],
  "state.rejected": ["已否定", "rejected"],
  "grade.high": ["可信度高", "high confidence"],
  "grade.medium": ["可信度中", "medium confidence"],
  "grade.low": ["可信度低", "low confidence"],
  "figure.part": ["属于{0}", "part of {0}"],
  "figure.same": ["与{0}是同一数字", "states {0} again"],
  "figure.links": ["关系", "Relation"],
  "figure.clause": ["原文", "Clause"],
  "figure.reasons": ["理由", "Reasons"],
  "figure.rule": ["规则", "Rule"],
  "figure.rule.like": ["{0}，如“{1}”", "{0}, as in “{1}”"],
  "figure.rules": ["数据规则", "Rules of the data"],
  "figure.found": [
    "词紧挨着数字，没有疑点",
    "the words stand right beside the number; nothing speaks against it",
  ],
  "do.confirm": ["确认", "Confirm"],
  "do.correct": ["改正", "Correct"],
  "do.reject": ["否定", "Reject"],
  "do.reopen": ["重新核对", "Check again"],
  // reasons
  "reason.carried": [
    "数字自己没有词，接着前一个数字数",
    "no word of its own: it goes on counting what the number before it counts",
  ],
  "reason.word_elsewhere": [
    "词在前一个数字或前面的分句那里",
    "its word stands with the number before it or in an earlier clause",
  ],
  "reason.long_gap": ["词和数字隔得远", "word and number stand far apart"],
  "reason.general_word": [
    "用的是泛称，别的也这么叫",
    "a general word, by which other things are called too",
  ],
  "reason.unit_inferred": ["原文没写单位", "the text gives no unit"],
  "reason.time_unstated": [
    "没写是什么时候的，按报告期间算",
    "no word says of which time; the report’s period is taken",
  ],
  "reason.scope_unstated": [
    "没写是谁的，按本机关算",
    "no word says whose work; the report’s own agency is taken",
  ],
  "reason.converted": ["由比例或剩余换算", "converted from a share or a remainder"],
  "reason.check_agrees": ["与文中别的数字算得拢", "agrees with other figures of the report"],
  "reason.check_disagrees": [
    "与文中别的数字算不拢",
    "does not agree with other figures of the report",
  ],
  "reason.contradicted": [
    "同一数字文中还有另一个值",
    "the report states another value for the same",
  ],
  "reason.rule_objects": ["不合数据规则：{0}", "a rule of the data objects: {0}"],
  "reason.region_unknown": ["地区没有认出", "the region is not known"],
  // the form
  "form.metric": ["指标", "Measure"],
  "form.metric.find": ["按名称或拼音查找", "Search by name or pinyin"],
  "form.number": ["数字，照原文", "Number, as written"],
  "form.clause": ["写明它的原文", "Clause that states it"],
  "form.select": [
    "在原文里选中一段，这里就跟着变。",
    "Select a stretch of the text, and this follows.",
  ],
  "form.scope": ["谁的执法", "Whose work"],
  "form.start": ["从", "From"],
  "form.end": ["到", "To"],
  "form.basis": ["期间种类", "Kind of period"],
  "form.sector": ["行业", "Sector"],
  "form.campaign": ["专项", "Campaign"],
  "form.part": ["部分", "Part"],
  "form.none": ["不分", "none"],
  "form.unsaid": ["不适用", "does not apply"],
  "form.more": ["更多", "More"],
  "form.qualifier": ["限定", "Bound"],
  "form.count_basis": ["按哪一环节计", "Stage counted"],
  "form.status": ["实际还是计划", "Done or planned"],
  "form.baseline": ["比率的基准", "Measured against"],
  "form.authority": ["计入哪些部门", "Whose departments"],
  "form.channel": ["只计何种渠道", "Restricted to"],
  "form.accident": ["事前还是事故", "Before or after accidents"],
  "form.confiscations": ["含不含没收", "Confiscations"],
  "form.counted_as": ["按什么计", "Counted as"],
  "form.save": ["存下改正", "Save the correction"],
  "form.add": ["加上这个数字", "Add this figure"],
  "form.cancel": ["取消", "Cancel"],
  "form.new": ["加一个数字", "Add a figure"],
  "form.fault.metric": ["请选一个指标。", "Choose a measure."],
  "form.fault.clause": [
    "原文里没有这句话；要一字不差。",
    "The text does not hold this clause; it must be to the letter.",
  ],
  "form.fault.number_in_clause": [
    "这句话里没有这个数字。",
    "The clause does not hold this number.",
  ],
  "form.fault.number": ["读不出这个数字。", "This cannot be read as a number."],
  "form.fault.unit": ["这个单位不是该指标的单位。", "This unit is not one of the measure."],
  "form.fault.period": ["期间的起止不对。", "The period’s days do not run forward."],
  "form.fault.subset": ["行业、专项里不能有分号。", "Sector and campaign may hold no semicolon."],
  "add.how": [
    "先在原文里选中数字，再按 a；或者到“未弄清的数字”里选一个。",
    "Select the number in the text first, then press a; or go to a number that is not understood.",
  ],
  "basis.full_year": ["全年", "whole year"],
  "basis.ytd": ["年初至某日", "part of a year from January"],
  "basis.quarter": ["季度", "quarter"],
  "basis.month": ["月", "month"],
  "basis.campaign": ["专项行动", "campaign"],
  "basis.point_in_time": ["某一日", "as of a day"],
  "basis.unspecified": ["未写明", "not stated"],
  "qualifier.exact": ["确数", "exact"],
  "status.actual": ["实际", "done"],
  "status.planned": ["计划", "planned"],
  "status.proposed": ["拟议", "proposed"],
  "baseline.statutory": ["法定时限", "the statutory limit"],
  "baseline.promised_before": ["原承诺时限", "an earlier promise"],
  "baseline.last_year": ["上年", "the year before"],
  "baseline.unstated": ["未写明", "not stated"],
  // open numbers, checks
  "open.title": ["{0}个数字未弄清", "{0} {0|number|numbers} not understood"],
  "open.none": ["文中的数字都弄清了。", "Every number of the text is accounted for."],
  "open.add": ["加为数字", "Add as a figure"],
  "open.dismiss": ["不是指标", "No figure"],
  "open.more": ["还有{0}个", "{0} more"],
  "checks.title": ["文中数字互相核算", "Figures checked against each other"],
  "checks.none": [
    "文中没有能互相核算的数字。",
    "No figures of this report can be checked against each other.",
  ],
  "checks.ok": ["相符", "agree"],
  "checks.rounding": ["舍入之差", "differ by rounding"],
  "checks.mismatch": ["不符", "do not agree"],
  "checks.derived": ["推算", "derived"],
  "checks.line": ["{0} = {1}，文中写{2}", "{0} = {1}; the text says {2}"],
  "contradictions.title": ["一个数字，文中有几个值", "Figures with several values"],
  "contradictions.note": ["都留着，由你否定不对的。", "All are kept; reject what is wrong."],
  // compare, export
  "compare.none": ["还没有确认的数字。", "No figure is confirmed yet."],
  "mine.zh": ["{0}（我的数据）", "{0}（我的数据）"],
  "mine.en": ["{0} (my data)", "{0} (my data)"],
  "mine.band": [
    "图里有你确认的{0}个数字，标着“我的数据”，只在这个标签页。",
    "The charts hold {0} figures that you confirmed, marked “my data”, in this tab only.",
  ],
  "mine.back": ["回去核对", "Back to the review"],
  "mine.remove": ["去掉我的数据", "Remove my data"],
  "export.title": ["导出为数据文件", "Export as data files"],
  "export.lead": [
    "得到一个ZIP：data/facts/ 下每份报告一个文件，加上整份的 reports.json、regions.json 和 checks.json（文中数字的互相核算）。解开放进仓库，npm run data 应当直接通过。",
    "You get a ZIP: a file for each report in data/facts/, and reports.json, regions.json and checks.json (figures checked against each other) whole. Unpacked over the repository, npm run data should pass as it is.",
  ],
  "export.title_en": ["英文标题", "Title in English"],
  "export.agency_en": ["英文机关名", "Agency in English"],
  "export.url": ["网址（可空）", "Address (may be empty)"],
  "export.check": [
    "英文是按惯例起草的，请读一遍。",
    "The English is drafted from the usual forms; read it through.",
  ],
  "export.figures": ["{0}个确认的数字", "{0} confirmed {0|figure|figures}"],
  "export.skipped": ["不导出：{0}", "Not exported: {0}"],
  "export.save": ["下载ZIP", "Download the ZIP"],
  "export.done": [
    "已下载：{0}份报告，{1}个数字。",
    "Downloaded: {0} {0|report|reports}, {1} {1|figure|figures}.",
  ],
  "export.checks": ["其中{0}处互相核算。", "{0} {0|check|checks} among them."],
  "export.checks_none": [
    "确认的数字之间没有能互相核算的。",
    "No confirmed figures can be checked against each other.",
  ],
  "export.checks_left": [
    "{0}处核算少了这些数字，也没有放进去。",
    "{0} {0|check|checks} that {0|leans|lean} on them left out too.",
  ],
  "export.left": [
    "{0}个数字不合数据规则，没有放进去：",
    "{0} {0|figure|figures} left out, since a rule of the data objects:",
  ],
  "export.nothing": ["没有可以导出的报告。", "There is no report to export."],
  "export.working": ["正在整理……", "Putting it together …"],
  "lack.title": ["没有标题", "no title"],
  "lack.agency": ["没有机关", "no agency"],
  "lack.place": ["没有地区", "no region"],
  "lack.published": ["没有日期", "no date"],
  "lack.period": ["没有期间", "no period"],
  "lack.figures": ["没有确认的数字", "no confirmed figure"],
  // keys
  "keys.title": ["按键", "Keys"],
  "keys.next": ["下一个、上一个数字", "Next, previous figure"],
  "keys.confirm": ["确认，到下一个待核对的", "Confirm and go to the next to be checked"],
  "keys.reject": ["否定，到下一个待核对的", "Reject and go to the next to be checked"],
  "keys.correct": ["改正", "Correct"],
  "keys.reopen": ["重新核对", "Check again"],
  "keys.add": ["把选中的文字加为数字", "Add the selected text as a figure"],
  "keys.undo": ["撤销、重做", "Undo, redo"],
  "keys.sure": ["确认全部高可信度的", "Confirm all of high confidence"],
  "keys.open": ["到未弄清的数字", "To the numbers not understood"],
  "keys.report": ["下一份、上一份报告", "Next, previous report"],
  "keys.help": ["这张表", "This sheet"],
  "keys.form": ["存下、取消改正", "Save, cancel a correction"],
  "keys.note": [
    "在输入框里打字时，单个字母不算按键。",
    "Single letters do nothing while you type in a field.",
  ],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type ExtractWord = keyof typeof extractWords;

/** A text of the page in a language, with `{0}`, `{1}` … filled in order. */
export const extractText = /* @__PURE__ */ textsOf(extractWords);

/** Whether a name is one of these texts: of words that are made of a code. */
export function isExtractWord(name: string): name is ExtractWord {
  return Object.hasOwn(extractWords, name);
}

/** The text of a code below a heading; the code itself where there is none. */
export function codeText(
  language: Language,
  heading: string,
  code: string,
  ...values: string[]
): string {
  const name = `${heading}.${code}`;
  return isExtractWord(name) ? extractText(language, name, ...values) : code;
}
