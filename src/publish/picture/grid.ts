import {
  begins,
  countIn,
  provinceOf,
  severalAttributes,
  shownIn,
  symbol,
} from "../../charts/index.ts";
import { type Grid, nameOf, type Observation, regionName } from "../../figures/index.ts";
import type { Child } from "../../dom/index.ts";
import { baseline, body, drawLines, quiet, rule, small, stack } from "./block.ts";
import type { Box, Placed, LayoutContext } from "./block.ts";
import { breakLines, drawLine, measure, named, textRun } from "./inline.ts";
import { toldOf } from "./told.ts";

const STYLE = { ...body, size: 12 } as const;
const HEAD = { ...quiet, size: 11 } as const;
const ROW = 24;

interface Columns {
  readonly left: number;
  readonly each: number;
}

/** Heads stand upright where the columns are narrower than their words. */
function heads(
  grid: Grid,
  ids: readonly string[],
  { left, each }: Columns,
  box: Box,
  layout: LayoutContext,
): Placed {
  const texts = ids.map((id) => ({
    name: nameOf(grid.columns, id, layout.context),
    count: String(countIn(grid, id)),
  }));
  const linesOf = (name: string, room: number) => breakLines(textRun(name, HEAD), room);
  let longest = Math.min(150, Math.max(...texts.map(({ name }) => measure(name, HEAD))));
  // A column has room for two lines: a longer name makes the head higher, and none is cut.
  while (texts.some(({ name }) => linesOf(name, longest + 4).length > 2)) longest += 20;
  const height = longest + 26;
  const nodes = texts.map(({ name, count }, i) => {
    const middle = box.x + left + (i + 0.5) * each;
    const lines = linesOf(name, longest + 4);
    return [
      layout.build.svg(
        "g",
        {
          transform: `translate(${middle.toFixed(1)},${(box.y + height - 22).toFixed(1)}) rotate(-90)`,
        },
        lines.map((line, j) => drawLine(line, 0, 4 + (j - (lines.length - 1) / 2) * 12, layout)),
      ),
      breakLines(textRun(count, HEAD), 60).map((line) =>
        drawLine(line, middle, box.y + height - 7, layout, "middle"),
      ),
    ];
  });
  return { nodes, height };
}

function symbolCell(
  members: readonly Observation[],
  middle: number,
  y: number,
  layout: LayoutContext,
): Child {
  const shown = shownIn(members);
  const [first] = shown;
  if (!first) return null;
  const count = shown.length > 1 ? String(shown.length) : "";
  const left = middle - 8 - (count === "" ? 0 : 5);
  const drawnSymbol = symbol(first, layout.context);
  const drawn = [
    layout.redraw(drawnSymbol, { x: Number(left.toFixed(1)), y: y + (ROW - 16) / 2 }, "coverage"),
    breakLines(textRun(count, { ...STYLE, weight: 600 }), 60).map((line) =>
      drawLine(line, left + 18, baseline(y, ROW, 12), layout),
    ),
  ];
  const told = shown.length > 1 ? severalAttributes(shown, layout.context) : toldOf(first, layout);
  return named(told, drawn, layout);
}

/** A row's name; a region has its province in smaller type. */
function rowName(grid: Grid, id: string, width: number, { context }: LayoutContext) {
  const province = grid.rows === "region_id" ? provinceOf(id, context) : null;
  return [
    ...breakLines(textRun(nameOf(grid.rows, id, context), STYLE), width),
    ...(province === null ? [] : breakLines(textRun(regionName(context, province), small), width)),
  ];
}

/** Some columns of the matrix with all its rows. */
function part(
  grid: Grid,
  ids: readonly string[],
  columns: Columns,
  box: Box,
  layout: LayoutContext,
): Placed {
  const head = heads(grid, ids, columns, box, layout);
  const nodes: Child[] = [
    head.nodes,
    rule(box.x, box.y + head.height - 0.5, box.width, "line", layout),
  ];
  let y = box.y + head.height;
  grid.rowIds.forEach((id, index) => {
    const lines = rowName(grid, id, columns.left - 6, layout);
    const height = Math.max(ROW, lines.length * 15 + 4);
    const top = y + (height - lines.length * 15) / 2;
    if (begins(grid.rowIds, index, layout.context))
      nodes.push(rule(box.x, y - 0.5, box.width, "line", layout));
    const middle = y + (height - ROW) / 2;
    nodes.push(
      drawLines(lines, { x: box.x, y: top, leading: 15, size: 12 }, layout),
      ids.map((column, i) => {
        const x = box.x + columns.left + (i + 0.5) * columns.each;
        return symbolCell(grid.at(id, column), x, middle, layout);
      }),
    );
    y += height;
    nodes.push(rule(box.x, y - 0.5, box.width, "grid", layout));
  });
  return { nodes, height: y - box.y };
}

/** A dense matrix of symbols, in as many parts as its columns need to stay apart. */
export function setGrid(grid: Grid, box: Box, layout: LayoutContext): Placed {
  const count = grid.columnIds.length;
  const left = layout.isNarrow ? 92 : 132;
  const most = Math.max(1, Math.floor((box.width - left) / 30));
  const parts = Math.ceil(count / most);
  const size = Math.ceil(count / parts);
  const each = (box.width - left) / size;
  const starts = Array.from({ length: parts }, (_, i) => i * size);
  return stack(
    starts.map((from) => (at: Box) => {
      const ids = grid.columnIds.slice(from, from + size);
      return part(grid, ids, { left, each }, at, layout);
    }),
    box,
    22,
  );
}
