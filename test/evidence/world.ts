import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { builder } from "../../src/dom/index.ts";
import type { Archive, ViewContext } from "../../src/evidence/index.ts";
import { byId, type Check, type Fact, type Language, type Report } from "../../src/domain/index.ts";
import { dataset, fact } from "../domain/fixture.ts";

/** A report of 400 characters, whose clause is at 200 and ends with the figure. */
export const clauseText = "全年罚款120万元";
export const reportText = `${"前".repeat(200)}${clauseText}。${"后".repeat(190)}`;
export const bytesOf = (text: string) => new TextEncoder().encode(text);
export const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** `fact` of the report, stated by its clause. */
export function stated(changes: Partial<Fact> = {}): Fact {
  return fact({
    fact_id: "r-01",
    report_id: "r",
    metric_id: "penalty_amount",
    value: 120,
    unit: "万元",
    value_text: "120万元",
    evidence: clauseText,
    evidence_start: 200,
    evidence_end: 200 + clauseText.length,
    value_start: 204,
    value_end: 200 + clauseText.length,
    ...changes,
  });
}

export function report(changes: Partial<Report> = {}): Report {
  const [sample] = dataset().reports;
  if (!sample) throw new Error("missing fixture");
  return {
    ...sample,
    report_id: "r",
    title: "甲市报告",
    title_en: "Report of A",
    sha256: hashOf(reportText),
    chars: reportText.length,
    ...changes,
  };
}

export function archive(
  facts: readonly Fact[] = [stated()],
  { reports = [report()], checks = [] }: { reports?: Report[]; checks?: Check[] } = {},
): Archive {
  const { metrics, regions } = dataset();
  return {
    facts: new Map(facts.map((row) => [row.fact_id, row])),
    reports: byId(reports, "report_id"),
    metrics: byId(metrics, "metric_id"),
    regions: byId(regions, "region_id"),
    checks,
  };
}

export function view(language: Language, from: Archive = archive()): ViewContext {
  const build = builder(
    new JSDOM("<!doctype html>", { url: "https://example.org/" }).window.document,
  );
  return { build, language, archive: from };
}
