/** Run in the page: looks for cut text. Serialized, so it may use nothing from outside. */
export interface Clip {
  readonly figure: string;
  readonly what: string;
}

/**
 * Text of the figures and tables below a root of which a part lies outside of a box that cuts it, or
 * outside of the page. What scrolls cuts as well: a number at its edge would read as another. Only a
 * matrix of symbols may be wider than its frame, and then its frame shows that it scrolls.
 */
export function clips(root: Element): Clip[] {
  const found: Clip[] = [];
  const right = document.documentElement.clientWidth;
  const cuts = new Map<Element, boolean>();
  const isCut = (element: Element): boolean => {
    const known = cuts.get(element);
    if (known !== undefined) return known;
    const { overflowX } = getComputedStyle(element);
    const answer = overflowX !== "visible" && !(element instanceof SVGElement);
    cuts.set(element, answer);
    return answer;
  };
  const check = (text: Text, owner: string): void => {
    const parent = text.parentElement;
    if (!parent?.checkVisibility({ visibilityProperty: true })) return;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width === 0) continue;
      const words = (text.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
      for (
        let one: Element | null = parent;
        one && one !== document.body;
        one = one.parentElement
      ) {
        // What only a screen reader hears is cut on purpose.
        if (getComputedStyle(one).clipPath !== "none") return;
        if (!isCut(one)) continue;
        const edge = one.getBoundingClientRect();
        if (box.right <= edge.right + 1 && box.left >= edge.left - 1) continue;
        const isShown = getComputedStyle(one).backgroundAttachment.includes("local");
        if (one.classList.contains("coverage") && isShown) return;
        found.push({ figure: owner, what: `${one.className} cuts “${words}”` });
        return;
      }
      if (box.right > right + 1 || box.left < -1)
        found.push({ figure: owner, what: `the page cuts “${words}”` });
    }
  };
  for (const element of root.querySelectorAll("figure, .scroll, .coverage")) {
    if (element.parentElement?.closest("figure, .scroll, .coverage")) continue;
    const owner = element.id || (element.closest("[id]")?.id ?? "");
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (node.textContent?.trim()) check(node as Text, owner);
  }
  return found;
}
