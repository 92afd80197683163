import type { Language, Report } from "../../domain/index.ts";

/** What can be cited: a figure of ours, or a report that it rests on. */
export interface Work {
  readonly kind: "figure" | "report";
  /** Names the work in a bibliography: letters, digits and hyphens. */
  readonly key: string;
  /** In the work’s own language, by which alone it can be found. */
  readonly title: string;
  /** The title in the language of who cites it, where that is another. */
  readonly translation: string | null;
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
  /** Of the work itself. */
  readonly language: Language;
  /** Of who cites it, whose habits are followed. */
  readonly citedIn: Language;
}

export interface FigureWork {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly url?: string | null;
  readonly version?: string | null;
  /** ISO date from which the version holds. */
  readonly issued?: string | null;
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
export function figureWork(figure: FigureWork): Work {
  const { id, title, language, url, version, issued, accessed } = figure;
  return {
    kind: "figure",
    key: `fadu-${keyOf(id)}`,
    title: line(title),
    translation: null,
    author: language === "zh" ? "Fadu 法度" : "Fadu",
    issued: issued ?? null,
    accessed: accessed ?? null,
    url: pageOf(url),
    number: null,
    version: version ? line(version) : null,
    language,
    citedIn: language,
  };
}

/** A report as a work, which is in Chinese whoever cites it; English adds what its title means. */
export function reportWork(
  report: Report,
  language: Language,
  accessed: string | null = null,
): Work {
  const isChinese = language === "zh";
  return {
    kind: "report",
    key: keyOf(report.report_id),
    title: line(report.title),
    translation: isChinese ? null : line(report.title_en),
    author: line(isChinese ? report.agency : report.agency_en),
    issued: report.published,
    accessed: report.url === null ? null : accessed,
    url: pageOf(report.url),
    number: report.doc_number === null ? null : line(report.doc_number),
    version: null,
    language: "zh",
    citedIn: language,
  };
}

/** The title as it stands in a citation: `原题 [What It Means]`. */
export function fullTitle({ title, translation }: Work): string {
  return translation === null ? title : `${title} [${translation}]`;
}
