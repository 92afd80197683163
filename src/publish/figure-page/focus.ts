import { boxOf, isShown, markOf, marksOf, type Mark } from "./marks.ts";

interface Placed {
  readonly mark: Mark;
  readonly panel: number;
  readonly x: number;
  readonly y: number;
}

/** Each panel is a drawing with axes of its own: one goes through it before the next. */
function placed(marks: readonly Mark[]): Placed[] {
  const panels = [...new Set(marks.map((mark) => mark.closest("svg")))];
  return marks.map((mark) => {
    const { left, right, top, bottom } = boxOf(mark);
    const panel = panels.indexOf(mark.closest("svg"));
    return { mark, panel, x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
  });
}

/** From left to right, or from top to bottom; what is level keeps the order of the document. */
function along(marks: readonly Mark[], key: string): Mark[] {
  const isHorizontal = key === "ArrowLeft" || key === "ArrowRight";
  const [first, second] = isHorizontal ? (["x", "y"] as const) : (["y", "x"] as const);
  return placed(marks)
    .sort((a, b) => a.panel - b.panel || a[first] - b[first] || a[second] - b[second])
    .map(({ mark }) => mark);
}

/** In a grid, up and down stay in the column: the next row that has a mark in it. */
function inColumn(mark: Mark, key: string): Mark | undefined {
  const cell = mark.closest("td, th");
  if (!(cell instanceof HTMLTableCellElement)) return undefined;
  const rows = [...(mark.closest("[data-grid]")?.querySelectorAll("tr") ?? [])];
  const here = rows.findIndex((row) => row.contains(cell));
  const ahead = key === "ArrowDown" ? rows.slice(here + 1) : rows.slice(0, here).reverse();
  return ahead.flatMap((row) => {
    const other = row.cells[cell.cellIndex];
    return other ? marksOf(other).slice(0, 1) : [];
  })[0];
}

/**
 * The mark that a key leads to. Right and left go through all marks by their place on the
 * horizontal, down and up by that on the vertical, so that every mark is reached by either; in a
 * grid they go along the row and the column. Undefined for any other key.
 */
export function nextMark(mark: Mark, marks: readonly Mark[], key: string): Mark | undefined {
  if (key === "Home") return marks[0];
  if (key === "End") return marks.at(-1);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (step === undefined) return undefined;
  const isGrid = mark.closest("[data-grid]") !== null;
  if (isGrid && (key === "ArrowUp" || key === "ArrowDown")) return inColumn(mark, key);
  const order = isGrid ? marks : along(marks, key);
  return order[(order.indexOf(mark) + step + order.length) % order.length];
}

function setStop(marks: readonly Mark[], stop: Mark | undefined): void {
  for (const mark of marks) mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
}

/** One mark of each drawing is in the tab order; keys and clicks move it. */
export function focus(document: Document): void {
  for (const group of document.querySelectorAll("[data-marks]")) {
    const marks = marksOf(group);
    setStop(marks, marks[0]);
  }
  document.addEventListener("focusin", ({ target }) => {
    const mark = markOf(target);
    const group = mark?.closest("[data-marks]");
    if (mark && group) setStop(marksOf(group), mark);
  });
  document.addEventListener("keydown", (event) => {
    const mark = markOf(event.target);
    const group = mark?.closest("[data-marks]");
    if (!mark || !group || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextMark(mark, marksOf(group).filter(isShown), event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
