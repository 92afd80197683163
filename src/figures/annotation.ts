import type { AnnotationType } from "../notebook/chart-cell/index.ts";
import { formatDate, punctuation, say } from "../words/index.ts";
import { type FigureContext, metricName, regionName } from "./context.ts";
import { shortValue } from "./name.ts";
import { isPresent, type Observation } from "./observation.ts";
import { bilingual, type ChartSpec } from "./spec.ts";

type Note = Readonly<Record<string, unknown>>;

function isNote(value: unknown): value is Note {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export type AnnotationAxis = "value" | "time" | "x" | "y";

/** A note of a chart, tied to what the chart draws. */
export interface Annotation {
  /** From 1, in the order of the cell; the same in the chart, below it and in the table. */
  readonly number: number;
  readonly type: AnnotationType;
  readonly text: string;
  readonly region: string | null;
  readonly metric: string | null;
  /** The figure that it is about; null for a line or a range, and where the data has none. */
  readonly observation: Observation | null;
  readonly axis: AnnotationAxis | null;
  /** Place of a line, or both ends of a range, as written: a value, a year, a day. */
  readonly from: number | string | null;
  readonly to: number | string | null;
  /**
   * `gone`: the figure is known but not among the rows, as when the reader filters. `unknown`: no
   * such region, metric, fact or day exists.
   */
  readonly status: "shown" | "gone" | "unknown";
}

function textIn(note: Note, key: string): string | null {
  const value = note[key];
  return typeof value === "string" && value !== "" ? value : null;
}

function placeIn(note: Note, key: string): number | string | null {
  const value = note[key];
  return typeof value === "number" || typeof value === "string" ? value : null;
}

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A year, month or day as ms since 1970; NaN for what is none. */
export function timeOf(place: number | string): number {
  const text = String(place);
  return DAY.test(text) ? Date.parse(text.length === 4 ? `${text}-01-01` : text) : NaN;
}

function isOfFact({ source }: Observation, fact: string): boolean {
  return source.facts.some((id) => id === fact);
}

/** The last of the figures that a note can mean: by its fact, else by region and metric. */
function targetOf(
  { region, metric, fact }: { region: string | null; metric: string | null; fact: string | null },
  observations: readonly Observation[],
): Observation | null {
  const found = observations.filter(
    (one) =>
      (fact === null || isOfFact(one, fact)) &&
      (region === null || one.region_id === region) &&
      (metric === null || one.metric_id === metric),
  );
  const inTime = found.toSorted((a, b) => (a.period_end ?? "").localeCompare(b.period_end ?? ""));
  return inTime.findLast(isPresent) ?? inTime.at(-1) ?? null;
}

function isKnown(
  ids: { region: string | null; metric: string | null; fact: string | null },
  observations: readonly Observation[],
  { catalogue, ownRegions }: FigureContext,
): boolean {
  const { region, metric, fact } = ids;
  const has = (test: (one: Observation) => boolean) => observations.some(test);
  return (
    (region === null ||
      catalogue.regions.has(region) ||
      ownRegions?.has(region) === true ||
      has((one) => one.region_id === region)) &&
    (metric === null || catalogue.metrics.has(metric) || has((one) => one.metric_id === metric)) &&
    (fact === null || catalogue.facts.has(fact) || has((one) => isOfFact(one, fact)))
  );
}

function annotation(
  note: Note,
  number: number,
  observations: readonly Observation[],
  context: FigureContext,
): Annotation {
  const type = (textIn(note, "type") ?? "point") as AnnotationType;
  const ids = {
    region: textIn(note, "region"),
    metric: textIn(note, "metric"),
    fact: textIn(note, "fact"),
  };
  const isDatum = type === "point" || type === "text";
  const [from, to] = isDatum
    ? [null, null]
    : type === "line"
      ? [placeIn(note, "at"), placeIn(note, "at")]
      : [placeIn(note, "from"), placeIn(note, "to")];
  const wanted = textIn(note, "axis") as AnnotationAxis | null;
  const axis = isDatum ? null : (wanted ?? (typeof from === "string" ? "time" : null));
  const observation = isDatum ? targetOf(ids, observations) : null;
  const known = isKnown(ids, observations, context);
  return {
    number,
    type,
    text: bilingual(note["text"], context.language),
    region: ids.region,
    metric: ids.metric,
    observation,
    axis,
    from,
    to,
    status: !known ? "unknown" : isDatum && observation === null ? "gone" : "shown",
  };
}

/** The notes of a spec with the rows that they are about. */
export function annotationsIn(
  spec: ChartSpec,
  observations: readonly Observation[],
  context: FigureContext,
): Annotation[] {
  const notes: unknown = spec["annotate"];
  if (!Array.isArray(notes)) return [];
  return notes.flatMap((note: unknown, i) =>
    isNote(note) ? [annotation(note, i + 1, observations, context)] : [],
  );
}

/** ① to ⑳ */
export function circled(number: number): string {
  return String.fromCodePoint(0x245f + number);
}

function placeText(place: number | string, { language }: FigureContext): string {
  if (typeof place === "number") return String(place);
  return /^\d{4}-\d{2}-\d{2}$/.test(place) ? formatDate(place, language) : place;
}

/** What a note is about, in words: a region with its value, a day, a stretch. */
export function whereOf(note: Annotation, context: FigureContext): string {
  const { observation, region, metric, from, to } = note;
  const joint = punctuation[context.language].comma;
  const names = [
    observation
      ? regionName(context, observation.region_id)
      : region && regionName(context, region),
    observation ? shortValue(observation, context) : metric && metricName(context, metric),
    from === null
      ? null
      : from === to
        ? placeText(from, context)
        : `${placeText(from, context)}–${placeText(to ?? "", context)}`,
  ];
  return names.filter(Boolean).join(joint);
}

/** What notes name and nothing has, as one text; nothing for what a filter took away. */
export function annotationWarnings(
  notes: readonly Annotation[],
  { language }: FigureContext,
): string[] {
  const problems = notes
    .filter(({ status }) => status === "unknown")
    .map(({ number, region, metric }) =>
      say(
        language,
        "annotate.unknown",
        circled(number),
        [region, metric].filter(Boolean).join(" "),
      ),
    );
  return problems.length === 0 ? [] : [problems.join(" ")];
}
