import { sameDocument } from "../figure.ts";
import type { ComparisonContext, Figure } from "../figure.ts";
import type { RuleTest } from "../rule.ts";

export const repeated: RuleTest = (a, b) =>
  a.same_as === b.fact_id || b.same_as === a.fact_id
    ? { verdict: "comparable", a: a.fact_id, b: b.fact_id }
    : null;

function stageOf({ status }: Figure): string {
  return status === "derived" ? "actual" : status;
}

export const status: RuleTest = (a, b) => {
  const [one, other] = [stageOf(a), stageOf(b)];
  return one === other ? null : { verdict: "not_comparable", a: one, b: other };
};

export const qualifier: RuleTest = (a, b) =>
  a.qualifier === "exact" && b.qualifier === "exact"
    ? null
    : { verdict: "with_caveat", a: a.qualifier, b: b.qualifier };

export const derived: RuleTest = (a, b) => {
  const [one, other] = [a, b].map((figure) => (figure.status === "derived" ? "derived" : "stated"));
  if (one === other) return null;
  const verdict = sameDocument(a, b) ? "comparable" : "with_caveat";
  return { verdict, a: one ?? null, b: other ?? null };
};

function auditOf(figure: Figure, { checks }: ComparisonContext): string {
  const isWrong = checks?.some(
    (check) => check.verdict === "mismatch" && check.stated_fact === figure.fact_id,
  );
  return isWrong ? "mismatch" : "no_mismatch";
}

export const audit: RuleTest = (a, b, context) => {
  const [one, other] = [auditOf(a, context), auditOf(b, context)];
  return one === "mismatch" || other === "mismatch"
    ? { verdict: "with_caveat", a: one, b: other }
    : null;
};

export const unitInferred: RuleTest = (a, b) => {
  const say = (figure: Figure) => (figure.unit_inferred ? "unit_inferred" : "unit_written");
  return a.unit_inferred || b.unit_inferred
    ? { verdict: "with_caveat", a: say(a), b: say(b) }
    : null;
};

export const coverage: RuleTest = (a, b, { reports }) => {
  const one = reports?.get(a.report_id ?? "")?.coverage ?? null;
  const other = reports?.get(b.report_id ?? "")?.coverage ?? null;
  return one === other ? null : { verdict: "with_caveat", a: one, b: other };
};
