import type { Axis } from "./axis.ts";
import { changeBetween, cutList, type ShownChange } from "./change.ts";
import type { ChartContext } from "./context.ts";
import type { Line } from "./layout.ts";
import { change, label, mark, preferredSide, type Frame } from "./mark.ts";
import { panelPlot } from "./panel-plot.ts";
import type { Step } from "./series.ts";
import type { Section } from "./sections.ts";
import type { ChartSpec } from "./spec.ts";

/** What lies between the first and the last figure of a row; nothing in a row of one. */
function changeOn({ observations }: Line, context: ChartContext): ShownChange | null {
  const [first, last] = [observations[0], observations.at(-1)];
  return first && last && first !== last ? changeBetween(first, last, context) : null;
}

function row(line: Line, axis: Axis, frame: Frame) {
  const { svg } = frame.context.build;
  const several = line.observations.length > 1;
  const between = changeOn(line, frame.context);
  const [low, high] = axis.domain;
  // A linear leader begins at zero, or at the end of the axis that is nearest to it.
  const start = axis.type === "linear" ? frame.x(Math.min(Math.max(0, low), high)) : frame.left;
  return svg(
    "g",
    { class: "row" },
    several
      ? null
      : line.observations.map(({ value }) =>
          svg("path", {
            class: "leader",
            d: `M${start.toFixed(1)},${line.y}H${frame.x(value).toFixed(1)}`,
          }),
        ),
    between && change(between, line, frame),
    label(line, frame),
    line.observations.map((observation, i) =>
      mark(observation, line, frame, {
        prefer: preferredSide(observation, line),
        showLabel: i === 0 || i === line.observations.length - 1,
      }),
    ),
  );
}

/** A dot plot; with `connect` a dumbbell: the figures of one series in one row. */
export function dots(
  spec: ChartSpec,
  sections: readonly Section[],
  width: number,
  context: ChartContext,
  { connect = false }: { connect?: boolean } = {},
): Element {
  const steps = new Map<Step["to"]["observation"], Step>();
  const told = (line: Line, axis: Axis, frame: Frame) => {
    const step = changeOn(line, context)?.step;
    if (step) steps.set(step.to.observation, step);
    return row(line, axis, frame);
  };
  const plot = panelPlot(spec, sections, width, context, { row: told, connect });
  plot.append(...[cutList([...steps.values()], context)].filter((list) => list !== null));
  return plot;
}
