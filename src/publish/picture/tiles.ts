import { groups } from "d3-array";
import type { Child } from "../../dom/index.ts";
import { type Observation, regionName, type Tile } from "../../figures/index.ts";
import { softHyphens } from "../../words/index.ts";
import { body, drawLines, quiet } from "./block.ts";
import type { Box, Placed, LayoutContext } from "./block.ts";
import { breakLines, named, textRun } from "./inline.ts";
import { toldOf } from "./told.ts";
import { symbol } from "../../charts/index.ts";

const COLUMNS = 7;
const GAP = 3;
const MARK = 20;

/** Symbols beside each other, as many as the tile is wide. */
function symbols(
  marks: readonly Observation[],
  { x, y, width }: Box,
  layout: LayoutContext,
): Placed {
  const each = Math.max(1, Math.floor(width / MARK));
  const nodes = marks.map((mark, i): Child => {
    const left = x + (i % each) * MARK + 2;
    const top = y + Math.floor(i / each) * MARK + 2;
    const drawn = layout.redraw(symbol(mark, layout.context), { x: left, y: top });
    return named(toldOf(mark, layout), drawn, layout);
  });
  return { nodes, height: Math.ceil(marks.length / each) * MARK };
}

/** Name, then each region with its symbols; a phone's tile has no room for regions' names. */
function content(tile: Tile, box: Box, layout: LayoutContext): Placed {
  const { observations } = tile;
  const { language } = layout.context;
  const size = layout.isNarrow ? (language === "en" ? 10 : 11) : 12;
  const color = observations.length === 0 ? "quiet" : "ink";
  const text = softHyphens(tile.name);
  const name = breakLines(textRun(text, { ...body, size, color }), box.width);
  const nodes: Child[] = [drawLines(name, { ...box, leading: size * 1.35, size }, layout)];
  let y = box.y + name.length * size * 1.35 + 1;
  for (const [id, marks] of groups(observations, ({ region_id }) => region_id)) {
    const own = layout.isNarrow || id === tile.region_id ? "" : regionName(layout.context, id);
    const label = breakLines(textRun(own, { ...quiet, size: 11 }), box.width);
    const [first] = label;
    const left = first ? first.width + 4 : 0;
    const isBeside = label.length === 1 && left + MARK * marks.length <= box.width;
    const top = y + (isBeside ? 3 : 0);
    nodes.push(drawLines(label, { x: box.x, y: top, leading: 15, size: 11 }, layout));
    if (label.length > 0 && !isBeside) y += label.length * 15;
    const x = box.x + (isBeside ? left : 0);
    const placed = symbols(marks, { x, y, width: box.x + box.width - x }, layout);
    nodes.push(placed.nodes);
    y += placed.height;
  }
  return { nodes, height: y - box.y };
}

/** Provinces as tiles of a grid; a row is as high as its fullest tile. */
export function setTiles(tiles: readonly Tile[], box: Box, layout: LayoutContext): Placed {
  const width = (box.width - (COLUMNS - 1) * GAP) / COLUMNS;
  const pad = layout.isNarrow ? 2 : 5;
  const nodes: Child[] = [];
  let y = box.y + 6;
  const last = Math.max(...tiles.map(({ row }) => row));
  for (let row = 0; row <= last; row++) {
    const placed = tiles
      .filter((tile) => tile.row === row)
      .map((tile) => {
        const x = box.x + tile.column * (width + GAP);
        const inner = { x: x + pad, y: y + 3, width: width - 2 * pad };
        return { x, tile, ...content(tile, inner, layout) };
      });
    const height = Math.max(layout.isNarrow ? 44 : 54, ...placed.map((one) => one.height + 6));
    nodes.push(
      placed.map(({ x, tile, nodes: drawn }) => [
        ground(tile, { x, y, width }, height, layout),
        drawn,
      ]),
    );
    y += height + GAP;
  }
  return { nodes, height: y - box.y };
}

function ground(
  { observations }: Tile,
  { x, y, width }: Box,
  height: number,
  layout: LayoutContext,
): Child {
  const isBlank = observations.length === 0;
  const inset = isBlank ? 0.5 : 0;
  return layout.build.svg("rect", {
    x: Number((x + inset).toFixed(1)),
    y: Number((y + inset).toFixed(1)),
    width: Number((width - 2 * inset).toFixed(1)),
    height: Number((height - 2 * inset).toFixed(1)),
    rx: 2,
    fill: isBlank ? "none" : layout.ink("var(--wash)"),
    stroke: isBlank ? layout.ink("var(--grid)") : null,
  });
}
