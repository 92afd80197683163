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
import type { Comparable } from "./comparable.ts";
import { type FigureContext, regionName } from "./context.ts";
import { type Flag, flags, flagsOf } from "./flags.ts";
import type { Observation } from "./observation.ts";
import { flagsInRows } from "./panel.ts";
import type { Arrangement, Panel } from "./panels.ts";
import { foundText } from "./reason.ts";

/** What must be known before the values of a figure are compared, a sentence each. */
export interface Caveats {
  /** The few that could change the reading, of each panel at most four. */
  readonly shown: readonly string[];
  /** All others, behind a disclosure. */
  readonly more: readonly string[];
}

export const noCaveats: Caveats = { shown: [], more: [] };

/** Lines that a panel may have under its figure. */
const MOST_LINES = 4;

/** Names and values that a sentence gives before it only counts. */
const MOST_NAMES = 5;
const MOST_VALUES = 4;

/** Rules of which a sentence says all: who has which value is no news. */
const plain: Readonly<Partial<Record<RuleId, Word>>> = { size: "strip.size" };

/** Rules that concern some figures by themselves: their names say all. */
const named: ReadonlySet<RuleId> = new Set(["audit", "unit_inferred"]);

/** Values that are the rule rather than the exception need no names. */
const ordinary: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  qualifier: ["exact"],
  audit: ["no_mismatch"],
  unit_inferred: ["unit_written"],
  window: ["full_year", "ytd", "quarter", "month", "point_in_time"],
};

/** A flag says nothing that the rule has not said with names and values. */
const covering: Readonly<Record<Flag, readonly RuleId[]>> = {
  part_year: ["period_length", "year"],
  window_unstated: ["window"],
  part: ["part"],
  lower_bound: ["qualifier"],
  approximate: ["qualifier"],
  inclusion_open: ["scope"],
  filed: ["count_basis"],
  baseline_statutory: ["baseline"],
  baseline_unstated: ["baseline"],
  baseline_last_year: ["baseline"],
  baseline_promised_before: ["baseline"],
  channel: ["channel"],
  before_accident: ["accident"],
  after_accident: ["accident"],
  confiscations: ["definition"],
  violations: ["definition"],
  on_site: ["definition"],
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

/**
 * Rules by what they could do to a number: change it by a factor, leave it open, or only tell what
 * is plain to see. What the rules forbid comes before all of them.
 */
const weights: readonly RuleId[] = [
  ...(["scope", "accident", "departments", "channel", "definition", "part"] as const),
  ...(["count_basis", "baseline", "metric", "period_length", "law"] as const),
  ...(["qualifier", "window", "status", "audit", "unit_inferred"] as const),
  ...(["year", "size", "level", "source"] as const),
];

/** What is said of a place, a source or a time: of nearly all rows of a panel it is no news. */
const plainRules: readonly RuleId[] = ["year", "size", "level", "source"];
const plainFlags: readonly Flag[] = [
  ...(["part", "part_year", "old_law"] as const),
  ...(["press", "derived", "companion"] as const),
];

/** So much of a panel's pairs, or rows, is nearly all. */
const NEARLY_ALL = 0.75;

/** Notes, which are no caveats, that a reader of totals or of the press still wants to know. */
const told: readonly RuleId[] = ["size", "source"];

type Pairs = Pick<SetComparison, "pairs">;

/** A rule or a flag that has something to say of a panel. */
interface Point {
  readonly about: { readonly rule: RuleId } | { readonly flag: Flag };
  /** The lower, the more it could do to a number. */
  readonly weight: number;
  /** Said of nearly every pair or row, or in the rows already. */
  readonly isQuiet: boolean;
}

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
  const values = [...found]
    .filter(([value]) => value === null || !ordinary[rule]?.includes(value))
    .toSorted(([, a], [, b]) => b.size - a.size);
  const parts = excerpt(values, MOST_VALUES).map((one) => {
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

/** Rows between which something is compared: a panel, or all that stands in one drawing. */
interface Part {
  readonly figures: readonly Comparable[];
  readonly observations: readonly Observation[];
  readonly pairs: Pairs["pairs"];
  /** Flags that its rows say in words. */
  readonly inRows: readonly Flag[];
}

/** The rules that spoke between the figures of a part. */
function rulePoints({ figures, pairs }: Part): Point[] {
  const many = (figures.length * (figures.length - 1)) / 2;
  return ruleIds.flatMap((rule): Point[] => {
    const reasons = pairs.flatMap((pair) => pair.reasons.filter((one) => one.rule === rule));
    const loud = reasons.filter(({ verdict }) => verdict !== "comparable");
    if (loud.length === 0 && !(told.includes(rule) && reasons.length > 0)) return [];
    const isHard = loud.some(({ verdict }) => verdict === "not_comparable");
    const weight = weights.indexOf(rule) - (isHard ? weights.length : 0);
    const isQuiet = plainRules.includes(rule) && reasons.length >= many * NEARLY_ALL;
    return [{ about: { rule }, weight, isQuiet }];
  });
}

/** A number that has no source comes first; one that is only ours or read in part, last. */
function weightOf(flag: Flag): number {
  if (flag === "denied" || flag === "unsourced") return -weights.length;
  const [rule] = covering[flag];
  return rule === undefined ? weights.length : weights.indexOf(rule);
}

function flagged(flag: Flag, observations: readonly Observation[], context: FigureContext) {
  return observations.filter((one) => flagsOf(one, context).includes(flag));
}

/** The flags of a part's rows that no rule has spoken about. */
function flagPoints(part: Part, said: ReadonlySet<RuleId>, context: FigureContext): Point[] {
  const { observations, inRows } = part;
  return flags.flatMap((flag): Point[] => {
    const concerned = flagged(flag, observations, context);
    if (concerned.length === 0 || covering[flag].some((rule) => said.has(rule))) return [];
    const isPlain =
      plainFlags.includes(flag) && concerned.length >= observations.length * NEARLY_ALL;
    return [{ about: { flag }, weight: weightOf(flag), isQuiet: isPlain || inRows.includes(flag) }];
  });
}

/** One sentence for a rule or a flag about all the parts of a figure. */
function textOf(about: Point["about"], parts: readonly Part[], context: FigureContext): string {
  if ("flag" in about) {
    const observations = parts.flatMap((part) => part.observations);
    const concerned = flagged(about.flag, observations, context);
    const names = [...new Set(concerned.map(({ region_id }) => regionName(context, region_id)))];
    const regions = regionsText(names, context);
    return say(context.language, `caveat.${about.flag}`, regions);
  }
  const inRows = parts.flatMap(({ figures, observations }) => {
    const place = new Map(observations.map((one, index) => [one, index]));
    const placeOf = ({ observation }: Comparable) => place.get(observation) ?? 0;
    return figures.toSorted((a, b) => placeOf(a) - placeOf(b));
  });
  const regionOf = new Map(
    inRows.map(({ fact_id, region_id }) => [fact_id, regionName(context, region_id)]),
  );
  const pairs = parts.flatMap((part) => part.pairs);
  return sentenceOf(about.rule, foundBy(about.rule, { pairs }, regionOf), context);
}

/**
 * A line for each rule or flag of some parts: shown are those that are among the four weightiest of
 * one of them, and what is plain only where nothing else is said.
 */
function linesOf(parts: readonly Part[], context: FigureContext): Caveats {
  const byPart = parts.map(rulePoints);
  const said = new Set(byPart.flat().flatMap(({ about }) => ("rule" in about ? [about.rule] : [])));
  const all = parts.map((part, i) =>
    [...(byPart[i] ?? []), ...flagPoints(part, said, context)].toSorted(
      (a, b) => a.weight - b.weight,
    ),
  );
  const few = all.flatMap((points) => points.filter((one) => !one.isQuiet).slice(0, MOST_LINES));
  const key = ({ about }: Point) => Object.entries(about).join();
  const points = all.flat().toSorted((a, b) => a.weight - b.weight);
  const each = [...new Map(points.toReversed().map((one) => [key(one), one])).values()].reverse();
  const [first] = few.length > 0 ? [] : each;
  const chosen = new Set([...few, ...(first ? [first] : [])].map(key));
  const texts = (wanted: boolean) =>
    each
      .filter((one) => chosen.has(key(one)) === wanted)
      .map(({ about }) => textOf(about, parts, context));
  return { shown: texts(true), more: texts(false) };
}

function partOf({ figures, observations }: Panel, { comparison }: Arrangement): Part {
  const ids = new Set(figures.map(({ fact_id }) => fact_id));
  // What stands in another panel is not compared with it.
  const pairs = comparison.pairs.filter(({ a, b }) => ids.has(a) && ids.has(b));
  return { figures, observations, pairs, inRows: flagsInRows };
}

/** The caveats of a figure whose rows fall into panels, of each panel about its own rows. */
export function caveatsOf(arrangements: readonly Arrangement[], context: FigureContext): Caveats {
  const panels = arrangements.flatMap((arrangement) =>
    arrangement.panels.map((panel) => partOf(panel, arrangement)),
  );
  // Beside what stands alone is nothing to compare, and its reason beside it.
  const alone = arrangements.flatMap((one) => one.alone.map(({ observation }) => observation));
  return linesOf(
    [...panels, { figures: [], observations: alone, pairs: [], inRows: flags }],
    context,
  );
}

/**
 * The caveats of rows that stand together in one drawing, whatever the rules say of them.
 * @param comparison null where they are too many to compare in pairs, which is said
 */
export function mixedCaveats(
  observations: readonly Observation[],
  comparison: SetComparison<Comparable> | null,
  context: FigureContext,
): Caveats {
  const { groups, pairs } = comparison ?? { groups: [], pairs: [] };
  const part = { figures: groups.flat(), observations, pairs, inRows: [] };
  const { shown, more } = linesOf([part], context);
  if (comparison !== null) return { shown, more };
  const count = formatNumber(observations.length, context.language);
  return { shown: [say(context.language, "strip.unjudged", count), ...shown], more };
}
