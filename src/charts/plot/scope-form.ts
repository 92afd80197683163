import { glyphStyle, observe, type Row } from "../../figures/index.ts";
import type { ChartContext } from "../context.ts";
import type { ReadyMark } from "./marks.ts";

/**
 * Filled and open mean in a free chart what they mean in every other: a dot of one figure is filled
 * for a whole jurisdiction and a ring for less, whichever channel its colour is in.
 */

const PAPER = "var(--paper)";

function paintOf(element: Element, name: string): string | null {
  const own = element.getAttribute(name) ?? element.parentElement?.getAttribute(name) ?? null;
  return own === "none" || own === PAPER ? null : own;
}

/** Fills or opens the dot of a row that says whose work it counts; any other keeps its look. */
export function formDot(element: Element, row: Row, { catalogue }: ChartContext): void {
  const observation = observe(row, catalogue);
  const color = paintOf(element, "fill") ?? paintOf(element, "stroke");
  if (observation.scope === null || color === null) return;
  const isFilled = glyphStyle(observation).shape === "filled";
  element.setAttribute("fill", isFilled ? color : PAPER);
  element.setAttribute("stroke", color);
  element.setAttribute("stroke-width", "1.75");
}

/** Shapes of dots by scope: those that fill and outline tell apart are circles. */
const shapes: Readonly<Record<string, string>> = {
  delegated_townships: "triangle",
  subordinate_units: "hexagon",
};

/** The shapes of a scale of scopes; none for any other, which has shapes of its own. */
export function scopeShapes(
  marks: readonly ReadyMark[],
  domain: unknown,
): { readonly range?: readonly string[] } {
  const isOfScopes = marks.some(({ channels }) => {
    const channel = channels.get("symbol");
    return channel?.kind === "column" && channel.column === "scope";
  });
  if (!isOfScopes || !Array.isArray(domain)) return {};
  return { range: domain.map((scope) => shapes[String(scope)] ?? "circle") };
}

/** How the key of a column shows a value: open or filled; null where the column says neither. */
export function keyPaint(column: string, value: unknown, color: string) {
  if (column !== "scope") return null;
  return { fill: value === "jurisdiction_total" ? color : PAPER, stroke: color };
}
