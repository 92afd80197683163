import { domainFigure, figureElement } from "../../charts/index.ts";
import type { Child } from "../../dom/index.ts";
import { checkItem, isPage } from "../../evidence/index.ts";
import { metricName, noTexts } from "../../figures/index.ts";
import type { HeldReport, RegionPage } from "../../figures/region/index.ts";
import { formatDate, punctuation } from "../../words/index.ts";
import { sayOfRegion } from "../../words/region.ts";
import type { RegionContext } from "./region.ts";

/** Measures of more than one year, drawn as on every page and cut where the rules cut. */
export function trendFigure({ trends }: RegionPage, context: RegionContext): Child {
  if (trends.length === 0) return null;
  const { language } = context;
  const measures = new Set(trends.map(({ metric_id }) => metric_id)).size;
  const texts = {
    ...noTexts,
    title: [sayOfRegion(language, "trends.title", measures)],
    subtitle: [sayOfRegion(language, "trends.subtitle")],
  };
  const source = { id: "over-years", spec: { type: "trend" }, rows: trends, texts };
  const options = { state: "static", variants: ["wide", "narrow"] } as const;
  const figure = figureElement(domainFigure(source, context), options, context);
  // Of its two drawings the one is shown that fits the room of this element.
  return context.build.html("div", { class: "cell chart" }, figure);
}

/** What is missing, by the reason. */
export function missingList({ missing }: RegionPage, context: RegionContext): Child {
  if (missing.length === 0) return null;
  const {
    build: { html },
    language,
  } = context;
  return [
    html("p", {}, sayOfRegion(language, "missing.lead")),
    html(
      "dl",
      { class: "missing-measures" },
      missing.map(({ kind, metrics }) => [
        html("dt", {}, sayOfRegion(language, `missing.${kind}`, metrics.length)),
        html(
          "dd",
          {},
          metrics.map(({ metric_id }, i) => [
            i === 0 ? null : punctuation[language].member,
            html("span", { "data-missing": kind }, metricName(context, metric_id)),
          ]),
        ),
      ]),
    ),
  ];
}

/** Identities that do not agree, both numbers kept. */
export function checkList({ disagreements }: RegionPage, context: RegionContext): Child {
  if (disagreements.length === 0) return null;
  const { build, language, catalogue } = context;
  return [
    build.html("p", {}, sayOfRegion(language, "checks.lead")),
    build.html(
      "ul",
      { class: "checks" },
      disagreements.map((check) => checkItem({ build, language, archive: catalogue }, check)),
    ),
  ];
}

function reportItem({ report, figures }: HeldReport, context: RegionContext): Child {
  const {
    build: { html },
    language,
  } = context;
  const isChinese = language === "zh";
  const title = isChinese ? report.title : report.title_en;
  const name = html("cite", { lang: isChinese ? null : "en" }, title);
  const isOpen = report.url !== null && isPage(report.url);
  const details = [
    isChinese ? report.agency : report.agency_en,
    report.doc_number,
    report.published === null
      ? sayOfRegion(language, "reports.undated")
      : formatDate(report.published, language),
    sayOfRegion(language, `reports.${report.coverage}`),
    sayOfRegion(language, "reports.figures", figures),
  ];
  const note = isChinese ? report.note_zh : report.note;
  return html(
    "li",
    { id: `report-${report.report_id}` },
    isOpen ? html("a", { href: report.url, rel: "noopener" }, name) : name,
    html("p", { class: "what" }, details.filter(Boolean).join(" · ")),
    note === null ? null : html("p", { class: "what" }, note),
  );
}

/** The reports behind the page: link, who published them and when, and how far they were read. */
export function reportList({ reports }: RegionPage, context: RegionContext): Child {
  return context.build.html(
    "ul",
    { class: "reports" },
    reports.map((one) => reportItem(one, context)),
  );
}
