import { reasonText, valueText, type Reason } from "../domain/index.ts";
import { formatPeriod, formatSubset, list, say } from "../words/index.ts";
import { type FigureContext, regionName } from "./context.ts";
import type { Point, Step } from "./series.ts";

/** Further clauses of a name; a tip shows each on a line of its own. */
export function clauses(texts: readonly string[], { language }: FigureContext): string {
  return texts.map((text) => (language === "zh" ? `；${text}` : `; ${text}`)).join("");
}

function periodText({ figure }: Point, { language }: FigureContext): string {
  return formatPeriod(figure, language);
}

/** A rule's sentence; parts are named as everywhere on the page, in the reader's language. */
function reasonWords(reason: Reason, { language, catalogue }: FigureContext): string {
  const name = (subset: string | null) =>
    subset === null ? valueText("part", null, language, catalogue) : formatSubset(subset, language);
  return reasonText(reason, language, catalogue, reason.rule === "part" ? name : undefined);
}

/** Why there is no line, in words: the rules' sentences, then the years without a figure. */
export function breakWords({ from, to, cut }: Step, context: FigureContext): string[] {
  const { language } = context;
  if (!cut) return [];
  const years = cut.missingYears.map(String);
  return [
    say(language, "trend.between", periodText(from, context), periodText(to, context)),
    ...cut.reasons.map((reason) => reasonWords(reason, context)),
    ...(years.length > 0 ? [say(language, "trend.no_years", list(language, years))] : []),
  ];
}

/** The same as one sentence. */
export function breakSentence(step: Step, context: FigureContext): string {
  const [head = "", ...rest] = breakWords(step, context);
  if (context.language === "zh") return `${head}：${rest.join("；")}。`;
  return `${head.charAt(0).toUpperCase()}${head.slice(1)}: ${rest.join("; ")}.`;
}

/** The same with the region before it, as a sentence of a list of regions. */
export function namedBreak(step: Step, context: FigureContext): string {
  const region = regionName(context, step.to.figure.region_id);
  const text = breakSentence(step, context);
  if (context.language === "zh") return `${region}，${text}`;
  return `${region}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
