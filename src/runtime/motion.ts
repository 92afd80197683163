/** How long a mark takes to its new place, in ms. */
const DURATION = 260;

type Places = ReadonlyMap<string, DOMRect>;

/** The symbols that are shown: the drawing for the other width has no place to come from. */
function symbols(container: Element): Map<string, Element> {
  const found = [...container.querySelectorAll("svg [data-evidence] .glyph")]
    .filter((glyph) => glyph.getBoundingClientRect().width > 0)
    .map(
      (glyph) =>
        [glyph.closest("[data-evidence]")?.getAttribute("data-evidence") ?? "", glyph] as const,
    );
  return new Map(found);
}

/** Where each mark stands, by what it shows; empty where the reader wants no movement. */
export function places(container: Element): Places {
  const view = container.ownerDocument.defaultView;
  const wanted = view?.matchMedia?.("(prefers-reduced-motion: no-preference)").matches;
  if (!wanted) return new Map();
  return new Map([...symbols(container)].map(([id, glyph]) => [id, glyph.getBoundingClientRect()]));
}

/** Lets marks that were there before glide to where they are now: the same figure, the same mark. */
export function glide(container: Element, before: Places): void {
  for (const [id, glyph] of symbols(container)) {
    const from = before.get(id);
    const to = glyph.getBoundingClientRect();
    const mark = glyph.closest("a");
    if (!from || !mark || to.width === 0) continue;
    // The drawing is scaled to its place: a pixel of the page is not one of the drawing.
    const scale = 1 / ((glyph as SVGGraphicsElement).getScreenCTM()?.a || 1);
    const [x, y] = [(from.left - to.left) * scale, (from.top - to.top) * scale];
    if (Math.abs(x) + Math.abs(y) < 1) continue;
    mark.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }], {
      duration: DURATION,
      easing: "ease-out",
    });
  }
}
