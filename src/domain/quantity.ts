import { numeralPattern, parseNumeral, plainNumerals } from "./numeral.ts";
import type { Qualifier } from "./types.ts";
import { countsAs, isMoney, moneyExponent } from "./units.ts";

/** A figure as written, read into a number. */
export interface Quantity {
  /** In the canonical unit asked for. */
  readonly value: number;
  /** The canonical unit; the counter as written where it does not fit; null where none is written. */
  readonly unit: string | null;
  /** What the text itself says; words outside it (超过, 约) are the clause's. */
  readonly qualifier: Qualifier;
  /** Size of the last place written, in the same unit: 0.01 for 281.48万元, 10000 for 10万. */
  readonly step: number;
}

const before: Readonly<Record<string, Qualifier>> = {
  约: "approx",
  大约: "approx",
  近: "nearly",
  将近: "nearly",
  超过: "over",
  超: "over",
  逾: "over",
  突破: "over",
  至少: "at_least",
  不少于: "at_least",
  不低于: "at_least",
};
const after: Readonly<Record<string, Qualifier>> = {
  以上: "at_least",
  左右: "approx",
  上下: "approx",
};
const exponents: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
};
const zeroWords = /^(?:均?未发生|没有发生|无一|零)(.*)$/;

const figure = new RegExp(
  `^(?<before>${Object.keys(before).join("|")})?` +
    `(?<number>\\d+(?:,\\d{3})*(?:\\.\\d+)?|${numeralPattern})` +
    `(?<more>[多余])?(?<scale>百万|千万|[百千万亿])?(?<moreYet>[多余])?` +
    `(?<counter>[^\\d()]*?)(?:\\([^()]*\\))?(?<after>${Object.keys(after).join("|")})?$`,
);
const percentage = new RegExp(`百分之(\\d+(?:\\.\\d+)?|${numeralPattern})`);
const trailing = new RegExp(`(?<word>${Object.keys(before).join("|")})\\s*$`);

/**
 * Reads a figure such as 281.48万元, 10万多件(个), 两位, 无一 or 90分以上.
 *
 * `unit` is the metric's canonical unit: money is scaled to it, and a counter that may stand for it
 * becomes it. Full-width characters count as half-width. Returns null for what is no figure.
 */
export function parseQuantity(text: string, { unit }: { unit?: string } = {}): Quantity | null {
  const plain = normalize(text);
  const zero = zeroWords.exec(plain);
  if (zero) return { value: 0, unit: unit ?? null, qualifier: "exact", step: 1 };
  const match = figure.exec(plain.replace(percentage, "$1%"));
  return match?.groups ? fromParts(match.groups, unit) : null;
}

/** The qualifier that stands right before a figure in its clause, such as 超过 or 约; else null. */
export function qualifierBefore(text: string): Qualifier | null {
  const word = trailing.exec(normalize(text))?.groups?.["word"];
  return word === undefined ? null : (before[word] ?? null);
}

function normalize(text: string): string {
  // ㎡ first: compatibility normalization would leave a digit behind (m2).
  const folded = text.replaceAll("㎡", "平方米").normalize("NFKC").replace(/\s+/g, "");
  return plainNumerals(folded).replace(/[圆圓]/g, "元");
}

type Groups = Readonly<Record<string, string | undefined>>;

function fromParts(groups: Groups, unit: string | undefined): Quantity | null {
  const { digits, scale } = numberOf(groups["number"] ?? "", groups["scale"] ?? "");
  if (digits === "NaN") return null;
  const counter = groups["counter"] ?? "";
  const canonical = unit ?? (counter.startsWith("元") ? "万元" : counter);
  const exponent = (exponents[scale] ?? 0) - moneyExponent(canonical);
  return {
    value: shift(digits, exponent),
    unit: unitOf(counter, canonical),
    qualifier: qualifierOf(groups),
    step: shift("1", exponent - decimals(digits)),
  };
}

function numberOf(written: string, scale: string): { digits: string; scale: string } {
  if (/\d/.test(written)) return { digits: written.replaceAll(",", ""), scale };
  // 一亿二千万 is one numeral: its last 万 does not scale the 亿.
  if (/[万亿]/.test(written)) return { digits: String(parseNumeral(written + scale)), scale: "" };
  return { digits: String(parseNumeral(written)), scale };
}

function unitOf(counter: string, canonical: string): string | null {
  if (counter === "") return null;
  return countsAs(counter, canonical) || (isMoney(canonical) && counter === canonical)
    ? canonical
    : counter;
}

function qualifierOf(groups: Groups): Qualifier {
  const lead = before[groups["before"] ?? ""];
  if (lead) return lead;
  if (groups["more"] || groups["moreYet"]) return "over";
  return after[groups["after"] ?? ""] ?? "exact";
}

function decimals(digits: string): number {
  const point = digits.indexOf(".");
  return point < 0 ? 0 : digits.length - point - 1;
}

/** digits × 10^exponent, rounded once: multiplying would turn 281.48 into 281.48000000000002. */
function shift(digits: string, exponent: number): number {
  return Number(`${digits}e${String(exponent)}`);
}
