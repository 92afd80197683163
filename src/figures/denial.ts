import type { Fact } from "../domain/index.ts";
import { excerptText, formatQuantity, isWord, say } from "../words/index.ts";
import { type FigureContext, metricName, regionName, thingOf } from "./context.ts";
import { columnHeadings } from "./headings.ts";
import type { Observation } from "./observation.ts";

/** True where a row names figures of ours and its number is not theirs. */
export function isDenied({ source, value }: Pick<Observation, "source" | "value">): boolean {
  return value !== null && source.kind === "none" && source.denial !== null;
}

/** Of more figures the first so many are written out. */
const MOST = 3;

function figureText(fact: Fact, context: FigureContext): string {
  const { value, unit, qualifier, metric_id } = fact;
  const thing = thingOf(context, metric_id);
  return formatQuantity({ value, unit, qualifier, thing }, context.language);
}

function columnValue(column: string, fact: Fact, context: FigureContext): string {
  const { language } = context;
  if (column === "region_id") return regionName(context, fact.region_id);
  if (column === "metric_id") return metricName(context, fact.metric_id);
  const value = String(fact[column as keyof Fact] ?? "–");
  const word = `${column}.${value}.short`;
  return isWord(word) ? say(language, word) : value;
}

/** What a number is not, and what the figures that it names say instead. */
export function denialText({ source }: Observation, context: FigureContext): string {
  const { language, catalogue } = context;
  if (source.kind !== "none" || source.denial === null) return "";
  const { denial, named } = source;
  const facts = named.flatMap((id) => catalogue.facts.get(id) ?? []);
  if (denial.kind === "unknown" || facts.length === 0) return say(language, "denied.unknown");
  const texts = facts.map((fact) => figureText(fact, context));
  const figures = excerptText(texts, MOST, language);
  if (denial.kind !== "column") return say(language, `denied.${denial.kind}`, figures);
  const heading = columnHeadings[denial.column];
  const name = heading ? say(language, heading) : denial.column;
  const [fact] = facts;
  return say(
    language,
    "denied.column",
    name,
    fact ? columnValue(denial.column, fact, context) : "",
  );
}
