import type { Child } from "../dom/index.ts";
import type { ChartContext } from "./context.ts";
import { type Audit, distance, glyphStyle } from "../figures/index.ts";
import { glyphAt } from "./shapes.ts";

/** Where a distance stands, in per cent, on a scale that reaches `most` units to either side. */
export interface AuditScale {
  readonly x: (units: number) => number;
  readonly most: number;
}

/** Half of the strip on either side, in per cent; far values are drawn together, near ones apart. */
const REACH = 46;
const LINEAR = 0.5;
const LEAST_REACH = 10;

/** A scale that reaches as far as any row does. */
export function scaleOver(audits: readonly Audit[]): AuditScale {
  const far = audits.map((one) => Math.abs(distance(one, one.recomputed ?? NaN)));
  const most = Math.max(LEAST_REACH, ...far.filter(Number.isFinite));
  const bend = (units: number) => Math.log1p(Math.abs(units) / LINEAR);
  return { most, x: (units) => 50 + (Math.sign(units) * REACH * bend(units)) / bend(most) };
}

const percent = (place: number) => `${place.toFixed(2)}%`;

/** What rounding allows is darker than what only cutting off allows; open ends run to the edge. */
function bands(audit: Audit, x: AuditScale["x"], { build: { svg } }: ChartContext): Child[] {
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

/** The row's drawing: the band, an upright for what is stated, a dotted outline for what was computed. */
export function auditStrip(
  audit: Audit,
  { x, most }: AuditScale,
  context: ChartContext,
): SVGElement {
  const { svg } = context.build;
  const line = (kind: string, at: number) =>
    svg("line", { class: kind, x1: percent(at), x2: percent(at), y1: 2, y2: HEIGHT - 2 });
  const ticks = [-100, -10, -1, 1, 10, 100].filter((units) => Math.abs(units) <= most);
  const { recomputed } = audit;
  const at = recomputed === null ? null : x(distance(audit, recomputed));
  // Filled or a ring as what is stated: the same is counted, only that we computed it.
  const computed = { ...glyphStyle(audit.observation), derived: true };
  const symbol = glyphAt(`0,${HEIGHT / 2}`, computed, context);
  return svg(
    "svg",
    { class: `strip ${audit.verdict}`, height: HEIGHT, "aria-hidden": true },
    audit.low === null && audit.high === null ? null : bands(audit, x, context),
    ticks.map((units) => line("tick", x(units))),
    at === null
      ? null
      : svg("line", { class: "join", x1: "50%", x2: percent(at), y1: HEIGHT / 2, y2: HEIGHT / 2 }),
    line("stated", 50),
    at === null ? null : svg("svg", { x: percent(at), overflow: "visible" }, symbol),
  );
}
