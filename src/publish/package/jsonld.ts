import type { Language, Report } from "../../domain/index.ts";
import { locale } from "../../words/index.ts";
import type { Content } from "./content.ts";
import {
  coverageOf,
  dataLicence,
  isUnsourced,
  placesOf,
  reportsOf,
  variablesOf,
} from "./describe.ts";

/** Addresses for machines: whole where the site has one, else from the page. */
export interface Addresses {
  readonly page: string | null;
  readonly csv: string;
  readonly datapackage: string;
  readonly image: string | null;
}

/** Without what has nothing to say. */
function said(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown) =>
    value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

/** A report as schema.org has it: title, date and address. */
export function reportNode(report: Report, language: Language): Record<string, unknown> {
  const pick = (zh: string, en: string | null) => (language === "zh" ? zh : (en ?? zh));
  return said({
    "@type": "Report",
    // It names its agency.
    name: pick(report.title, report.title_en),
    datePublished: report.published,
    url: report.url,
  });
}

/** Not of what is the reader's own. */
const credit = {
  license: dataLicence.path,
  isAccessibleForFree: true,
  creator: { "@type": "Organization", name: "Fadu 法度" },
};

/** The figure as a `Dataset` of schema.org: what it measures, where, when and on which reports. */
export function dataset(
  content: Content,
  language: Language,
  { page, csv, datapackage, image }: Addresses,
  since: string | null,
): Record<string, unknown> {
  const { title, subtitle, filtered, alt } = content.figures[language];
  return said({
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: [filtered, subtitle || alt].filter(Boolean).join("\n"),
    inLanguage: locale(language),
    version: content.version,
    dateModified: since,
    url: page,
    image,
    ...(isUnsourced(content) ? {} : credit),
    variableMeasured: variablesOf(content).map(({ name, unit }) =>
      said({ "@type": "PropertyValue", name: name[language], unitText: unit }),
    ),
    temporalCoverage: coverageOf(content),
    spatialCoverage: placesOf(content, language).map((name) => ({ "@type": "Place", name })),
    isBasedOn: reportsOf(content).map((report) => reportNode(report, language)),
    distribution: [
      { "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: csv },
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: datapackage },
    ],
  });
}

/** A data block, which is no script: nothing in it can end it, and no policy forbids it. */
export function dataBlock(value: unknown): string {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return `<script type="application/ld+json">${json}</script>`;
}
