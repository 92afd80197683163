import type { Fact, Metric } from "../domain/index.ts";
import type { Frame } from "./frame.ts";
import { campaignIn as campaignPeriod, pointIn, unspecifiedIn } from "./period.ts";
import type { Period } from "./period.ts";
import { lineBefore, reach } from "./place.ts";
import type { Figure, Place, Report } from "./place.ts";
import type { Match } from "./readings.ts";
import {
  accidentIn,
  baselineIn,
  campaignIn,
  countsAllDepartments,
  partIn,
  sectorIn,
  statusIn,
} from "./surroundings.ts";

/** The time of a figure: a stock is as of a day, a campaign has no beginning, else what is said. */
export function periodOf(
  { heading }: Report,
  { time: found, campaign, before }: Place,
  { rule }: Match,
  metric: Metric,
): Period {
  const { frame } = heading;
  const time = found?.period ?? null;
  if (rule.isPoint) {
    const isOther = time?.period_end != null && frame.asOf !== null && time.period_end < frame.asOf;
    return isOther
      ? {
          period_basis: "point_in_time",
          period_start: time.period_end,
          period_end: time.period_end,
        }
      : sinceNewYear(pointIn(frame), before, frame);
  }
  if (time) return time;
  const isCampaign = campaign !== null && sectorThemes.includes(metric.theme);
  return isCampaign ? campaignPeriod(frame) : unspecifiedIn(frame);
}

/** 年初 says only that a stock was counted at some time since then. */
function sinceNewYear(point: Period, text: string, { start }: Frame): Period {
  return /年初/.test(text) && point.period_end !== null ? { ...point, period_start: start } : point;
}

const ownThemes = [
  "penalties",
  "inspections",
  "approval_licensing",
  "hazard_rectification",
  "criminal_justice",
];
const channelThemes = ["inspections", "hazard_rectification"];
const sectorThemes = ["penalties", "inspections", "hazard_rectification", "accidents"];

export function dimensionsOf(
  report: Report,
  figure: Figure,
  { rule }: Match,
  place: Place,
  metric: Metric,
): Pick<
  Fact,
  | "scope"
  | "subset"
  | "count_basis"
  | "baseline"
  | "status"
  | "authority"
  | "channel"
  | "accident"
  | "confiscations"
  | "counted_as"
> {
  const { ownText, subject } = place;
  const scope =
    rule.scope ??
    (place.inner ? "jurisdiction_total" : subject?.scope) ??
    defaultScope(report.heading.agency ?? "");
  const asks = metric.dimensions?.split(" ") ?? [];
  const accident = rule.set.accident ?? accidentIn(ownText) ?? "unstated";
  return {
    scope,
    subset: subsetOf(report, figure, place, metric, rule.set.subset ?? partIn(ownText, rule)),
    count_basis: rule.set.count_basis ?? null,
    baseline:
      rule.set.baseline ??
      (metric.metric_id === "approval_time_compression_rate" ? baselineIn(place.clauseText) : null),
    status: statusIn(ownText),
    authority: authorityOf(report, figure, place, scope, metric),
    channel: channelThemes.includes(metric.theme) ? place.channel : null,
    accident: asks.includes("accident") ? accident : null,
    confiscations: asks.includes("confiscations") ? (rule.set.confiscations ?? "unstated") : null,
    counted_as: asks.includes("counted_as") ? (rule.set.counted_as ?? "unstated") : null,
  };
}

/** A bureau counts its own work; governments, ministries and committees that of all below them. */
function defaultScope(agency: string): Fact["scope"] {
  return /政府$|部$|总局$|安委|委员会办公室/.test(agency) ? "jurisdiction_total" : "bureau";
}

function authorityOf(
  { heading, folded }: Report,
  { token }: Figure,
  { before, campaign }: Place,
  scope: Fact["scope"],
  { theme }: Metric,
): Fact["authority"] {
  if (!ownThemes.includes(theme)) return null;
  if (scope === "subordinate_units" && theme === "approval_licensing") return "subordinate_only";
  const around = campaign === null ? before : lineBefore(folded, token.start, reach);
  if (scope === "jurisdiction_total" && countsAllDepartments(around)) return "all_departments";
  return /应急|安全生产监督|安监|安全监管/.test(heading.agency ?? "")
    ? "emergency_management"
    : null;
}

function subsetOf(
  report: Report,
  { sentence, token }: Figure,
  { before, campaign }: Place,
  { theme }: Metric,
  part: string | null,
): string | null {
  const sector = sectorThemes.includes(theme) ? sectorIn(before) : null;
  const named =
    campaign ??
    campaignIn(report.folded.slice(Math.max(sentence.start, token.start - reach), token.start));
  const terms = [
    sector === null ? null : `sector:${sector}`,
    sectorThemes.includes(theme) && named !== null ? `campaign:${named}` : null,
    part,
  ].filter((term) => term !== null);
  return terms.length > 0 ? terms.join(";") : null;
}
