import type { Span } from "./spans.ts";

/** A sentence: what stands between two full stops of one line. */
export interface Sentence extends Span {
  /** Number of its line, from 0. */
  readonly line: number;
  /** Between commas, colons and brackets, in order. */
  readonly clauses: readonly Span[];
}

const marks = /[。!?;\n,:()\t]/g;
const clauseMarks = ",:()\t";

/** What stands in brackets is one sentence with what they explain; one that never closes is none. */
const longestBracket = 300;

/**
 * Sentences of a folded text. A semicolon ends one too: in reports it separates items of a list,
 * each with its own subject. A comma within a number (1,262) and a colon within a time end nothing.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let [start, clauseStart, line, opened] = [0, 0, 0, -Infinity];
  let clauses: Span[] = [];
  marks.lastIndex = 0;
  for (let at = nextMark(text); at <= text.length; at = nextMark(text)) {
    const character = text[at] ?? "\n";
    if (character === "(") opened = at;
    else if (character === ")") opened = -Infinity;
    const isInBrackets = character === ";" && at - opened < longestBracket;
    const isClause = clauseMarks.includes(character);
    const isEnd = !isClause && !isInBrackets;
    if (!isEnd && !isInBrackets && isInNumber(text, at)) continue;
    if (at > clauseStart) clauses.push({ start: clauseStart, end: at });
    clauseStart = at + 1;
    if (!isEnd) continue;
    if (clauses.length > 0) sentences.push({ start, end: at, line, clauses });
    clauses = [];
    start = at + 1;
    opened = -Infinity;
    if (character === "\n") line++;
  }
  return sentences;
}

/** The next mark at which something ends; the end of the text once, then beyond it. */
function nextMark(text: string): number {
  const from = marks.lastIndex;
  const found = marks.exec(text);
  if (found) return found.index;
  marks.lastIndex = text.length + 1;
  return from > text.length ? text.length + 1 : text.length;
}

function isInNumber(text: string, at: number): boolean {
  return (
    /[,:]/.test(text[at] ?? "") &&
    /\d/.test(text[at - 1] ?? "") &&
    /\d{2}/.test(text.slice(at + 1, at + 3)) &&
    isGrouped(text, at)
  );
}

/** A comma groups thousands only before exactly three digits; a colon stands in a time of day. */
function isGrouped(text: string, at: number): boolean {
  const after = /^\d+/.exec(text.slice(at + 1, at + 5))?.[0].length ?? 0;
  return text[at] === "," ? after === 3 : after === 2;
}
