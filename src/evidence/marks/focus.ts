import { isPlain } from "./ask.ts";
import { isShown, markOf, marksOf, type Mark } from "./marks.ts";
import { nextMark } from "./walk.ts";

const GROUP = "[data-marks]";

function setStop(marks: readonly Mark[], stop: Mark | undefined): void {
  for (const mark of marks) mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
}

/** The one that holds the place in the tab order, unless it is hidden, else the first that is not. */
function stopOf(marks: readonly Mark[]): Mark | undefined {
  const held = marks.find((mark) => mark.getAttribute("tabindex") === "0");
  return held && isShown(held) ? held : (marks.find(isShown) ?? marks[0]);
}

/** Puts one mark of each figure that an element is part of or holds into the tab order. */
export function rove(roots: readonly Element[]): void {
  const groups = [...new Set(roots)].flatMap(
    (root) => root.closest(GROUP) ?? [...root.querySelectorAll(GROUP)],
  );
  const all = [...new Set(groups)].map(marksOf);
  // All is read before any is written: else the page is laid out once for each figure.
  const stops = all.map(stopOf);
  all.forEach((marks, i) => setStop(marks, stops[i]));
}

/** One mark of each figure is in the tab order; keys and clicks move it. */
export function focus(document: Document): void {
  rove([document.body]);
  document.addEventListener("focusin", ({ target }) => {
    const mark = markOf(target);
    const group = mark?.closest(GROUP);
    if (mark && group) setStop(marksOf(group), mark);
  });
  document.addEventListener("keydown", (event) => {
    const mark = markOf(event.target);
    const group = mark?.closest(GROUP);
    if (!mark || !group || !isPlain(event)) return;
    const next = nextMark(mark, marksOf(group).filter(isShown), event.key);
    if (!next || next === mark) return;
    event.preventDefault();
    next.focus();
  });
  // A fold may hide the mark that holds the place. It does not bubble: heard on its way down.
  document.addEventListener("toggle", ({ target }) => rove([target as Element]), { capture: true });
}
