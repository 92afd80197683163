import { textsOf } from "./texts.ts";

/**
 * What is said of tables of the reader's own and of results on their way out: key → [Chinese,
 * English]. Apart from the words of every page, since few pages need them.
 */
export const tableWords = {
  // data of the reader’s own: reading a file
  "own.title": ["读入“{0}”", "Read in “{0}”"],
  "own.name": ["表名", "Name of the table"],
  "own.keep": [
    "随笔记本留在本浏览器（不勾则关闭本页后消失）",
    "Keep it with the notebook in this browser; else it goes with this page",
  ],
  "own.name.hint": [
    "在查询里用这个名字。可用汉字、字母、数字和下划线，不以数字开头。",
    "Queries use this name: letters, Chinese characters, digits and underscores, no digit first.",
  ],
  "own.name.invalid": [
    "“{0}”不能作表名：请只用汉字、字母、数字和下划线，不以数字开头，也不用查询语言的保留词。",
    "“{0}” cannot name a table: use letters, Chinese characters, digits and underscores, no digit first, and no word reserved by SQL.",
  ],
  "own.name.taken": [
    "已有名为“{0}”的表，请换一个名字。",
    "There is a table called “{0}” already; choose another name.",
  ],
  "own.encoding": ["编码", "Encoding"],
  "own.delimiter": ["分隔符", "Delimiter"],
  "own.delimiter.comma": ["逗号", "comma"],
  "own.delimiter.tab": ["制表符", "tab"],
  "own.delimiter.semicolon": ["分号", "semicolon"],
  "own.delimiter.bar": ["竖线", "vertical bar"],
  "own.quotes": ["双引号括住字段", "Double quotes enclose fields"],
  "own.unquoted": ["不把双引号当作括号，重新读", "Read it again without quotes"],
  "own.reset": ["恢复自动识别", "Back to what was found first"],
  "own.header": ["列名在第几行（0为没有）", "Row with the names (0 for none)"],
  "own.sheet": ["工作表", "Sheet"],
  "own.what": ["{0}，{1}，{2}行，{3}列", "{0}, {1}, rows: {2}, columns: {3}"],
  "own.looking": [
    "正在查看全部行，类型可能还会变：{0}%",
    "Looking at every row; types may still change: {0}%",
  ],
  "own.opening": ["正在打开文件", "Opening the file"],
  "own.preview": ["前{0}行", "The first {0} {0|row|rows}"],
  "own.type": ["“{0}”的类型", "Type of “{0}”"],
  "own.type.VARCHAR": ["文本", "text"],
  "own.type.DOUBLE": ["小数", "number"],
  "own.type.INTEGER": ["整数", "whole number"],
  "own.type.BIGINT": ["大整数", "large whole number"],
  "own.type.BOOLEAN": ["是或否", "yes or no"],
  "own.type.DATE": ["日期", "date"],
  "own.type.TIMESTAMP": ["日期和时间", "date and time"],
  "own.type.TIMESTAMP_NS": ["日期和时间（纳秒）", "date and time (nanoseconds)"],
  "own.type.FLOAT": ["小数（32位）", "number (32 bits)"],
  "own.type.UBIGINT": ["大整数（无符号）", "large whole number (unsigned)"],
  "own.type.HUGEINT": ["大整数（128位）", "large whole number (128 bits)"],
  "own.type.TIME": ["时刻", "time of day"],
  "own.type.INTERVAL": ["时长", "duration"],
  "own.type.UUID": ["UUID", "UUID"],
  "own.type.BLOB": ["字节", "bytes"],
  "own.code": ["编号，按文本读入", "a code, kept as text"],
  "own.offer.loose": ["换算成数：{0}。例：{1}", "Convert to numbers: {0}. Example: {1}"],
  "own.offer.comma": ["逗号是小数点：{1}", "The comma is the decimal point: {1}"],
  "own.offer.dmy": ["日期，日在前：{1}", "Dates, day first: {1}"],
  "own.offer.mdy": ["日期，月在前：{1}", "Dates, month first: {1}"],
  "own.offer.date8": ["当作日期：{1}", "Read as dates: {1}"],
  "own.offer.utc": ["时间换成UTC：{1}", "Times in UTC: {1}"],
  "own.offer.wall": [
    "时间照当地钟点，不要时区：{1}",
    "Times as the local clock showed, without zone: {1}",
  ],
  "own.spelling.wide": ["全角变半角", "full-width digits"],
  "own.spelling.grouped": ["去掉千分位逗号", "thousands separators"],
  "own.spelling.wan": ["万乘以一万", "wan times 10,000"],
  "own.spelling.yi": ["亿乘以一亿", "yi times 100 million"],
  "own.spelling.percent": ["去掉百分号", "percent signs dropped"],
  "own.spelling.unit": ["去掉元、¥", "yuan signs dropped"],
  "own.spelling.minus": ["各种负号", "minus signs"],
  "own.spelling.brackets": ["括号为负数", "brackets as minus"],
  "own.spelling.nothing": ["“-”“未填报”等作缺失", "“-” and the like as missing"],
  "own.nothing": ["缺失", "missing"],
  "own.fill": ["把合并单元格的值填满各格", "Fill the value of merged cells into each of them"],
  "own.checking": ["正在核对所选类型：{0}%", "Checking the chosen types: {0}%"],
  "own.problems": ["请留意", "Please note"],
  "own.import": ["读入", "Import"],
  "own.cancel": ["取消", "Cancel"],
  "own.close": ["完成", "Done"],
  "own.reading": ["正在读入：{0}%", "Importing: {0}%"],
  "own.done": ["已读入表“{0}”，{1}行。", "The table “{0}” is in. Rows: {1}."],
  "own.private": [
    "文件只在本机读取，不会离开本页。",
    "The file is read on this machine and never leaves this page.",
  ],
  "own.check": ["按数字表的规则检查", "Check by the rules for figures"],
  "own.check.why": [
    "这些列与本站的数字表相同。",
    "These are the columns of this site’s table of figures.",
  ],
  "own.check.fine": ["{0}行都合乎规则。", "{0|The one row keeps|All rows keep} the rules ({0})."],
  "own.check.found": [
    "{0}行中有{1}行合乎规则。其余各行的问题：",
    "Of {0} {0|row|rows}, {1} {1|keeps|keep} the rules. What is wrong with the others:",
  ],
  "own.check.keep": ["只保留合乎规则的{0}行", "Keep only the {0} {0|row that does|rows that do}"],
  "own.check.kept": ["表中现有{0}行。", "Rows in the table now: {0}."],
  "own.more": ["另有{0}条", "{0} more"],
  // why a file cannot be read
  "file.error.foreign": [
    "“{0}”其实是{1}，不是能读的表格。可读：CSV、TSV、JSON、Parquet、Arrow、XLSX。",
    "“{0}” is {1}, not a table that can be read. CSV, TSV, JSON, Parquet, Arrow and XLSX can.",
  ],
  "file.error.empty": ["“{0}”里没有数据。", "“{0}” holds no data."],
  "file.error.unclosed_quote": [
    "“{0}”第{1}行的双引号没有收尾。请改正文件，或不把双引号当作括号。",
    "In row {1} of “{0}” a double quote is never closed. Mend the file, or read it without quotes.",
  ],
  "file.error.compression": [
    "“{0}”用{1}压缩，这里不能解。请存成Snappy、gzip或不压缩。",
    "“{0}” is compressed with {1}, which cannot be undone here. Save it with Snappy, gzip or without.",
  ],
  "file.error.damaged": [
    "“{0}”已损坏或不完整，读不出来。",
    "“{0}” is damaged or incomplete and cannot be read.",
  ],
  "file.error.too_large": [
    "“{0}”太大：这种格式最多{1} MB。请存成CSV或Parquet。",
    "“{0}” is too large: {1} MB is the most for this format. Save it as CSV or Parquet.",
  ],
  "file.error.too_wide": [
    "“{0}”的列太多：最多{1}列。",
    "“{0}” has too many columns: {1} is the most.",
  ],
  "file.error.too_deep": [
    "“{0}”嵌套得太深：最多{1}层。",
    "“{0}” is nested too deeply: {1} levels are the most.",
  ],
  "file.error.bomb": [
    "“{0}”展开后太大（超过{1} MB或百万个值），没有读入。",
    "“{0}” unpacks to more than {1} MB or million values, and was not read.",
  ],
  "file.error.stuck": [
    "“{0}”读了{1}秒没有进展，已停下：文件多半已损坏。",
    "Reading “{0}” got no further for {1} s and was stopped: the file is probably damaged.",
  ],
  "file.error.not_table": [
    "“{0}”不是表格：需要对象的数组，或只含一个这样的数组。",
    "“{0}” is no table: an array of objects is needed, or an object with exactly one such array.",
  ],
  "file.error.bad_json": [
    "“{0}”不是正确的JSON，错在{1}（行、列）。",
    "“{0}” is not valid JSON; it breaks at {1} (line, column).",
  ],
  "file.error.missing_sheet": ["“{0}”里没有工作表。", "“{0}” has no sheet."],
  "file.error.too_many_rows": [
    "行数太多：一张工作表最多{0}行。请改用CSV或Parquet。",
    "Too many rows: a sheet holds {0} at most. Choose CSV or Parquet.",
  ],
  "file.error.part": [
    "“{0}”没有读写：本页的相应部分没有载入。请检查网络；如本站有了新版，请刷新本页。",
    "“{0}” was not read or written: the part of this page that does it could not be loaded. Check the connection; if there is a new version of this site, reload the page.",
  ],
  "file.error.failed": ["“{0}”读写失败：{1}", "“{0}” could not be read or written: {1}"],
  "file.foreign.zip": ["ZIP压缩包", "a ZIP archive"],
  "file.foreign.docx": ["Word文档", "a Word document"],
  "file.foreign.pptx": ["演示文稿", "a slide show"],
  "file.foreign.ods": ["OpenDocument文件", "an OpenDocument file"],
  "file.foreign.xls": [
    "旧式或加密的Excel文件（请另存为XLSX）",
    "an old or encrypted Excel file (save it as XLSX)",
  ],
  "file.foreign.html": ["网页", "a web page"],
  "file.foreign.xml": ["XML文件", "an XML file"],
  "file.foreign.pdf": ["PDF文档", "a PDF document"],
  "file.foreign.image": ["图片", "a picture"],
  "file.foreign.gzip": ["gzip压缩文件（请先解压）", "a gzip file (unpack it first)"],
  "file.foreign.archive": ["压缩包", "an archive"],
  "file.foreign.sqlite": ["SQLite数据库", "an SQLite database"],
  "file.foreign.program": ["程序", "a program"],
  "file.foreign.binary": ["不是文本的文件", "a file that is not text"],
  // what a reader should know of a file that was read
  "file.problem.header_empty": [
    "没有列名的一列叫作“{0}”。",
    "A column without a name is called “{0}”.",
  ],
  "file.problem.header_repeated": [
    "列名“{1}”改为“{0}”：它重复了。",
    "The column “{1}” is called “{0}”, as its name was used before.",
  ],
  "file.problem.row_long": [
    "{0}行比列名多出单元（首先是第{1}行），多出的另成一列。",
    "Rows with more cells than names: {0}, first row {1}. What is too much stands in columns of its own.",
  ],
  "file.problem.row_short": [
    "{0}行比列名少（首先是第{1}行），缺的作缺失。",
    "Rows with fewer cells than names: {0}, first row {1}. What they lack is missing.",
  ],
  "file.problem.row_broken": [
    "{0}行不是正确的JSON，没有读入（首先是第{1}行）。",
    "Lines that are no JSON and were left out: {0}, first line {1}.",
  ],
  "file.problem.rows_above": [
    "列名之上的{0}行没有读入。",
    "Rows above the names that were left out: {0}.",
  ],
  "file.problem.quotes_odd": [
    "{0}处双引号用得不规则（首先在第{1}行）。",
    "Double quotes used oddly: {0}, first in row {1}.",
  ],
  "file.problem.undecodable": [
    "{0}个单元有无法解码的字（如“{1}”）：请换一种编码。",
    "Cells with characters that cannot be decoded: {0}, such as “{1}”. Try another encoding.",
  ],
  "file.problem.nested": [
    "“{0}”列有{1}个嵌套的值，写成JSON文本。",
    "Nested values of “{0}” written as JSON text: {1}.",
  ],
  "file.problem.guarded": [
    "{0}个单元前有防止公式执行的撇号，已去掉（如{1}）。",
    "Cells whose apostrophe against formulas was removed: {0}, such as {1}.",
  ],
  "file.problem.unreadable": [
    "“{0}”列有{1}个值不合所选类型，作缺失（如“{2}”）。",
    "Values of “{0}” that do not fit its type and are missing now: {1}, such as “{2}”.",
  ],
  "file.problem.zone_left": [
    "“{0}”列有时区，按{2}读入，时区不留。",
    "The times of “{0}” have a zone; they are read as {2}, and the zone is left out.",
  ],
  "file.problem.cut_short": [
    "文件没有结束标记，末尾可能丢了：读到{1}行。",
    "The file has no mark at its end, so its end may be lost: {1} {1|row was|rows were} read.",
  ],
  "file.problem.bad_bytes": [
    "{0}处字节不合编码（首先在第{1}行），显示为“\u{FFFD}”。",
    "Bytes that are not in this encoding: {0}, first in line {1}; they show as “\u{FFFD}”.",
  ],
  "file.problem.respelled": [
    "“{0}”列有{1}个值换了写法，值不变（如{2}）。",
    "Values of “{0}” that are written otherwise in the table, and are the same: {1}, such as {2}.",
  ],
  "file.problem.rounded": [
    "“{0}”列有{1}个数位数太多，存入时舍入（如{2}）。",
    "Numbers of “{0}” that are rounded, as they have too many digits: {1}, such as {2}.",
  ],
  "file.problem.padded": [
    "“{0}”列有{1}个值首尾有空格，照原样保留（如“{2}”）。",
    "Values of “{0}” with spaces at their ends, which are kept: {1}, such as “{2}”.",
  ],
  "file.problem.controls": [
    "“{0}”列有{1}个值含看不见的控制字符，照原样保留（如“{2}”）。",
    "Values of “{0}” with invisible control characters, which are kept: {1}, such as “{2}”.",
  ],
  "file.problem.row_names": [
    "各行比列名多一个单元：第一个当作行名，另成一列（如“{1}”）。",
    "Each row has one cell more than there are names: the first is taken for the row’s name (such as “{1}”).",
  ],
  "file.problem.sep_line": [
    "首行“{1}”说明分隔符，没有读入。",
    "The first line, “{1}”, tells the delimiter and was left out.",
  ],
  "file.problem.total_row": [
    "有{0}行像合计（如“{1}”），照样读入：求和时会重复计算。",
    "Rows that look like totals: {0}, such as “{1}”. They are read too, and a sum would count them twice.",
  ],
  "file.problem.column_dropped": [
    "{0}列既无列名也无值，没有读入（如第{1}列）。",
    "Columns without a name and without values that were left out: {0}, such as column {1}.",
  ],
  "file.problem.header_text": [
    "表中没有数，第{1}行当作列名。如不是，请把列名行改为0。",
    "There are no numbers, so row {1} is taken for the names. If it is not, set the row with the names to 0.",
  ],
  "file.problem.months": [
    "“{0}”列像年月（如{2}），按文本读入：当作小数时{2}的末位0会丢。",
    "“{0}” looks like years and months (such as {2}) and is kept as text; as a number it would lose a final 0.",
  ],
  "file.problem.mixed": [
    "“{0}”列里混有不同种类的值，都按文本读入（{2}）。",
    "“{0}” holds values of different kinds, all kept as text ({2}).",
  ],
  "file.problem.key_repeated": [
    "{0}个对象里有重复的键（如“{1}”），只留最后一个值。",
    "Objects in which a key is repeated: {0}, such as “{1}”; its last value is kept.",
  ],
  "file.problem.merged": [
    "有{0}处合并单元格（如{1}），值只在左上角一格。可在上面选择填满。",
    "Merged areas: {0}, such as {1}. Their value stands in the first cell alone; it can be filled in above.",
  ],
  "file.problem.filled_in": [
    "{0}处合并单元格的值已填满（如{1}）。",
    "Merged areas whose value was filled in: {0}, such as {1}.",
  ],
  "file.problem.hidden_sheet": [
    "有{0}张隐藏的工作表（如“{1}”），也可选择。",
    "Hidden sheets: {0}, such as “{1}”; they can be chosen too.",
  ],
  "file.problem.hidden_row": [
    "有{0}行是隐藏的（首先是第{1}行），照样读入。",
    "Hidden rows: {0}, first row {1}. They are read too.",
  ],
  "file.problem.hidden_column": [
    "有{0}列是隐藏的（首先是{1}列），照样读入。",
    "Hidden columns: {0}, first column {1}. They are read too.",
  ],
  "file.problem.formula_empty": [
    "有{0}个公式没有存下结果（首先是{1}），作缺失。请用表格软件打开、重算并存盘。",
    "Formulas without a stored result: {0}, first {1}; they are missing. Open the file in a spreadsheet, calculate and save it.",
  ],
  "file.problem.error_cell": [
    "有{0}个单元是错误值（如{1}），作缺失。",
    "Cells that hold an error: {0}, such as {1}; they are missing.",
  ],
  "file.problem.tables_more": [
    "这张工作表里好像不止一个表：第{1}行又像列名，其下各行仍读在一起。",
    "This sheet seems to hold more than one table: row {1} looks like names again, and what follows is read along.",
  ],
  "file.problem.head_joined": [
    "列名占两行，已连成一个（如“{1}”）。",
    "The names take two rows and were joined, such as “{1}”.",
  ],
  "file.problem.shown_otherwise": [
    "“{0}”列有{1}个数在工作簿里显示成别的样子，读入的是存储的数（{2}）。",
    "Numbers of “{0}” that the workbook shows otherwise: {1}. What it stores is read ({2}).",
  ],
  "file.problem.no_such_day": [
    "“{0}”列有{1}个日期不存在，作缺失（{2}）。",
    "Dates of “{0}” that do not exist and are missing: {1} ({2}).",
  ],
  "file.problem.same_place": [
    "有{0}个单元写了两次（如{1}），留最后一个。",
    "Cells that the file holds twice: {0}, such as {1}; the last one is kept.",
  ],
  "file.problem.guessed": [
    "文件没有标明编码，按{0}读（如“{1}”）。若有乱字，请在上面换编码。",
    "The file does not say its encoding; it was read as {0}, such as “{1}”. If characters look wrong, choose another above.",
  ],
  // results out
  "out.download": ["下载", "Download"],
  "out.copy": ["复制", "Copy"],
  "out.csv": ["CSV（表格软件）", "CSV (any spreadsheet)"],
  "out.xlsx": ["XLSX（Excel）", "XLSX (Excel)"],
  "out.json": ["JSON（程序）", "JSON (programs)"],
  "out.parquet": ["Parquet（大表）", "Parquet (large tables)"],
  "out.arrow": ["Arrow（数据工具）", "Arrow (data tools)"],
  "out.tsv": ["复制到表格软件", "Copy for a spreadsheet"],
  "out.markdown": ["复制为Markdown", "Copy as Markdown"],
  "out.writing": ["正在写：{0}行", "Writing, rows: {0}"],
  "out.saved": ["已存为“{0}”", "Saved as “{0}”"],
  "out.copied": ["已复制{0}行", "Rows copied: {0}"],
  "out.failed": ["没有写成：{0}", "Not written: {0}"],
  "out.cancelled": ["已取消", "Cancelled"],
  "out.empty": ["没有结果可下载", "There is no result to download"],
  // the tables and their columns
  "schema.title": ["表和列", "Tables and columns"],
  "schema.own": ["自己的表", "Your own tables"],
  "schema.core": ["本站的表", "This site’s tables"],
  "schema.views": ["由表派生", "Derived from the tables"],
  "schema.rows": ["{0}行", "rows: {0}"],
  "schema.insert": ["插入“{0}”", "Insert “{0}”"],
  "schema.remove": ["删除表“{0}”", "Remove the table “{0}”"],
  "schema.remove.short": ["删除", "Remove"],
  "schema.rename": ["表“{0}”的新名字", "New name of the table “{0}”"],
  "schema.rename.short": ["改名", "Rename"],
  "schema.none": ["还没有表", "No tables yet"],
  "schema.loading": ["正在统计", "Counting"],
  "schema.failed": ["无法统计：{0}", "Cannot be counted: {0}"],
  "schema.distinct": ["不同值", "Distinct"],
  "schema.missing": ["缺失", "Missing"],
  "schema.filled": ["有值", "With a value"],
  "schema.least": ["最小", "Least"],
  "schema.most": ["最大", "Greatest"],
  "schema.samples": ["例", "Examples"],
  "schema.bins": [
    "从{0}到{1}的分布，最高一格{2}行；缺失{3}行另列",
    "Distribution from {0} to {1}, at most {2} {2|row|rows} in a bin; {3} missing, shown apart",
  ],
  "schema.tops": ["最常见的值", "Most frequent values"],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type Word = keyof typeof tableWords;

/** A text in a language, with `{0}`, `{1}` … filled in order. */
export const tableText = /* @__PURE__ */ textsOf(tableWords);
