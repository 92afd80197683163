import { aloneBlock } from "./alone.ts";
import { type FigureModel, scaleOf, type SlopePanel, type SlopesBody } from "../figures/index.ts";
import { type Block, heading, line, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { dodge } from "./dodge.ts";
import { missingDrawing } from "./panel-plot.ts";
import {
  endMark,
  type SlopeArea,
  ground,
  heightOf,
  joint,
  type Label,
  labelOf,
  type Side,
  size,
} from "./slope-marks.ts";
import { say } from "../words/index.ts";
import { drawing } from "./shapes.ts";

function panelDrawing(
  { ends, slopes, scale }: SlopePanel,
  width: number,
  context: ChartContext,
): SVGElement {
  const isPair = ends.length > 1;
  const gutter = Math.min(width * 0.34, 200);
  const room = gutter - size.gap - 2;
  const labels = slopes.flatMap((slope) =>
    (["left", "right"] as const).flatMap((side) => {
      // A lone period has its labels where there is room for them.
      const shown = isPair ? slope : { ...slope, from: null, to: slope.from };
      return (
        labelOf(shown, side, isPair ? room : width - gutter - size.gap - 2, slopes, context) ?? []
      );
    }),
  );
  const on = (side: Side) => labels.filter((label) => label.side === side);
  const tall = (side: Side) => on(side).reduce((sum, label) => sum + heightOf(label), 0);
  const top = size.head + 26;
  const bottom = Math.max(top + size.least, top + Math.max(tall("left"), tall("right")) + 8);
  const frame: SlopeArea = {
    x: { left: gutter, right: isPair ? width - gutter : gutter },
    y: scaleOf(scale, [bottom, top]),
    context,
  };
  const middles = new Map<Label, number>();
  for (const side of ["left", "right"] as const) {
    const wishes = on(side).map((label) => ({
      y: frame.y(label.observation.value),
      height: heightOf(label),
    }));
    const found = dodge(wishes, size.head - 4, bottom + 12);
    on(side).forEach((label, i) => middles.set(label, found[i] ?? 0));
  }
  const height = Math.max(bottom, ...[...middles].map(([label, y]) => y + heightOf(label) / 2));
  return drawing(
    width,
    Math.ceil(height + size.foot),
    context,
    ground(ends, scale, bottom, frame),
    slopes.map((slope) => [
      joint(slope, frame),
      labels
        .filter((label) => label.slope === slope || label.observation === slope.from)
        .map((label) => endMark(label, middles.get(label) ?? 0, frame)),
    ]),
  );
}

function panelBlocks(panel: SlopePanel, width: number, context: ChartContext): Block {
  const title = say(context.language, "slope.one");
  return {
    kind: "group",
    name: "panel",
    blocks: [
      ...line("panel", panel.header),
      ...panel.notes.flatMap((text) => line("detail", text)),
      { kind: "drawing", svg: panelDrawing(panel, width, context) },
      ...listed(panel.open, (items) => ({ kind: "absent", title, items }) as const),
      ...listed(panel.breaks, (texts) => ({ kind: "breaks", texts }) as const),
    ],
  };
}

/**
 * Two periods, or two groups that `by` names, as two verticals; a line joins the figures of a
 * region only where the rules find nothing between them.
 */
export function slope(
  { body }: FigureModel<SlopesBody>,
  width: number,
  context: ChartContext,
): Block[] {
  const blocks = body.sections.flatMap(({ title, panels, alone, missing }): Block[] => [
    ...heading(title),
    ...panels.map((panel) => panelBlocks(panel, width, context)),
    ...aloneBlock(alone, panels.length === 0, context),
    ...missingDrawing(missing, width, context),
  ]);
  return [{ kind: "group", name: "slope", blocks }];
}
