import { aloneName, aloneParts } from "../../charts/index.ts";
import { type Lone, regionName, shortValue } from "../../figures/index.ts";
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

/** Room for the name and the value in a wide picture, in px. */
const SIDE = 196;
/** Between a name and the value beside it, in px. */
const GAP = 10;

const widest = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ width }) => width));

/** The name and its value: beside each other where both fit, else one below the other. */
function nameAndValue(lone: Lone, { x, y, width }: Box, layout: LayoutContext): Placed {
  const { context, isNarrow } = layout;
  const { observation } = lone;
  const room = isNarrow ? width : SIDE;
  const name = breakLines(textRun(regionName(context, observation.region_id), NAME), room);
  const value = breakLines(
    [
      markRun(observation, layout, aloneName(lone, context)),
      ...textRun(shortValue(observation, context), NAME),
    ],
    room,
  );
  const head = baseline(y, HEAD, 14);
  const isBeside = name.length === 1 && widest(name) + GAP + widest(value) <= room;
  const from = isBeside ? 0 : name.length;
  const at = (line: number): number => head + line * LEADING;
  const nodes = [
    name.map((line, i) => drawLine(line, x, at(i), layout)),
    value.map((line, i) =>
      isNarrow
        ? drawLine(line, x + (isBeside ? widest(name) + GAP : 0), at(from + i), layout)
        : drawLine(line, x + SIDE, at(from + i), layout, "end"),
    ),
  ];
  return { nodes, height: HEAD + (Math.max(name.length, from + value.length) - 1) * LEADING };
}

function row(lone: Lone, { x, y, width }: Box, layout: LayoutContext): Placed {
  const { isNarrow } = layout;
  const column = isNarrow ? width : (width - SIDE - 32) / 2;
  const detail = breakLines(textRun(aloneParts(lone, layout.context), small), column);
  const reason = breakLines(textRun(lone.reason, REASON), column);
  const side = nameAndValue(lone, { x, y, width }, layout);
  const put = (list: readonly Line[], left: number, top: number) =>
    drawLines(list, { x: left, y: top, leading: LEADING, size: 12 }, layout);
  if (isNarrow) {
    const below = y + side.height;
    return {
      nodes: [side.nodes, put(detail, x, below), put(reason, x, below + detail.length * LEADING)],
      height: side.height + (detail.length + reason.length) * LEADING + 6,
    };
  }
  const left = x + SIDE + 16;
  const rows = Math.max(detail.length, reason.length);
  return {
    nodes: [side.nodes, put(detail, left, y + 3), put(reason, left + column + 16, y + 3)],
    height: Math.max(side.height, rows * LEADING + 6),
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
