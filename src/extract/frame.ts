import { lastDay, parseDate } from "./dates.ts";
import type { Span } from "./spans.ts";

/** Which time a report is of. */
export interface Frame {
  /** First day; null where the report names no year. */
  readonly start: string | null;
  /** Last day: that of its period, or of the report itself where it was written within the year. */
  readonly end: string | null;
  /** Last day of its own period alone: a report of three quarters from October is as of September. */
  readonly asOf: string | null;
  readonly year: number | null;
}

/** Who wrote what, and when, as the head and foot of a text say it. */
export interface Heading {
  readonly title: string | null;
  readonly titleSpan: Span | null;
  /** The agency by its full name, 汕尾市应急管理局; null where none is named. */
  readonly agency: string | null;
  readonly docNumber: string | null;
  /** ISO. */
  readonly published: string | null;
  readonly frame: Frame;
}

const headLines = 16;
const footLength = 900;
const titleEnd =
  /(?:报告|总结|通报|情况|年报|公报|要点|分析|公告|公示|统计|汇报|说明)(?:\([^()]*\))?$/;
const agencyPattern =
  /[一-龥]{0,20}?(?:管理局|监督局|保护局|环境局|运输局|健康局|监管局|规划局|水务局|水利局|林业局|农业局|审批局|执法局|城管局|公安局|司法局|环保局|建设局|卫健委|委员会|管委会|人民政府|办事处|安委办|安委会|分局|总局|支队|大队|办公室|厅|局)/;
const furniture =
  /^(?:首页|您|当前位置|来源|发布|字体|分享|索引|网站|无障碍|关怀|主题|文号|名称|标题)/;

interface Line extends Span {
  readonly text: string;
}

/** Reads head and foot of a folded text; `hints` is what the file itself says of them. */
export function headingOf(
  text: string,
  hints: { readonly title?: string | null; readonly published?: string | null } = {},
): Heading {
  const head = linesOf(text, 0, headLines);
  const foot = footOf(text);
  const titleLines = titleOf(head);
  const found = titleLines.map((line) => line.text).join("");
  const title = found !== "" ? found : (hints.title ?? null);
  const published = foot.date ?? dateOfHead(head) ?? hints.published ?? null;
  const agency = agencyOf(title ?? "", head, foot.agency);
  const docNumber =
    head
      .map(
        ({ text: line }) =>
          /^(?:文\s*号[:|\s]*)?([一-龥]{1,8}[〔[(]\d{4}[〕\])]\s*\d+\s*号)$/.exec(line)?.[1],
      )
      .find((number) => number !== undefined) ?? null;
  return {
    title,
    titleSpan: spanOf(titleLines),
    agency,
    docNumber,
    published,
    frame: frameOf(title ?? "", text, published),
  };
}

function spanOf(lines: readonly Line[]): Span | null {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

function linesOf(text: string, start: number, count: number): Line[] {
  const lines: Line[] = [];
  for (let at = start; at < text.length && lines.length < count;) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    const trimmed = text.slice(at, Math.min(end, at + 400)).trim();
    if (trimmed !== "") lines.push({ text: trimmed, start: at, end });
    at = end + 1;
  }
  return lines;
}

/** The first line that ends as titles do, with the line before it where that only names the agency. */
function titleOf(lines: readonly Line[]): readonly Line[] {
  const short = lines.filter(
    ({ text }) => text.length <= 60 && !furniture.test(text) && !/[。;]$/.test(text),
  );
  for (const line of short) {
    const index = lines.indexOf(line);
    if (!titleEnd.test(line.text) || / > /.test(line.text)) continue;
    const before = lines[index - 1];
    const joins =
      before &&
      before.text.length <= 30 &&
      !/[。:,;]$/.test(before.text) &&
      !furniture.test(before.text) &&
      (new RegExp(`${agencyPattern.source}$`).test(before.text) ||
        /(?:年度?|季度|关于|建设)$/.test(before.text));
    return joins && before ? [before, line] : [line];
  }
  return [];
}

interface Foot {
  readonly agency: string | null;
  readonly date: string | null;
}

/** The signature: an agency and a date in the last lines, together or one below the other. */
function footOf(text: string): Foot {
  const tail = text.slice(-footLength);
  const lines = tail.split("\n").map((line) => line.trim());
  let date: string | null = null;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? "";
    if (line.length > 160) continue;
    const signed = new RegExp(`^(${agencyPattern.source})\\s*((?:19|20)\\d\\d\\s*年.*)?$`).exec(
      line,
    );
    const own = /^(?:.*\s)?((?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)$/.exec(line)?.[1];
    date ??= parseDate(own ?? signed?.[2] ?? "");
    if (signed?.[1] && line.length <= 120 && !/责任编辑/.test(line))
      return { agency: signed[1], date };
  }
  return { agency: null, date };
}

function dateOfHead(lines: readonly Line[]): string | null {
  for (const { text } of lines) {
    if (text.length > 80) continue;
    const date = parseDate(text);
    if (date !== null && !/[。,]/.test(text)) return date;
  }
  return null;
}

/** The agency of the title, by the signature's longer name where the title says only 市应急管理局. */
function agencyOf(title: string, head: readonly Line[], signed: string | null): string | null {
  const inTitle = agencyPattern.exec(title.replace(/^(?:19|20)\d\d年度?/, ""))?.[0] ?? null;
  const candidates = [inTitle, signed, ...head.map(({ text }) => wholeAgency(text))].filter(
    (name): name is string => name !== null && name.length >= 3,
  );
  const named = candidates.find((name) => !/^(?:[省市区县]|我|本)/.test(name));
  return named ?? candidates[0] ?? null;
}

function wholeAgency(text: string): string | null {
  return new RegExp(`^(?:${agencyPattern.source})$`).exec(text)?.[0] ?? null;
}

const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** The period that a title names, else the year of the report's opening, else that of its date. */
function frameOf(title: string, text: string, published: string | null): Frame {
  const year = yearIn(title) ?? yearIn(text.slice(0, 600)) ?? yearIn(published ?? "");
  if (year === null) return { start: null, end: published, asOf: published, year: null };
  const last = lastDay(year, lastMonth(title));
  const isWithin = published !== null && published.startsWith(`${String(year)}-`);
  const asOf = isWithin && published < last ? published : last;
  return {
    start: `${String(year)}-01-01`,
    end: isWithin ? published : last,
    asOf,
    year,
  };
}

function yearIn(text: string): number | null {
  const found = /(?<!\d)((?:19|20)\d\d)(?=\s*(?:年|-))/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** The month in which the period of a title ends. */
function lastMonth(title: string): number {
  const quarter = quarters[/第?([一二三四])季度/.exec(title)?.[1] ?? ""];
  if (quarter !== undefined) return 3 * quarter;
  if (title.includes("上半年")) return 6;
  const month = /[-—–~至]\s*(\d{1,2})\s*月|(?:年)\s*(\d{1,2})\s*月/.exec(title);
  const number = Number(month?.[1] ?? month?.[2] ?? 0);
  return number >= 1 && number <= 12 ? number : 12;
}
