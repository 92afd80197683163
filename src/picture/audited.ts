import type { Child } from "../dom/index.ts";
import {
  baseline,
  body,
  drawLines,
  looks,
  rule,
  type Box,
  type Placed,
  type Press,
} from "./block.ts";
import { breakLines, drawLine, named, runsOf, type Line } from "./inline.ts";

const NAME = { ...body, size: 14 } as const;
const NUMBER = { ...NAME, weight: 600 } as const;
const SMALL = { ...body, size: 12, color: "quiet" } as const;

/** Word over number, as one column. */
function number(cell: Element | undefined, width: number): { key: Line[]; value: Line[] } {
  const key = runsOf(cell?.querySelectorAll(".key") ?? [], SMALL, []);
  const rest = [...(cell?.childNodes ?? [])].filter(
    (node) => !(node.nodeType === 1 && (node as Element).matches(".key")),
  );
  return { key: breakLines(key, width), value: breakLines(runsOf(rest, NUMBER, []), width) };
}

function drawNumber(
  { key, value }: ReturnType<typeof number>,
  x: number,
  y: number,
  align: "start" | "end",
  press: Press,
): Child[] {
  return [...key, ...value].map((line, i) =>
    drawLine(
      line,
      x,
      baseline(y + (i < key.length ? 0 : 18 + (i - key.length) * 18), 18, i < key.length ? 12 : 14),
      press,
      align,
    ),
  );
}

function wideRow(item: Element, { x, y, width }: Box, press: Press): Placed {
  const [what, side] = [168, 126];
  const name = breakLines(runsOf(item.querySelectorAll(".what"), NAME, looks), what);
  const cells = [...item.querySelectorAll(".number")].map((cell) => number(cell, side));
  const left = x + what + 12 + side + 12;
  const room = width - what - 2 * side - 36;
  const svg = item.querySelector("svg.strip");
  const allowed = breakLines(
    runsOf(item.querySelectorAll(".allowed"), SMALL, []),
    width - what - 12,
  );
  const [stated, computed] = cells;
  // Numbers with their words may need a second line, of which what is allowed keeps clear.
  const below = Math.max(40, ...cells.map(({ value }) => 18 + value.length * 18 + 4));
  return {
    nodes: [
      drawLines(name, { x, y, leading: 20, size: 14 }, press),
      stated ? drawNumber(stated, left - 12, y, "end", press) : null,
      svg ? press.redraw(svg, { x: left, y: y + 5, width: room }) : null,
      computed ? drawNumber(computed, left + room + 12, y, "start", press) : null,
      allowed.map((line, i) =>
        drawLine(
          line,
          x + what + 12 + (width - what - 12) / 2,
          baseline(y + below + i * 17, 17, 12),
          press,
          "middle",
        ),
      ),
    ],
    height: Math.max(name.length * 20, below + allowed.length * 17) + 10,
  };
}

function narrowRow(item: Element, { x, y, width }: Box, press: Press): Placed {
  const name = breakLines(runsOf(item.querySelectorAll(".what"), NAME, looks), width);
  const [stated, computed] = [...item.querySelectorAll(".number")].map((cell) =>
    number(cell, width / 2 - 8),
  );
  const svg = item.querySelector("svg.strip");
  const allowed = breakLines(runsOf(item.querySelectorAll(".allowed"), SMALL, []), width);
  const numbers = y + name.length * 20;
  const values = [stated, computed].map((cell) => cell?.value.length ?? 0);
  const strip = numbers + Math.max(40, 18 + Math.max(...values) * 18 + 4);
  return {
    nodes: [
      drawLines(name, { x, y, leading: 20, size: 14 }, press),
      stated ? drawNumber(stated, x, numbers, "start", press) : null,
      computed ? drawNumber(computed, x + width, numbers, "end", press) : null,
      svg ? press.redraw(svg, { x, y: strip, width }) : null,
      drawLines(allowed, { x, y: strip + 30, leading: 17, size: 12 }, press),
    ],
    height: strip + 30 + allowed.length * 17 + 10 - y,
  };
}

/** Stated beside recomputed, with the strip between them. */
export function setAudited(list: Element, box: Box, press: Press): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  for (const item of list.children) {
    nodes.push(rule(box.x, y + 0.5, box.width, "line", press));
    const placed = (press.isNarrow ? narrowRow : wideRow)(item, { ...box, y: y + 7 }, press);
    nodes.push(named(item.querySelector(".mark"), placed.nodes, press));
    y += placed.height + 7;
  }
  return { nodes, height: y - box.y };
}
