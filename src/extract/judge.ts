import { validateFigures } from "../domain/index.ts";
import type { Check, DataProblem, Fact, Region, Report } from "../domain/index.ts";
import type { ExtractionCheck } from "./checks.ts";
import { contradictions } from "./contradictions.ts";
import type { DraftFact } from "./facts.ts";
import type { ExtractionCatalogue, Grade, ProposedFact, Reason, ReasonCode } from "./types.ts";

/** How much of its certainty a figure keeps for each reason. */
const weights: Readonly<Record<ReasonCode, number>> = {
  carried: 0.7,
  word_elsewhere: 0.85,
  long_gap: 0.75,
  general_word: 0.75,
  unit_inferred: 0.8,
  time_unstated: 0.95,
  scope_unstated: 0.95,
  converted: 0.9,
  check_agrees: 1.15,
  check_disagrees: 0.7,
  contradicted: 0.6,
  rule_objects: 0.6,
  region_unknown: 0.9,
};

/** A verb and its objects: 检查各类生产经营单位568家. */
const shortGap = 8;

/** Grades figures by how they were found, by the report's arithmetic and by the rules of the data. */
export function judge(
  facts: readonly Fact[],
  drafts: readonly DraftFact[],
  checks: readonly ExtractionCheck[],
  objections: ReadonlyMap<string, readonly string[]>,
): ProposedFact[] {
  const contradicted = new Set(contradictions(facts).flat());
  const verdicts = verdictsOf(checks);
  return facts.map((fact, index) => {
    const draft = drafts[index] as DraftFact;
    const reasons = [
      ...reasonsOf(draft),
      ...checkReasons(verdicts.get(fact.fact_id)),
      ...(contradicted.has(fact.fact_id) ? [reason("contradicted")] : []),
      ...(objections.get(fact.fact_id) ?? []).map((detail) => reason("rule_objects", detail)),
      ...(fact.region_id === "unknown" ? [reason("region_unknown")] : []),
    ];
    const score = scoreOf(reasons);
    const { rule, words } = draft.match;
    return { fact, rule: rule.id, words, reasons, score, grade: gradeOf(score) };
  });
}

function reason(code: ReasonCode, detail: string | null = null): Reason {
  return { code, detail };
}

function reasonsOf({ match, fact, ...draft }: DraftFact): Reason[] {
  const { route, gap, rule } = match;
  const codes: (ReasonCode | null)[] = [
    route === "carried" ? "carried" : null,
    route === "same_word" || route === "earlier_clause" ? "word_elsewhere" : null,
    gap > shortGap ? "long_gap" : null,
    rule.isGeneral ? "general_word" : null,
    fact.unit_inferred ? "unit_inferred" : null,
    draft.isConverted ? "converted" : null,
    draft.isTimeStated || rule.isPoint ? null : "time_unstated",
    draft.isScopeStated ? null : "scope_unstated",
  ];
  return codes.filter((code) => code !== null).map((code) => reason(code));
}

/** What identities say of figures, by `fact_id`. */
function verdictsOf(checks: readonly ExtractionCheck[]): Map<string, Set<Check["verdict"]>> {
  const verdicts = new Map<string, Set<Check["verdict"]>>();
  for (const { identity, check } of checks)
    for (const id of [...identity.operands, identity.stated])
      if (id !== null) verdicts.set(id, (verdicts.get(id) ?? new Set()).add(check.verdict));
  return verdicts;
}

function checkReasons(verdicts: ReadonlySet<Check["verdict"]> | undefined): Reason[] {
  if (verdicts?.has("ok")) return [reason("check_agrees")];
  return verdicts?.has("mismatch") ? [reason("check_disagrees")] : [];
}

function scoreOf(reasons: readonly Reason[]): number {
  const product = reasons.reduce((score, { code }) => score * weights[code], 0.95);
  return Math.round(Math.min(1, product) * 100) / 100;
}

function gradeOf(score: number): Grade {
  if (score >= 0.8) return "high";
  return score >= 0.55 ? "medium" : "low";
}

/** What the rules of `npm run data` say against figures, by `fact_id`. */
export function objectionsTo(
  facts: readonly Fact[],
  report: Report,
  region: Region,
  { metrics, themes, regions }: ExtractionCatalogue,
): Map<string, string[]> {
  const file = `facts/${report.report_id}.json`;
  const known = regions.some(({ region_id }) => region_id === region.region_id);
  const problems: DataProblem[] = validateFigures({
    reports: [report],
    metrics,
    themes,
    regions: known ? regions : [...regions, region],
    identities: [],
    factFiles: [{ file, facts }],
  });
  const byFact = new Map<string, string[]>();
  for (const { id, message } of problems) byFact.set(id, [...(byFact.get(id) ?? []), message]);
  return byFact;
}
