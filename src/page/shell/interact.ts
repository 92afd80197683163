import { reach, type Mark } from "../../evidence/marks/index.ts";

/** What opens evidence; a group whose link leads to another page keeps its link. */
const OPENS = "[data-evidence], [data-several][href^='#']";

/** The evidence that a mark leads to, as the address holds it; of a group all its ids. */
export function evidenceOf(mark: Element): string | null {
  return mark.getAttribute("data-evidence") ?? mark.getAttribute("data-several");
}

/** The elements of a page that open some evidence. */
export function openersOf(root: ParentNode): Mark[] {
  return [...root.querySelectorAll<Mark>(OPENS)];
}

/** @param onEvidence a mark, cell or number was asked where it comes from */
export function interact(document: Document, onEvidence: (id: string, source: Mark) => void): void {
  const show = (source: Mark): boolean => {
    const id = evidenceOf(source);
    if (id) onEvidence(id, source);
    return Boolean(id);
  };
  reach(document, { links: OPENS, show });
}
