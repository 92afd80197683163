import { textsOf, type Texts } from "./texts.ts";

/**
 * What is said of reports that are read from files: why one cannot be read and what to do, and what
 * is to be known of one that was. {0} of an error is the name of the file.
 */
const table = {
  "error.empty": [
    "“{0}”是空文件。请重新下载或另选文件。",
    "“{0}” is empty. Download it again, or choose another file.",
  ],
  "error.no_text": [
    "“{0}”里没有文字。请确认是不是所要的报告。",
    "“{0}” holds no text. Check that it is the report you mean.",
  ],
  "error.too_large": [
    "“{0}”太大：一个文件最多{1} MB。请只留报告正文，存成文本或DOCX。",
    "“{0}” is too large: a file may have {1} MB. Keep the report alone and save it as text or DOCX.",
  ],
  "error.too_long": [
    "“{0}”太长：最多{1}个字符。请拆成几份。",
    "“{0}” is too long: {1} characters are the most. Divide it.",
  ],
  "error.too_many": [
    "“{0}”的行、页、单元格或部件太多：最多{1}个。请拆成几份。",
    "“{0}” has too many lines, pages, cells or parts: {1} are the most. Divide it.",
  ],
  "error.too_deep": [
    "“{0}”嵌套得太深：最多{1}层。请在浏览器或Word里打开，复制正文，存成文本。",
    "“{0}” is nested too deeply: {1} levels are the most. Open it in a browser or Word, copy the report and save it as text.",
  ],
  "error.binary": [
    "“{0}”不是文本，读不出文字。可读：TXT、HTML、PDF、DOCX。",
    "“{0}” is no text and cannot be read. TXT, HTML, PDF and DOCX can.",
  ],
  "error.foreign": [
    "“{0}”其实是{1}，不是能读的报告。可读：TXT、HTML、PDF、DOCX；请另存为其中一种。",
    "“{0}” is {1}, not a report that can be read. TXT, HTML, PDF and DOCX can: save it as one of these.",
  ],
  "error.old_word": [
    "“{0}”是旧版Word文档（.doc）。请用Word或WPS另存为.docx或PDF。",
    "“{0}” is a document of an older Word (.doc). Save it as .docx or PDF in Word or WPS.",
  ],
  "error.encrypted": [
    "“{0}”有密码，读不出来。请先去掉密码再存一份。",
    "“{0}” is protected by a password and cannot be read. Save a copy without one.",
  ],
  "error.scanned": [
    "“{0}”的{1}页都没有文字，多半是扫描件。请先做文字识别（OCR），或找网页版、Word版。",
    "None of the pages of “{0}” ({1}) has text; it was probably scanned. Run character recognition (OCR) first, or look for a web page or Word file.",
  ],
  "error.map_missing": [
    "“{0}”所用的汉字编码表“{1}”没有载入。请检查网络后重试。",
    "“{0}” needs a table of Chinese character codes, “{1}”, which could not be loaded. Check the connection and try again.",
  ],
  "error.damaged": [
    "“{0}”已损坏或不完整（{1}），读不出来。请重新下载，或用原来的程序打开后另存。",
    "“{0}” is damaged or incomplete ({1}) and cannot be read. Download it again, or open it in its own program and save it anew.",
  ],
  "error.bomb": [
    "“{0}”展开后超过{1} MB，没有读入。请在Word里打开，另存一份。",
    "“{0}” unpacks to more than {1} MB and was not read. Open it in Word and save a copy.",
  ],
  "error.stuck": [
    "“{0}”读了{1}秒没有进展，已停下：文件多半已损坏。请换一种格式。",
    "Reading “{0}” got no further for {1} s and was stopped: the file is probably damaged. Try another format.",
  ],
  "error.failed": [
    "“{0}”没有读成：{1}。请换一种格式再试。",
    "“{0}” could not be read: {1}. Try another format.",
  ],
  "foreign.image": ["图片", "a picture"],
  "foreign.archive": ["压缩包", "an archive"],
  "foreign.workbook": ["电子表格", "a spreadsheet"],
  "foreign.slides": ["演示文稿", "a slide show"],
  "foreign.old_office": ["旧版Office文件", "a file of an older Office"],
  "foreign.odt": ["OpenDocument文件", "an OpenDocument file"],
  "foreign.ofd": ["OFD版式文件", "an OFD file"],
  "foreign.rtf": ["RTF文件", "an RTF file"],
  "foreign.mail": ["邮件或MHT网页", "a mail or a page saved as MHT"],
  "foreign.xml": ["XML数据", "XML data"],
  "foreign.data": ["数据文件", "a file of data"],
  "foreign.program": ["程序", "a program"],
  "note.encoding_guessed": [
    "编码没有标明，按{0}读入，例如“{1}”。如果是乱码，请另存为UTF-8。",
    "The encoding is not stated and was taken to be {0}, as in “{1}”. If that reads wrong, save the file as UTF-8.",
  ],
  "note.bytes_damaged": [
    "有{0}处字节不成文字，第一处在第{1}行，以“�”代替。",
    "Bytes that are no text at {0} {0|place|places}, the first in line {1}, are shown as “�”.",
  ],
  "note.controls": [
    "有{0}个控制字符，第一个在第{1}个字符之后；原样保留。",
    "{0} control {0|character|characters}, the first after character {1}; kept as they are.",
  ],
  "note.bidi": [
    "有{0}个改变书写方向的字符，第一个在第{1}个字符之后：所见的次序可能不是实际的次序。",
    "{0} {0|character that changes|characters that change} the direction of writing, the first after character {1}: what is seen may not be what is there.",
  ],
  "note.invisible": [
    "有{0}个看不见的字符，第一个在第{1}个字符之后；原样保留。",
    "{0} invisible {0|character|characters}, the first after character {1}; kept as they are.",
  ],
  "note.left_out": [
    "网页中不属于正文的{0}个字没有读入：{1}。",
    "{0} characters of the page that are not its article were left out: {1}.",
  ],
  "note.hidden": [
    "不显示的{0}个字没有读入。",
    "Characters that are not shown and were left out: {0}.",
  ],
  "note.whole_page": ["没有找到正文，整页读入。", "No article was found; the whole page was read."],
  "note.pages_without_text": [
    "共{1}页，其中{0}页没有文字，第一处是第{2}页：可能是扫描的图。",
    "Pages without text: {0} of {1}, the first is page {2}; perhaps they were scanned.",
  ],
  "note.repeated": [
    "每页重复的页眉、页脚和页码共{0}行没有读入，例如“{1}”。",
    "Heads, feet and numbers of pages, {0} {0|line|lines}, were left out, as “{1}”.",
  ],
  "note.askew": [
    "斜放的水印等{0}个字没有读入。",
    "Characters set askew, as a watermark, were left out: {0}.",
  ],
  "note.radicals": [
    "有{0}个字在文件里记作形似的部首，已换成通常的字。",
    "Characters that the file names as radicals of the same shape and that were replaced: {0}.",
  ],
  "note.unmapped": [
    "有{0}个字符，字体没有说明是什么字。",
    "Characters of which the font does not say what they are: {0}.",
  ],
  "note.numbering": [
    "有{0}段的自动编号没有读出。",
    "Paragraphs whose automatic number was not read: {0}.",
  ],
  "note.notes_left_out": [
    "脚注和尾注共{0}个字没有读入。",
    "Characters of footnotes and endnotes that were left out: {0}.",
  ],
  "note.deleted": [
    "修订中删去的{0}个字没有读入。",
    "Characters deleted in tracked changes and left out: {0}.",
  ],
  "furniture.navigation": ["导航", "navigation"],
  "furniture.frame": ["页头页脚", "head and foot of the site"],
  "furniture.crumbs": ["当前位置", "the way to the page"],
  "furniture.share": ["分享栏", "share buttons"],
  "furniture.size": ["字号切换", "switch of letter sizes"],
  "furniture.tools": ["打印、关闭等", "print, close and the like"],
  "furniture.neighbours": ["上一篇、下一篇", "previous and next"],
  "furniture.related": ["相关稿件", "related articles"],
  "furniture.attachments": ["附件列表", "attachments"],
  "furniture.sitemap": ["网站地图、友情链接", "site map and links"],
  "furniture.code": ["扫码提示", "codes to scan"],
  "furniture.editor": ["责任编辑", "the editor’s name"],
  "furniture.cookies": ["Cookie提示", "notices on cookies"],
  "furniture.links": ["其他页面的链接", "lists of other pages"],
  "furniture.other": ["正文以外的其他文字", "other text besides the article"],
} as const satisfies Texts<string>;

export const documentWords: Texts<keyof typeof table> = table;

/** A text in a language, filled as `fill` says. */
export const documentText = /* @__PURE__ */ textsOf(table);
