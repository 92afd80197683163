import type { Language } from "../facts/index.ts";

/** Every fixed text of the page: key → [Chinese, English]. `{0}` is filled by `say`. */
export const words = {
  // links of whole notebooks
  "link.too_long": [
    "链接太长（{0}个字符），打不开。请发送者改为“存为文件”后把文件发给您。",
    "The link is too long to be opened ({0} characters). Ask its sender to save the notebook as a file and send that.",
  ],
  "link.newer": [
    "这个链接由更新的法度制作（第{0}版）。请刷新本页，或到最新的网址打开。",
    "A newer Fadu made this link (version {0}). Reload this page, or open it at the newest address.",
  ],
  "link.unknown": [
    "认不出这个链接的版本。请向发送者重新要一个。",
    "The version of this link is not known. Ask its sender for a new one.",
  ],
  "link.damaged": [
    "链接不完整，多半在转发途中被截断。请从原处完整复制，或向发送者重新要一个。",
    "The link is incomplete; it was probably cut on its way. Copy all of it from where it came, or ask its sender for a new one.",
  ],
  "link.too_large": [
    "链接展开后太大，没有打开。来历不明的链接请不要再试。",
    "The link unfolds to more than is allowed and was not opened. If you do not know where it comes from, leave it.",
  ],
  "link.invalid": [
    "链接里不是一份笔记本，没有打开。",
    "The link does not hold a notebook and was not opened.",
  ],
  "link.origin_missing": [
    "链接只写了对笔记本“{0}”的修改，而这里没有那份笔记本。请发送者发来完整的链接。",
    "The link holds only the changes to the notebook “{0}”, which is not here. Ask its sender for a whole link.",
  ],
  "link.origin_changed": [
    "链接只写了对笔记本“{0}”的修改，而那份笔记本后来变了。请发送者发来完整的链接。",
    "The link holds only the changes to the notebook “{0}”, which has changed since. Ask its sender for a whole link.",
  ],
  "link.long": [
    "链接有{0}个字符，有的聊天软件会截断。发出后请自己点开试一次，或改为存成文件。",
    "The link has {0} characters, and some chat apps cut that. Try it once after sending, or save a file instead.",
  ],
  "link.make.too_long": [
    "这份笔记本的链接会有{0}个字符，超过{1}个。请存成文件发送，或去掉自带的表格。",
    "The link of this notebook would have {0} characters, more than {1}. Send a saved file, or leave out tables of your own.",
  ],
  "link.part.text": ["文字与代码：{0}个字符", "Text and code: {0} characters"],
  "link.part.table": ["表格{0}：{1}个字符", "Table {0}: {1} characters"],
  // Notebook Kit in and out: what does not come along
  "kit.theme": ["外观主题“{0}”", "The theme “{0}”"],
  "kit.readonly": ["只读标记", "The mark that it is read-only"],
  "kit.pinned": ["总是显示源码的设定", "That the source is always shown"],
  "kit.hidden": ["隐藏输出的设定", "That the output is hidden"],
  "kit.database": [
    "数据库“{0}”：这里的查询只读本页的数据",
    "The database “{0}”: queries read the data of this page only",
  ],
  "kit.format": ["输出格式“{0}”", "The output format “{0}”"],
  "kit.since": ["查询时间“{0}”", "The time of the query, “{0}”"],
  "kit.name": [
    "名称“{0}”：这里不能用，或已被占用",
    "The name “{0}”: it cannot be used here, or is taken",
  ],
  "kit.language": [
    "用{0}写的单元：作为代码保留，不运行",
    "A cell in {0}: kept as code, does not run",
  ],
  "kit.fence": [
    "{0}单元里有结束单元的一行，其后的内容成了另外的单元",
    "A line in a cell ({0}) ends it; what follows became other cells",
  ],
  "kit.div": [
    "语言或样式的分区“{0}”：在那边显示为文字",
    "The part marked “{0}”: its marks are shown as text there",
  ],
  "kit.number": [
    "文字里的数“{0}”：在那边不指向出处",
    "The number “{0}” in the text: it does not lead to its source there",
  ],
  "kit.spec": [
    "图表或控件“{0}”：在那边显示为代码，导回后照常",
    "The chart or input “{0}”: shown as code there, works again when it comes back",
  ],
  "kit.data": [
    "查询“{0}”的数据：在那边须另接数据库",
    "The data of the query “{0}”: a database has to be connected there",
  ],
  "kit.attribute": ["属性“{0}”", "The attribute “{0}”"],
  // notebooks kept in the browser
  "store.saved": ["已保存在本浏览器", "Saved in this browser"],
  "store.saving": ["正在保存……", "Saving …"],
  "store.full": [
    "浏览器的存储空间已满，最近的修改没有存下。修改仍在本页；请存成文件，或删去旧的笔记本和表格。",
    "The browser’s storage is full, and the last changes are not saved. They are still on this page: save a file, or delete old notebooks and tables.",
  ],
  "store.refused": [
    "浏览器不允许本页保存（可能是无痕窗口或关闭了存储）。修改只在本页，关闭前请存成文件。",
    "The browser does not let this page save (a private window, perhaps, or storage switched off). Your changes are on this page only: save a file before you close it.",
  ],
  "store.failed": [
    "保存失败：{0}。修改仍在本页；请存成文件。",
    "Saving failed: {0}. Your changes are still on this page: save a file.",
  ],
  "store.blocked": [
    "另一个标签页还开着旧版的法度，请先关闭它，再保存。",
    "Another tab still runs an older Fadu. Close it, then save.",
  ],
  "store.missing": [
    "本浏览器里没有这份笔记本，可能已经删除。",
    "This notebook is not in this browser; it may have been deleted.",
  ],
  "store.conflict": [
    "这份笔记本在另一个标签页里也改过。两份都还在：请比较后选一份，或各存一份。",
    "This notebook was changed in another tab as well. Both are kept: compare them and choose one, or keep each as its own.",
  ],
  "store.changed_elsewhere": [
    "这份笔记本刚在另一个标签页里改过。",
    "This notebook was just changed in another tab.",
  ],
  "store.version.run": ["运行时", "When it ran"],
  "store.version.saved": ["手动保存", "Saved by you"],
  "store.version.interval": ["自动", "From time to time"],
  "store.version.restored": ["恢复之前", "Before going back"],
  "store.version.conflict": ["另一个标签页的", "From another tab"],
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
  "chart.kind.legend": ["图例", "Legend"],
  "chart.kind.matrix": ["覆盖矩阵", "Coverage matrix"],
  "chart.kind.tiles": ["省份方格图", "Tile grid of provinces"],
  "chart.kind.trend": ["趋势图", "Trend"],
  "tiles.count": ["{0}，{1}个数字", "{0}, {1} figures"],
  "tiles.none": ["{0}，没有数字", "{0}, no figure"],
  "coverage.several": ["{0}个数字", "{0} figures"],
  "coverage.regions": ["{0}个地区有数字", "stated by {0} regions"],
  "trend.between": ["{0}与{1}之间断开，不连线", "no line between {0} and {1}"],
  "trend.no_years": ["没有{0}年的数字", "no figure for {0}"],
  "trend.alone": ["只有这一个数字，看不出变化", "a single figure, which shows no change"],
  "trend.off_zero": ["纵轴不从零起", "the vertical axis does not begin at zero"],
  "trend.law": ["2021年9月新安全生产法", "Work Safety Law of Sept 2021"],
  "trend.undated": ["期间不明", "period unknown"],
  "chart.kind.table": ["表格", "Table"],
  "chart.kind.audit": ["核算图", "Audit chart"],
  "audit.stated": ["所写", "stated"],
  "audit.recomputed": ["重算", "recomputed"],
  "audit.gives": ["重算为{0}", "its parts give {0}"],
  "audit.none": ["未重算", "not recomputed"],
  "audit.allowed": [
    "由{0}起，不到{1}，都可写成这个数",
    "from {0} to under {1} would be written so",
  ],
  "audit.allowed.above": ["不低于{0}即相符", "agrees from {0} up"],
  "audit.allowed.below": ["低于{0}即相符", "agrees below {0}"],
  "audit.verdict.mismatch": ["对不上", "Does not agree"],
  "audit.verdict.rounding": ["差在舍入或口径", "Differs by rounding or basis"],
  "audit.verdict.ok": ["舍入之内相符", "Agrees within rounding"],
  "audit.verdict.proposed": ["提议，无人确认", "Proposed, not confirmed"],
  "audit.equal": ["分毫不差", "Equal to the last digit"],
  "audit.key": [
    "竖线是报告所写（网页只读了开头的画双线），虚线圈是重算。深色带是四舍五入容得下的范围，浅色带是截去尾数容得下的范围；刻度以所写末位的一为单位，在一、十、百处各有一线，越远越密。",
    "The upright is the stated figure (double where only a page’s opening was read), the dashed ring what its parts give. The dark band is what rounding allows, the light one what cutting off allows. The scale counts units of the last digit stated, with lines at one, ten and a hundred, closer together the further out.",
  ],
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
  "describe.missing_many": ["{0}：{1}个地区。", "{0}: {1} regions."],
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
  "app.search": ["搜索", "Search"],
  // search
  "search.title": ["搜索本站数字", "Search the figures"],
  "search.label": ["搜索地区、指标、机构和原文", "Search regions, measures, agencies and clauses"],
  "search.placeholder": ["如：漳州、zzs、罚款", "Such as Zhangzhou, zzs, fines"],
  "search.results": ["搜索结果", "Results"],
  "search.close": ["关闭搜索", "Close the search"],
  "search.keys": ["↑ ↓ 选择，回车打开，Esc 关闭", "↑ ↓ to choose, Enter to open, Esc to close"],
  "search.regions": ["地区", "Regions"],
  "search.metrics": ["指标", "Measures"],
  "search.agencies": ["机构", "Agencies"],
  "search.clauses": ["原文", "Clauses"],
  "search.more": ["{0}（前{1}条，共{2}条）", "{0} (first {1} of {2})"],
  "search.part": ["{0}{1}条", "{0} {1}"],
  "search.count": ["找到{0}条：{1}", "Found {0}: {1}"],
  "search.nothing": ["没有找到“{0}”", "Nothing found for “{0}”"],
  "search.what": [
    "可以搜地区、指标、机构，以及写明数字的原文：汉字连写即可，也可用拼音、拼音首字母或英文，错一两个字母也能找到。",
    "Regions, measures, agencies and the clauses that state figures can be searched: in English, in Chinese characters, or in pinyin and its initials. A letter or two may be wrong.",
  ],
  "search.loading": ["正在载入数字", "Loading the figures"],
  "search.failed": [
    "数字未能载入，无法搜索。{0}",
    "The figures could not be loaded, so nothing can be searched. {0}",
  ],
  "search.figures": ["{0}个数字", "figures: {0}"],
  "search.within": ["下辖地区有{0}个数字", "figures of regions in it: {0}"],
  "search.none": ["尚无数字", "no figures yet"],
  "key.filled": ["全辖区", "whole jurisdiction"],
  "key.filled.long": [
    "全市、全州或全县各级单位合在一起的数字。",
    "All bodies of a city, prefecture or county counted together.",
  ],
  "key.ring": ["一个局", "one bureau"],
  "key.ring.long": [
    "只是报告机关自己做的，不含下属县区。",
    "Only what the reporting bureau did itself, without the counties below it.",
  ],
  "key.half": ["一部分", "a part"],
  "key.half.long": [
    "只是一个行业、一项专项行动、受委托镇街或下属单位的数字，不是总数。",
    "One sector, one campaign, delegated townships or subordinate units: not a total.",
  ],
  "key.hatched": ["不足一年", "part of a year"],
  "key.hatched.long": [
    "期间只有几个月，不能与全年数字直接相比。",
    "The period has some months only, so it is not to be set against full years.",
  ],
  "key.derived": ["推算", "derived"],
  "key.derived.long": [
    "报告没有写这个数，由它写明的数字算出；点开可见算式和每个来源。",
    "No report states it; it follows from stated figures. Select it for the formula and every parent.",
  ],
  "key.companion": ["伴随语料（只读开头）", "companion corpus (opening read only)"],
  "key.companion.long": [
    "出自只读了开头的网页：数字与单位已核对，没有条文。",
    "From a page of which only the opening was read: number and unit were checked, no clause is held.",
  ],
  "key.bound": ["下限", "a floor"],
  "key.bound.long": [
    "报告写的是“不少于”或“超过”，真实值在箭头方向的某处，不参加排名。",
    "The report says “at least” or “more than”: the true value lies along the arrow, outside any ranking.",
  ],
  "key.not_reported": ["未报告", "not reported"],
  "key.not_reported.long": [
    "报告通读过，没有写这个数。缺不是零。",
    "The report was read whole and does not state it. Missing is not zero.",
  ],
  "key.not_read": ["未通读", "not read"],
  "key.not_read.long": [
    "网页只读了开头，没有见到不等于没有写。",
    "Only the page’s opening was read; not seen is not the same as not stated.",
  ],
  "key.not_comparable": ["不可比", "not comparable"],
  "key.not_comparable.long": [
    "报告写了数，但口径不同，不能放在这里。",
    "The report states a figure of another kind that cannot stand here.",
  ],
  "key.planned": ["计划或拟议", "planned or proposed"],
  "key.planned.long": [
    "写的是打算做的，还没有做，不参加排名。",
    "What is meant to be done and is not done yet; outside any ranking.",
  ],
  "key.example": ["例：{0}", "Example: {0}"],
  "key.mismatch": ["与分项不符", "disagrees with its own parts"],
  "key.mismatch.long": [
    "报告写的这个数，与它自己写的分项算不拢；照写照录，不改。",
    "The figure is not what the report’s own parts give. It is kept as stated.",
  ],
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
