import { ask, type Evidence } from "./ask.ts";
import { focus, rove } from "./focus.ts";
import { tips } from "./tip.ts";

export { isPlain, type Evidence } from "./ask.ts";
export { boxOf, type Mark } from "./marks.ts";

/**
 * How the marks of figures are reached, in the page and in a figure's own: by arrow keys, pointer
 * and finger, with tips, as far as the evidence that each shows in its own way. Listens once for the
 * whole document, so that redrawn figures need no wiring.
 */
export function reach(document: Document, { links, show }: Evidence): void {
  focus(document);
  const tip = tips(document);
  ask(document, links, (link) => {
    const hasShown = show(link);
    // The evidence says all that the tip does.
    if (hasShown) tip.hide();
    return hasShown;
  });
  new MutationObserver((records) => {
    tip.hideLost();
    rove(records.map(({ target }) => target as Element));
  }).observe(document.body, { childList: true, subtree: true });
}
