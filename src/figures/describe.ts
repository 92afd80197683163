import { groups } from "d3-array";
import { formatNumber, list, say, type Word } from "../words/index.ts";
import { comparable, measureOf } from "./comparable.ts";
import { type FigureContext, regionName } from "./context.ts";
import { measureName, periodOf, scopeOf, shortValue } from "./name.ts";
import { isPart } from "./form.ts";
import { MOST_JUDGED } from "./kinds.ts";
import type { Observation, Present } from "./observation.ts";
import { type Arrangement, forbiddenBecause } from "./panels.ts";
import { isPoint, rankingOf } from "./order.ts";

function one(observation: Present, context: FigureContext): string {
  const details = [scopeOf(observation, context), periodOf(observation, context)].filter(Boolean);
  const { language } = context;
  const [open, close, joint] = language === "zh" ? ["（", "）", "，"] : [" (", ")", ", "];
  return `${regionName(context, observation.region_id)} ${shortValue(observation, context)}${open}${details.join(joint)}${close}`;
}

function kindOfScope(observation: Observation): string {
  return isPart(observation) ? "part" : (observation.scope ?? "bureau");
}

/** Only figures of one metric, basis and kind of scope have a highest and a lowest. */
function kindOf(observation: Observation, context: FigureContext): string {
  const { unit, count_basis } = observation;
  return [measureOf(observation, context), unit, count_basis, kindOfScope(observation)].join("|");
}

function kindName(observation: Observation, context: FigureContext): string {
  const scope = kindOfScope(observation);
  const { language } = context;
  const word: Word =
    scope === "part" ? "flag.part" : `scope.${observation.scope ?? "bureau"}.short`;
  const names = [measureName(observation, context), say(language, word)];
  return list(
    language,
    names.flatMap((name) => name ?? []),
  );
}

/** The highest and the lowest of one kind, where the rules let them be put in order. */
function extremes(members: readonly Present[], context: FigureContext): string[] {
  const points = members.filter(isPoint);
  const sorted = points.toSorted((a, b) => b.value - a.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const { language } = context;
  const name = kindName(first, context);
  // An order of so many is not looked for.
  if (points.length > MOST_JUDGED)
    return [say(language, "describe.many", name, formatNumber(points.length, language))];
  if (first === last) return [say(language, "describe.only", name, one(first, context))];
  const figures = points.flatMap((observation) => comparable(observation, context) ?? []);
  if (rankingOf(figures, context).verdict === "refused")
    return [say(language, "describe.unranked", name, points.length)];
  return [
    say(language, "describe.highest", name, one(first, context)),
    say(language, "describe.lowest", name, one(last, context)),
  ];
}

/** More names than this are a number: nobody listens to forty. */
const MANY = 12;

/** How the rules divided the figures, or that the reader overruled them. */
export function divided(
  arrangements: readonly Arrangement[],
  context: FigureContext,
  { together }: { readonly together: boolean },
): string[] {
  const { language } = context;
  if (!arrangements.some(({ isSplit }) => isSplit)) return [];
  if (together) return [say(language, "together.warning", forbiddenBecause(arrangements, context))];
  const panels = arrangements.flatMap((one) => one.panels).length;
  const alone = arrangements.flatMap((one) => one.alone).length;
  return [say(language, "describe.divided", panels, alone)];
}

/** A sentence for each reason, since "not comparable" is not "not reported". */
export function missingSentences(
  observations: readonly Observation[],
  context: FigureContext,
): string[] {
  const { language } = context;
  const absent = observations.flatMap(({ missing, region_id }) =>
    missing ? [{ missing, name: regionName(context, region_id) }] : [],
  );
  return groups(absent, ({ missing }) => missing).map(([missing, members]) => {
    const names = [...new Set(members.map(({ name }) => name))];
    const reason = say(language, `missing.${missing}`);
    if (names.length > MANY)
      return say(language, "describe.missing_many", upperFirst(reason), names.length);
    return say(language, "describe.missing", upperFirst(reason), list(language, names));
  });
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is said of a chart in place of its picture, in sentences. */
export interface Description {
  /** What kind of chart, of how much. */
  readonly what: string;
  /** Highest and lowest, first and last, counts: as much as the rules allow. */
  readonly found: readonly string[];
  /** What is not compared. */
  readonly apart: readonly string[];
  /** What no line joins, and why. */
  readonly breaks: readonly string[];
  /** Who has no figure, by reason. */
  readonly missing: readonly string[];
}

/** The highest and lowest of each kind of some figures, as the rules allow. */
export function extremesOf(present: readonly Present[], context: FigureContext): string[] {
  return groups(present, (observation) => kindOf(observation, context)).flatMap(([, members]) =>
    extremes(members, context),
  );
}

/** Sentences as one text, as each language sets them. */
export function joined(sentences: readonly (string | null)[], { language }: FigureContext): string {
  return sentences.filter(Boolean).join(language === "zh" ? "" : " ");
}

/** The name of a drawing: what it shows, and how its marks are reached. */
export function drawingName(
  { what, found, apart, breaks, missing }: Description,
  own: string,
  context: FigureContext,
): string {
  const sentences = own === "" ? [what, ...apart, ...breaks, ...found] : [own];
  return joined([...sentences, ...missing, say(context.language, "describe.keys")], context);
}
