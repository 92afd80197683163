import type { Child } from "../dom/index.ts";
import { baseline, body, drawLines, looks, type Box, type Placed, type Press } from "./block.ts";
import { breakLines, drawLine, runsOf, type Line } from "./inline.ts";

const SMALL = { ...body, size: 12 } as const;
const LEADING = 18;
const HEAD = 24;

function lines(item: Element, selector: string, width: number): Line[] {
  return breakLines(runsOf(item.querySelectorAll(`:scope > ${selector}`), SMALL, looks), width);
}

function row(item: Element, box: Box, press: Press): Placed {
  const { x, y, width } = box;
  const column = press.isNarrow ? width : (width - 196 - 32) / 2;
  const detail = lines(item, ".detail", column);
  const reason = lines(item, ".reason", column);
  const region = breakLines(runsOf(item.querySelectorAll(".region"), SMALL, looks), 196);
  const mark = breakLines(runsOf(item.querySelectorAll(".mark"), SMALL, looks), width);
  const head = baseline(y, HEAD, 14);
  const put = (list: readonly Line[], left: number, top: number) =>
    drawLines(list, { x: left, y: top, leading: LEADING, size: 12 }, press);
  const value = mark.map((line) =>
    press.isNarrow
      ? drawLine(line, x + (region[0]?.width ?? 0) + 10, head, press)
      : drawLine(line, x + 196, head, press, "end"),
  );
  const below = y + HEAD;
  const nodes: Child[] = [
    region.map((line) => drawLine(line, x, head, press)),
    value,
    put(detail, press.isNarrow ? x : x + 212, press.isNarrow ? below : y + 3),
    press.isNarrow
      ? put(reason, x, below + detail.length * LEADING)
      : put(reason, x + 212 + column + 16, y + 3),
  ];
  const rows = press.isNarrow
    ? detail.length + reason.length
    : Math.max(detail.length, reason.length);
  return {
    nodes,
    height: press.isNarrow ? HEAD + rows * LEADING + 6 : Math.max(HEAD, rows * LEADING + 6),
  };
}

/** Figures on no axis: name and value, period and scope, and why they stand alone. */
export function setAlone(list: Element, box: Box, press: Press): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  for (const item of list.children) {
    const placed = row(item, { ...box, y }, press);
    nodes.push(placed.nodes);
    y += placed.height;
  }
  return { nodes, height: y - box.y };
}
