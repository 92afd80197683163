import type { Child } from "../dom/index.ts";
import { say } from "../i18n/index.ts";
import { body, rule, setRuns, styleOf, type Box, type Placed, type Press } from "./block.ts";
import { cellLines, drawCell, leastCellWidth } from "./cells.ts";
import { breakLines, runsOf, type Line, type TextStyle } from "./inline.ts";

const STYLE: TextStyle = { ...body, size: 12 };
const LEADING = 18;
const GAP = 14;
/** Rows of a picture; a table has more room in its page. */
const MOST = { stated: 24, plain: 40 } as const;

const styleFor = (cell: Element): TextStyle => {
  if (cell.closest("thead")) return { ...STYLE, color: "quiet" };
  if (cell.localName === "th") return { ...STYLE, weight: 600 };
  if (cell.matches(".flags")) return { ...STYLE, color: "warning" };
  return cell.matches(".what, .report") ? { ...STYLE, color: "quiet" } : STYLE;
};

/** A line that says how many rows the picture leaves out. */
function more(count: number, box: Box, press: Press): Placed {
  const text = say(press.context.language, "picture.more", count);
  const style = { ...styleOf(press.build.html("p")), text: { ...STYLE, color: "quiet" }, above: 6 };
  return setRuns([{ text, style: style.text }], style, box, press);
}

/** The rows of a table, on all of its pages. */
function rowsOf(table: Element): Element[] {
  return [...(table.closest(".paged") ?? table).querySelectorAll("tbody > tr")];
}

/** A row in columns of several cells each, one under the other. */
type Arrangement = readonly { readonly cells: readonly string[]; readonly share: number }[];

/** Figures with their clauses: who and what, how much and when, where it is said. */
const columnsWide: Arrangement = [
  { cells: ["th", "td.metric"], share: 0.2 },
  { cells: ["td.value", "td.what", "td.flags"], share: 0.3 },
  { cells: ["td.clause", "td.report"], share: 0.5 },
];
const columnsNarrow: Arrangement = [
  {
    cells: ["th", "td.metric", "td.value", "td.what", "td.flags", "td.clause", "td.report"],
    share: 1,
  },
];

function statedRow(row: Element, columns: Arrangement, box: Box, press: Press): Placed {
  const room = box.width - GAP * (columns.length - 1);
  let { x } = box;
  const drawn = columns.map(({ cells, share }) => {
    const width = room * share;
    const lines = cells.flatMap((selector) =>
      [...row.querySelectorAll(`:scope > ${selector}`)].flatMap((cell) => {
        const style = styleFor(cell);
        const isValue = selector === "td.value";
        return cellLines(cell, width, isValue ? { ...style, size: 13, weight: 600 } : style);
      }),
    );
    const nodes = drawCell(lines, { x, y: box.y, leading: LEADING, size: 12 }, press);
    x += width + GAP;
    return { nodes, count: lines.length };
  });
  return {
    nodes: drawn.map(({ nodes }) => nodes),
    height: Math.max(...drawn.map(({ count }) => count)) * LEADING,
  };
}

/** Rows under each other with a rule between, at most so many. */
function underEachOther(
  rows: readonly Element[],
  most: number,
  box: Box,
  press: Press,
  set: (row: Element, box: Box) => Placed,
): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  // One row more is shorter than to say that there is one.
  const shown = rows.length <= most + 1 ? rows : rows.slice(0, most);
  for (const row of shown) {
    const placed = set(row, { ...box, y: y + 7 });
    nodes.push(placed.nodes);
    y += placed.height + 14;
    const isLast = row === rows.at(-1);
    nodes.push(isLast ? null : rule(box.x, y - 0.5, box.width, "grid", press));
  }
  if (shown.length === rows.length) return { nodes, height: y - box.y };
  const rest = more(rows.length - shown.length, { ...box, y }, press);
  return { nodes: [nodes, rest.nodes], height: y - box.y + rest.height };
}

interface Column {
  readonly x: number;
  readonly width: number;
}

const naturalWidth = (cell: Element): number =>
  Math.max(0, ...cellLines(cell, 10_000, styleFor(cell)).map(({ width }) => width));
const leastWidth = (cell: Element): number => Math.min(leastCellWidth(cell, styleFor(cell)), 110);

/** Widths between the least and the natural ones, as a browser would share them out. */
function columnsOf(rows: readonly Element[], { x, width }: Box): Column[] {
  const count = Math.max(...rows.map((row) => row.children.length));
  const widest = (of: (cell: Element) => number) =>
    Array.from({ length: count }, (_, i) =>
      Math.max(...rows.map((row) => (row.children[i] ? of(row.children[i]) : 0))),
    );
  const natural = widest(naturalWidth);
  const least = widest(leastWidth).map((w, i) => Math.min(w, natural[i] ?? w));
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const room = width - GAP * (count - 1);
  const wanted = sum(natural) - sum(least);
  const share = wanted <= 0 ? 0 : Math.max(0, Math.min(1, (room - sum(least)) / wanted));
  const spare = Math.max(0, room - sum(natural)) / count;
  let left = x;
  return natural.map((w, i) => {
    const low = least[i] ?? 0;
    const column = { x: left, width: low + (w - low) * share + spare };
    left += column.width + GAP;
    return column;
  });
}

function plainRow(row: Element, columns: readonly Column[], y: number, press: Press): Placed {
  const cells = columns.map(({ width }, i) => {
    const cell = row.children[i];
    return cell ? cellLines(cell, width, styleFor(cell)) : [];
  });
  const leading = row.querySelector("svg") ? 22 : LEADING;
  return {
    nodes: cells.map((lines, i) =>
      drawCell(lines, { x: columns[i]?.x ?? 0, y, leading, size: 12 }, press),
    ),
    height: Math.max(1, ...cells.map(({ length }) => length)) * leading,
  };
}

function plainTable(table: Element, box: Box, press: Press): Placed {
  const rows = rowsOf(table);
  const head = table.querySelector("thead > tr");
  const columns = columnsOf(head ? [head, ...rows] : rows, box);
  const top = head ? plainRow(head, columns, box.y, press) : null;
  const from = top ? top.height + 7 : 0;
  const line = rule(box.x, box.y + from - 0.5, box.width, "line", press);
  const list = underEachOther(rows, MOST.plain, { ...box, y: box.y + from }, press, (row, { y }) =>
    plainRow(row, columns, y, press),
  );
  return { nodes: [top?.nodes, top ? line : null, list.nodes], height: from + list.height };
}

/** A row as a head and its cells in two columns, each with the name of its own column. */
function card(row: Element, heads: readonly string[], box: Box, press: Press): Placed {
  const [head, ...cells] = [...row.children];
  const title = head ? cellLines(head, box.width, styleFor(head)) : [];
  const width = (box.width - GAP) / 2;
  const nodes: Child[] = [drawCell(title, { ...box, leading: LEADING, size: 12 }, press)];
  let y = box.y + title.length * LEADING;
  for (let i = 0; i < cells.length; i += 2) {
    const pair = cells
      .slice(i, i + 2)
      .map((cell, j) => headed(cell, heads[i + j + 1] ?? "", width));
    nodes.push(
      pair.map((lines, j) =>
        drawCell(lines, { x: box.x + j * (width + GAP), y, leading: 20, size: 12 }, press),
      ),
    );
    y += Math.max(...pair.map(({ length }) => length)) * 20;
  }
  return { nodes, height: y - box.y };
}

/** A cell under the name of its column. */
function headed(cell: Element, head: string, width: number): Line[] {
  const own = cellLines(cell, width, styleFor(cell));
  if (own.length === 0 || head === "") return own;
  return [...breakLines([{ text: head, style: { ...STYLE, color: "quiet" } }], width), ...own];
}

/** A table of figures, or of any columns; what is too long is cut, and says so. */
export function setTable(element: Element, box: Box, press: Press): Placed {
  const table = element.querySelector("table");
  if (!table) return { nodes: [], height: 0 };
  if (table.querySelector("td.clause")) {
    const columns = press.isNarrow ? columnsNarrow : columnsWide;
    return underEachOther(rowsOf(table), MOST.stated, box, press, (row, at) =>
      statedRow(row, columns, at, press),
    );
  }
  if (!press.isNarrow) return plainTable(table, box, press);
  const heads = [...table.querySelectorAll("thead th")].map((head) =>
    runsOf([head], STYLE, [])
      .map((run) => ("text" in run ? run.text : ""))
      .join(""),
  );
  return underEachOther(rowsOf(table), MOST.plain, box, press, (row, at) =>
    card(row, heads, at, press),
  );
}
