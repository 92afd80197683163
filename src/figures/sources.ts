import { formatDate, list, punctuation, say } from "../words/index.ts";
import type { FigureContext } from "./context.ts";
import { isDenied } from "./denial.ts";
import type { Observation } from "./observation.ts";

/** More reports than this are counted: their names stand in the rows and in the evidence. */
const MANY = 12;

/** The reports behind a chart with their dates; null where no row names one. */
export function sources(
  observations: readonly Observation[],
  context: FigureContext,
): string | null {
  const { catalogue, language } = context;
  const ids = new Set(
    observations.flatMap((observation) => [
      ...observation.source.facts.map((id) => catalogue.facts.get(id)?.report_id),
      // A report is no source of a number that is not its own.
      isDenied(observation) ? null : observation.report_id,
    ]),
  );
  const reports = [...catalogue.reports.values()].filter(({ report_id }) => ids.has(report_id));
  if (reports.length === 0) return null;
  const texts = reports.map(({ agency, agency_en, published }) => {
    const name = language === "zh" ? agency : agency_en;
    if (published === null) return name;
    const date = formatDate(published, language);
    return language === "zh" ? `${name}（${date}）` : `${name} (${date})`;
  });
  const core = reports.filter(({ coverage }) => coverage === "full").length;
  const corpus = [
    core > 0 ? say(language, "chart.corpus", core) : null,
    core < reports.length ? say(language, "chart.companion", reports.length - core) : null,
  ]
    .filter(Boolean)
    .join(punctuation[language].semicolon);
  const sentence = corpus.charAt(0).toUpperCase() + corpus.slice(1);
  if (reports.length > MANY) return say(language, "chart.source", sentence);
  return `${say(language, "chart.source", list(language, texts))}${punctuation[language].stop}${sentence}`;
}
