import {
  formatLineage,
  isPartOfYear,
  isPeriodKnown,
  monthsCovered,
  roundDerived,
  significantDigits,
} from "../domain/index.ts";
import {
  formatPeriod,
  formatQuantity,
  formatSubset,
  punctuation,
  say,
  shortQuantity,
  type Word,
  withRange,
} from "../words/index.ts";
import { measureOf } from "./comparable.ts";
import { type FigureContext, metricName, regionName, thingOf } from "./context.ts";
import { flagName, flagsOf } from "./flags.ts";
import { isAbsent, type Observation, type Present } from "./observation.ts";

/** The window in words, or null where there is none. */
export function periodOf(observation: Observation, { language }: FigureContext): string | null {
  const { period_start, period_end, period_basis } = observation;
  if (period_basis === null) return null;
  // Of a figure it is said that its page shows no date; what is missing has none to show.
  if (!isPeriodKnown({ period_end, period_basis })) return null;
  if (period_end === null && isAbsent(observation)) return null;
  return formatPeriod({ period_start, period_end, period_basis }, language);
}

/** The window, and of a part of a year how many months it has: Jan–Sep 2019, 9 months. */
export function spanOf(observation: Observation, context: FigureContext): string | null {
  const text = periodOf(observation, context);
  const { period_start, period_end, period_basis } = observation;
  if (text === null || period_basis === null) return text;
  const period = { period_start, period_end, period_basis };
  if (!isPartOfYear(period)) return text;
  const months = Math.round(monthsCovered(period) * 10) / 10;
  return [text, say(context.language, "period.months", months)].join(
    punctuation[context.language].comma,
  );
}

/** Kinds of places by the last character of their names. */
const kinds: Readonly<Record<string, Word>> = {
  国: "whole.country",
  省: "whole.province",
  市: "whole.city",
  州: "whole.prefecture",
  盟: "whole.league",
  县: "whole.county",
  镇: "whole.township",
};

/** 全市, the whole city: a whole jurisdiction by what the region is. */
function wholeOf(region_id: string, { catalogue }: FigureContext): Word {
  const region = catalogue.regions.get(region_id);
  const last = region?.zh.at(-1) ?? "";
  if (last === "区" && region?.level === "province") return "whole.region";
  if (last === "区" && region?.level === "county") return "whole.district";
  return kinds[last] ?? "scope.jurisdiction_total.short";
}

/** Whose work it is, with the part named where it is a part. */
export function scopeOf(
  { scope, subset, region_id }: Observation,
  context: FigureContext,
): string | null {
  const { language } = context;
  const whose =
    scope === "jurisdiction_total"
      ? say(language, wholeOf(region_id, context))
      : scope && say(language, `scope.${scope}.short`);
  const part = subset && formatSubset(subset, language);
  return [whose, part].filter(Boolean).join(punctuation[language].comma) || null;
}

/** Whose work of which part, and whether before or after accidents: what tells kinds apart. */
export function kindOf(observation: Observation, context: FigureContext): string[] {
  const { accident } = observation;
  const isSplit = accident === "before" || accident === "after";
  const word = isSplit ? say(context.language, `accident.${accident}`) : null;
  return [scopeOf(observation, context), word].flatMap((text) => text ?? []);
}

/** The same after the period. */
export function detailOf(observation: Observation, context: FigureContext): string {
  const period = periodOf(observation, context);
  return [...(period === null ? [] : [period]), ...kindOf(observation, context)].join(" · ");
}

/** What is only intended does not read like what is done. */
function intended(text: string, { status }: Observation, { language }: FigureContext): string {
  return status === "actual" ? text : say(language, `value.${status}`, text);
}

/** How many digits of a derived number follow from those of its parents; all of any other. */
function digitsOf({ source }: Observation, { catalogue }: FigureContext): number {
  if (source.kind !== "derived") return Infinity;
  const facts = source.facts.flatMap((id) => catalogue.facts.get(id) ?? []);
  return significantDigits(source.operation, facts);
}

/** A value in words, with the range in which it lies where the report leaves that open. */
function ranged(
  observation: Present,
  text: (value: number) => string,
  { language }: FigureContext,
): string {
  const { value, range } = observation;
  if (range === null) return text(value);
  return withRange(text(value), [text(range.low.value), text(range.high.value)], language);
}

/** The value in full precision; a derived one with no more digits than it can bear. */
export function fullValue(observation: Observation, context: FigureContext): string {
  const { language } = context;
  if (observation.value === null)
    return say(language, `missing.${observation.missing ?? "not_reported"}`);
  const { source } = observation;
  const text = (value: number) => {
    const shown = source.kind === "derived" ? roundDerived(value) : value;
    return formatQuantity(quantityOf(observation, shown, context), language);
  };
  return intended(ranged(observation, text, context), observation, context);
}

/** The value in a label; "" for what is missing. */
export function shortValue(observation: Observation, context: FigureContext): string {
  if (observation.value === null) return "";
  const text = (value: number) =>
    shortQuantity(quantityOf(observation, value, context), context.language);
  return intended(ranged(observation, text, context), observation, context);
}

function quantityOf(observation: Observation, value: number, context: FigureContext) {
  const { unit, qualifier, metric_id } = observation;
  const digits = digitsOf(observation, context);
  return { value, unit, qualifier, digits, thing: thingOf(context, metric_id) };
}

/** What the row shows, by the name of its stated or derived metric. */
export function measureName(observation: Observation, context: FigureContext): string | null {
  const metric = measureOf(observation, context);
  return metric && metricName(context, metric);
}

function heading(observation: Observation, context: FigureContext): string {
  const names = [regionName(context, observation.region_id), measureName(observation, context)];
  return names.filter(Boolean).join(punctuation[context.language].comma);
}

/** As the label writes it, so that whoever speaks to the page can say what is seen; then in full. */
function namedValue(observation: Observation, context: FigureContext): string {
  const [short, full] = [shortValue(observation, context), fullValue(observation, context)];
  if (short === "" || short === full) return full;
  return context.language === "zh" ? `${short}，即${full}` : `${short}, or ${full}`;
}

/**
 * What a screen reader says of a mark, and the tip shows line by line: region and metric, value
 * as labelled and in full, period, scope, flags.
 */
export function accessibleName(observation: Observation, context: FigureContext): string {
  const { language } = context;
  const value = namedValue(observation, context);
  const flags = flagsOf(observation, context).map((flag) => flagName(flag, observation, context));
  return [
    heading(observation, context),
    value,
    periodOf(observation, context),
    scopeOf(observation, context),
    flags.join(punctuation[language].member),
  ]
    .filter(Boolean)
    .join(punctuation[language].semicolon);
}

/** The id that the address bar holds: a fact, or an operation over its parents. */
export function evidenceId({ source }: Observation): string {
  return source.kind === "none" ? "" : formatLineage(source);
}
