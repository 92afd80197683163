import { formatDate, list, punctuation, say } from "../words/index.ts";
import type { Report } from "../domain/index.ts";
import type { FigureContext } from "./context.ts";
import { isDenied } from "./denial.ts";
import type { Observation } from "./observation.ts";

/** More reports than this are counted: their names stand in the rows and in the evidence. */
const MANY = 12;

/** The reports behind a figure. */
export interface Sources {
  /** How many of what, and of which years: 5份报告，2019—2025年. */
  readonly brief: string;
  /** Each by name and date, or of many how much of them was read. */
  readonly full: string;
}

/** 5份报告、3个网页，2019—2025年 */
function briefOf(reports: readonly Report[], core: number, { language }: FigureContext): string {
  const rest = reports.length - core;
  const counts = [
    ...(core > 0 ? [say(language, "chart.reports", core)] : []),
    ...(rest > 0 ? [say(language, "chart.pages", rest)] : []),
  ];
  const years = reports.flatMap(({ published }) => published?.slice(0, 4) ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  const span = first === last ? first : [first, last].join("–");
  const when = span === undefined ? [] : [say(language, "period.year_of", span)];
  return [counts.join(punctuation[language].member), ...when].join(punctuation[language].comma);
}

/** The reports behind a figure; null where no row names one. */
export function sources(
  observations: readonly Observation[],
  context: FigureContext,
): Sources | null {
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
  const named = reports.length > MANY ? sentence : list(language, texts);
  const rest = reports.length > MANY ? "" : `${punctuation[language].stop}${sentence}`;
  return {
    brief: briefOf(reports, core, context),
    full: `${say(language, "chart.source", named)}${rest}`,
  };
}
