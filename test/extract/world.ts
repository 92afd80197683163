import { readFileSync } from "node:fs";
import { areaList } from "@vant/area-data";
import type { Metric, Region, Theme } from "../../src/domain/index.ts";
import { extract, registryOf } from "../../src/extract/index.ts";
import type { Extraction, ExtractionCatalogue } from "../../src/extract/index.ts";

function table<T>(name: string): readonly T[] {
  const path = new URL(`../../data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as readonly T[];
}

/** What the extractor knows before it reads: the shipped tables and the whole division. */
export const catalogue: ExtractionCatalogue = {
  metrics: table<Metric>("metrics"),
  themes: table<Theme>("themes"),
  regions: table<Region>("regions"),
  divisions: registryOf(areaList),
};

/** Reads a text as a report called `r`. */
export function read(text: string): Extraction {
  return extract({ reportId: "r", text, sha256: "0".repeat(64) }, catalogue);
}

/** A report of 2023 from Suzhou around a sentence, as most have them. */
export function reportOf(...sentences: readonly string[]): string {
  const body = sentences.join("\n");
  return `苏州市应急管理局2023年度法治政府建设情况报告\n${body}\n苏州市应急管理局\n2024年1月12日\n`;
}

/** The figures of sentences in such a report: metric, value and what else is asked for. */
export function figuresOf(...sentences: readonly string[]): Extraction["facts"][number]["fact"][] {
  return read(reportOf(...sentences)).facts.map(({ fact }) => fact);
}
