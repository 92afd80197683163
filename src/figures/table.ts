import { formatDate, punctuation } from "../words/index.ts";
import { type FigureContext, regionName } from "./context.ts";
import { isDenied } from "./denial.ts";
import { flagName, flagsOf } from "./flags.ts";
import { fullValue, measureName, periodOf, scopeOf } from "./name.ts";
import type { Observation } from "./observation.ts";

/** A figure in full precision, as a row of a table says it; "" where there is nothing to say. */
export interface TableRow {
  readonly observation: Observation;
  readonly region: string;
  /** A quotient is called by what it is, not by what is divided. */
  readonly measure: string;
  /** In full, or why there is none. */
  readonly value: string;
  /** As the report writes it, where that differs. */
  readonly written: string;
  readonly what: string;
  readonly flags: string;
  readonly clauses: readonly string[];
  readonly report: string;
}

/** Agency and date: enough to know the report; its title stands in the evidence. */
function reportOf(observation: Observation, { catalogue, language }: FigureContext): string {
  if (isDenied(observation)) return "";
  const id = observation.report_id;
  const report = id ? catalogue.reports.get(id) : undefined;
  if (!report) return "";
  const agency = language === "zh" ? report.agency : report.agency_en;
  return report.published === null ? agency : `${agency} ${formatDate(report.published, language)}`;
}

/** How the report writes the figure; null for what no report writes. */
function written({ source }: Observation, { catalogue }: FigureContext): string | null {
  if (source.kind !== "stated") return null;
  return catalogue.facts.get(source.facts[0])?.value_text ?? null;
}

/** Period, scope and part, which belong together. */
function what(observation: Observation, context: FigureContext): string {
  return [periodOf(observation, context), scopeOf(observation, context)]
    .filter(Boolean)
    .join(" · ");
}

/** An observation as a row of a table. */
export function tableRow(observation: Observation, context: FigureContext): TableRow {
  const { language, catalogue } = context;
  const value = fullValue(observation, context);
  const text = written(observation, context);
  const flags = flagsOf(observation, context).map((flag) => flagName(flag, observation, context));
  return {
    observation,
    region: regionName(context, observation.region_id),
    measure: measureName(observation, context) ?? "",
    value,
    written: text === null || text === value ? "" : text,
    what: what(observation, context),
    flags: flags.join(punctuation[language].semicolon),
    clauses: observation.source.facts.flatMap((id) => catalogue.facts.get(id)?.evidence ?? []),
    report: reportOf(observation, context),
  };
}
