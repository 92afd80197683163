import type { Child } from "../../dom/index.ts";
import { baseline, type Box, type Placed, type LayoutContext } from "./block.ts";
import { breakLines, drawLine, type Run } from "./inline.ts";

const LEADING = 24;
const GAP = 20;

/** Short texts beside each other, each unbroken where a line can hold it. */
export function flow(items: readonly (readonly Run[])[], box: Box, layout: LayoutContext): Placed {
  const nodes: Child[] = [];
  let [x, y] = [box.x, box.y];
  for (const item of items) {
    const lines = breakLines(item, box.width);
    const width = lines[0]?.width ?? 0;
    if (x > box.x && x + width > box.x + box.width) [x, y] = [box.x, y + LEADING];
    lines.forEach((line, i) => {
      if (i > 0) [x, y] = [box.x, y + 17];
      nodes.push(drawLine(line, x, baseline(y, LEADING, 12), layout));
    });
    x += width + GAP;
  }
  return { nodes, height: items.length === 0 ? 0 : y - box.y + LEADING };
}
