import type { Child } from "../dom/index.ts";
import { body, drawLines, looks, rule, type Box, type Placed, type Press } from "./block.ts";
import { breakLines, runsOf } from "./inline.ts";

const TEXT = { ...body, size: 14 } as const;
const EXAMPLE = { ...body, color: "quiet" } as const;
const INDENT = 44;

/** The legend: each form with its symbol, what it says, and a figure as an example. */
export function setForms(list: Element, box: Box, press: Press): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  for (const item of list.children) {
    const text = item.querySelector(":scope > div");
    const own = [...(text?.childNodes ?? [])].filter(
      (node) => !(node.nodeType === 1 && (node as Element).matches(".example")),
    );
    const width = box.width - INDENT;
    const lines = breakLines(runsOf(own, TEXT, looks), width);
    const example = breakLines(
      runsOf(text?.querySelectorAll(".example") ?? [], EXAMPLE, []),
      width,
    );
    const svg = item.querySelector("svg");
    const top = y + 8;
    nodes.push(
      svg ? press.redraw(svg, { x: box.x + 2, y: top + 2 }) : null,
      drawLines(lines, { x: box.x + INDENT, y: top, leading: 22, size: 14 }, press),
      drawLines(
        example,
        { x: box.x + INDENT, y: top + lines.length * 22, leading: 20, size: 13 },
        press,
      ),
    );
    y = top + lines.length * 22 + example.length * 20 + 8;
    nodes.push(rule(box.x, y + 0.5, box.width, "grid", press));
  }
  return { nodes, height: y - box.y + 1 };
}
