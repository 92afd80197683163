import { monthsCovered, periodKind } from "../domain/index.ts";
import { formatSubset, isWord, list, say } from "../words/index.ts";
import type { Comparable } from "./comparable.ts";
import { type FigureContext, metricName } from "./context.ts";
import { monthsText } from "./reason.ts";

type Group = readonly Comparable[];

/** A column that may tell panels apart, and its values in words; "" is not worth a word. */
interface Column {
  readonly value: (figure: Comparable) => string;
  readonly text: (value: string, context: FigureContext) => string;
  /** More values than these are for the rows to say. */
  readonly most: number;
  /** What is said of more. */
  readonly many?: (count: number, context: FigureContext) => string;
}

function worded(prefix: string) {
  return (value: string, { language }: FigureContext): string => {
    const word = `${prefix}.${value}`;
    return isWord(word) ? say(language, word) : "";
  };
}

/** What is counted, whose work, which part: always said where panels differ in it. */
const leading: readonly Column[] = [
  {
    value: ({ metric_id }) => metric_id,
    text: (value, context) => metricName(context, value),
    most: 2,
  },
  { value: ({ scope }) => scope, text: worded("scope"), most: 2 },
  {
    value: ({ subset }) => subset ?? "",
    text: (value, { language }) => (value === "" ? "" : formatSubset(value, language)),
    most: 2,
    many: (count, { language }) => say(language, "panel.parts", count),
  },
];

/** Said only where what stands before does not tell the panels apart. */
const further: readonly Column[] = [
  { value: ({ accident }) => accident ?? "", text: worded("accident"), most: 1 },
  { value: ({ authority }) => authority ?? "", text: worded("authority"), most: 1 },
  { value: ({ counted_as }) => counted_as ?? "", text: worded("counted_as"), most: 1 },
  { value: ({ confiscations }) => confiscations ?? "", text: worded("confiscations"), most: 1 },
  { value: ({ count_basis }) => count_basis ?? "", text: worded("basis"), most: 1 },
  { value: ({ baseline }) => baseline ?? "", text: worded("flag.baseline"), most: 1 },
  { value: ({ status }) => status, text: worded("flag"), most: 1 },
  { value: (figure) => periodKind(figure), text: worded("period"), most: 1 },
  // Periods of one kind of which one is less than half the other.
  {
    value: (figure) => String(Math.round(monthsCovered(figure))),
    text: (value, context) => monthsText(Number(value), context),
    most: 1,
  },
];

function valuesOf({ value }: Column, group: Group): string[] {
  return [...new Set(group.map(value))].toSorted();
}

function differs(column: Column, groups: readonly Group[]): boolean {
  return new Set(groups.map((group) => valuesOf(column, group).join("\n"))).size > 1;
}

function textOf(column: Column, group: Group, context: FigureContext): string {
  const values = valuesOf(column, group);
  if (values.length > column.most) return column.many?.(values.length, context) ?? "";
  const texts = values.map((value) => column.text(value, context)).filter(Boolean);
  return list(context.language, texts);
}

function joined(used: readonly Column[], group: Group, context: FigureContext): string {
  return used
    .map((column) => textOf(column, group, context))
    .filter(Boolean)
    .join(" · ");
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** The names of `shared` groups, from the columns in which all groups of a section differ. */
function of(shared: readonly Group[], lone: readonly Group[], context: FigureContext): string[] {
  const all = [...shared, ...lone];
  if (all.length < 2) return shared.map(() => "");
  const used = leading.filter((column) => differs(column, all));
  const names = () => shared.map((group) => joined(used, group, context));
  for (const column of further)
    if (!isUnique(names()) && differs(column, shared)) used.push(column);
  return names().map((name) => name || fallback(context));
}

function fallback({ language }: FigureContext): string {
  return say(language, "panel.other");
}

/** What distinguishes a panel from the others beside it. */
export const headers = {
  of,
  unjudged: ({ language }: FigureContext): string => say(language, "panel.unjudged"),
};
