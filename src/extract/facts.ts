import type { Fact } from "../domain/index.ts";
import { dimensionsOf, periodOf } from "./columns.ts";
import { handedOn, placeOf } from "./place.ts";
import type { Figure, Handed, Place, Report } from "./place.ts";
import { readValue, valueEnd } from "./quantities.ts";
import type { Match, Reading } from "./readings.ts";
import type { Span } from "./spans.ts";
import type { Sentence } from "./structure.ts";

/** A figure before its id, its links and its confidence. */
export interface DraftFact {
  readonly fact: Omit<Fact, "fact_id" | "breakdown_of" | "same_as">;
  readonly match: Match;
  readonly sentence: Sentence;
  readonly isConverted: boolean;
  readonly isTimeStated: boolean;
  readonly isScopeStated: boolean;
}

/** Figures of a report, one for each metric of each number, in the order of the text. */
export function draftFacts(report: Report, readings: readonly Reading[]): DraftFact[] {
  const drafts: DraftFact[] = [];
  let handed: Handed | null = null;
  let previousEnd = 0;
  for (const reading of readings) {
    if (reading.kind === "figure") {
      const place = placeOf(report, reading, previousEnd, handed);
      for (const match of reading.matches) {
        const draft = draftOf(report, reading, match, place);
        if (draft) drafts.push(heir(draft, drafts.at(-1)));
      }
      handed = handedOn(report, reading, place, handed);
    }
    if (reading.kind !== "non_metric") previousEnd = reading.token.end;
  }
  return drafts;
}

/** Figures of one row share what only the first of them says: 事故处罚9件、390万元; 拟保留12件、废止4件. */
function heir(draft: DraftFact, last: DraftFact | undefined): DraftFact {
  const isRow =
    last?.sentence === draft.sentence && last.match.rule.group === draft.match.rule.group;
  if (!isRow) return draft;
  const { fact } = draft;
  const accident = fact.accident === "unstated" ? last.fact.accident : fact.accident;
  const isProposed = fact.status === "actual" && last.fact.status === "proposed";
  return { ...draft, fact: { ...fact, accident, status: isProposed ? "proposed" : fact.status } };
}

function draftOf(report: Report, figure: Figure, match: Match, place: Place): DraftFact | null {
  const { rule } = match;
  const metric = report.metrics.get(rule.metric ?? "");
  const { token } = figure;
  if (!metric) return null;
  const end = valueEnd(token, rule.isRemainder);
  const written = report.text.slice(token.start, end);
  const unit = metric.unit;
  const read =
    token.kind === "zero"
      ? { value: 0, qualifier: "exact" as const, isUnitInferred: false, isConverted: false }
      : readValue(written, {
          before: place.ownText,
          unit,
          isRemainder: rule.isRemainder,
          tableUnit: match.unit ?? token.borrowed ?? "",
        });
  if (!read) return null;
  const evidence = evidenceOf(report, figure, match, place, end);
  const period = periodOf(report, place, match, metric);
  return {
    match,
    sentence: figure.sentence,
    isConverted: read.isConverted,
    isTimeStated: place.time !== null,
    isScopeStated: place.subject !== null || place.inner !== null || rule.scope !== null,
    fact: {
      report_id: report.reportId,
      metric_id: metric.metric_id,
      region_id: (place.inner ?? report.region)?.region_id ?? "unknown",
      value: read.value,
      unit,
      value_text: written,
      qualifier: read.qualifier,
      ...period,
      ...dimensionsOf(report, figure, match, place, metric),
      source_kind: "report",
      unit_inferred: read.isUnitInferred,
      ...noteOf(read.isConverted, rule.isRemainder),
      evidence: report.text.slice(evidence.start, evidence.end),
      evidence_start: evidence.start,
      evidence_end: evidence.end,
      value_start: token.start,
      value_end: end,
      alignment: "exact",
    },
  };
}

function noteOf(isConverted: boolean, isRemainder: boolean): Pick<Fact, "note" | "note_zh"> {
  if (!isConverted) return { note: null, note_zh: null };
  return isRemainder
    ? {
        note: "Converted: the text states what is left of the limit.",
        note_zh: "换算：原文写的是剩余时限的比例。",
      }
    : { note: "Converted from a share in words.", note_zh: "由文字表述的比例换算。" };
}

const separators = /^[\s、,，和及与或/()（）“”"·并；;]+/;

/** The shortest clause that states the figure: from the number before it to the words that tell it. */
function evidenceOf(
  { text, folded }: Report,
  { token, clause, sentence }: Figure,
  { words, route }: Match,
  { own }: Place,
  end: number,
): Span {
  if (route === "table") return { start: Math.max(sentence.start, words.start), end };
  const isTurn = route === "in_turn";
  const isEarlier =
    words.start < own.start && words.start >= sentence.start && token.start - words.start <= 80;
  let start = isTurn ? Math.min(clause.start, words.start) : isEarlier ? words.start : own.start;
  start += separators.exec(folded.slice(start, token.start))?.[0].length ?? 0;
  const last = route === "behind" ? Math.max(end, words.end) : end;
  return { start, end: start < last ? last : text.length };
}
