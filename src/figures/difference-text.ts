import { ruleWords, type RuleId, type SetComparison } from "../domain/index.ts";
import { excerpt, excerptText, isRest, punctuation, say, type Word } from "../words/index.ts";
import type { Comparable } from "./comparable.ts";
import { type FigureContext, regionName } from "./context.ts";
import { foundText } from "./reason.ts";

/** How many names and values a sentence gives before it only counts. */
interface Most {
  readonly names: number;
  readonly values: number;
}

/** Where it is one line of several, and where it is the only one. */
export const inFull: Most = { names: 5, values: 4 };
export const inShort: Most = { names: 3, values: 2 };

/** Rules of which a sentence says all: who has which value is no news. */
const plain: Readonly<Partial<Record<RuleId, Word>>> = { size: "strip.size" };

export function isPlain(rule: RuleId): boolean {
  return plain[rule] !== undefined;
}

/** Rules that concern some figures by themselves: their names say all. */
const named: ReadonlySet<RuleId> = new Set(["audit", "unit_inferred"]);

/** Values that are the rule rather than the exception need no names. */
const ordinary: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  qualifier: ["exact"],
  audit: ["no_mismatch"],
  unit_inferred: ["unit_written"],
  window: ["full_year", "ytd", "quarter", "month", "point_in_time"],
};

/** What a place says that the others do not, in a sentence of its own; by rule and value. */
const oddities: Readonly<Partial<Record<RuleId, Readonly<Record<string, Word>>>>> = {
  scope: { inclusion_open: "caveat.inclusion_open" },
  count_basis: { null: "caveat.count_basis_unstated" },
  accident: { unstated: "caveat.accident_unstated" },
  baseline: { unstated: "caveat.baseline_unstated" },
  channel: {
    enforcement_system: "caveat.channel",
    credit_platform: "caveat.channel",
    annual_plan: "caveat.channel",
  },
  qualifier: {
    at_least: "caveat.lower_bound",
    over: "caveat.lower_bound",
    approx: "caveat.approximate",
  },
  window: { unspecified: "caveat.window_unstated" },
  law: { before: "caveat.old_law" },
  audit: { mismatch: "caveat.mismatch" },
  unit_inferred: { unit_inferred: "caveat.unit_inferred" },
};

/** Figures between which rules spoke, in the order of their rows. */
export interface FoundBetween {
  readonly figures: readonly Comparable[];
  readonly pairs: SetComparison["pairs"];
}

/** What a rule found, place by place: value → names, in the order of the rows. */
type Found = readonly (readonly [value: string | null, names: readonly string[]])[];

function foundBy(rule: RuleId, { figures, pairs }: FoundBetween, context: FigureContext): Found {
  const found = new Map<string | null, Set<string>>();
  const nameOf = new Map(
    figures.map(({ fact_id, region_id }) => [fact_id, regionName(context, region_id)]),
  );
  const add = (value: string | null, id: string) => {
    const names = found.get(value) ?? new Set();
    found.set(value, names.add(nameOf.get(id) ?? ""));
  };
  for (const { a, b, reasons } of pairs)
    for (const reason of reasons)
      if (reason.rule === rule) {
        add(reason.a, a);
        add(reason.b, b);
      }
  const inOrder = [...new Set(nameOf.values())];
  return [...found].map(([value, names]) => [value, inOrder.filter((name) => names.has(name))]);
}

/** 甲市、乙市等9地 */
export function namesText(
  names: readonly string[],
  most: Most,
  { language }: FigureContext,
): string {
  return excerptText(names, most.names, language, "strip.more_regions");
}

/** The sentence of the one value that is odd; null where several are, or none has one. */
function oddSentence(rule: RuleId, found: Found, context: FigureContext, most: Most) {
  const wordOf = ([value]: Found[number]) => oddities[rule]?.[String(value)];
  const odd = found.filter((one) => wordOf(one) !== undefined);
  const [[, names] = [null, []], ...others] = odd;
  const word = odd[0] && wordOf(odd[0]);
  // Beside two ordinary values the sentence of the odd one would hide that they differ.
  const rest = found.filter(([value]) => !odd.some(([one]) => one === value));
  const differ = rest.filter(([value]) => value === null || !ordinary[rule]?.includes(value));
  if (word === undefined || others.length > 0 || differ.length > 1) return null;
  return say(context.language, word, namesText(names, most, context), names.length);
}

/** Of what may not be compared both sides are told. */
function isForbidden(rule: RuleId, { pairs }: FoundBetween): boolean {
  return pairs.some(({ reasons }) =>
    reasons.some((one) => one.rule === rule && one.verdict === "not_comparable"),
  );
}

/** 期间长短不同：9个月（苏州）；12个月（汕尾）。 */
export function ruleSentence(
  rule: RuleId,
  between: FoundBetween,
  context: FigureContext,
  most: Most,
): string {
  const { language } = context;
  const word = plain[rule];
  if (word) return say(language, word);
  const found = foundBy(rule, between, context);
  const odd = isForbidden(rule, between) ? null : oddSentence(rule, found, context, most);
  return odd ?? valuesSentence(rule, found, context, most);
}

function valuesSentence(rule: RuleId, found: Found, context: FigureContext, most: Most): string {
  const { language } = context;
  const values = found
    .filter(([value]) => value === null || !ordinary[rule]?.includes(value))
    .toSorted(([, a], [, b]) => b.length - a.length);
  const parts = excerpt(values, most.values).map((one) => {
    if (isRest(one)) return say(language, "strip.more_values", one.left);
    const [value, names] = one;
    const regions = namesText(names, most, context);
    return named.has(rule)
      ? regions
      : say(language, "strip.value", foundText(rule, value, context), regions);
  });
  return say(
    language,
    "strip.sentence",
    upperFirst(ruleWords[rule].title[language]),
    parts.join(punctuation[language].semicolon),
  );
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
