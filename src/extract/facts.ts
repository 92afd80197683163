import type { Fact, Metric } from "../domain/index.ts";
import type { Frame, Heading } from "./frame.ts";
import { partOf } from "./places.ts";
import type { FoundRegion, KnownRegions } from "./places.ts";
import { campaignIn as campaignPeriod, pointIn, timeIn, unspecifiedIn } from "./period.ts";
import type { Period } from "./period.ts";
import { readValue, valueEnd } from "./quantities.ts";
import type { Match, Reading } from "./readings.ts";
import type { Span } from "./spans.ts";
import type { Sentence } from "./structure.ts";
import {
  accidentIn,
  baselineIn,
  campaignIn,
  channelIn,
  countsAllDepartments,
  partIn,
  sectorIn,
  statusIn,
  subjectIn,
} from "./surroundings.ts";

/** A figure before its id, its links and its confidence. */
export interface DraftFact {
  readonly fact: Omit<Fact, "fact_id" | "breakdown_of" | "same_as">;
  readonly match: Match;
  readonly sentence: Sentence;
  readonly isConverted: boolean;
  readonly isTimeStated: boolean;
  readonly isScopeStated: boolean;
}

/** The text and what holds of all of it. */
export interface Report {
  readonly reportId: string;
  readonly text: string;
  readonly folded: string;
  readonly heading: Heading;
  readonly region: FoundRegion | null;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly known: KnownRegions;
}

type Figure = Extract<Reading, { kind: "figure" }>;

/** How far back a sentence is read for words about its numbers: one line may have millions. */
const reach = 300;

/** What one sentence hands on to the next. */
interface Handed extends Pick<Place, "time" | "subject" | "channel"> {
  readonly sentence: Sentence;
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

/** What stands in brackets, and another year, end with them. */
function handedOn(
  { folded, heading }: Report,
  { sentence, token }: Figure,
  place: Place,
  handed: Handed | null,
): Handed {
  const { time, subject, channel } = place;
  const before = withoutBrackets(
    folded.slice(Math.max(sentence.start, token.start - reach), token.start),
  );
  if (before.includes("(") && handed) return { ...handed, sentence };
  const isOwnYear = time?.period_end?.startsWith(String(heading.frame.year ?? "")) === true;
  return { sentence, time: isOwnYear ? time : null, subject, channel };
}

/** Without what is in brackets that have closed. */
function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, "");
}

/** What the words around a number say, before its metric is asked. */
interface Place {
  /** From the number before it, or the beginning of its clause. */
  readonly own: Span;
  readonly ownText: string;
  /** The sentence up to the number. */
  readonly before: string;
  readonly time: Period | null;
  readonly subject: ReturnType<typeof subjectIn>;
  readonly campaign: string | null;
  readonly channel: Fact["channel"];
  /** From the beginning of the clause to the number. */
  readonly clauseText: string;
  /** A place within the report's region, of which the sentence or the row of a table speaks. */
  readonly inner: FoundRegion | null;
}

function placeOf(
  report: Report,
  figure: Figure,
  previousEnd: number,
  handed: Handed | null,
): Place {
  const { token, clause, sentence } = figure;
  const { folded, heading } = report;
  const from = Math.max(sentence.start, token.start - reach);
  const before = withoutBrackets(folded.slice(from, token.start));
  const start = Math.max(clause.start, Math.min(previousEnd, token.start), from);
  const ownText = folded.slice(start, token.start);
  const continues = handed !== null && goesOn(report, figure, handed);
  const time = timeOf(ownText, before, heading.frame) ?? (continues ? handed.time : null);
  const subject = subjectIn(before) ?? (continues ? handed.subject : null);
  return {
    own: { start, end: token.end },
    ownText,
    before,
    time,
    subject,
    campaign: time === null ? campaignBefore(report, figure) : null,
    channel: channelIn(before) ?? (continues ? handed.channel : null),
    clauseText: folded.slice(Math.max(clause.start, from), token.start),
    inner: innerRegion(report, figure),
  };
}

/** 吴中区检查… in a report on Suzhou is of Wuzhong; so is the row of a table that begins with it. */
function innerRegion({ folded, region, known }: Report, figure: Figure): FoundRegion | null {
  const { sentence, token, matches } = figure;
  if (!region?.division) return null;
  const words = matches[0]?.route === "table" ? matches[0].words.start : sentence.start;
  const text = folded.slice(words, Math.min(token.start, words + 40));
  return partOf(text.replace(/^[\s,:(其中]+/, ""), region.division.code, known);
}

/** Another year holds only for the number right behind it: 由去年的80%上升至84%. */
function timeOf(own: string, before: string, frame: Frame): Period | null {
  const near = timeIn(own, frame);
  if (near) return near.period;
  const far = timeIn(before, frame);
  const year = frame.year === null ? "" : String(frame.year);
  return far && far.period.period_end?.startsWith(year) === true ? far.period : null;
}

/** A sentence goes on with time and subject of the one before where it has none of its own. */
function goesOn({ folded }: Report, { sentence, clause }: Figure, handed: Handed): boolean {
  if (handed.sentence === sentence) return true;
  if (handed.sentence.line !== sentence.line) return false;
  const between = folded.slice(handed.sentence.end, sentence.start);
  if (between.length > 2 || /\n/.test(between)) return false;
  const text = folded.slice(sentence.start, sentence.end);
  if (between.includes(";") || /^\s*其中/.test(text)) return true;
  const hasSubject = subjectIn(folded.slice(sentence.start, clause.end)) !== null;
  return !hasSubject && sentence.clauses.indexOf(clause) <= 0;
}

/** The line up to a place, as far back as is read. */
function lineBefore(text: string, end: number, length: number): string {
  const stretch = text.slice(Math.max(0, end - length), end);
  return stretch.slice(stretch.lastIndexOf("\n") + 1);
}

/** A total "up to now" of a campaign that the line has named. */
function campaignBefore({ folded }: Report, { sentence, token }: Figure): string | null {
  const text = folded.slice(Math.max(sentence.start, token.start - reach), token.start);
  const own = campaignIn(text);
  if (own) return own;
  if (!/目前|截[至止]|以来/.test(text)) return null;
  return campaignIn(lineBefore(folded, token.start, 2 * reach));
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
          tableUnit: match.unit ?? "",
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

/** The time of a figure: a stock is as of a day, a campaign has no beginning, else what is said. */
function periodOf(
  { heading }: Report,
  { time, campaign, before: clauseText }: Place,
  { rule }: Match,
  metric: Metric,
): Period {
  const { frame } = heading;
  if (rule.isPoint) {
    const isOther = time?.period_end != null && frame.asOf !== null && time.period_end < frame.asOf;
    return isOther
      ? {
          period_basis: "point_in_time",
          period_start: time.period_end,
          period_end: time.period_end,
        }
      : sinceNewYear(pointIn(frame), clauseText, frame);
  }
  if (time) return time;
  const isCampaign = campaign !== null && sectorThemes.includes(metric.theme);
  return isCampaign ? campaignPeriod(frame) : unspecifiedIn(frame);
}

/** 年初 says only that a stock was counted at some time since then. */
function sinceNewYear(point: Period, text: string, { start }: Frame): Period {
  return /年初/.test(text) && point.period_end !== null ? { ...point, period_start: start } : point;
}

const ownThemes = [
  "penalties",
  "inspections",
  "approval_licensing",
  "hazard_rectification",
  "criminal_justice",
];
const channelThemes = ["inspections", "hazard_rectification"];
const sectorThemes = ["penalties", "inspections", "hazard_rectification", "accidents"];

function dimensionsOf(
  report: Report,
  figure: Figure,
  { rule }: Match,
  place: Place,
  metric: Metric,
): Pick<
  Fact,
  | "scope"
  | "subset"
  | "count_basis"
  | "baseline"
  | "status"
  | "authority"
  | "channel"
  | "accident"
  | "confiscations"
  | "counted_as"
> {
  const { ownText, subject } = place;
  const scope =
    rule.scope ??
    (place.inner ? "jurisdiction_total" : subject?.scope) ??
    defaultScope(report.heading.agency ?? "");
  const asks = metric.dimensions?.split(" ") ?? [];
  const accident = rule.set.accident ?? accidentIn(ownText) ?? "unstated";
  return {
    scope,
    subset: subsetOf(report, figure, place, metric, rule.set.subset ?? partIn(ownText, rule)),
    count_basis: rule.set.count_basis ?? null,
    baseline:
      rule.set.baseline ??
      (metric.metric_id === "approval_time_compression_rate" ? baselineIn(place.clauseText) : null),
    status: statusIn(ownText),
    authority: authorityOf(report, figure, place, scope, metric),
    channel: channelThemes.includes(metric.theme) ? place.channel : null,
    accident: asks.includes("accident") ? accident : null,
    confiscations: asks.includes("confiscations") ? (rule.set.confiscations ?? "unstated") : null,
    counted_as: asks.includes("counted_as") ? (rule.set.counted_as ?? "unstated") : null,
  };
}

/** A bureau counts its own work; governments, ministries and committees that of all below them. */
function defaultScope(agency: string): Fact["scope"] {
  return /政府$|部$|总局$|安委|委员会办公室/.test(agency) ? "jurisdiction_total" : "bureau";
}

function authorityOf(
  { heading, folded }: Report,
  { token }: Figure,
  { before, campaign }: Place,
  scope: Fact["scope"],
  { theme }: Metric,
): Fact["authority"] {
  if (!ownThemes.includes(theme)) return null;
  if (scope === "subordinate_units" && theme === "approval_licensing") return "subordinate_only";
  const around = campaign === null ? before : lineBefore(folded, token.start, reach);
  if (scope === "jurisdiction_total" && countsAllDepartments(around)) return "all_departments";
  return /应急|安全生产监督|安监|安全监管/.test(heading.agency ?? "")
    ? "emergency_management"
    : null;
}

function subsetOf(
  report: Report,
  { sentence, token }: Figure,
  { before, campaign }: Place,
  { theme }: Metric,
  part: string | null,
): string | null {
  const sector = sectorThemes.includes(theme) ? sectorIn(before) : null;
  const named =
    campaign ??
    campaignIn(report.folded.slice(Math.max(sentence.start, token.start - reach), token.start));
  const terms = [
    sector === null ? null : `sector:${sector}`,
    sectorThemes.includes(theme) && named !== null ? `campaign:${named}` : null,
    part,
  ].filter((term) => term !== null);
  return terms.length > 0 ? terms.join(";") : null;
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
