import type { Language } from "../facts/index.ts";

/** Every fixed text of the page: key → [Chinese, English]. `{0}` is filled by `say`. */
export const words = {
  // scopes and parts
  "scope.bureau": ["一个局自己的执法", "One bureau’s own work"],
  "scope.jurisdiction_total": ["全辖区合计", "Whole jurisdiction"],
  "scope.subordinate_units": ["下属单位", "Subordinate units"],
  "scope.delegated_townships": ["受委托镇街", "Delegated townships"],
  "scope.bureau.short": ["本局", "bureau"],
  "scope.jurisdiction_total.short": ["全辖区", "whole jurisdiction"],
  "scope.subordinate_units.short": ["下属单位", "subordinate units"],
  "scope.delegated_townships.short": ["受委托镇街", "delegated townships"],
  // flags: short on the mark, long in the strip
  "flag.part_year": ["不足一年", "part of a year"],
  "flag.window_unstated": ["起止未写明", "window unstated"],
  "flag.part": ["只是一部分", "a part only"],
  "flag.lower_bound": ["下限", "a floor"],
  "flag.approximate": ["约数", "approximate"],
  "flag.filed": ["按立案计", "cases filed"],
  "flag.baseline_statutory": ["以法定时限为基准", "against the statutory limit"],
  "flag.baseline_unstated": ["基准未写明", "baseline unstated"],
  "flag.baseline_last_year": ["与上年比", "against last year"],
  "flag.unit_inferred": ["单位为推断", "unit inferred"],
  "flag.derived": ["推算", "derived"],
  "flag.planned": ["计划，未实施", "planned, not done"],
  "flag.proposed": ["拟议", "proposed"],
  "flag.companion": ["网页只读了开头", "only the opening was read"],
  "flag.old_law": ["2021年9月修法之前", "before the law of September 2021"],
  "flag.mismatch": ["与分项不符", "disagrees with its own parts"],
  "flag.actual": ["实际", "done"],
  "caveat.part_year": [
    "{0}的数字不足一年，不能与全年数字直接相比。",
    "{0}: less than a full year, so not to be set directly against full years.",
  ],
  "caveat.window_unstated": [
    "{0}：报告没有写明起止日期。",
    "{0}: the report does not state the window.",
  ],
  "caveat.part": [
    "{0}：只是一个行业、一项专项行动或受委托镇街的数字，不是总数。",
    "{0}: one sector, one campaign or delegated townships only, not a total.",
  ],
  "caveat.lower_bound": [
    "{0}给出的是下限，真实值可能更高。",
    "{0} states a floor; the true value may be higher.",
  ],
  "caveat.approximate": ["{0}是约数。", "{0}: an approximate figure."],
  "caveat.filed": [
    "{0}按立案数计算，立案不等于处罚。",
    "{0} counts cases filed; a filing is not yet a penalty.",
  ],
  "caveat.baseline_statutory": [
    "{0}以法定时限为基准。",
    "{0} measures against the statutory limit.",
  ],
  "caveat.baseline_unstated": [
    "{0}没有写明压缩率的基准。",
    "{0} does not state what the rate is measured against.",
  ],
  "caveat.baseline_last_year": ["{0}与上年比较。", "{0} compares with the year before."],
  "caveat.unit_inferred": [
    "{0}：原文缺单位，单位为推断。",
    "{0}: the text lost its unit; ours is inferred.",
  ],
  "caveat.derived": [
    "虚线圈是由报告数字推算的，报告本身没有写。",
    "Dashed outlines are derived from stated figures; no report states them.",
  ],
  "caveat.planned": ["{0}是计划，尚未实施。", "{0}: planned, not done."],
  "caveat.proposed": ["{0}是拟议。", "{0}: proposed."],
  "caveat.companion": [
    "{0}：数字出自只读了开头的网页，已核对数字与单位，没有条文。",
    "{0}: from pages of which only the opening was read; number and unit were checked, no clause is held.",
  ],
  "caveat.old_law": [
    "{0}早于2021年9月1日施行的新安全生产法，那以后罚款上限提高。",
    "{0} predates the Work Safety Law of 1 September 2021, which raised fines.",
  ],
  "caveat.mismatch": [
    "{0}：所写数字与自己的分项不符，两者都保留。",
    "{0}: the stated figure disagrees with its own parts; both are kept.",
  ],
  // missing
  "missing.not_reported": ["未报告", "not reported"],
  "missing.not_comparable": ["不可比", "not comparable"],
  "missing.not_read": ["未通读", "not read"],
  "missing.planned": ["计划中", "planned"],
  "missing.group": ["没有可比数字", "No figure stated"],
  "missing.why.elsewhere": ["本范围没有，仅见：{0}", "stated only for: {0}"],
  // panels: what may share an axis, and what may not
  "panel.alone": ["单独列出：与其他数字不可比", "On its own: cannot stand beside the others"],
  "panel.reason": ["{0}：{1}与{2}", "{0}: {1} and {2}"],
  "panel.more": ["其余{0}个", "{0} more"],
  "panel.parts": ["{0}个部分", "{0} parts"],
  "panel.other": ["其余口径", "Other figures"],
  "panel.unjudged": ["口径不全，无法判断可比性", "Not enough is known to judge comparability"],
  "panel.unranked": ["不排名次", "Not ranked"],
  "panel.unranked.because": ["不排名次：{0}", "Not ranked: {0}"],
  "panel.outside": ["不参加排名：界限或计划", "Outside the ranking: bounds or plans"],
  "period.year": ["全年", "full year"],
  "period.part": ["不足一年", "part of a year"],
  "period.instant": ["时点数", "a point in time"],
  "period.open": ["期间未写明", "window unstated"],
  "period.month": ["1个月", "1 month"],
  "period.months": ["{0}个月", "{0} months"],
  "period.year_of": ["{0}年", "{0}"],
  "together.button": ["仍放在同一轴上", "Show on one axis anyway"],
  "together.warning": [
    "应读者要求放在同一轴上，不排名次。按规则这些数字不可比：{0}。",
    "On one axis at the reader’s request, not ranked. By the rules these figures cannot be compared: {0}.",
  ],
  "strip.ordered": [
    "按数值排列，但须连同以下各点看。",
    "Ordered by value, to be read together with what follows.",
  ],
  "strip.sentence": ["{0}：{1}。", "{0}: {1}."],
  "strip.value": ["{1}{0}", "{0} ({1})"],
  "strip.part": ["“{0}”", "{0}"],
  "strip.days": ["{0}至{1}", "{0} to {1}"],
  "strip.more_regions": ["{0}等{1}地", "{0} and others, {1} in all"],
  "strip.more_values": ["另有{0}种", "{0} more"],
  "strip.size": [
    "各地大小不同，总数未按规模折算，宜比每件、每家次。",
    "Regions differ in size and totals are not adjusted for it: compare per case or per visit.",
  ],
  "value.planned": ["计划{0}", "{0}, planned"],
  "value.proposed": ["拟议{0}", "{0}, proposed"],
  // chart frame
  "chart.table": ["数据表与出处", "Table and sources"],
  "chart.source": ["来源：{0}", "Source: {0}"],
  "chart.companion": [
    "伴随语料：只读了开头的{0}个网页",
    "companion corpus: {0} pages of which only the opening was read",
  ],
  "chart.corpus": ["核心语料：通读的{0}份报告", "Core corpus: {0} reports read in full"],
  "chart.empty": [
    "所选条件下没有一份报告给出数字。请放宽筛选。",
    "No report states a figure for this selection. Widen the filters.",
  ],
  "chart.logarithmic": ["对数刻度：每格十倍", "log scale: each step is tenfold"],
  "chart.kind.dots": ["点图", "Dot plot"],
  "chart.kind.dumbbell": ["变化图", "Change plot"],
  "chart.kind.matrix": ["覆盖矩阵", "Coverage matrix"],
  "chart.kind.tiles": ["省份方格图", "Tile grid of provinces"],
  "chart.kind.trend": ["趋势图", "Trend"],
  "chart.kind.table": ["表格", "Table"],
  "describe.figures": ["{0}，{1}个数字。", "{0} with {1} figures."],
  "describe.highest": ["{0}最高：{1}。", "Highest in {0}: {1}."],
  "describe.lowest": ["{0}最低：{1}。", "Lowest in {0}: {1}."],
  "describe.only": ["{0}只有：{1}。", "Only one in {0}: {1}."],
  "describe.unranked": ["{0}有{1}个数字，不排名次。", "{0}: {1} figures, not ranked."],
  "describe.divided": [
    "按可比与否分成{0}幅，另有{1}个单独列出。",
    "Panels of what may be compared: {0}; figures on their own: {1}.",
  ],
  "describe.missing": ["{0}：{1}。", "{0}: {1}."],
  "describe.keys": [
    "用方向键逐个查看，按回车看原文。",
    "Arrow keys step through the marks; Enter shows the clause.",
  ],
  "mark.enter": ["按回车或点按看原文", "Enter or tap for the clause"],
  "table.region": ["地区", "Region"],
  "table.value": ["数值", "Value"],
  "table.as_written": ["原文写法", "As written"],
  "table.what": ["期间与范围", "Period and scope"],
  "table.flags": ["说明", "Flags"],
  "table.clause": ["原文", "Clause"],
  "table.report": ["报告", "Report"],
  "table.metric": ["指标", "Metric"],
  // evidence
  "evidence.title": ["出处", "Evidence"],
  "evidence.close": ["关闭", "Close"],
  "evidence.report": ["报告", "Report"],
  "evidence.agency": ["机构", "Agency"],
  "evidence.number": ["文号", "Document no."],
  "evidence.no_number": ["未标文号", "none given"],
  "evidence.date": ["日期", "Date"],
  "evidence.place": ["位置", "Place"],
  "evidence.place.value": [
    "全文第{0}–{1}字，约{2}%处（共{3}字）",
    "characters {0}–{1} of {3}, about {2}% in",
  ],
  "evidence.period": ["期间", "Period"],
  "evidence.scope": ["范围", "Scope"],
  "evidence.subset": ["部分", "Part"],
  "evidence.qualifier": ["限定", "Qualifier"],
  "evidence.baseline": ["基准", "Baseline"],
  "evidence.basis": ["计数口径", "Counted as"],
  "evidence.note": ["说明", "Note"],
  "evidence.unit": ["单位", "Unit"],
  "evidence.written": ["原文写法", "As written"],
  "evidence.definition": ["指标定义", "Definition"],
  "evidence.also": ["报告另一处写明同一数字", "The report states the same figure again"],
  "evidence.part_of": ["是其一部分", "Part of"],
  "evidence.formula": ["算式", "Formula"],
  "evidence.derived": [
    "推算值：报告本身没有写这个数，由下列数字算出。",
    "Derived: no report states this number; it follows from the figures below.",
  ],
  "evidence.checks": ["核算", "Recomputed"],
  "evidence.check.ok": ["与报告所写一致", "agrees with the stated figure"],
  "evidence.check.rounding": [
    "差异可由舍入或口径解释",
    "the difference is explained by rounding or basis",
  ],
  "evidence.check.mismatch": ["与报告所写不符", "does not agree with the stated figure"],
  "evidence.check.derived": ["报告未给出", "not stated"],
  "evidence.stated": ["报告所写", "stated"],
  "evidence.recomputed": ["核算为", "recomputed"],
  "evidence.drop": [
    "手头有这份报告的文本？拖到这里或选择文件，核对指纹并显示上下文。文件不会离开本页。",
    "Do you hold the report’s text? Drop or choose the file: its hash is checked and the clause shown in its surroundings. The file never leaves this page.",
  ],
  "evidence.choose": ["选择文件", "Choose file"],
  "evidence.context": ["上下文（指纹相符）", "In its surroundings (hash matches)"],
  "evidence.wrong.other": [
    "这个文件是另一份报告：{0}。这里需要：{1}。请换一个文件。",
    "This file is another report: {0}. Needed here: {1}. Choose that file instead.",
  ],
  "evidence.wrong.unknown": [
    "文件“{0}”的指纹（{1}…）与《{2}》（{3}…）不符：不是同一份文本，或已被改动（编码、空格、换行也算）。请用原始 UTF-8 文本。",
    "The hash of “{0}” ({1}…) is not that of {2} ({3}…): another text, or one that was changed (encoding, spaces and line ends count). Use the original UTF-8 text.",
  ],
  "evidence.unreadable": ["无法读取文件“{0}”：{1}", "The file “{0}” cannot be read: {1}"],
  "evidence.unknown": [
    "地址里的“{0}”不是本站的数字编号，可能已改名或抄漏。可在下方“全部数字”中查找。",
    "“{0}” in the address is not a figure of this site; it may be renamed or mistyped. Look it up under “All figures”.",
  ],
  "qualifier.approx": ["约数", "approximate"],
  "qualifier.over": ["超过所写数字", "more than the figure"],
  "qualifier.at_least": ["不低于所写数字", "at least the figure"],
  "qualifier.nearly": ["接近所写数字", "nearly the figure"],
  "basis.imposed": ["作出处罚的", "penalties imposed"],
  "basis.filed": ["立案的", "cases filed"],
  "basis.concluded": ["办结的", "cases concluded"],
  "basis.made": ["作出的决定", "decisions made"],
  "basis.disclosed": ["公开的", "records disclosed"],
  "evidence.none": ["没有原文出处", "no clause held"],
  "sources.title": ["本页数字的原文", "The clauses behind this page"],
  "cell.query": ["查询", "Query"],
  "cell.queries": ["本页其余查询（SQL）", "Other queries of this page (SQL)"],
  // input
  "input.all": ["全部", "All"],
  "input.none_chosen": ["至少选一项", "Choose at least one"],
  "input.reset": ["恢复默认", "Reset"],
  // engine
  "engine.idle": ["静态图表", "Static charts"],
  "engine.loading": ["正在载入查询引擎", "Loading the query engine"],
  "engine.loading.bytes": [
    "正在载入查询引擎：{0} / {1} MB",
    "Loading the query engine: {0} / {1} MB",
  ],
  "engine.ready": ["图表可互动", "Charts are live"],
  "engine.restarting": ["查询引擎中断，正在重启", "The query engine stopped; restarting"],
  "engine.failed": [
    "查询引擎未能启动，图表仍可阅读，筛选不可用。{0}",
    "The query engine did not start. The charts can still be read; filters are off. {0}",
  ],
  "engine.retry": ["重试", "Try again"],
  "engine.start": ["载入互动图表（约8 MB）", "Load live charts (about 8 MB)"],
  "error.unreachable": [
    "无法取得 {0}：请检查网络后重试。",
    "{0} cannot be fetched: check the connection and try again.",
  ],
  "error.hash_mismatch": [
    "数据文件 {0} 的指纹不符，未予使用：可能正在更新或已损坏，请刷新。",
    "The data file {0} does not have the expected hash and was not used: it may be damaged or mid-update; reload.",
  ],
  "error.row_count": [
    "数据文件 {0} 的行数不符，未予使用：请刷新。",
    "The data file {0} does not have the expected number of rows and was not used; reload.",
  ],
  "error.timeout": ["引擎在规定时间内没有应答。", "The engine did not answer in time."],
  "error.crashed": ["引擎多次中断。", "The engine stopped repeatedly."],
  "error.refused": ["此语句不被允许。", "This statement is not allowed."],
  "error.closed": ["引擎已关闭。", "The engine is closed."],
  "error.unknown": ["{0}", "{0}"],
  "error.cell": ["此单元出错：{0}", "This cell failed: {0}"],
  "error.address.cell": [
    "地址里的“#{0}”在本页没有对应的图表。",
    "“#{0}” in the address names nothing on this page.",
  ],
  "error.address.value": [
    "地址里“{0}={1}”不是可选的值，已用默认值。",
    "“{0}={1}” in the address is not one of the choices; the default is used.",
  ],
  // chrome
  "app.name": ["法度", "Fadu"],
  "app.tagline": ["执法报告数字笔记本", "A notebook of enforcement figures"],
  "app.skip": ["跳到正文", "Skip to the text"],
  "app.language": ["English", "中文"],
  "app.language.label": ["Read in English", "用中文阅读"],
  "app.theme": ["深浅色", "Light or dark"],
  "app.theme.auto": ["跟随系统", "as the system"],
  "app.theme.light": ["浅色", "light"],
  "app.theme.dark": ["深色", "dark"],
  "app.notebooks": ["笔记本", "Notebooks"],
  "app.filters": ["筛选", "Filters"],
  "app.dismiss": ["知道了", "Dismiss"],
  "app.footer": [
    "每个数字都可点开，看到写下它的那句话。本页不向任何其他网站发送请求，不设账户，不跟踪。",
    "Every number opens the clause that states it. This page sends no request to any other site, has no account and tracks nobody.",
  ],
  "app.counts": [
    "{0}份报告，{1}个数字，其中{2}个有原文逐字对照",
    "{0} reports, {1} figures, {2} of them with a verbatim clause",
  ],
  "app.keys": ["图例", "Key"],
  "key.filled": ["全辖区", "whole jurisdiction"],
  "key.ring": ["一个局", "one bureau"],
  "key.half": ["一部分", "a part"],
  "key.hatched": ["不足一年", "part of a year"],
  "key.derived": ["推算", "derived"],
  "key.companion": ["伴随语料（只读开头）", "companion corpus (opening read only)"],
  "key.missing": ["未报告", "not reported"],
  "key.planned": ["计划或拟议，未做", "planned or proposed, not done"],
  "key.mismatch": ["与分项不符", "disagrees with its own parts"],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type Word = keyof typeof words;

/** A fixed text in a language, with `{0}`, `{1}` … filled in order. */
export function say(
  language: Language,
  word: Word,
  ...values: readonly (string | number)[]
): string {
  const [zh, en] = words[word];
  return (language === "zh" ? zh : en).replace(/\{(\d)\}/g, (_, index: string) =>
    String(values[Number(index)] ?? ""),
  );
}

/** True where a computed key has a text; narrows it. */
export function isWord(key: string): key is Word {
  return Object.hasOwn(words, key);
}

/** Joins names as a list: 漳州、苏州 · Zhangzhou, Suzhou. */
export function list(language: Language, items: readonly string[]): string {
  return items.join(language === "zh" ? "、" : ", ");
}
