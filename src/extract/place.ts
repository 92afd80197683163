import type { Fact, Metric } from "../domain/index.ts";
import type { Frame, Heading } from "./frame.ts";
import { timeIn } from "./period.ts";
import type { TimeFound } from "./period.ts";
import { partOf } from "./places.ts";
import type { FoundRegion, KnownRegions } from "./places.ts";
import type { Reading } from "./readings.ts";
import type { Span } from "./spans.ts";
import type { Sentence } from "./structure.ts";
import { campaignIn, channelIn, subjectIn } from "./surroundings.ts";

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

export type Figure = Extract<Reading, { kind: "figure" }>;

/** How far back a sentence is read for words about its numbers: one line may have millions. */
export const reach = 300;

/** What one sentence hands on to the next. */
export interface Handed extends Pick<Place, "time" | "subject" | "channel"> {
  readonly sentence: Sentence;
}

/** What stands in brackets ends with them, and 去年 with its number. */
export function handedOn(
  { folded }: Report,
  { sentence, token }: Figure,
  place: Place,
  handed: Handed | null,
): Handed {
  const { time, subject, channel } = place;
  const before = withoutBrackets(
    folded.slice(Math.max(sentence.start, token.start - reach), token.start),
  );
  if (before.includes("(") && handed) return { ...handed, sentence };
  return { sentence, time: time && !isRelative(time) ? time : null, subject, channel };
}

/** Without what is in brackets that have closed. */
function withoutBrackets(text: string): string {
  return !text.includes(")") ? text : text.replace(/\([^()]*\)/g, "");
}

/** What the words around a number say, before its metric is asked. */
export interface Place {
  /** From the number before it, or the beginning of its clause. */
  readonly own: Span;
  readonly ownText: string;
  /** The sentence up to the number. */
  readonly before: string;
  readonly time: TimeFound | null;
  readonly subject: ReturnType<typeof subjectIn>;
  readonly campaign: string | null;
  readonly channel: Fact["channel"];
  /** From the beginning of the clause to the number. */
  readonly clauseText: string;
  /** A place within the report's region, of which the sentence or the row of a table speaks. */
  readonly inner: FoundRegion | null;
}

export function placeOf(
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

/** 去年 holds only for the number right behind it, and no year for the level after it: 由去年的80%上升至84%. */
function timeOf(own: string, before: string, frame: Frame): TimeFound | null {
  const near = timeIn(own, frame);
  if (near) return near;
  const far = timeIn(before, frame);
  if (!far || isRelative(far)) return null;
  const isOwnYear = far.period.period_end?.startsWith(String(frame.year ?? "")) === true;
  return isOwnYear || !/[至到]$/.test(own.trimEnd()) ? far : null;
}

function isRelative({ rule }: TimeFound): boolean {
  return rule === "last-year";
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
export function lineBefore(text: string, end: number, length: number): string {
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
