import { financialNumerals } from "../domain/index.ts";
import { counterPattern } from "./counters.ts";
import { withRanges } from "./ranges.ts";
import type { Range } from "./ranges.ts";
import type { Span } from "./spans.ts";

/** How a number is written: 12.5, 三十, 三分之二 or 六成; `zero` in words such as 未发生. */
export type NumeralKind = "arabic" | "chinese" | "fraction" | "zero";

/** A number with what stands behind it: 1.2余万家次, 百分之五, 90分以上. */
export interface NumberToken extends Span {
  readonly kind: NumeralKind;
  /** End of the digits alone. */
  readonly digitsEnd: number;
  /** 万, 亿 … between digits and counter; empty without one. */
  readonly scale: string;
  /** 余 or 多: the true value is larger. */
  readonly isMore: boolean;
  /** What is counted, 家次 or 元; % for shares; empty where nothing is written. */
  readonly counter: string;
  /** 以上, 以内, 左右 … after the counter; empty without one. */
  readonly tail: string;
  /** Unit that stands only behind the last of a row: 分别为12、18、25万元. */
  readonly borrowed?: string;
  /** Where it is no value but lies between two: 5至10万元, 三五家. */
  readonly range?: Range;
}

const chinese = "零〇一二两三四五六七八九十百千廿卅";
/** One character alone is a numeral only before money: 陆 and 伍 stand in names. */
const financial = `[${financialNumerals}](?:[${financialNumerals}零]+|(?=[万亿萬億元圆圓]))(?:[万亿萬億][${financialNumerals}零]+)*`;
const scanner = new RegExp(
  `(?<fraction>[${chinese}\\d]+分之[${chinese}点\\d.]+|(?<![\\d/.])\\d{1,2}/\\d{1,2}(?![\\d/])|[一二三四五六七八九\\d]成[一二三四五六七八九半]?(?:[多余]|左右)?(?![一-龥]*[立员为果功])|(?:过|近|减|一)半(?:数|以上)?)` +
    `|(?<arabic>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?)` +
    `|(?<zero>(?:均|都|皆)?(?:未发生|没有发生|无一(?![二是]))|零(?=发生|事故|死亡|伤亡|投诉|败诉|复议|诉讼))` +
    `|(?<chinese>[${chinese}]+(?:[万亿][${chinese}]+)*|${financial})`,
  "g",
);
const follower = new RegExp(
  `[ ]?(?<more>[余多几]?)(?<scale>(?:百万|千万|[百千万亿萬億])(?!分之))?(?<moreYet>[余多]?)[ ]?` +
    `(?<counter>${counterPattern})?(?<brackets>\\([个件处次家]\\))?` +
    `(?<tail>及?以上|及?以下|以内|左右|上下|内)?`,
  "y",
);

/**
 * Every number of a folded text, in order: each digit and each Chinese numeral lies in one, whether
 * it counts something or not (统一 has one). Linear in the length of the text.
 */
export function numbersIn(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  scanner.lastIndex = 0;
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    const token = tokenOf(text, match);
    tokens.push(token);
    // A counter may hold a numeral (个百分点), and 5百三十 goes on behind its 百.
    scanner.lastIndex = token.end;
  }
  return withBorrowed(text, withRanges(text, tokens));
}

/** In a row that is told in turn only the last number may have its unit. */
function withBorrowed(text: string, tokens: NumberToken[]): NumberToken[] {
  for (let at = tokens.length - 2; at >= 0; at--) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token || !next || token.counter !== "" || token.scale !== "" || token.kind !== "arabic")
      continue;
    if (next.counter === "" || !/^[、,和及]$/.test(text.slice(token.end, next.start))) continue;
    if (!/分别|依次/.test(text.slice(Math.max(0, token.start - 24), token.start))) continue;
    const borrowed = next.borrowed ?? `${next.scale}${next.counter}`;
    tokens[at] = { ...token, counter: next.counter, borrowed };
  }
  return tokens;
}

function tokenOf(text: string, match: RegExpExecArray): NumberToken {
  const start = match.index;
  const digitsEnd = start + match[0].length;
  const kind = kinds.find((name) => match.groups?.[name] !== undefined) ?? "chinese";
  if (kind === "zero") return { ...bare, start, end: digitsEnd, digitsEnd, kind, counter: "zero" };
  follower.lastIndex = digitsEnd;
  const found = follower.exec(text)?.groups ?? {};
  const token = {
    start,
    digitsEnd,
    kind,
    scale: found["scale"] ?? "",
    isMore: Boolean(found["more"] ?? found["moreYet"]),
    counter: kind === "fraction" ? "%" : counterOf(found),
    tail: found["tail"] ?? "",
  } as const;
  const isBare =
    (token.counter === "" || token.counter === withoutUnit) &&
    token.scale === "" &&
    token.tail === "";
  return { ...token, end: isBare ? digitsEnd : endOf(text, follower.lastIndex, digitsEnd) };
}

/** 罚款1134万 leaves its 元 out; so do other words for money, and only those know this counter. */
const withoutUnit = "wan";

function counterOf(found: Readonly<Record<string, string | undefined>>): string {
  const { counter, scale } = found;
  if (counter !== undefined) return /^[圆圓]$/.test(counter) ? "元" : counter;
  return /^[万亿萬億]$/.test(scale ?? "") ? withoutUnit : "";
}

const kinds: readonly NumeralKind[] = ["fraction", "arabic", "zero", "chinese"];
const bare = { scale: "", isMore: false, counter: "", tail: "" } as const;

/** Without blanks at its end; 内 of 工作日内 says a bound and stays, as 以内 does. */
function endOf(text: string, end: number, least: number): number {
  let at = end;
  while (at > least && text[at - 1] === " ") at--;
  return at;
}
