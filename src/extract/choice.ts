import type { Candidate } from "./candidates.ts";
import type { LexiconRule } from "./lexicon.ts";
import type { NumberToken } from "./numbers.ts";
import type { Match, Route } from "./readings.ts";
import { contentOf, isBlocked } from "./words.ts";

/** Between a verb and its number stand its objects: 检查各类生产经营单位568家. Longer says little. */
const longestGap = 24;
/** A form that allows words before it (…生产安全事故) begins this near. */
const longestLead = 14;

/** The match that a candidate makes with a number. */
export function matchOf(
  text: string,
  { form, start, end }: Candidate,
  token: NumberToken,
  route: Route,
): Match {
  const gap =
    form.side === "left"
      ? contentOf(text.slice(end, Math.max(end, token.start)))
      : contentOf(text.slice(token.end, Math.max(token.end, start)));
  return { rule: form.rule, route, words: { start, end }, gap: gap.length };
}

/** A match by what stands around a number alone. */
export function withoutWords(rule: LexiconRule, { start }: NumberToken): Match {
  return { rule, route: "carried", words: { start, end: start }, gap: 0 };
}

/** The candidate on the left that tells most of a number; null where none may. */
export function nearestOf(
  text: string,
  candidates: readonly Candidate[],
  token: NumberToken,
  group: string | undefined,
): Match | null {
  const fitting = candidates
    .filter(
      ({ form, end }) => form.rule.counters.has(token.counter) && token.start - end <= longestGap,
    )
    .sort((a, b) => -order(a, b, group));
  for (const candidate of fitting) {
    if (isBlocked(text.slice(candidate.end, token.start))) continue;
    const match = matchOf(text, candidate, token, "before");
    if (!isTooFar(candidate, match)) return match;
  }
  return null;
}

/** The nearest first, of those a sure rule, the longest words, the most special rule. */
function order(a: Candidate, b: Candidate, group: string | undefined): number {
  return (
    a.end - b.end ||
    Number(b.form.rule.isGeneral) - Number(a.form.rule.isGeneral) ||
    // 重大隐患 before 查出…隐患: the words right before the number say most.
    lastPart(a) - lastPart(b) ||
    b.start - a.start ||
    special(a, group) - special(b, group)
  );
}

function lastPart({ form }: Candidate): number {
  return form.parts.at(-1)?.length ?? 0;
}

function special({ form: { rule } }: Candidate, group: string | undefined): number {
  return (
    (rule.after.length > 0 ? 2 : 0) + Number(rule.needs.length > 0) + Number(rule.group === group)
  );
}

/** A word with many objects (查处) counts only right before the number. */
function isTooFar({ form }: Candidate, { gap }: Match): boolean {
  return gap > 0 && form.rule.tight.includes(form.parts.join("…"));
}

/** 、 and blanks between a number and what follows it begin something new. */
const beside = /^(?:的)?[“"]?$/;

/** The candidate right behind a number: 58个典型案例. */
export function behindOf(
  text: string,
  candidates: readonly Candidate[],
  token: NumberToken,
): Match | null {
  const fitting = candidates.filter(({ form, start }) => {
    const gap = text.slice(token.end, start);
    return form.rule.counters.has(token.counter) && (form.isLoose ? isLead(gap) : beside.test(gap));
  });
  const [best] = fitting.sort(
    (a, b) =>
      a.start - b.start || b.end - a.end || b.form.rule.needs.length - a.form.rule.needs.length,
  );
  return best ? matchOf(text, best, token, "behind") : null;
}

/** What may stand between a number and a form that allows words before it: no other number. */
function isLead(text: string): boolean {
  return text.length <= longestLead && !/[\d、,;。]/.test(text);
}

/**
 * A small Chinese numeral is a figure only right beside its word, and 一件 only by a rule that asks
 * for it; one with places (一百五十六个) is a number as any.
 */
export function suits(
  text: string,
  { kind, counter, start, digitsEnd }: NumberToken,
  { rule, gap, route }: Match,
): boolean {
  const digits = text.slice(start, digitsEnd);
  if (kind !== "chinese" || rule.takesChinese || /.[十百千万亿]|[十百千].|^十$/.test(digits))
    return true;
  const isBeside = gap === 0 && (route === "before" || route === "behind");
  return isBeside && digits !== "一" && counter !== "" && counter !== "个";
}
