import {
  type Grid,
  headings,
  nameOf,
  type Observation,
  shortValue,
  tableRow,
  type TableRow,
} from "../../figures/index.ts";
import type { Child } from "../../dom/index.ts";
import { excerpt, isRest, say } from "../../words/index.ts";
import { body, bold, drawLines, quiet, rule, setText, small, styles } from "./block.ts";
import type { Box, Placed, LayoutContext } from "./block.ts";
import { cellLines, leastCellWidth, type Cell } from "./cells.ts";
import { textRun, type TextStyle } from "./inline.ts";
import { markRun } from "./told.ts";

const STYLE: TextStyle = { ...body, size: 12 };
const LEADING = 18;
const GAP = 14;
/** Rows of a picture; a table has more room in its page. */
const MOST = { stated: 24, plain: 40 } as const;

/** A line that says how many rows the picture leaves out. */
function more(count: number, box: Box, layout: LayoutContext): Placed {
  const text = say(layout.context.language, "picture.more", count);
  return setText(text, { ...styles.plain, text: small, above: 6 }, box, layout);
}

/** Rows under each other with a rule between, at most so many. */
function underEachOther<T>(
  rows: readonly T[],
  most: number,
  box: Box,
  layout: LayoutContext,
  set: (row: T, box: Box) => Placed,
): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  for (const row of excerpt(rows, most)) {
    if (isRest(row)) {
      const placed = more(row.left, { ...box, y }, layout);
      return { nodes: [nodes, placed.nodes], height: y - box.y + placed.height };
    }
    const placed = set(row, { ...box, y: y + 7 });
    nodes.push(placed.nodes);
    y += placed.height + 14;
    const isLast = row === rows.at(-1);
    nodes.push(isLast ? null : rule(box.x, y - 0.5, box.width, "grid", layout));
  }
  return { nodes, height: y - box.y };
}

/** A paragraph of a cell; none where there is nothing to say. */
function paragraph(text: string, style: TextStyle): Cell {
  const runs = textRun(text, style);
  return runs.length === 0 ? [] : [runs];
}

/** A figure's cells by the columns of a picture: who and what, how much and when, where it is said. */
function statedCells(row: TableRow): { readonly cells: Cell; readonly share: number }[] {
  const faint = { ...STYLE, color: "quiet" };
  const number = { ...STYLE, ...bold, size: 13 };
  return [
    {
      cells: [...paragraph(row.region, { ...STYLE, ...bold }), ...paragraph(row.measure, STYLE)],
      share: 0.2,
    },
    {
      cells: [
        ...paragraph(row.value, number),
        ...paragraph(row.written, { ...number, ...small }),
        ...paragraph(row.what, faint),
        ...paragraph(row.flags, { ...STYLE, color: "warning" }),
      ],
      share: 0.3,
    },
    {
      cells: [
        ...row.clauses.flatMap((clause) => paragraph(clause, STYLE)),
        ...paragraph(row.report, faint),
      ],
      share: 0.5,
    },
  ];
}

function statedRow(observation: Observation, box: Box, layout: LayoutContext): Placed {
  const wide = statedCells(tableRow(observation, layout.context));
  const columns = layout.isNarrow
    ? [{ cells: wide.flatMap(({ cells }) => cells), share: 1 }]
    : wide;
  const room = box.width - GAP * (columns.length - 1);
  let { x } = box;
  const drawn = columns.map(({ cells, share }) => {
    const width = room * share;
    const lines = cellLines(cells, width);
    const nodes = drawLines(lines, { x, y: box.y, leading: LEADING, size: 12 }, layout);
    x += width + GAP;
    return { nodes, count: lines.length };
  });
  return {
    nodes: drawn.map(({ nodes }) => nodes),
    height: Math.max(...drawn.map(({ count }) => count)) * LEADING,
  };
}

/** Figures with their clauses; what is too long is cut, and says so. */
export function setTable(
  observations: readonly Observation[],
  box: Box,
  layout: LayoutContext,
): Placed {
  return underEachOther(observations, MOST.stated, box, layout, (one, at) =>
    statedRow(one, at, layout),
  );
}

interface Column {
  readonly x: number;
  readonly width: number;
}

type Row = readonly Cell[];

const naturalWidth = (cell: Cell): number =>
  Math.max(0, ...cellLines(cell, 10_000).map(({ width }) => width));
const leastWidth = (cell: Cell): number => Math.min(leastCellWidth(cell), 110);

/** Widths between the least and the natural ones, as a browser would share them out. */
function columnsOf(rows: readonly Row[], { x, width }: Box): Column[] {
  const count = Math.max(...rows.map((row) => row.length));
  const widest = (of: (cell: Cell) => number) =>
    Array.from({ length: count }, (_, i) =>
      Math.max(...rows.map((row) => (row[i] ? of(row[i]) : 0))),
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

function plainRow(
  row: Row,
  columns: readonly Column[],
  leading: number,
  y: number,
  layout: LayoutContext,
): Placed {
  const cells = columns.map(({ width }, i) => cellLines(row[i] ?? [], width));
  return {
    nodes: cells.map((lines, i) =>
      drawLines(lines, { x: columns[i]?.x ?? 0, y, leading, size: 12 }, layout),
    ),
    height: Math.max(1, ...cells.map(({ length }) => length)) * leading,
  };
}

/** Lines with symbols stand farther apart. */
const SYMBOLS = 22;

/** A row as a head and its cells in two columns, each with the name of its own column. */
function card(
  [head = [], ...cells]: Row,
  heads: readonly string[],
  box: Box,
  layout: LayoutContext,
): Placed {
  const title = cellLines(head, box.width);
  const width = (box.width - GAP) / 2;
  const nodes: Child[] = [drawLines(title, { ...box, leading: LEADING, size: 12 }, layout)];
  let y = box.y + title.length * LEADING;
  for (let i = 0; i < cells.length; i += 2) {
    const pair = cells
      .slice(i, i + 2)
      .map((cell, j) => [
        ...cellLines(paragraph(heads[i + j] ?? "", { ...quiet, size: 12 }), width),
        ...cellLines(cell, width),
      ]);
    nodes.push(
      pair.map((lines, j) =>
        drawLines(lines, { x: box.x + j * (width + GAP), y, leading: 20, size: 12 }, layout),
      ),
    );
    y += Math.max(...pair.map(({ length }) => length)) * 20;
  }
  return { nodes, height: y - box.y };
}

/** A matrix of values, each with its symbol; on a phone each row is a list with named entries. */
export function setMatrix(grid: Grid, box: Box, layout: LayoutContext): Placed {
  const { context } = layout;
  const names = grid.columnIds.map((id) => nameOf(grid.columns, id, context));
  const rows = grid.rowIds.map((row): Row => [
    paragraph(nameOf(grid.rows, row, context), { ...STYLE, ...bold }),
    ...grid.columnIds.map((column): Cell =>
      grid
        .at(row, column)
        .map((one) => [markRun(one, layout), ...textRun(shortValue(one, context), STYLE)]),
    ),
  ]);
  if (layout.isNarrow)
    return underEachOther(rows, MOST.plain, box, layout, (row, at) => card(row, names, at, layout));
  const faint = { ...STYLE, color: "quiet" };
  const head = [say(context.language, headings[grid.rows]), ...names].map((name) =>
    paragraph(name, faint),
  );
  const columns = columnsOf([head, ...rows], box);
  const top = plainRow(head, columns, LEADING, box.y, layout);
  const from = top.height + 7;
  const line = rule(box.x, box.y + from - 0.5, box.width, "line", layout);
  const list = underEachOther(rows, MOST.plain, { ...box, y: box.y + from }, layout, (row, { y }) =>
    plainRow(row, columns, SYMBOLS, y, layout),
  );
  return { nodes: [top.nodes, line, list.nodes], height: from + list.height };
}
