/** What stands in a figure for a number, a gap, a break or a note, and a head that leads on. */
const MARK =
  "[data-marks] :is([data-fact], [data-missing], [data-unsourced], [data-break], [data-lead], [data-mark])";

export type Mark = HTMLElement | SVGElement;

/** The mark that an element belongs to. */
export function markOf(target: EventTarget | null): Mark | null {
  return target instanceof Element ? target.closest<Mark>(MARK) : null;
}

/** All marks of a figure, in the order of the document. */
export function marksOf(group: Element): Mark[] {
  return [...group.querySelectorAll<Mark>(MARK)];
}

/**
 * A page or a part may be folded, where a box is laid out but takes no focus, and a figure may hold
 * a wide and a narrow drawing, of which one is hidden.
 */
export function isShown(mark: Element): boolean {
  return mark.getClientRects().length > 0 && mark.checkVisibility();
}

/** Where a mark is seen: its symbol, not the width of the row that can be tapped. */
export function boxOf(mark: Element): DOMRect {
  return (mark.querySelector(".glyph, .hit, text") ?? mark).getBoundingClientRect();
}
