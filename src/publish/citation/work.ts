import type { Language, Report } from "../../domain/index.ts";

/** What can be cited: a figure of ours, or a report that it rests on. */
export interface Work {
  readonly kind: "figure" | "report";
  /** Names the work in a bibliography: letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  /** The title in the work’s own language, where `title` is a translation. */
  readonly original: string | null;
  /** An agency or a project; never a person. */
  readonly author: string;
  /** ISO date; null where none is known. */
  readonly issued: string | null;
  /** ISO date on which it was looked at; null where that is not said. */
  readonly accessed: string | null;
  /** http or https; null for what is on no page. */
  readonly url: string | null;
  /** The document’s number with its agency. */
  readonly number: string | null;
  readonly version: string | null;
  readonly language: Language;
}

export interface FigureWork {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly url?: string | null;
  readonly version?: string | null;
  /** ISO date of the day on which it is cited. */
  readonly accessed?: string | null;
}

/** Signs that end lines, steer terminals or turn the direction of text. */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** A text on one line, with nothing in it that is not seen. */
function line(text: string): string {
  return text
    .replace(unseen, " ")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();
}

function keyOf(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "figure";
}

/** The address of a page, with nothing in it that ends a field; null for any other. */
function pageOf(url: string | null | undefined): string | null {
  if (!url || !/^https?:\/\/[^\s/?#@]+/i.test(url)) return null;
  return line(url).replace(/[{}\\^`|"<>\s]|\p{C}/gu, (sign) => encodeURIComponent(sign));
}

/** A figure of ours as a work. */
export function figureWork({ id, title, language, url, version, accessed }: FigureWork): Work {
  return {
    kind: "figure",
    key: `fadu-${keyOf(id)}`,
    title: line(title),
    original: null,
    author: language === "zh" ? "Fadu 法度" : "Fadu",
    issued: null,
    accessed: accessed ?? null,
    url: pageOf(url),
    number: null,
    version: version ? line(version) : null,
    language,
  };
}

/** A report as a work; English gives its Chinese title too, by which alone it can be found. */
export function reportWork(
  report: Report,
  language: Language,
  accessed: string | null = null,
): Work {
  const isChinese = language === "zh";
  return {
    kind: "report",
    key: keyOf(report.report_id),
    title: line(isChinese ? report.title : report.title_en),
    original: isChinese ? null : line(report.title),
    author: line(isChinese ? report.agency : report.agency_en),
    issued: report.published,
    accessed: report.url === null ? null : accessed,
    url: pageOf(report.url),
    number: report.doc_number === null ? null : line(report.doc_number),
    version: null,
    language,
  };
}
