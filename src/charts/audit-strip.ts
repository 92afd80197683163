import type { Child } from "../dom/index.ts";
import { sourceOf } from "../facts/index.ts";
import type { ChartContext } from "./context.ts";
import { glyph, glyphStyle } from "./glyph.ts";
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
function partsOf(observation: Observation, { catalogue }: ChartContext): readonly string[] | null {
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
export function auditOf(observation: Present, context: ChartContext): Audit {
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

export type Place = (units: number) => number;

/** Half of the strip on either side, in per cent; far values are drawn together, near ones apart. */
const REACH = 46;
const LINEAR = 0.5;
const LEAST_REACH = 10;

/** Where a distance stands on a scale that reaches as far as any row does. */
export function placeOver(audits: readonly Audit[]): { readonly x: Place; readonly most: number } {
  const far = audits.map((one) => Math.abs(distance(one, one.recomputed ?? NaN)));
  const most = Math.max(LEAST_REACH, ...far.filter(Number.isFinite));
  const bend = (units: number) => Math.log1p(Math.abs(units) / LINEAR);
  return { most, x: (units) => 50 + (Math.sign(units) * REACH * bend(units)) / bend(most) };
}

const percent = (place: number) => `${place.toFixed(2)}%`;

/** What rounding allows is darker than what only cutting off allows; open ends run to the edge. */
function bands(audit: Audit, x: Place, { build: { svg } }: ChartContext): Child[] {
  const from = audit.low === null ? 0 : x(distance(audit, audit.low));
  const to = audit.high === null ? 100 : x(distance(audit, audit.high));
  const rect = (kind: string, a: number, b: number) =>
    svg("rect", { class: kind, x: percent(a), y: 5, width: percent(b - a), height: 18 });
  const [near, far] = [Math.max(from, x(-0.5)), Math.min(to, x(0.5))];
  return [
    rect("band cut", from, to),
    rect("band", audit.low === null ? from : near, audit.high === null ? to : far),
  ];
}

const HEIGHT = 28;

/** The row's drawing: the band, an upright for what is stated, a dashed dot for what was computed. */
export function strip(audit: Audit, x: Place, most: number, context: ChartContext): Element {
  const { svg } = context.build;
  const line = (kind: string, at: number) =>
    svg("line", { class: kind, x1: percent(at), x2: percent(at), y1: 2, y2: HEIGHT - 2 });
  const ticks = [-100, -10, -1, 1, 10, 100].filter((units) => Math.abs(units) <= most);
  const { recomputed } = audit;
  const at = recomputed === null ? null : x(distance(audit, recomputed));
  const symbol = glyph(context.build, { shape: "ring", hatched: false, derived: true });
  symbol.setAttribute("transform", `translate(0,${HEIGHT / 2})`);
  const { companion } = glyphStyle(audit.observation, context);
  return svg(
    "svg",
    { class: `strip ${audit.verdict}`, height: HEIGHT, "aria-hidden": true },
    audit.low === null && audit.high === null ? null : bands(audit, x, context),
    ticks.map((units) => line("tick", x(units))),
    at === null
      ? null
      : svg("line", { class: "join", x1: "50%", x2: percent(at), y1: HEIGHT / 2, y2: HEIGHT / 2 }),
    line(companion ? "stated twin" : "stated", 50),
    companion ? line("core", 50) : null,
    at === null ? null : svg("svg", { x: percent(at), overflow: "visible" }, symbol),
  );
}
