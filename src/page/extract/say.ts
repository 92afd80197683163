import type { Fact } from "../../domain/index.ts";
import type { Figure } from "../../review/index.ts";
import { codeText } from "../../words/extract.ts";
import {
  formatPeriod,
  formatQuantity,
  formatSubset,
  isWord,
  say,
  type Word,
} from "../../words/index.ts";
import type { Context } from "./context.ts";

/** The name of a code in a column, from the words of the site or of the page. */
export function columnValue({ language }: Context, column: string, value: string): string {
  const key = column === "count_basis" ? `basis.${value}` : `${column}.${value}`;
  if (isWord(key)) return say(language, key as Word);
  return codeText(language, column === "period_basis" ? "basis" : column, value);
}

/** The name of a figure's metric. */
export function metricName(
  { archive, language }: Context,
  { metric_id }: Pick<Fact, "metric_id">,
): string {
  return archive.metrics.get(metric_id)?.[language] ?? metric_id;
}

/** Its value with unit, in the metric's unit. */
export function valueText({ archive, language }: Context, fact: Fact): string {
  const { value, unit, qualifier, metric_id } = fact;
  const thing = archive.metrics.get(metric_id)?.counting_object ?? null;
  return formatQuantity({ value, unit, qualifier, thing }, language);
}

/** Whose work, when, which part: what decides whether it may be compared. */
export function whereabouts(context: Context, fact: Fact): string[] {
  const { language } = context;
  const short = `scope.${fact.scope}.short`;
  const composed = (["accident", "confiscations", "counted_as"] as const).flatMap((name) => {
    const value = fact[name];
    return value === null || value === "unstated" ? [] : [columnValue(context, name, value)];
  });
  const other = context.others.find(({ region_id }) => region_id === fact.region_id);
  return [
    ...(other ? [other.name] : []),
    formatPeriod(fact, language),
    isWord(short) ? say(language, short) : fact.scope,
    ...(fact.subset === null ? [] : [formatSubset(fact.subset, language)]),
    ...composed,
    ...(fact.baseline === null ? [] : [columnValue(context, "baseline", fact.baseline)]),
    ...(fact.status === "actual" ? [] : [columnValue(context, "status", fact.status)]),
  ];
}

/** Why a figure is more or less than certain, in sentences. */
export function reasonsOf({ language, t }: Context, { proposal }: Figure): string[] {
  if (!proposal) return [];
  const reasons = proposal.reasons.map(({ code, detail }) =>
    codeText(language, "reason", code, detail ?? ""),
  );
  return reasons.length > 0 ? reasons : [t("figure.found")];
}

/** The classes of a figure's marks and row: grade and state, told by form before colour. */
export function classesOf({ proposal, state }: Figure): string {
  // What another extractor proposes has no grade of ours: it is to be looked at.
  const grade = proposal?.grade ?? (state === "proposed" ? "medium" : "high");
  return `grade-${grade} is-${state}`;
}
