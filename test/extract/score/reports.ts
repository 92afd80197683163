import { readFileSync } from "node:fs";
import type { Fact } from "../../../src/domain/index.ts";
import type { ExtractionCatalogue, ProposedFact } from "../../../src/extract/index.ts";
import { readLines, readText, renamed } from "./gold.ts";
import { tallyOf } from "./tally.ts";
import type { Tallies } from "./tally.ts";

interface Annotated {
  readonly id: string;
  readonly doc: string;
  readonly metric: string;
  readonly theme: string;
  readonly tier: "core" | "context" | "optional";
  readonly headline: string | null;
  readonly value: number;
  readonly scope_org: Fact["scope"];
  readonly period: {
    readonly start: string | null;
    readonly end: string | null;
    readonly basis: string;
  };
  readonly value_start: number;
  readonly value_end: number;
}

interface NonMetric {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
}

/** How the five annotated reports are read. Corrections of the annotation are taken over. */
export function reportsScore(shared: string, catalogue: ExtractionCatalogue) {
  const corrections = new Map(
    readLines<Annotated>(`${shared}/gold/corrections.jsonl`).map((row) => [row.id, row]),
  );
  const gold = readLines<Annotated>(`${shared}/gold/facts.jsonl`).map((row) => ({
    ...row,
    ...corrections.get(row.id),
  }));
  const others = readLines<NonMetric>(`${shared}/gold/nonmetrics.jsonl`);
  const score = {
    core: new Map() as Tallies,
    all: new Map() as Tallies,
    headline: NaN,
    falseNumbers: 0,
    offsets: 0,
    exactOffsets: 0,
    accounted: 1,
  };
  let [headlines, headlinesFound] = [0, 0];
  for (const doc of new Set(gold.map((row) => row.doc))) {
    const text = readFileSync(`${shared}/reports/${doc}`, "utf8");
    const { facts, accounted } = readText(text, catalogue);
    score.accounted = Math.min(score.accounted, accounted);
    const free = new Set(facts);
    for (const row of gold.filter((each) => each.doc === doc)) {
      const found = facts.find((each) => free.has(each) && isSame(each, row));
      if (found) free.delete(found);
      for (const [tallies, counts] of [
        [score.core, row.tier === "core"],
        [score.all, true],
      ] as const) {
        if (!counts) continue;
        const tally = tallyOf(tallies, row.theme);
        tally.wanted++;
        tally.found += Number(found !== undefined);
        tally.whole += Number(found !== undefined && isWhole(found, row));
      }
      headlines += Number(row.headline !== null);
      headlinesFound += Number(row.headline !== null && found !== undefined);
    }
    for (const { fact } of free) {
      const theme = catalogue.metrics.find(({ metric_id }) => metric_id === fact.metric_id)?.theme;
      tallyOf(score.core, theme ?? "").extra++;
      tallyOf(score.all, theme ?? "").extra++;
    }
    for (const { fact } of facts) {
      score.offsets++;
      score.exactOffsets += Number(isExact(text, fact));
      score.falseNumbers += Number(others.some((span) => span.doc === doc && overlaps(fact, span)));
    }
  }
  score.headline = headlinesFound / headlines;
  return score;
}

function isSame({ fact }: ProposedFact, row: Annotated): boolean {
  const metric = renamed[row.metric]?.[0] ?? row.metric;
  const isThere = fact.value_start === row.value_start && fact.value_end === row.value_end;
  return isThere && fact.metric_id === metric && fact.value === row.value;
}

function isWhole({ fact }: ProposedFact, { period, scope_org }: Annotated): boolean {
  return (
    fact.period_start === period.start &&
    fact.period_end === period.end &&
    fact.period_basis === period.basis &&
    fact.scope === scope_org
  );
}

function isExact(text: string, fact: Fact): boolean {
  const { evidence_start, evidence_end, value_start, value_end } = fact;
  return (
    text.slice(evidence_start ?? 0, evidence_end ?? 0) === fact.evidence &&
    text.slice(value_start ?? 0, value_end ?? 0) === fact.value_text
  );
}

function overlaps({ value_start, value_end }: Fact, { start, end }: NonMetric): boolean {
  return (value_start ?? Infinity) < end && (value_end ?? -Infinity) > start;
}
