import { aloneName, aloneParts } from "../../charts/index.ts";
import { type Lone, regionName, shortValue } from "../../figures/index.ts";
import type { Child } from "../../dom/index.ts";
import { say } from "../../words/index.ts";
import {
  baseline,
  body,
  bold,
  drawLines,
  nothing,
  setText,
  small,
  stack,
  styles,
} from "./block.ts";
import type { Box, Placed, LayoutContext } from "./block.ts";
import { breakLines, drawLine, textRun, type Line } from "./inline.ts";
import { markRun } from "./told.ts";

const LEADING = 18;
const HEAD = 24;
const NAME = { ...body, ...bold, size: 14 } as const;
const REASON = { ...body, size: 12 } as const;

function row(lone: Lone, { x, y, width }: Box, layout: LayoutContext): Placed {
  const { context } = layout;
  const { observation, reason: why } = lone;
  const column = layout.isNarrow ? width : (width - 196 - 32) / 2;
  const details = aloneParts(lone, context);
  const detail = breakLines(textRun(details, small), column);
  const reason = breakLines(textRun(why, REASON), column);
  const region = breakLines(textRun(regionName(context, observation.region_id), NAME), 196);
  const mark = breakLines(
    [
      markRun(observation, layout, aloneName(lone, context)),
      ...textRun(shortValue(observation, context), NAME),
    ],
    width,
  );
  const head = baseline(y, HEAD, 14);
  const put = (list: readonly Line[], left: number, top: number) =>
    drawLines(list, { x: left, y: top, leading: LEADING, size: 12 }, layout);
  const value = mark.map((line) =>
    layout.isNarrow
      ? drawLine(line, x + (region[0]?.width ?? 0) + 10, head, layout)
      : drawLine(line, x + 196, head, layout, "end"),
  );
  const below = y + HEAD;
  const nodes: Child[] = [
    region.map((line) => drawLine(line, x, head, layout)),
    value,
    put(detail, layout.isNarrow ? x : x + 212, layout.isNarrow ? below : y + 3),
    layout.isNarrow
      ? put(reason, x, below + detail.length * LEADING)
      : put(reason, x + 212 + column + 16, y + 3),
  ];
  const rows = layout.isNarrow
    ? detail.length + reason.length
    : Math.max(detail.length, reason.length);
  return {
    nodes,
    height: layout.isNarrow ? HEAD + rows * LEADING + 6 : Math.max(HEAD, rows * LEADING + 6),
  };
}

/** Figures on no axis: name and value, period and scope, and why they stand alone; then how many more. */
export function setAlone(
  lones: readonly Lone[],
  shown: number,
  box: Box,
  layout: LayoutContext,
): Placed {
  const { language } = layout.context;
  const rest = lones.length - shown;
  return stack(
    [
      ...lones.slice(0, shown).map((lone) => (at: Box) => row(lone, at, layout)),
      (at) =>
        rest > 0 ? setText(say(language, "panel.more", rest), styles.more, at, layout) : nothing,
    ],
    box,
  );
}
