import { formatNumber, formatQuantity, say, type Word } from "../../words/index.ts";
import { isMapping } from "../../notebook/chart-cell/index.ts";
import {
  bilingual,
  type FigureContext,
  observeAll,
  type Row,
  thingOf,
} from "../../figures/index.ts";
import { columnText, valueText, type ColumnChannel } from "./columns.ts";
import type { Subject } from "./evidence.ts";

/** The scale that a channel is read on. */
export function scaleOf(channel: string): string {
  return channel === "fill" || channel === "stroke" ? "color" : channel.replace(/\d$/, "");
}

function scaleSpec(channel: string, { spec }: Pick<Subject, "spec">) {
  const scale = spec[scaleOf(channel)];
  return isMapping(scale) ? scale : {};
}

/** What the spec calls a scale, in the reader's language; "" where it says nothing. */
export function scaleLabel(
  channel: string,
  subject: Pick<Subject, "spec">,
  { language }: FigureContext,
): string {
  return bilingual(scaleSpec(channel, subject)["label"], language);
}

/** The column that a channel follows, of an axis' two ends the one that there is. */
export function channelFor(name: string, { channels }: Subject): ColumnChannel | null {
  const axis = name.replace(/\d$/, "");
  for (const one of [name, axis, `${axis}1`, `${axis}2`]) {
    const channel = channels.get(one);
    if (channel?.kind === "column") return channel;
  }
  return null;
}

/** What an axis or a key calls a column that it shows, else the column's name in words. */
export function columnHeading(column: string, subject: Subject, context: FigureContext): string {
  const labels = [...subject.channels].flatMap(([name, channel]) =>
    channel.kind === "column" && channel.column === column
      ? [scaleLabel(name, subject, context) || channel.label]
      : [],
  );
  return labels.find(Boolean) ?? columnText(column, context);
}

/** Numbers that follow from rows and from no column of theirs. */
const counted: Readonly<Record<string, Word | null>> = {
  // The name ends with the number of rows.
  count: null,
  distinct: "plot.distinct",
  proportion: "plot.share",
  "proportion-facet": "plot.share",
};

/** What a name calls a channel: as its axis or key does, else by its column; never as Plot does. */
export function headingOf(name: string, subject: Subject, context: FigureContext): string | null {
  const channel = channelFor(name, subject);
  const label = scaleLabel(name, subject, context) || channel?.label;
  if (label) return label;
  const reducer = subject.reducers.get(name.replace(/\d$/, "")) ?? "";
  if (Object.hasOwn(counted, reducer)) {
    const word = counted[reducer];
    return word ? say(context.language, word) : null;
  }
  return channel && columnText(channel.column, context);
}

/** Sums and averages of money are money; its share or its rank is not. */
const unitless = /^(?:count|distinct|proportion|proportion-facet|deviation|variance|x|y)$/;

/** The one unit of what a channel shows, where its heading leaves it out. */
function unitOf(name: string, rows: readonly Row[], subject: Subject, context: FigureContext) {
  const column = channelFor(name, subject);
  if (column?.column !== "value" || !subject.keepsUnit) return null;
  if (scaleLabel(name, subject, context) || column.label) return null;
  if (unitless.test(subject.reducers.get(name) ?? "")) return null;
  const [first, ...more] = observeAll(rows, context.catalogue);
  return first?.unit && more.every(({ unit }) => unit === first.unit) ? first : null;
}

/** A value of a channel as a name says it. */
export function measured(
  name: string,
  value: unknown,
  rows: readonly Row[],
  subject: Subject,
  context: FigureContext,
): string {
  const { language } = context;
  const reducer = subject.reducers.get(name) ?? "";
  if (typeof value === "number") {
    const isPercent = scaleSpec(name, subject)["percent"] === true;
    const isShare = reducer.startsWith("proportion");
    if (isPercent || isShare)
      return `${formatNumber(isPercent ? value : value * 100, language, { digits: 3 })}%`;
    const one = unitOf(name, rows, subject, context);
    const thing = one && thingOf(context, one.metric_id);
    if (one)
      return formatQuantity(
        { value: Number(value.toPrecision(6)), unit: one.unit, qualifier: "exact", thing },
        language,
      );
  }
  // A number of rows is none of the column's: that may be a year.
  const column = Object.hasOwn(counted, reducer) ? null : channelFor(name, subject)?.column;
  return valueText(column ?? name, value, context);
}
