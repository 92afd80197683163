import type { Fact } from "../domain/index.ts";
import type { DraftFact } from "./facts.ts";

/** Gives drafts their ids, and links parts to totals and repeats to what they repeat. */
export function linkFacts(reportId: string, folded: string, drafts: readonly DraftFact[]): Fact[] {
  const digits = Math.max(2, String(drafts.length).length);
  const facts: Fact[] = [];
  for (const [index, draft] of drafts.entries()) {
    const fact_id = `${reportId}-${String(index + 1).padStart(digits, "0")}`;
    const breakdown_of = totalOf(draft, index, drafts, facts, folded);
    facts.push({ ...draft.fact, fact_id, breakdown_of, same_as: null });
  }
  const linked = withLaterTotals(facts, drafts).map((fact, _, all) => agreeing(fact, all));
  return linked.map((fact, index) => ({ ...fact, same_as: firstOf(fact, linked.slice(0, index)) }));
}

/** Parts may come before their total: 公安视频11615路、林火监控92路等各类视频12000路. */
function withLaterTotals(facts: readonly Fact[], drafts: readonly DraftFact[]): Fact[] {
  return facts.map((fact, index) => {
    const draft = drafts[index];
    const partOf = draft?.match.rule.partOf ?? null;
    if (!draft || partOf === null || fact.breakdown_of !== null) return fact;
    const later = facts.findIndex(
      (total, at) =>
        at > index &&
        at <= index + memory &&
        total.metric_id === partOf &&
        drafts[at]?.sentence === draft.sentence &&
        fits(draft.fact, total),
    );
    return later < 0 ? fact : { ...fact, breakdown_of: facts[later]?.fact_id ?? null };
  });
}

/** A total of figures before accidents holds both kinds; a part is of the money its total is of. */
function agreeing(fact: Fact, facts: readonly Fact[]): Fact {
  const total = facts.find(({ fact_id }) => fact_id === fact.breakdown_of);
  const confiscations =
    fact.confiscations === "unstated" ? (total?.confiscations ?? "unstated") : fact.confiscations;
  const isTotal =
    fact.accident === "unstated" &&
    facts.some(
      (part) =>
        part.breakdown_of === fact.fact_id &&
        part.metric_id === fact.metric_id &&
        /before|after/.test(part.accident ?? ""),
    );
  return { ...fact, confiscations, accident: isTotal ? "both" : fact.accident };
}

/** How many figures back a total is looked for. */
const memory = 24;

function totalOf(
  draft: DraftFact,
  index: number,
  drafts: readonly DraftFact[],
  facts: readonly Fact[],
  folded: string,
): string | null {
  const from = Math.max(0, index - memory);
  const { partOf } = draft.match.rule;
  for (let at = index - 1; at >= from; at--) {
    const total = facts[at];
    const other = drafts[at];
    if (!total || !other || other.sentence.line !== draft.sentence.line) continue;
    if (partOf !== null) {
      if (total.metric_id === partOf && fits(draft.fact, total)) return total.fact_id;
    } else if (isSaidPart(draft, total, other.match.rule.group, folded) && fits(draft.fact, total))
      return total.fact_id;
  }
  return null;
}

/** 其中 stands between the two, and nothing ends what it introduces. */
function isSaidPart(
  { fact, sentence, match }: DraftFact,
  total: Fact,
  group: string,
  folded: string,
): boolean {
  const isKin =
    fact.metric_id === total.metric_id || (match.rule.group === group && !match.rule.carries);
  if (total.value_end === null || !isKin) return false;
  const between = folded.slice(total.value_end, fact.value_start ?? total.value_end);
  const at = between.lastIndexOf("其中");
  if (at < 0 || between.length > 300) return false;
  const begins = total.value_end + at >= sentence.start || /^[\s。;,(]*其中/.test(between);
  return begins && total.breakdown_of === null;
}

/** A part is in the total's unit, not larger, and of a stretch that the total's covers. */
function fits(part: DraftFact["fact"], total: Fact): boolean {
  if (part.unit !== total.unit) return false;
  const isOpen = total.qualifier === "over" || total.qualifier === "at_least";
  const own = total.subset?.split(";") ?? [];
  const isWithin = own.every((term) => part.subset?.split(";").includes(term) === true);
  return isWithin && (isOpen || part.value <= total.value);
}

/** The first statement of a figure that a text states twice. */
function firstOf(fact: Fact, before: readonly Fact[]): string | null {
  const first = before.find(
    (other) =>
      other.metric_id === fact.metric_id &&
      other.value === fact.value &&
      other.scope === fact.scope &&
      other.subset === fact.subset &&
      other.accident === fact.accident &&
      other.period_start === fact.period_start &&
      other.period_end === fact.period_end &&
      other.value_start !== fact.value_start,
  );
  return first ? (first.same_as ?? first.fact_id) : null;
}
