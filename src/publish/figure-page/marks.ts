const MARK =
  "[data-fact], [data-missing], [data-unsourced], [data-break], [data-lead], [data-mark]";

export type Mark = HTMLElement | SVGElement;

/** The mark that an element belongs to, within a drawing. */
export function markOf(target: EventTarget | null): Mark | null {
  if (!(target instanceof Element)) return null;
  const mark = target.closest<Mark>(MARK);
  return mark?.closest("[data-marks]") ? mark : null;
}

/** All marks of a drawing, in the order of the document. */
export function marksOf(group: Element): Mark[] {
  return [...group.querySelectorAll<Mark>(MARK)];
}

/** What is shown: a figure holds a wide and a narrow drawing, of which one is hidden. */
export function isShown(mark: Element): boolean {
  return mark.getClientRects().length > 0;
}

/** Where a mark is seen: its symbol, not the width of the row that can be tapped. */
export function boxOf(mark: Element): DOMRect {
  return (mark.querySelector(".glyph, .hit, text") ?? mark).getBoundingClientRect();
}
