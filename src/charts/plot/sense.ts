import { say } from "../../words/index.ts";
import { isMapping, marks, type MarkName } from "../../notebook/chart-cell/index.ts";
import type { ChartSpec, FigureContext, Row } from "../../figures/index.ts";
import { valueText, type Channel } from "./columns.ts";
import { listed } from "./transforms.ts";
import { channelValue } from "./whole/index.ts";

/** A length says how many times one value is another; a logarithm has no zero to begin at. */
function checkLength(name: MarkName, spec: ChartSpec, { language }: FigureContext): void {
  const axis = marks[name].length;
  const scale = axis === null ? null : spec[axis];
  if (isMapping(scale) && scale["type"] === "log")
    throw new Error(say(language, "plot.log_length", name, axis ?? ""));
}

/** Cells of one place cover each other: only the last would be seen. */
function checkCells(
  name: MarkName,
  mark: ChartSpec,
  rows: readonly Row[],
  channels: ReadonlyMap<string, Channel>,
  context: FigureContext,
): void {
  if (name !== "cell" || listed(mark["transform"]).length > 0) return;
  const placed = ["x", "y", "fx", "fy"].flatMap((one) => {
    const channel = channels.get(one);
    return channel?.kind === "column" ? [{ one, channel }] : [];
  });
  const seen = new Set<string>();
  for (const row of rows) {
    const values = placed.map(({ one, channel }) => channelValue(row, one, channel));
    const key = JSON.stringify(values);
    if (seen.has(key)) {
      const texts = placed.map(({ channel }, i) => valueText(channel.column, values[i], context));
      throw new Error(say(context.language, "plot.two_in_cell", texts.join(" × ")));
    }
    seen.add(key);
  }
}

/** Refuses what would be drawn and be false, and says what to write instead. */
export function checkSense(
  name: MarkName,
  mark: ChartSpec,
  rows: readonly Row[],
  channels: ReadonlyMap<string, Channel>,
  spec: ChartSpec,
  context: FigureContext,
): void {
  checkLength(name, spec, context);
  checkCells(name, mark, rows, channels, context);
}
