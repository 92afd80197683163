import { markOf, type Mark } from "./marks.ts";

/** What a page does with a number that is asked where it comes from. */
export interface Evidence {
  /** What may lead there, in figures and around them: a selector of links. */
  readonly links: string;
  /** Shows it; false leaves the link to the browser. */
  readonly show: (link: Mark) => boolean;
}

/** With another key a browser does something of its own, and who was first has done it. */
export function isPlain(event: MouseEvent | KeyboardEvent): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  return !altKey && !ctrlKey && !metaKey && !shiftKey && !defaultPrevented;
}

/**
 * A click, a tap and Enter, which clicks a link, ask for evidence. So does the space bar on a mark,
 * as in every set of which the arrow keys choose one; on a link in the text it scrolls as ever.
 */
export function ask(document: Document, links: string, show: Evidence["show"]): void {
  const on = (event: MouseEvent | KeyboardEvent, target: Element | null): void => {
    const link = isPlain(event) ? target?.closest<Mark>(links) : null;
    if (link && show(link)) event.preventDefault();
  };
  document.addEventListener("click", (event) => on(event, event.target as Element));
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && !event.repeat) on(event, markOf(event.target));
  });
}
