import { tallest } from "../protocol.ts";

export interface Size {
  /** The width that the page gives. */
  width(): number;
}

/** Tells the width that the page gives and the height that the output needs. */
export function followSize(
  document: Document,
  root: Element,
  tell: (width: number, height: number) => void,
): Size {
  const { documentElement } = document;
  let last = "";
  const look = (): void => {
    const [width, height] = [documentElement.clientWidth, root.getBoundingClientRect().height];
    if (`${width} ${Math.ceil(height)}` === last) return;
    last = `${width} ${Math.ceil(height)}`;
    documentElement.classList.toggle("is-tall", height > tallest);
    tell(width, height);
  };
  const observer = new ResizeObserver(look);
  observer.observe(documentElement);
  observer.observe(root);
  // A frame out of sight draws nothing, so nothing is observed there; what is asked for is known.
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
  look();
  return { width: () => documentElement.clientWidth };
}
