import { FormFinder, rowOf } from "./candidates.ts";
import type { Candidate } from "./candidates.ts";
import { behindOf, matchOf, nearestOf, suits, withoutWords } from "./choice.ts";
import { lexicon } from "./lexicon.ts";
import type { LexiconRule, SurfaceForm } from "./lexicon.ts";
import type { NumberToken } from "./numbers.ts";
import type { Match, PlacedNumber, Reading } from "./readings.ts";
import type { Span } from "./spans.ts";
import { unknownOf } from "./unknown.ts";
import { contentOf, isBlocked, unknownIn } from "./words.ts";

/** How far around a number words are looked for: one sentence may have millions of characters. */
const reach = 300;
/** What the numbers before one have shown. */
interface State {
  readonly previous: NumberToken | null;
  readonly matches: readonly Match[];
  /** The last of them that was of a metric, and its counter. */
  readonly topic: {
    readonly rule: LexiconRule;
    readonly counter: string;
    readonly end: number;
  } | null;
  /** Where the words on the left of the number before stand. */
  readonly left: Span;
  /** Metrics still to come of a row: A、B分别为x、y. */
  readonly waiting: readonly Candidate[];
  readonly line: number;
}

/** Rules that a number without a word may go on with, by group. */
const heirsOf = new Map<string, LexiconRule[]>();
for (const rule of lexicon)
  if (rule.carries && rule.metric !== null)
    heirsOf.set(rule.group, [...(heirsOf.get(rule.group) ?? []), rule]);

const byCounter = lexicon.filter((rule) => rule.isByCounter);

const nothing: State = {
  previous: null,
  matches: [],
  topic: null,
  left: { start: 0, end: 0 },
  waiting: [],
  line: -1,
};

/** Reads the numbers of a folded text one after another; each may go on with the one before. */
export class NumberReader {
  readonly #text: string;
  readonly #forms: FormFinder;
  #state = nothing;
  /** Where what is said of the number that is read begins: behind the number before, or its clause. */
  #start = 0;

  constructor(text: string) {
    this.#text = text;
    this.#forms = new FormFinder(text);
  }

  read(number: PlacedNumber): Reading {
    const { token, sentence } = number;
    if (this.#state.line !== sentence.line) this.#state = nothing;
    this.#start = this.#leftStart(number);
    const left = this.#candidates(number, "left", this.#start, token.start);
    const found = isAverage(this.#text.slice(this.#start, token.start))
      ? []
      : this.#matches(number, left);
    const matches = found.filter((match) => suits(this.#text, token, match));
    const figures = matches.filter(({ rule }) => rule.metric !== null);
    if (matches.length > 0 || token.kind === "arabic") this.#advance(number, matches, left);
    if (figures.length > 0 && token.range) return { ...number, kind: "open", why: "range" };
    if (figures.length > 0) return { ...number, kind: "figure", matches: figures };
    const [other] = matches;
    if (other) return { ...number, kind: "other_figure", rule: other.rule.id };
    return unknownOf(number);
  }

  #leftStart({ clause, token }: PlacedNumber): number {
    const { previous, matches } = this.#state;
    if (!previous || previous.end > token.start) return clause.start;
    let start = Math.max(clause.start, previous.end);
    for (const { route, words } of matches)
      if (route === "behind") start = Math.max(start, words.end);
    return start;
  }

  #matches(number: PlacedNumber, left: readonly Candidate[]): readonly Match[] {
    const { token } = number;
    const start = this.#start;
    if (this.#isJoint(number, left, start)) return [];
    const inTurn = this.#inTurn(number, left, start);
    if (inTurn.length > 0) return inTurn;
    const before = this.#nearest(left, token);
    const behind = this.#behind(number);
    const isNoun = behind?.rule.metric === null && behind.words.start === token.end;
    const isResult = behind?.rule.group === before?.rule.group && this.#endsClause(number, behind);
    if (behind && (!before || isNoun || isResult || before.gap > 0 || before.rule.metric === null))
      return [behind];
    const level = this.#newLevel(this.#text.slice(start, token.start), number);
    if (level.length > 0 && before?.rule.metric == null) return level;
    if (before) return [before];
    return this.#withoutWord(number, this.#text.slice(start, token.start));
  }

  /** 重大隐患100处全部销号 counts what was removed; in 30处已整改28处 the word is the next number's. */
  #endsClause({ clause }: PlacedNumber, behind: Match | null): boolean {
    return behind !== null && !/\d/.test(this.#text.slice(behind.words.end, clause.end));
  }

  /** 行政强制、行政许可、行政处罚共188项 counts three kinds together, which no metric does. */
  #isJoint(number: PlacedNumber, left: readonly Candidate[], start: number): boolean {
    if (!/(?:共|共计|合计|总计)(?:有)?[ ]?$/.test(this.#text.slice(start, number.token.start)))
      return false;
    const row = rowOf(left.filter(({ form }) => this.#fits(form.rule, number)));
    const [a, b] = row.slice(-2);
    if (!a || !b || a.form.rule === b.form.rule) return false;
    return /^[一-龥]{0,4}[、和及与]$/.test(this.#text.slice(a.end, b.start));
  }

  /** 由A上升至B: the second is the same metric at another time, not a change. */
  #newLevel(left: string, number: PlacedNumber): readonly Match[] {
    const isLevel = /[升高长加增降低少大短缩减涨跌落滑压](?:至|到|为|成)(?:了)?$/.test(left);
    const last = this.#state.matches[0];
    if (!isLevel || !last || last.rule.metric === null || !this.#isSameSentence(number)) return [];
    return this.#fits(last.rule, number) ? [{ ...last, route: "carried" }] : [];
  }

  /** A number whose clause has no word for it. */
  #withoutWord(number: PlacedNumber, left: string): readonly Match[] {
    const unknown = unknownIn(left);
    if (unknown !== "") return this.#parallel(number, unknown);
    const { previous } = this.#state;
    const isEmpty = contentOf(left) === "";
    if (isEmpty && this.#isSameSentence(number)) {
      const { start, end } = this.#state.left;
      const again = this.#nearest(this.#candidates(number, "left", start, end), number.token);
      if (again) return [{ ...again, route: "same_word" }];
    }
    const start = Math.max(number.sentence.start, previous?.end ?? 0);
    const earlier = this.#nearest(
      this.#candidates(number, "left", start, number.token.start),
      number.token,
    );
    if (
      earlier &&
      this.#isJoint(number, this.#candidates(number, "left", start, number.token.start), start)
    )
      return [];
    if (earlier) return [{ ...earlier, route: "earlier_clause" }];
    return this.#carried(number);
  }

  #isSameSentence({ sentence }: PlacedNumber): boolean {
    return (this.#state.previous?.start ?? -1) >= sentence.start;
  }

  /** The rule that goes on with what the last figure counted, by group and counter. */
  #carried(number: PlacedNumber): readonly Match[] {
    const last = this.#state.topic?.rule;
    if (!last) return this.#byCounter(number);
    const heirs = [last, ...(heirsOf.get(last.group) ?? [])];
    const heir = heirs.find((rule) => rule.carries && this.#fits(rule, number));
    const rule = heir ?? (last.isParallel && this.#fits(last, number) ? last : undefined);
    return rule ? [withoutWords(rule, number.token)] : this.#byCounter(number);
  }

  /** 企业开办1.5天、财产登记2天: the same counter behind the name of another item. */
  #parallel(number: PlacedNumber, unknown: string): readonly Match[] {
    const { topic } = this.#state;
    const isNext = topic?.rule.isParallel === true && topic.counter === number.token.counter;
    if (!topic || !isNext || topic.end < number.sentence.start) return this.#byCounter(number);
    const isName = unknown.length <= 10 && !isBlocked(unknown) && this.#fits(topic.rule, number);
    return isName ? [withoutWords(topic.rule, number.token)] : this.#byCounter(number);
  }

  /** 家次 is a visit, whatever stands before it, unless it is a visit to help. */
  #byCounter(number: PlacedNumber): readonly Match[] {
    const rule = byCounter.find((each) => this.#fits(each, number));
    return rule ? [withoutWords(rule, number.token)] : [];
  }

  /** A、B分别为x、y gives each number its metric; A、B均达x gives x to each metric. */
  #inTurn(number: PlacedNumber, left: readonly Candidate[], start: number): readonly Match[] {
    const { token } = number;
    const text = this.#text.slice(start, token.start);
    const [next] = this.#state.waiting;
    if (next && contentOf(text) === "") return [matchOf(this.#text, next, token, "in_turn")];
    const isShared = /(?:均|都|全部|皆)(?:达到?|为|是|超过)?$/.test(text);
    if (!isShared && !/分别|依次/.test(text)) return [];
    const row = rowOf(left.filter(({ form }) => this.#fits(form.rule, number)));
    if (row.length < 2) return [];
    const first = row.slice(0, isShared ? row.length : 1);
    return first.map((candidate) => matchOf(this.#text, candidate, token, "in_turn"));
  }

  #waiting(number: PlacedNumber, left: readonly Candidate[], start: number): readonly Candidate[] {
    const text = this.#text.slice(start, number.token.start);
    if (this.#state.waiting.length > 0 && contentOf(text) === "")
      return this.#state.waiting.slice(1);
    if (!/分别|依次/.test(text)) return [];
    return rowOf(left.filter(({ form }) => this.#fits(form.rule, number))).slice(1);
  }

  #advance(number: PlacedNumber, matches: readonly Match[], left: readonly Candidate[]): void {
    const { token, sentence } = number;
    const waiting = this.#waiting(number, left, this.#start);
    const span = { start: this.#start, end: token.start };
    const isNew = left.length > 0 || !this.#isSameSentence(number);
    this.#state = {
      previous: token,
      matches,
      topic: topicOf(number, matches) ?? this.#state.topic,
      left: isNew ? span : this.#state.left,
      waiting,
      line: sentence.line,
    };
  }

  #nearest(candidates: readonly Candidate[], token: NumberToken): Match | null {
    return nearestOf(this.#text, candidates, token, this.#state.matches[0]?.rule.group);
  }

  #behind(number: PlacedNumber): Match | null {
    const { token, clause } = number;
    const end = Math.min(clause.end, token.end + reach);
    return behindOf(this.#text, this.#candidates(number, "right", token.end, end), token);
  }

  /** Forms within a stretch whose rule fits what stands around the number. */
  #candidates(
    number: PlacedNumber,
    side: SurfaceForm["side"],
    start: number,
    end: number,
  ): Candidate[] {
    const from = Math.max(start, number.token.start - reach);
    const found = this.#forms.within(side, { start: from, end });
    return found.filter(({ form }) => this.#fitsContext(form.rule, number));
  }

  #has(words: readonly string[], start: number, end: number): boolean {
    if (words.length === 0) return true;
    const text = this.#text.slice(start, end);
    return words.some((word) => text.includes(word));
  }

  #fits(rule: LexiconRule, number: PlacedNumber): boolean {
    return rule.counters.has(number.token.counter) && this.#fitsContext(rule, number);
  }

  /** What a rule asks of the sentence, the clause and the figure before. */
  #fitsContext(rule: LexiconRule, number: PlacedNumber): boolean {
    const { token, sentence, clause } = number;
    const last = this.#state.matches[0]?.rule;
    if (rule.after.length > 0 && !rule.after.some((id) => id === last?.metric || id === last?.id))
      return false;
    const start = Math.max(sentence.start, token.start - reach);
    const end = token.end + reach;
    if (!this.#has(rule.needs, start, Math.min(clause.end, end))) return false;
    if (!this.#has(rule.near, start, Math.min(sentence.end, end))) return false;
    return (
      rule.not.length === 0 || !this.#has(rule.not, this.#start, ownEnd(this.#text, token.end))
    );
  }
}

/** 人均办案4.2件 is no count of cases. */
function isAverage(left: string): boolean {
  return /[人户日月]均(?!衡|未|已)/.test(left);
}

function topicOf({ token }: PlacedNumber, matches: readonly Match[]): State["topic"] {
  const match = matches.find(({ rule }) => rule.metric !== null);
  return match ? { rule: match.rule, counter: token.counter, end: token.end } : null;
}

/** Where what is said of a number ends: before the next item or number. */
function ownEnd(text: string, start: number): number {
  const rest = text.slice(start, start + 12);
  const end = rest.search(/[、,;。()\d\n]/);
  return start + (end < 0 ? rest.length : end);
}
