import { childNodesOf, contains, parentOf } from "./tree.ts";

/**
 * Keeps the reader's place in an input when what is drawn is drawn anew by other elements: the one
 * at the same place of the same kind gets the focus and the caret.
 */
export function keepFocus(root: Element, active: () => Element | null): () => void {
  const element = active();
  if (!element || element === root || !contains(root, element)) return () => {};
  const path = pathTo(root, element);
  const caret = caretOf(element);
  return () => {
    if (contains(root, element)) return;
    const next = path.reduce<Node | undefined>((at, i) => at && childNodesOf(at)[i], root);
    if (!(next instanceof HTMLElement) || next.localName !== element.localName) return;
    focusOn(next);
    if (caret && (next instanceof HTMLInputElement || next instanceof HTMLTextAreaElement))
      setCaret(next, caret);
  };
}

const focus = Function.prototype.call.bind(HTMLElement.prototype.focus) as (
  self: HTMLElement,
  options: FocusOptions,
) => void;
const focusSvg = Function.prototype.call.bind(SVGElement.prototype.focus) as (
  self: SVGElement,
  options: FocusOptions,
) => void;

export function focusOn(element: Node | null): void {
  if (element instanceof HTMLElement) focus(element, { preventScroll: true });
  else if (element instanceof SVGElement) focusSvg(element, { preventScroll: true });
}

function pathTo(root: Element, element: Element): number[] {
  const path: number[] = [];
  for (let at: Node = element; at !== root;) {
    const parent: ParentNode | null = parentOf(at);
    if (!parent) break;
    path.unshift(Array.prototype.indexOf.call(childNodesOf(parent), at));
    at = parent;
  }
  return path;
}

type Caret = readonly [start: number, end: number];

/** Inputs of numbers and days have no caret to ask for. */
function caretOf(element: Element): Caret | null {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return null;
  const { selectionStart, selectionEnd } = element;
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}

function setCaret(element: HTMLInputElement | HTMLTextAreaElement, [start, end]: Caret): void {
  if (element.selectionStart !== null) element.setSelectionRange(start, end);
}
