import type { ChartContext } from "../charts/index.ts";
import { breather } from "../engine/index.ts";

/**
 * What `draw` makes, once all that it left for later is made too, with pauses in which the page
 * can do other things; at once where nothing was left.
 */
export function inPieces(
  context: ChartContext,
  draw: (context: ChartContext) => Element,
): Element | Promise<Element> {
  const pieces: (() => void)[] = [];
  const element = draw({ ...context, later: (piece) => void pieces.push(piece) });
  return pieces.length === 0 ? element : finished(element, pieces);
}

async function finished(element: Element, pieces: readonly (() => void)[]): Promise<Element> {
  const breathe = breather();
  for (const piece of pieces) {
    await breathe();
    piece();
  }
  return element;
}
