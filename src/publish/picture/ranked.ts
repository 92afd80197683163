import {
  evidenceAttributes,
  furtherOf,
  placeName,
  placeText,
  rankTrack,
} from "../../charts/index.ts";
import { type PanelModel, type PanelRow, type RowGroup, shortValue } from "../../figures/index.ts";
import type { Child } from "../../dom/index.ts";
import { body, bold, drawLines, nothing, rule, setRuns, small, stack, styles } from "./block.ts";
import type { Box, Placed, LayoutContext } from "./block.ts";
import { breakLines, measure, named, textRun } from "./inline.ts";
import { markRun } from "./told.ts";

const LEADING = 21;
const VALUE = { ...body, size: 14, weight: 600 } as const;
const NAME = { ...body, size: 14 } as const;

/** Widths in px: of the place, of the name, and between columns. */
const wide = { place: 38, who: 184, gap: 8 };
const narrow = { place: 32, who: 0, gap: 8 };

interface Columns {
  readonly who: number;
  readonly whoWidth: number;
  readonly track: number;
  readonly trackWidth: number;
  readonly value: number;
}

function columnsOf(
  { x, width }: Box,
  hasPlaces: boolean,
  value: number,
  isNarrow: boolean,
): Columns {
  const sizes = isNarrow ? narrow : wide;
  const who = x + (hasPlaces ? sizes.place + sizes.gap : 0);
  const track = isNarrow ? who : who + sizes.who + sizes.gap;
  const trackWidth = x + width - track - value - 20;
  return { who, whoWidth: isNarrow ? x + width - who : sizes.who, track, trackWidth, value };
}

/** What a row says besides its own figure, a line each. */
function setFurther(one: PanelRow, panel: PanelModel, box: Box, layout: LayoutContext): Placed {
  return stack(
    furtherOf(one, panel, layout.context).map(({ observation, value, detail }) => (at: Box) => {
      const runs = [
        markRun(observation, layout),
        ...textRun(` ${value} `, { ...small, ...bold, color: "ink" }),
        ...textRun(detail, small),
      ];
      return setRuns(runs, styles.further, at, layout);
    }),
    box,
  );
}

function row(
  one: PanelRow,
  panel: PanelModel,
  columns: Columns,
  box: Box,
  layout: LayoutContext,
): Placed {
  const { who, whoWidth, track, trackWidth } = columns;
  const { context } = layout;
  const observation = one.observations.at(-1);
  if (!observation) return nothing;
  const y = box.y + 4;
  const place = breakLines(textRun(placeText(one), { ...VALUE, color: "quiet" }), 60);
  const name = breakLines(textRun(one.region, { ...NAME, weight: 600 }), whoWidth);
  const detail = breakLines(textRun(one.details, small), whoWidth);
  const names = name.length * LEADING + detail.length * 17;
  const top = layout.isNarrow ? y + names : y;
  const line = rankTrack(observation, panel.scale, context);
  const value = breakLines(textRun(shortValue(observation, context), VALUE), columns.value + 2);
  const values = 2 + value.length * 24;
  const end = box.x + box.width;
  const nodes: Child[] = [
    drawLines(place, { x: who - 8, y, leading: LEADING, size: 14, align: "end" }, layout),
    drawLines(name, { x: who, y, leading: LEADING, size: 14 }, layout),
    drawLines(detail, { x: who, y: y + name.length * LEADING, leading: 17, size: 12 }, layout),
    layout.redraw(line, { x: track + 8, y: top + 3, width: trackWidth - 16 }, "ranking"),
    drawLines(value, { x: end, y: top, leading: 24, size: 14, align: "end" }, layout),
  ];
  const attributes = evidenceAttributes(observation, context);
  const told = { ...attributes, "aria-label": attributes["aria-label"] + placeName(one, context) };
  // Below name and scale, so that no symbol seems to stand on the scale at zero.
  const below = layout.isNarrow ? top + values : y + Math.max(names, values);
  const further = setFurther(one, panel, { x: who, y: below, width: end - who }, layout);
  return {
    nodes: [named(told, nodes, layout), further.nodes],
    height: below - y + further.height + 8,
  };
}

/** A ranking: place, name and its details, a symbol on a scale, the value at the right. */
export function setRanks(
  panel: PanelModel,
  { rows }: RowGroup,
  box: Box,
  layout: LayoutContext,
): Placed {
  // Of all groups of the panel: they share a scale, so they share the length of its track.
  const all = panel.groups.flatMap((group) => group.rows);
  const values = all.flatMap(({ observations }) =>
    observations.slice(-1).map((one) => measure(shortValue(one, layout.context), VALUE)),
  );
  // The words of a range would leave no room for its line.
  const widest = Math.min(Math.max(88, ...values), box.width * 0.55);
  const columns = columnsOf(box, panel.isRanked, widest, layout.isNarrow);
  return stack(
    rows.map((one, i) => (at: Box) => {
      const placed = row(one, panel, columns, at, layout);
      const line = i > 0 ? rule(at.x, at.y + 0.5, at.width, "grid", layout) : null;
      return { ...placed, nodes: [line, placed.nodes] };
    }),
    box,
  );
}
