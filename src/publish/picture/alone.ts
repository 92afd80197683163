import { aloneDetail, aloneName } from "../../charts/index.ts";
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

/** Room for the name and the value in a wide picture, in px: more only where a value needs it. */
const [SIDE, WIDEST_SIDE] = [196, 280];
/** Between a name and the value beside it, in px. */
const GAP = 10;

const widest = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ width }) => width));

/** The symbol and the value, in lines of some width. */
function valueLines(lone: Lone, room: number, layout: LayoutContext): Line[] {
  const { observation } = lone;
  const mark = markRun(observation, layout, aloneName(lone, layout.context));
  return breakLines([mark, ...textRun(shortValue(observation, layout.context), NAME)], room);
}

/** The same for all, so that their details begin at one place. */
function sideOf(lones: readonly Lone[], layout: LayoutContext): number {
  const needed = lones.map((lone) => widest(valueLines(lone, Infinity, layout)));
  return Math.min(WIDEST_SIDE, Math.max(SIDE, ...needed.map(Math.ceil)));
}

/** The name and its value: beside each other where both fit, else one below the other. */
function nameAndValue(lone: Lone, { x, y }: Box, room: number, layout: LayoutContext): Placed {
  const { context, isNarrow } = layout;
  const name = breakLines(textRun(regionName(context, lone.observation.region_id), NAME), room);
  const value = valueLines(lone, room, layout);
  const head = baseline(y, HEAD, 14);
  const isBeside = name.length === 1 && widest(name) + GAP + widest(value) <= room;
  const from = isBeside ? 0 : name.length;
  const at = (line: number): number => head + line * LEADING;
  const nodes = [
    name.map((line, i) => drawLine(line, x, at(i), layout)),
    value.map((line, i) =>
      isNarrow
        ? drawLine(line, x + (isBeside ? widest(name) + GAP : 0), at(from + i), layout)
        : drawLine(line, x + room, at(from + i), layout, "end"),
    ),
  ];
  return { nodes, height: HEAD + (Math.max(name.length, from + value.length) - 1) * LEADING };
}

function row(lone: Lone, { x, y, width }: Box, room: number, layout: LayoutContext): Placed {
  const { isNarrow } = layout;
  const column = isNarrow ? width : (width - room - 32) / 2;
  const detail = breakLines(textRun(aloneDetail(lone, layout.context), small), column);
  const reason = breakLines(textRun(lone.reason, REASON), column);
  const side = nameAndValue(lone, { x, y, width }, room, layout);
  const put = (list: readonly Line[], left: number, top: number) =>
    drawLines(list, { x: left, y: top, leading: LEADING, size: 12 }, layout);
  if (isNarrow) {
    const below = y + side.height;
    return {
      nodes: [side.nodes, put(detail, x, below), put(reason, x, below + detail.length * LEADING)],
      height: side.height + (detail.length + reason.length) * LEADING + 6,
    };
  }
  const left = x + room + 16;
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
  const told = lones.slice(0, shown);
  const room = layout.isNarrow ? box.width : sideOf(told, layout);
  return stack(
    [
      ...told.map((lone) => (at: Box) => row(lone, at, room, layout)),
      (at) =>
        rest > 0 ? setText(say(language, "panel.more", rest), styles.more, at, layout) : nothing,
    ],
    box,
  );
}
