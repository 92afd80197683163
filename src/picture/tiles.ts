import type { Child } from "../dom/index.ts";
import { baseline, body, drawLines, type Box, type Placed, type Press } from "./block.ts";
import { breakLines, drawLine, runsOf } from "./inline.ts";

const COLUMNS = 7;
const GAP = 3;
const MARK = 20;

interface Tile {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
}

function tileOf(element: Element): Tile {
  const style = element.getAttribute("style") ?? "";
  const number = (name: string) => Number(new RegExp(`${name}:\\s*(\\d+)`).exec(style)?.[1] ?? 1);
  return { element, row: number("grid-row"), column: number("grid-column") };
}

/** Symbols beside each other, as many as the tile is wide. */
function symbols(marks: readonly Element[], { x, y, width }: Box, press: Press): Placed {
  const each = Math.max(1, Math.floor(width / MARK));
  const nodes = marks.flatMap((mark, i): Child[] => {
    const svg = mark.querySelector("svg");
    const left = x + (i % each) * MARK + 2;
    const top = y + Math.floor(i / each) * MARK + 2;
    const name = mark.getAttribute("aria-label");
    if (!svg) return [];
    return [
      press.build.svg(
        "g",
        {
          role: "img",
          "aria-label": name,
          "data-fact": mark.getAttribute("data-fact"),
          "data-missing": mark.getAttribute("data-missing"),
        },
        name ? press.build.svg("title", {}, name) : null,
        press.redraw(svg, { x: left, y: top }),
      ),
    ];
  });
  return { nodes, height: Math.ceil(marks.length / each) * MARK };
}

/** Name, then each region with its symbols; a phone's tile has no room for regions' names. */
function content({ element }: Tile, box: Box, press: Press): Placed {
  const size = press.isNarrow ? (press.context.language === "en" ? 10 : 11) : 12;
  const color = element.matches(".blank") ? "quiet" : "ink";
  const name = breakLines(
    runsOf(element.querySelectorAll(".name"), { ...body, size, color }, []),
    box.width,
  );
  const nodes: Child[] = [drawLines(name, { ...box, leading: size * 1.35, size }, press)];
  let y = box.y + name.length * size * 1.35 + 1;
  for (const region of element.querySelectorAll(".region")) {
    const label = press.isNarrow
      ? []
      : breakLines(
          runsOf(
            region.querySelectorAll(".region-name"),
            { ...body, size: 11, color: "quiet" },
            [],
          ),
          box.width,
        );
    const marks = [...region.querySelectorAll(".mark")];
    const [first] = label;
    const left = first ? first.width + 4 : 0;
    const isBeside = label.length === 1 && left + MARK * marks.length <= box.width;
    nodes.push(
      label.map((line, i) =>
        drawLine(line, box.x, baseline(y + (isBeside ? 3 : i * 15), 15, 11), press),
      ),
    );
    if (label.length > 0 && !isBeside) y += label.length * 15;
    const x = box.x + (isBeside ? left : 0);
    const placed = symbols(marks, { x, y, width: box.x + box.width - x }, press);
    nodes.push(placed.nodes);
    y += placed.height;
  }
  return { nodes, height: y - box.y };
}

/** Provinces as tiles of a grid; a row is as high as its fullest tile. */
export function setTiles(list: Element, box: Box, press: Press): Placed {
  const tiles = [...list.children].map(tileOf);
  const width = (box.width - (COLUMNS - 1) * GAP) / COLUMNS;
  const pad = press.isNarrow ? 2 : 5;
  const nodes: Child[] = [];
  let y = box.y + 6;
  const last = Math.max(...tiles.map(({ row }) => row));
  for (let row = 1; row <= last; row++) {
    const placed = tiles
      .filter((tile) => tile.row === row)
      .map((tile) => {
        const x = box.x + (tile.column - 1) * (width + GAP);
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

function ground({ element }: Tile, { x, y, width }: Box, height: number, press: Press): Child {
  const isBlank = element.matches(".blank");
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
