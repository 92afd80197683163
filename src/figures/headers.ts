import { monthsCovered, periodKind, valueText, yearOf } from "../domain/index.ts";
import { formatSubset, isWord, list, say } from "../words/index.ts";
import type { Comparable } from "./comparable.ts";
import { type FigureContext, metricName } from "./context.ts";
import { monthsText } from "./reason.ts";

type Group = readonly Comparable[];

/** A column that may tell panels apart, and its values in words; "" is not worth a word. */
interface Column {
  readonly value: (figure: Comparable, context: FigureContext) => string;
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

/** What is done needs no word where nothing else is. */
const status: Column = { value: ({ status: word }) => word, text: worded("flag"), most: 1 };

/** Periods of one kind of which one is less than half the other. */
const months: Column = {
  value: (figure) => String(Math.round(monthsCovered(figure))),
  text: (value, context) => monthsText(Number(value), context),
  most: 1,
};

/** Said only where what stands before does not tell the panels apart. */
const further: readonly Column[] = [
  { value: ({ accident }) => accident ?? "", text: worded("accident"), most: 1 },
  { value: ({ authority }) => authority ?? "", text: worded("authority"), most: 1 },
  { value: ({ counted_as }) => counted_as ?? "", text: worded("counted_as"), most: 1 },
  { value: ({ confiscations }) => confiscations ?? "", text: worded("confiscations"), most: 1 },
  { value: ({ count_basis }) => count_basis ?? "", text: worded("basis"), most: 1 },
  { value: ({ baseline }) => baseline ?? "", text: worded("flag.baseline"), most: 1 },
  status,
  { value: (figure) => periodKind(figure), text: worded("period"), most: 2 },
  months,
];

/** Said of groups that all else leaves with one name: provinces here and counties there. */
const lastly: readonly Column[] = [
  {
    value: ({ region_id }, { catalogue }) => catalogue.regions.get(region_id)?.level ?? "",
    text: (value, { language, catalogue }) =>
      value === "" ? "" : valueText("level", value, language, catalogue),
    most: 2,
  },
  {
    value: (figure) => String(yearOf(figure)),
    text: (value, { language }) => say(language, "period.year_of", value),
    most: 3,
  },
];

function valuesOf({ value }: Column, group: Group, context: FigureContext): string[] {
  return [...new Set(group.map((figure) => value(figure, context)))].toSorted();
}

function differs(column: Column, groups: readonly Group[], context: FigureContext): boolean {
  return new Set(groups.map((group) => valuesOf(column, group, context).join("\n"))).size > 1;
}

function textOf(column: Column, group: Group, context: FigureContext): string {
  const values = valuesOf(column, group, context);
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
  const used = leading.filter((column) => differs(column, all, context));
  const names = () => shared.map((group) => joined(used, group, context));
  for (const column of further)
    if (!isUnique(names()) && differs(column, shared, context)) used.push(column);
  return names().map((name) => name || fallback(context));
}

function fallback({ language }: FigureContext): string {
  return say(language, "panel.other");
}

/** Names that nothing tells apart are numbered: each stands for figures of its own. */
function numbered(names: readonly string[], { language }: FigureContext): string[] {
  return names.map((name, i) => {
    const nth = names.slice(0, i).filter((other) => other === name).length + 1;
    return nth === 1 ? name : say(language, "groups.nth", name, nth);
  });
}

/**
 * What the figures of each group have in common, whether or not the others have it too: whose work
 * and which part, how it is counted, which time. What is counted is said where the groups differ
 * in it, the rest where else two groups would have one name.
 */
function common(groups: readonly Group[], context: FigureContext): string[] {
  const [metric, ...others] = leading;
  const used = [
    ...(metric && differs(metric, groups, context) ? [metric] : []),
    ...others,
    ...further.filter((column) => column !== status && column !== months),
  ];
  const names = () => groups.map((group) => joined(used, group, context) || fallback(context));
  for (const column of [status, months, ...lastly])
    if (!isUnique(names()) && differs(column, groups, context)) used.push(column);
  return numbered(names(), context);
}

/** What distinguishes a panel from the others beside it. */
export const headers = {
  of,
  /** What a panel's own figures have in common. */
  common,
  unjudged: ({ language }: FigureContext): string => say(language, "panel.unjudged"),
};
