import { byId, reportRow } from "../domain/index.ts";
import { readNumbers } from "./read-numbers.ts";
import { checksOf } from "./checks.ts";
import { draftFacts } from "./facts.ts";
import { fold } from "./fold.ts";
import { headingOf } from "./frame.ts";
import { growthBaseOf, growthRules } from "./growth.ts";
import { judge, objectionsTo } from "./judge.ts";
import { linkFacts } from "./links.ts";
import { nonMetricsIn } from "./non-metrics.ts";
import { numbersIn } from "./numbers.ts";
import type { Report } from "./place.ts";
import { regionOf } from "./places.ts";
import type { Reading } from "./readings.ts";
import { regionRow } from "./rows.ts";
import { sentencesOf } from "./structure.ts";
import type { Extraction, ExtractionCatalogue, ExtractionInput, ReadNumber } from "./types.ts";

/**
 * Reads a report: its figures with clause and offsets, how each was found and how sure it is, and
 * every other number with what it is. The same text gives the same result, everywhere. Offsets are
 * UTF-16 positions in `text`. Linear in the length of the text; never throws for its content.
 */
export function extract(input: ExtractionInput, catalogue: ExtractionCatalogue): Extraction {
  const { text, reportId } = input;
  const folded = fold(text);
  const heading = headingOf(folded, input);
  const region = regionOf(heading.agency ?? "", catalogue);
  const sentences = sentencesOf(folded);
  const readings = readNumbers(folded, numbersIn(folded), sentences, nonMetricsIn(folded));
  const metrics = byId(catalogue.metrics, "metric_id");
  const report = { reportId, text, folded, heading, region, metrics, known: catalogue };
  const drafts = draftFacts(report, readings);
  const facts = linkFacts(reportId, folded, drafts);
  const checks = checksOf(facts);
  const objections = objectionsTo(
    facts,
    reportRow(
      { ...input, report_id: reportId, name: reportId, region_id: region?.region_id ?? "unknown" },
      { ...heading, ...heading.frame },
    ),
    regionRow(region),
    catalogue,
  );
  const numbers = readings.map((reading) => readNumber(reading, report));
  return {
    reportId,
    heading,
    region,
    frame: heading.frame,
    facts: judge(facts, drafts, checks, objections),
    numbers,
    accounted: accountedOf(numbers),
    checks,
  };
}

function readNumber(reading: Reading, { text, folded, heading }: Report): ReadNumber {
  const { start, end } = reading.token;
  const isChange = reading.kind === "other_figure" && growthRules.has(reading.rule);
  const base = isChange ? growthBaseOf(folded, reading, heading.frame) : null;
  return {
    start,
    end,
    text: text.slice(start, end),
    fate: reading.kind,
    rule: ruleOf(reading),
    why: reading.kind === "open" ? reading.why : base && base.end === null ? "base_unknown" : null,
    base,
    range: reading.token.range ?? null,
    clause: reading.clause,
  };
}

function ruleOf(reading: Reading): string | null {
  if (reading.kind === "figure") return reading.matches[0]?.rule.id ?? null;
  return reading.kind === "open" ? null : reading.rule;
}

function accountedOf(numbers: readonly ReadNumber[]): number {
  const open = numbers.filter(({ fate }) => fate === "open").length;
  return numbers.length === 0 ? 1 : 1 - open / numbers.length;
}
