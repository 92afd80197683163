import { ruleIds, ruleWords, type RuleId, type SetComparison } from "../domain/index.ts";
import {
  excerpt,
  excerptText,
  formatNumber,
  isRest,
  punctuation,
  say,
  type Word,
} from "../words/index.ts";
import { type FigureContext, regionName } from "./context.ts";
import { type Flag, flags, flagsOf } from "./flags.ts";
import type { Observation } from "./observation.ts";
import { rankingOf } from "./order.ts";
import type { Arrangement } from "./panels.ts";
import { foundText } from "./reason.ts";

/** Names and values that a sentence gives before it only counts. */
const MOST_NAMES = 5;
const MOST_VALUES = 4;

/** Rules of which a sentence says all: who has which value is no news. */
const plain: Readonly<Partial<Record<RuleId, Word>>> = { size: "strip.size" };

/** Rules that concern some figures by themselves: their names say all. */
const named: ReadonlySet<RuleId> = new Set(["audit", "unit_inferred", "delegation"]);

/** Values that are the rule rather than the exception need no names. */
const ordinary: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  qualifier: ["exact"],
  audit: ["no_mismatch"],
  unit_inferred: ["unit_written"],
  delegation: ["none_delegated"],
  window: ["full_year", "ytd", "quarter", "month", "point_in_time"],
};

/** A flag says nothing that the rule has not said with names and values. */
const covering: Readonly<Record<Flag, readonly RuleId[]>> = {
  part_year: ["period_length", "part_of_year"],
  window_unstated: ["window"],
  part: ["part"],
  lower_bound: ["qualifier"],
  approximate: ["qualifier"],
  filed: ["count_basis"],
  baseline_statutory: ["baseline"],
  baseline_unstated: ["baseline"],
  baseline_last_year: ["baseline"],
  baseline_promised_before: ["baseline"],
  channel: ["channel"],
  before_accident: ["accident"],
  after_accident: ["accident"],
  confiscations: ["confiscations"],
  violations: ["counted_as"],
  on_site: ["counted_as"],
  press: ["source"],
  unit_inferred: ["unit_inferred"],
  derived: [],
  planned: ["status"],
  proposed: ["status"],
  companion: [],
  old_law: ["law"],
  mismatch: ["audit"],
  unsourced: [],
  denied: [],
};

type Pairs = Pick<SetComparison, "pairs">;

/** What a rule found, region by region: value → names, in the order of the rows. */
type Found = ReadonlyMap<string | null, ReadonlySet<string>>;

function foundBy(rule: RuleId, { pairs }: Pairs, regionOf: ReadonlyMap<string, string>): Found {
  const found = new Map<string | null, Set<string>>();
  const add = (value: string | null, id: string) => {
    const names = found.get(value) ?? new Set();
    found.set(value, names.add(regionOf.get(id) ?? ""));
  };
  for (const { a, b, reasons } of pairs)
    for (const reason of reasons)
      if (reason.rule === rule) {
        add(reason.a, a);
        add(reason.b, b);
      }
  return new Map([...found].map(([value, names]) => [value, inOrder(names, regionOf)]));
}

/** Names in the order of the rows, whatever the pairs came in. */
function inOrder(names: ReadonlySet<string>, regionOf: ReadonlyMap<string, string>): Set<string> {
  return new Set([...regionOf.values()].filter((name) => names.has(name)));
}

function regionsText(names: Iterable<string>, { language }: FigureContext): string {
  return excerptText([...names], MOST_NAMES, language, "strip.more_regions");
}

/** 期间长短不同：9个月（苏州）；12个月（汕尾） */
function sentenceOf(rule: RuleId, found: Found, context: FigureContext): string {
  const { language } = context;
  const word = plain[rule];
  if (word) return say(language, word);
  const told = [...found]
    .filter(([value]) => value === null || !ordinary[rule]?.includes(value))
    .toSorted(([, a], [, b]) => b.size - a.size);
  const parts = excerpt(told, MOST_VALUES).map((one) => {
    if (isRest(one)) return say(language, "strip.more_values", one.left);
    const [value, names] = one;
    const regions = regionsText(names, context);
    return named.has(rule)
      ? regions
      : say(language, "strip.value", foundText(rule, value, context), regions);
  });
  const title = ruleWords[rule].title[language];
  return say(
    language,
    "strip.sentence",
    upperFirst(title),
    parts.join(punctuation[language].semicolon),
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Rules that gave more than a note about some pair. */
function spoken({ pairs }: Pairs): RuleId[] {
  const loud = new Set(
    pairs.flatMap(({ reasons }) =>
      reasons.filter(({ verdict }) => verdict !== "comparable").map(({ rule }) => rule),
    ),
  );
  return ruleIds.filter((rule) => loud.has(rule));
}

/** True where two rules part the regions in the same way, so that one sentence says enough. */
function isSame(a: Found, b: Found): boolean {
  const parts = (found: Found) => [...found.values()].map((names) => [...names].toSorted().join());
  return parts(a).toSorted().join("|") === parts(b).toSorted().join("|");
}

/** One sentence for each flag that occurs and that no rule has spoken about. */
function flagSentences(
  observations: readonly Observation[],
  said: readonly RuleId[],
  context: FigureContext,
): string[] {
  return flags.flatMap((flag) => {
    if (covering[flag].some((rule) => said.includes(rule))) return [];
    const concerned = observations.filter((one) => flagsOf(one, context).includes(flag));
    const names = [...new Set(concerned.map(({ region_id }) => regionName(context, region_id)))];
    if (names.length === 0) return [];
    const regions = regionsText(names, context);
    return [say(context.language, `caveat.${flag}`, regions)];
  });
}

function isLabelled({ panels }: Arrangement, context: FigureContext): boolean {
  return panels.some(
    ({ figures, ranked }) => ranked && rankingOf(figures, context).verdict === "labelled",
  );
}

interface CaveatOptions {
  /** The chart puts its figures in an order. */
  readonly isRanked: boolean;
  /** There are too many to compare in pairs; false by default. */
  readonly isUnjudged?: boolean | undefined;
}

/**
 * The strip under a chart: whether its order needs care, one sentence for each rule that spoke
 * about two of its figures, and one for each flag of a single figure that no rule knows.
 */
export function caveatsOf(
  arrangements: readonly Arrangement[],
  observations: readonly Observation[],
  context: FigureContext,
  { isRanked, isUnjudged = false }: CaveatOptions,
): string[] {
  const { language } = context;
  const figures = arrangements.flatMap(({ comparison }) => comparison.groups.flat());
  const place = new Map(observations.map((one, index) => [one, index]));
  const inRows = figures.toSorted(
    (a, b) => (place.get(a.observation) ?? 0) - (place.get(b.observation) ?? 0),
  );
  const regionOf = new Map(
    inRows.map(({ fact_id, region_id }) => [fact_id, regionName(context, region_id)]),
  );
  const all = { pairs: arrangements.flatMap(({ comparison }) => comparison.pairs) };
  const found = new Map(spoken(all).map((rule) => [rule, foundBy(rule, all, regionOf)]));
  const rules = [...found.keys()];
  const [length, season] = [found.get("period_length"), found.get("part_of_year")];
  // Nine months of a year are told by their number; their names stand in the rows.
  if (length && season && isSame(length, season)) found.delete("part_of_year");
  const isCareful = isRanked && arrangements.some((one) => isLabelled(one, context));
  return [
    ...(isCareful ? [say(language, "strip.ordered")] : []),
    ...(isUnjudged
      ? [say(language, "strip.unjudged", formatNumber(observations.length, language))]
      : []),
    ...[...found].map(([rule, values]) => sentenceOf(rule, values, context)),
    ...flagSentences(observations, rules, context),
  ];
}
