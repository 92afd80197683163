import { groups } from "d3-array";
import type { Child } from "../../dom/index.ts";
import { type Observation, regionName, type Tile } from "../../figures/index.ts";
import { softHyphens } from "../../words/index.ts";
import { body, drawLines, quiet } from "./block.ts";
import type { Box, Placed, Press } from "./block.ts";
import { breakLines, named, textRun } from "./inline.ts";
import { toldOf } from "./told.ts";
import { symbol } from "../../charts/index.ts";

const COLUMNS = 7;
const GAP = 3;
const MARK = 20;

/** Symbols beside each other, as many as the tile is wide. */
function symbols(marks: readonly Observation[], { x, y, width }: Box, press: Press): Placed {
  const each = Math.max(1, Math.floor(width / MARK));
  const nodes = marks.map((mark, i): Child => {
    const left = x + (i % each) * MARK + 2;
    const top = y + Math.floor(i / each) * MARK + 2;
    const drawn = press.redraw(symbol(mark, press.context), { x: left, y: top });
    return named(toldOf(mark, press), drawn, press);
  });
  return { nodes, height: Math.ceil(marks.length / each) * MARK };
}

/** Name, then each region with its symbols; a phone's tile has no room for regions' names. */
function content({ province, observations }: Tile, box: Box, press: Press): Placed {
  const { language } = press.context;
  const size = press.isNarrow ? (language === "en" ? 10 : 11) : 12;
  const color = observations.length === 0 ? "quiet" : "ink";
  const text = softHyphens(language === "zh" ? province.zh_short : province.en_short);
  const name = breakLines(textRun(text, { ...body, size, color }), box.width);
  const nodes: Child[] = [drawLines(name, { ...box, leading: size * 1.35, size }, press)];
  let y = box.y + name.length * size * 1.35 + 1;
  for (const [id, marks] of groups(observations, ({ region_id }) => region_id)) {
    const own = press.isNarrow || id === province.region_id ? "" : regionName(press.context, id);
    const label = breakLines(textRun(own, { ...quiet, size: 11 }), box.width);
    const [first] = label;
    const left = first ? first.width + 4 : 0;
    const isBeside = label.length === 1 && left + MARK * marks.length <= box.width;
    const top = y + (isBeside ? 3 : 0);
    nodes.push(drawLines(label, { x: box.x, y: top, leading: 15, size: 11 }, press));
    if (label.length > 0 && !isBeside) y += label.length * 15;
    const x = box.x + (isBeside ? left : 0);
    const placed = symbols(marks, { x, y, width: box.x + box.width - x }, press);
    nodes.push(placed.nodes);
    y += placed.height;
  }
  return { nodes, height: y - box.y };
}

/** Provinces as tiles of a grid; a row is as high as its fullest tile. */
export function setTiles(tiles: readonly Tile[], box: Box, press: Press): Placed {
  const width = (box.width - (COLUMNS - 1) * GAP) / COLUMNS;
  const pad = press.isNarrow ? 2 : 5;
  const nodes: Child[] = [];
  let y = box.y + 6;
  const last = Math.max(...tiles.map(({ row }) => row));
  for (let row = 0; row <= last; row++) {
    const placed = tiles
      .filter((tile) => tile.row === row)
      .map((tile) => {
        const x = box.x + tile.column * (width + GAP);
        const inner = { x: x + pad, y: y + 3, width: width - 2 * pad };
        return { x, tile, ...content(tile, inner, press) };
      });
    const height = Math.max(press.isNarrow ? 44 : 54, ...placed.map((one) => one.height + 6));
    nodes.push(
      placed.map(({ x, tile, nodes: drawn }) => [
        ground(tile, { x, y, width }, height, press),
        drawn,
      ]),
    );
    y += height + GAP;
  }
  return { nodes, height: y - box.y };
}

function ground({ observations }: Tile, { x, y, width }: Box, height: number, press: Press): Child {
  const isBlank = observations.length === 0;
  const inset = isBlank ? 0.5 : 0;
  return press.build.svg("rect", {
    x: Number((x + inset).toFixed(1)),
    y: Number((y + inset).toFixed(1)),
    width: Number((width - 2 * inset).toFixed(1)),
    height: Number((height - 2 * inset).toFixed(1)),
    rx: 2,
    fill: isBlank ? "none" : press.ink("var(--wash)"),
    stroke: isBlank ? press.ink("var(--grid)") : null,
  });
}
