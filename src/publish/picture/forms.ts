import { formParts, formSymbol } from "../../charts/index.ts";
import type { Observation } from "../../figures/index.ts";
import type { Child } from "../../dom/index.ts";
import {
  body,
  bold,
  drawLines,
  quiet,
  rule,
  type Box,
  type Placed,
  type LayoutContext,
} from "./block.ts";
import { breakLines, named, textRun } from "./inline.ts";
import { toldOf } from "./told.ts";

const TEXT = { ...body, size: 14 } as const;
const INDENT = 44;

/** The legend: each form with its symbol, what it says, and a figure as an example. */
export function setForms(
  observations: readonly Observation[],
  box: Box,
  layout: LayoutContext,
): Placed {
  const nodes: Child[] = [];
  let { y } = box;
  for (const observation of observations) {
    const { heading, text, example: figure } = formParts(observation, layout.context);
    const width = box.width - INDENT;
    const runs = [...textRun(heading, { ...TEXT, ...bold }), ...textRun(text, TEXT)];
    const lines = breakLines(runs, width);
    const example = breakLines(textRun(figure, quiet), width);
    const top = y + 8;
    const symbol = layout.redraw(formSymbol(observation, layout.context), {
      x: box.x + 2,
      y: top + 2,
    });
    nodes.push(
      named(toldOf(observation, layout), symbol, layout),
      drawLines(lines, { x: box.x + INDENT, y: top, leading: 22, size: 14 }, layout),
      drawLines(
        example,
        { x: box.x + INDENT, y: top + lines.length * 22, leading: 20, size: 13 },
        layout,
      ),
    );
    y = top + lines.length * 22 + example.length * 20 + 8;
    nodes.push(rule(box.x, y + 0.5, box.width, "grid", layout));
  }
  return { nodes, height: y - box.y + 1 };
}
