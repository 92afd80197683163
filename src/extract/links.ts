import type { Fact } from "../domain/index.ts";
import type { DraftFact } from "./facts.ts";

/** Gives drafts their ids, and links parts to totals and repeats to what they repeat. */
export function linkFacts(reportId: string, folded: string, drafts: readonly DraftFact[]): Fact[] {
  const digits = Math.max(2, String(drafts.length).length);
  const facts: Fact[] = [];
  for (const [index, draft] of drafts.entries()) {
    const fact_id = `${reportId}-${String(index + 1).padStart(digits, "0")}`;
    const breakdown_of = totalOf(draft, index, drafts, facts, folded);
    facts.push(Object.assign(draft.fact, { fact_id, breakdown_of, same_as: null }));
  }
  return withRepeats(withKinds(withLaterTotals(facts, drafts)));
}

/** Parts may come before their total: 公安视频11615路、林火监控92路等各类视频12000路. */
function withLaterTotals(facts: readonly Fact[], drafts: readonly DraftFact[]): Fact[] {
  return facts.map((fact, index) => {
    const draft = drafts[index];
    const partOf = draft?.match.rule.partOf ?? null;
    if (!draft || partOf === null || fact.breakdown_of !== null) return fact;
    const next = facts.slice(index + 1, index + 1 + memory);
    const later = next.find(
      (total, at) =>
        total.metric_id === partOf &&
        drafts[index + 1 + at]?.sentence === draft.sentence &&
        fits(draft.fact, total),
    );
    return later ? { ...fact, breakdown_of: later.fact_id } : fact;
  });
}

/** A total of figures before accidents holds both kinds; a part is of the money its total is of. */
function withKinds(facts: readonly Fact[]): Fact[] {
  const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
  const totals = new Set(
    facts
      .filter(({ accident }) => accident === "before" || accident === "after")
      .filter((part) => byId.get(part.breakdown_of ?? "")?.metric_id === part.metric_id)
      .map((part) => part.breakdown_of),
  );
  return facts.map((fact) => {
    const total = byId.get(fact.breakdown_of ?? "");
    if (!total && !totals.has(fact.fact_id)) return fact;
    const confiscations =
      fact.confiscations === "unstated" ? (total?.confiscations ?? "unstated") : fact.confiscations;
    const isTotal = fact.accident === "unstated" && totals.has(fact.fact_id);
    return { ...fact, confiscations, accident: isTotal ? "both" : fact.accident };
  });
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
  if (partOf === null && !isNearPart(draft, folded)) return null;
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

/** How far 其中 reaches. */
const partReach = 300;

function isNearPart({ fact: { value_start: start } }: DraftFact, folded: string): boolean {
  return start !== null && folded.slice(Math.max(0, start - partReach), start).includes("其中");
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
  if (at < 0 || between.length > partReach) return false;
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

/** A figure that a text states twice is one: the later mention names the first. */
function withRepeats(facts: readonly Fact[]): Fact[] {
  const firsts = new Map<string, Fact>();
  return facts.map((fact) => {
    const { region_id, metric_id, value, scope, subset, accident, period_start, period_end } = fact;
    const place = [region_id, metric_id, value, scope, subset, accident, period_start, period_end];
    const key = place.join("\t");
    const first = firsts.get(key);
    if (first && first.value_start !== fact.value_start) return { ...fact, same_as: first.fact_id };
    firsts.set(key, fact);
    return fact;
  });
}
