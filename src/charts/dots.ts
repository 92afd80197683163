import { type Axis, type FigureModel, type PanelsBody, zeroOn } from "../figures/index.ts";
import { type Block, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import type { Line } from "./layout.ts";
import { change, type PlotArea, label, mark, preferredSide } from "./mark.ts";
import { panelPlot } from "./panel-plot.ts";
import { px } from "./shapes.ts";

function row(line: Line, axis: Axis, frame: PlotArea) {
  const { svg } = frame.context.build;
  const several = line.observations.length > 1;
  const zero = zeroOn(axis);
  // From zero the line is as long as the value; elsewhere it only leads the eye along the row.
  const start = zero === null ? frame.left : frame.x(zero);
  const kind = zero === null ? "guide" : "leader";
  return svg(
    "g",
    { class: "row" },
    several
      ? null
      : line.observations.map(({ value }) =>
          svg("path", {
            class: kind,
            d: `M${px(start)},${line.y}H${px(zero === null ? frame.right : frame.x(value))}`,
          }),
        ),
    line.change && change(line.change, line, frame),
    label(line, frame),
    line.observations.map((observation, i) =>
      mark(observation, line, frame, {
        prefer: preferredSide(observation, line),
        showLabel: i === 0 || i === line.observations.length - 1,
      }),
    ),
  );
}

/** A dot plot, or a dumbbell where figures of one series share a row. */
export function dots(
  model: FigureModel<PanelsBody>,
  width: number,
  context: ChartContext,
): Block[] {
  const plot = panelPlot(model, width, context, { row });
  const cuts = listed(model.breaks, (texts) => ({ kind: "breaks", texts }) as const);
  return [{ ...plot, blocks: [...plot.blocks, ...cuts] }];
}
