import { roundDerived, sourceOf } from "../domain/index.ts";
import { formatQuantity, isWord, punctuation, say } from "../words/index.ts";
import { type FigureContext, metricName, regionName, thingOf } from "./context.ts";
import { flagName, flagsOf } from "./flags.ts";
import { accessibleName, fullValue } from "./name.ts";
import { namedIn, type Observation, type Present } from "./observation.ts";

/** A stated figure beside what its parts give. The value of the observation is the stated one. */
export interface Audit {
  readonly observation: Present;
  readonly recomputed: number | null;
  /** The figures that give it; null where it is not known that they do. */
  readonly behind: readonly string[] | null;
  /** The values that rounding or truncation turns into the stated one; null at an open end. */
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: string;
  /** Size of the last place stated: what one unit of the scale means in this row. */
  readonly step: number;
}

function number(observation: Observation, name: string): number | null {
  const value = observation.row[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/**
 * The figures from which the number follows that the row calls recomputed: as one of our checks
 * says, or because they give it; null where nothing shows that it does.
 */
function partsOf(observation: Observation, { catalogue }: FigureContext): readonly string[] | null {
  const { source, row } = observation;
  const recomputed = number(observation, "recomputed");
  if (source.kind !== "stated" || recomputed === null) return null;
  const [stated] = source.facts;
  const parts = namedIn(row).filter((id) => id !== stated);
  const isChecked = catalogue.checks.some(
    (one) =>
      one.stated_fact === stated &&
      one.operands === parts.join(" ") &&
      Math.abs(one.recomputed - recomputed) < 1e-6,
  );
  if (isChecked) return parts;
  const claim = { value: recomputed, unit: null, facts: parts, operation: null, columns: {} };
  const isGiven = sourceOf(claim, catalogue).kind !== "none" || isOfWhole(parts, recomputed);
  return isGiven ? parts : null;

  /** A rate of which only the whole is stated, with the whole number that comes nearest to it. */
  function isOfWhole([id, ...more]: readonly string[], rate: number): boolean {
    const whole = catalogue.facts.get(id ?? "")?.value;
    if (whole === undefined || more.length > 0) return false;
    const counts = [(rate * whole) / 100, whole / (1 + rate / 100)];
    return counts.some((count) => Math.abs(count - Math.round(count)) < 1e-4);
  }
}

/** The row of a check as numbers; what it lacks is null. */
export function auditOf(observation: Present, context: FigureContext): Audit {
  const [low, high] = [number(observation, "allowed_low"), number(observation, "allowed_high")];
  const { value } = observation;
  const half = low !== null ? (value - low) * 2 : null;
  const whole = high !== null ? high - value : null;
  // Below zero what was cut off lies on the other side, so the smaller of the two is the whole.
  const step = half !== null && whole !== null ? Math.min(half, whole * 2) : (half ?? whole ?? 1);
  const verdict = observation.row["verdict"];
  return {
    observation,
    recomputed: number(observation, "recomputed"),
    behind: partsOf(observation, context),
    low,
    high,
    verdict: typeof verdict === "string" ? verdict : "",
    step: step > 0 ? step : 1,
  };
}

/** How far a value lies from the stated one, in units of its last place. */
export function distance({ observation, step }: Audit, value: number): number {
  return Number(((value - observation.value) / step).toPrecision(9));
}

function quantity(value: number, { observation }: Audit, context: FigureContext): string {
  const { unit, metric_id } = observation;
  return formatQuantity(
    { value, unit, qualifier: "exact", thing: thingOf(context, metric_id) },
    context.language,
  );
}

/** What the parts give, with no more digits than show the difference. */
function recomputedText(audit: Audit, context: FigureContext): string {
  const { recomputed } = audit;
  if (recomputed === null) return say(context.language, "audit.none");
  const text = quantity(roundDerived(recomputed), audit, context);
  return audit.behind ? text : say(context.language, "audit.unsourced", text);
}

function allowedText(audit: Audit, context: FigureContext): string | null {
  const { low, high } = audit;
  const { language } = context;
  const text = (value: number) => quantity(value, audit, context);
  const stated = fullValue(audit.observation, context);
  if (low !== null && high !== null)
    return say(language, "audit.allowed", text(low), text(high), stated);
  if (low !== null) return say(language, "audit.allowed.above", text(low));
  return high === null ? null : say(language, "audit.allowed.below", text(high));
}

function verdictText(verdict: string, { language }: FigureContext): string | null {
  const word = `audit.verdict.${verdict}`;
  return isWord(word) ? say(language, word) : null;
}

/** All that the row shows, for who cannot see it. */
function nameOf(audit: Audit, context: FigureContext): string {
  const { language } = context;
  return [
    accessibleName(audit.observation, context),
    say(language, "audit.gives", recomputedText(audit, context)),
    allowedText(audit, context),
    verdictText(audit.verdict, context),
  ]
    .filter(Boolean)
    .join(punctuation[language].semicolon);
}

/** What is said of a recomputation, in the reader's language. */
export interface AuditTexts {
  readonly region: string;
  /** The metric, and what must be known of the figure. */
  readonly what: string;
  readonly stated: string;
  readonly computed: string;
  /** Which values rounding would turn into the stated one; null where there is no telling. */
  readonly allowed: string | null;
  /** All of it, for who cannot see it. */
  readonly name: string;
}

/** A recomputation in words. */
export function auditTexts(audit: Audit, context: FigureContext): AuditTexts {
  const { observation } = audit;
  const flags = flagsOf(observation, context).filter((flag) => flag === "companion");
  const parts = [
    observation.metric_id && metricName(context, observation.metric_id),
    ...flags.map((flag) => flagName(flag, observation, context)),
  ];
  return {
    region: regionName(context, observation.region_id),
    what: parts.filter(Boolean).join(" · "),
    stated: fullValue(observation, context),
    computed: recomputedText(audit, context),
    allowed: allowedText(audit, context),
    name: nameOf(audit, context),
  };
}
