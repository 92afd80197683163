import { group } from "d3-array";
import { absenceOf, yearOf } from "../domain/index.ts";
import { isWord, say } from "../words/index.ts";
import { changeBetween } from "./change.ts";
import { type FigureContext, metricName, regionName } from "./context.ts";
import { absent, type Absent, type Observation, type Present } from "./observation.ts";
import type { Step } from "./series.ts";
import { type ChartSpec, columns } from "./spec.ts";

/** One side of a slope: a year, or a value of the column that the spec names as `by`. */
export interface End {
  readonly key: string;
  readonly text: string;
}

/** The two figures of one series; one of them where the other end has none. */
export interface Slope {
  readonly from: Present | null;
  readonly to: Present | null;
  /** A number of ours; null where the rules allow none. */
  readonly change: Present | null;
  /** The two figures and the cut between them, through which no line goes; null without both. */
  readonly step: Step | null;
}

export interface Slopes {
  /** Two of them, or one where all figures are of one period. */
  readonly ends: readonly End[];
  readonly slopes: readonly Slope[];
  /** Figures that stand at neither end. */
  readonly others: number;
}

/** What side a row is on; null where its period, or the column, says nothing. */
function sideOf(observation: Observation, column: string | undefined): string | null {
  if (column) return String(observation.row[column] ?? "") || null;
  const { period_end } = observation;
  return yearOf({ period_end })?.toString() ?? null;
}

function endText(key: string, column: string | undefined, context: FigureContext): string {
  const { language, catalogue } = context;
  if (column === undefined) return say(language, "period.year_of", key);
  for (const word of [`${column}.${key}.short`, `${column}.${key}`])
    if (isWord(word)) return say(language, word);
  if (catalogue.metrics.has(key)) return metricName(context, key);
  return catalogue.regions.has(key) ? regionName(context, key) : key;
}

/** The first and the last of the sides: by year in time, else as the rows name them. */
function endsOf(spec: ChartSpec, observations: readonly Present[], context: FigureContext): End[] {
  const [column] = columns(spec, "by");
  const keys = [...new Set(observations.flatMap((one) => sideOf(one, column) ?? []))];
  const sorted = column ? keys : keys.toSorted();
  const wanted = spec["ends"];
  const chosen = Array.isArray(wanted)
    ? wanted.map(String)
    : sorted.length > 2
      ? [sorted[0], sorted.at(-1)]
      : sorted;
  return chosen.flatMap((key) =>
    key === undefined ? [] : [{ key, text: endText(key, column, context) }],
  );
}

function kindOf({ scope, subset, count_basis, report_id }: Present): string {
  return [scope, subset, count_basis, report_id].join("|");
}

/** Figures of a region as one series where each side has one, else by what they count. */
function split(members: readonly Present[], side: (one: Present) => string | null) {
  const sides = members.map(side);
  if (new Set(sides).size === sides.length) return [members];
  const kinds = [...group(members, kindOf).values()];
  return kinds.flatMap((kind) =>
    new Set(kind.map(side)).size === kind.length ? [kind] : kind.map((one) => [one]),
  );
}

function slopeOf(
  from: Present | null,
  to: Present | null,
  isInTime: boolean,
  context: FigureContext,
): Slope {
  if (!from || !to) return { from, to, change: null, step: null };
  const { observation: change, step } = changeBetween(from, to, context, { isInTime });
  return { from, to, change, step };
}

/** The rows of a panel as slopes between two ends. */
export function slopesOf(
  spec: ChartSpec,
  observations: readonly Present[],
  context: FigureContext,
): Slopes {
  const [column] = columns(spec, "by");
  const side = (one: Present) => sideOf(one, column);
  const ends = endsOf(spec, observations, context);
  const isAtEnd = (one: Present) => ends.length < 2 || ends.some(({ key }) => key === side(one));
  const used = observations.filter(isAtEnd);
  const key = ({ region_id, metric_id, unit }: Present) => [region_id, metric_id, unit].join();
  const slopes = [...group(used, key).values()]
    .flatMap((members) => (ends.length < 2 ? members.map((one) => [one]) : split(members, side)))
    .map((members) => {
      const at = (end: End | undefined) => members.find((one) => side(one) === end?.key) ?? null;
      const [first, second] = ends;
      return ends.length < 2
        ? slopeOf(members[0] ?? null, null, true, context)
        : slopeOf(at(first), at(second), column === undefined, context);
    });
  return { ends, slopes, others: observations.length - used.length };
}

/** The end that has no figure, as a row without a value: not reported where the report was read. */
export function missingEnd(
  { from, to }: Slope,
  { key }: End,
  given: readonly Absent[],
  spec: ChartSpec,
  { catalogue }: FigureContext,
): Absent | null {
  const known = from ?? to;
  if (!known || (from && to)) return null;
  const [column] = columns(spec, "by");
  const { region_id, metric_id, unit } = known;
  const told = given.find(
    (one) => one.region_id === region_id && [null, key].includes(sideOf(one, column)),
  );
  if (told) return told;
  const period = column
    ? {}
    : { period_start: `${key}-01-01`, period_end: `${key}-12-31`, period_basis: "full_year" };
  const missing = absenceOf({ region_id, metric_id, ...period }, catalogue) ?? "not_read";
  return absent({ region_id, metric_id, unit, ...period }, missing, catalogue);
}
