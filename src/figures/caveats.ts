import { ruleIds, type RuleId, type SetComparison } from "../domain/index.ts";
import { formatNumber, say } from "../words/index.ts";
import type { Comparable } from "./comparable.ts";
import { type FigureContext, regionName } from "./context.ts";
import { type DifferenceGrid, differenceGrid } from "./difference-grid.ts";
import { inFull, inShort, isPlain, namesText, ruleSentence } from "./difference-text.ts";
import { type Flag, flags, flagsOf } from "./flags.ts";
import type { Observation } from "./observation.ts";
import { flagsInRows } from "./panel.ts";
import { type Arrangement, isOfOnePlace, type Panel } from "./panels.ts";

/** What must be known before the values of a figure are compared. */
export interface Caveats {
  /** The one that could change a number most, in a sentence; null where there is none. */
  readonly lead: string | null;
  /** How many there are, that of the sentence among them. */
  readonly count: number;
  /** What differs between which places; null where no rule speaks, or the sentence says all. */
  readonly grid: DifferenceGrid | null;
  /** What stands in no grid, nor in the sentence: of places by themselves. */
  readonly notes: readonly string[];
  /** All of them in sentences, the weightiest first: for files, which fold nothing. */
  readonly all: readonly string[];
}

export const noCaveats: Caveats = { lead: null, count: 0, grid: null, notes: [], all: [] };

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

/** Between rows of one place their names say it. */
const inNames: ReadonlySet<RuleId> = new Set(["part", "scope"]);

type Pairs = Pick<SetComparison, "pairs">;

/** A rule or a flag that has something to say of a panel. */
interface Point {
  readonly about: { readonly rule: RuleId } | { readonly flag: Flag };
  /** The lower, the more it could do to a number. */
  readonly weight: number;
  /** Said of nearly every pair or row, or in the rows already. */
  readonly isQuiet: boolean;
}

/** Rows between which something is compared: a panel, or all that stands in one drawing. */
interface Part {
  /** What it is called among others; "" where it is the only one. */
  readonly title: string;
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
    const isPlain = plainRules.includes(rule) && reasons.length >= many * NEARLY_ALL;
    const isQuiet = isPlain || (inNames.has(rule) && isOfOnePlace(figures));
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

/** Figures of some parts, in the order of their rows. */
function inRowOrder(parts: readonly Part[]): Comparable[] {
  return parts.flatMap(({ figures, observations }) => {
    const place = new Map(observations.map((one, index) => [one, index]));
    const placeOf = ({ observation }: Comparable) => place.get(observation) ?? 0;
    return figures.toSorted((a, b) => placeOf(a) - placeOf(b));
  });
}

/** One sentence for a rule or a flag about some parts of a figure. */
function textOf(
  about: Point["about"],
  parts: readonly Part[],
  context: FigureContext,
  most = inFull,
): string {
  if ("flag" in about) {
    const observations = parts.flatMap((part) => part.observations);
    const concerned = flagged(about.flag, observations, context);
    const names = [...new Set(concerned.map(({ region_id }) => regionName(context, region_id)))];
    const regions = namesText(names, most, context);
    return say(context.language, `caveat.${about.flag}`, regions, names.length);
  }
  const found = { figures: inRowOrder(parts), pairs: parts.flatMap((part) => part.pairs) };
  return ruleSentence(about.rule, found, context, most);
}

const keyOf = ({ about }: Point) => Object.entries(about).join();

/** Of what several parts say, each once: as it stands where it weighs most. */
function eachOnce(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.weight - b.weight);
  return [...new Map(sorted.toReversed().map((one) => [keyOf(one), one])).values()].reverse();
}

/**
 * The sentence under a figure is that of the weightiest point: what the rules forbid first, then
 * what could change a number by a factor; what is plain to see only where nothing else is said. It
 * tells of the first part in which it weighs so much: pooled, two panels would seem compared.
 */
function leadOf(byPart: readonly (readonly Point[])[], each: readonly Point[]) {
  const lead = each.find(({ isQuiet }) => !isQuiet) ?? each[0];
  if (lead === undefined) return null;
  const isIn = (points: readonly Point[]) =>
    points.some((one) => keyOf(one) === keyOf(lead) && one.weight === lead.weight);
  return { lead, at: byPart.findIndex(isIn) };
}

/** All points of some parts, as a sentence, a grid of what differs, and notes. */
function caveatsIn(parts: readonly Part[], context: FigureContext): Caveats {
  const byRule = parts.map(rulePoints);
  const said = new Set(byRule.flat().flatMap(({ about }) => ("rule" in about ? [about.rule] : [])));
  const byPart = parts.map((part, i) => [...(byRule[i] ?? []), ...flagPoints(part, said, context)]);
  const each = eachOnce(byPart.flat());
  const found = leadOf(byPart, each);
  if (found === null) return noCaveats;
  const { lead, at } = found;
  // What the flags say of places holds in every part.
  const told = "rule" in lead.about ? parts.slice(at, at + 1) : parts;
  const text = textOf(lead.about, told, context, inShort);
  const isWhole = text === textOf(lead.about, parts, context);
  const inGrid = each.flatMap(({ about }) =>
    "rule" in about && !isPlain(about.rule) ? [about.rule] : [],
  );
  const others = each.filter((one) => one !== lead);
  const notes = isWhole ? others : each;
  return {
    lead: text,
    count: each.length,
    grid:
      each.length === 1 && isWhole ? null : differenceGrid(parts.map(withRows), inGrid, context),
    notes: notes
      .filter(({ about }) => !("rule" in about && inGrid.includes(about.rule)))
      .map(({ about }) => textOf(about, parts, context)),
    all: each.map(({ about }) => textOf(about, parts, context)),
  };
}

function withRows(part: Part) {
  return { ...part, figures: inRowOrder([part]) };
}

function partOf(panel: Panel, { title, comparison }: Arrangement): Part {
  const { figures, observations, header } = panel;
  const ids = new Set(figures.map(({ fact_id }) => fact_id));
  // What stands in another panel is not compared with it.
  const pairs = comparison.pairs.filter(({ a, b }) => ids.has(a) && ids.has(b));
  const name = [title, header].filter(Boolean).join(" · ");
  return { title: name, figures, observations, pairs, inRows: flagsInRows };
}

/** The caveats of a figure whose rows fall into panels, of each panel about its own rows. */
export function caveatsOf(arrangements: readonly Arrangement[], context: FigureContext): Caveats {
  const panels = arrangements.flatMap((arrangement) =>
    arrangement.panels.map((panel) => partOf(panel, arrangement)),
  );
  // Beside what stands alone is nothing to compare, and its reason beside it.
  const alone = arrangements.flatMap((one) => one.alone.map(({ observation }) => observation));
  const rest: Part = { title: "", figures: [], observations: alone, pairs: [], inRows: flags };
  return caveatsIn([...panels, rest], context);
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
  const part = { title: "", figures: groups.flat(), observations, pairs, inRows: [] };
  const caveats = caveatsIn([part], context);
  if (comparison !== null) return caveats;
  const count = formatNumber(observations.length, context.language);
  const lead = say(context.language, "strip.unjudged", count);
  const { all } = caveats;
  return { lead, count: all.length + 1, grid: null, notes: all, all: [lead, ...all] };
}
