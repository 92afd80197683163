import { boxOf, type Mark } from "./marks.ts";

interface Place {
  readonly mark: Mark;
  readonly panel: number;
  readonly isDrawn: boolean;
  readonly x: number;
  readonly y: number;
}

/**
 * In a drawing the middle of the symbol; in a list the corner of the item. In a table it is counted,
 * not measured: a head that stays in view lies over the rows that have passed under it.
 */
function spotOf(mark: Mark, kind: string | undefined): Pick<Place, "x" | "y"> {
  const cell = kind === "table" && mark.closest<HTMLTableCellElement>("td, th");
  if (cell) return { x: cell.cellIndex, y: cell.closest("tr")?.rowIndex ?? 0 };
  const { left, right, top, bottom } =
    kind === "svg" ? boxOf(mark) : (mark.closest("li") ?? mark).getBoundingClientRect();
  const [x, y] = kind === "svg" ? [(left + right) / 2, (top + bottom) / 2] : [left, top];
  return { x: Math.round(x), y: Math.round(y) };
}

/** Each drawing, table and list is a panel: one goes through it before the next. */
function placesOf(marks: readonly Mark[]): Place[] {
  const panelOf = (mark: Mark) => mark.closest("svg, table, ol, ul");
  const panels = [...new Set(marks.map(panelOf))];
  return marks.map((mark) => {
    const panel = panelOf(mark);
    const kind = panel?.localName;
    return { mark, panel: panels.indexOf(panel), isDrawn: kind === "svg", ...spotOf(mark, kind) };
  });
}

/**
 * The mark that a key leads to, by place: in a drawing right and left go by the horizontal, down and
 * up by the vertical; in a table or list along the rows and along the columns. The order of the
 * document would be that of the rows behind the figure, in which a key called right may lead to the
 * left. Nor is it the nearest mark on that side: some would be the nearest of none. In an order of
 * all, each key reaches every mark and its opposite leads back; an edge leads on to the next panel,
 * the last to the first. Home and End keep to the document, which Tab and a screen reader follow.
 * Undefined for any other key.
 */
export function nextMark(mark: Mark, marks: readonly Mark[], key: string): Mark | undefined {
  if (key === "Home") return marks[0];
  if (key === "End") return marks.at(-1);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (step === undefined) return undefined;
  const isAcross = key === "ArrowRight" || key === "ArrowLeft";
  const order = placesOf(marks)
    .sort((a, b) => {
      const [x, y] = [a.x - b.x, a.y - b.y];
      // What is level goes by the other direction, then by the order of the document.
      return a.panel - b.panel || (a.isDrawn === isAcross ? x || y : y || x);
    })
    .map((place) => place.mark);
  return order.at((order.indexOf(mark) + step) % order.length);
}
