import type { Fact } from "../types.ts";
import type { Rule } from "./context.ts";

/** The clause is as long as its offsets say, and the value stands in it where its offsets say. */
export const evidenceRule: Rule<Fact> = function* (fact, context) {
  const place = placeOf(fact);
  if (fact.alignment === "exact" && !place) yield "missing evidence: alignment is exact";
  if (fact.alignment !== "exact" && hasEvidence(fact))
    yield `invalid evidence: alignment is ${fact.alignment}`;
  if (place) yield* placeRule(fact, place, context.reports.get(fact.report_id)?.chars ?? Infinity);
};

interface ClauseSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

function hasEvidence(fact: Fact): boolean {
  const { evidence, evidence_start, evidence_end, value_start, value_end } = fact;
  return [evidence, evidence_start, evidence_end, value_start, value_end].some((x) => x !== null);
}

function placeOf(fact: Fact): ClauseSpan | null {
  const { evidence: text, evidence_start: start, evidence_end: end } = fact;
  const { value_start: valueStart, value_end: valueEnd } = fact;
  if (text === null || start === null || end === null) return null;
  return valueStart === null || valueEnd === null
    ? null
    : { text, start, end, valueStart, valueEnd };
}

function* placeRule(fact: Fact, place: ClauseSpan, chars: number): Iterable<string> {
  const { text, start, end, valueStart, valueEnd } = place;
  if (start >= end) yield `invalid offsets: evidence ${start}–${end}`;
  else if (text.length !== end - start)
    yield `invalid evidence: ${text.length} characters, its offsets span ${end - start}`;
  if (end > chars) yield `invalid offsets: evidence ends at ${end}, the report at ${chars}`;
  if (valueStart >= valueEnd) yield `invalid offsets: value ${valueStart}–${valueEnd}`;
  else if (valueStart < start || valueEnd > end)
    yield `invalid offsets: value ${valueStart}–${valueEnd} outside its clause ${start}–${end}`;
  else if (text.slice(valueStart - start, valueEnd - start) !== fact.value_text)
    yield `missing value: ${fact.value_text} does not stand at its offsets in the clause`;
}
