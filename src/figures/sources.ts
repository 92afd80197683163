import type { Report } from "../domain/index.ts";
import { formatDate, list, punctuation, say } from "../words/index.ts";
import type { FigureContext } from "./context.ts";
import { isDenied } from "./denial.ts";
import type { Observation } from "./observation.ts";

/** More reports than this are counted: their names stand in the rows and in the evidence. */
const MANY = 12;

function reportsOf(observations: readonly Observation[], { catalogue }: FigureContext): Report[] {
  const ids = new Set(
    observations.flatMap((observation) => [
      ...observation.source.facts.map((id) => catalogue.facts.get(id)?.report_id),
      // A report is no source of a number that is not its own.
      isDenied(observation) ? null : observation.report_id,
    ]),
  );
  return [...catalogue.reports.values()].filter(({ report_id }) => ids.has(report_id));
}

/** How many reports there are, and how far each was read. */
function counted(reports: readonly Report[], { language }: FigureContext): string {
  const core = reports.filter(({ coverage }) => coverage === "full").length;
  const corpus = [
    core > 0 ? say(language, "chart.corpus", core) : null,
    core < reports.length ? say(language, "chart.companion", reports.length - core) : null,
  ]
    .filter(Boolean)
    .join(punctuation[language].semicolon);
  return corpus.charAt(0).toUpperCase() + corpus.slice(1);
}

/** The reports behind a chart, counted and not named; null where no row names one. */
export function countedSources(
  observations: readonly Observation[],
  context: FigureContext,
): string | null {
  const reports = reportsOf(observations, context);
  if (reports.length === 0) return null;
  return say(context.language, "chart.source", counted(reports, context));
}

/** The reports behind a chart with their dates; null where no row names one. */
export function sources(
  observations: readonly Observation[],
  context: FigureContext,
): string | null {
  const { language } = context;
  const reports = reportsOf(observations, context);
  if (reports.length === 0) return null;
  if (reports.length > MANY) return countedSources(observations, context);
  const texts = reports.map(({ agency, agency_en, published }) => {
    const name = language === "zh" ? agency : agency_en;
    if (published === null) return name;
    const date = formatDate(published, language);
    return language === "zh" ? `${name}（${date}）` : `${name} (${date})`;
  });
  return `${say(language, "chart.source", list(language, texts))}${punctuation[language].stop}${counted(reports, context)}`;
}
