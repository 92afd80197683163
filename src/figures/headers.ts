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

const metric: Column = {
  value: ({ metric_id }) => metric_id,
  text: (value, context) => metricName(context, value),
  most: 2,
};
const scope: Column = { value: ({ scope: word }) => word, text: worded("scope"), most: 2 };
const subset: Column = {
  value: (figure) => figure.subset ?? "",
  text: (value, { language }) => (value === "" ? "" : formatSubset(value, language)),
  most: 2,
  many: (count, { language }) => say(language, "panel.parts", count),
};
const accident: Column = {
  value: (figure) => figure.accident ?? "",
  text: worded("accident"),
  most: 1,
};
const authority: Column = {
  value: (figure) => figure.authority ?? "",
  text: worded("authority"),
  most: 1,
};
const channel: Column = {
  value: (figure) => figure.channel ?? "",
  text: worded("channel"),
  most: 1,
};
const countedAs: Column = {
  value: ({ counted_as }) => counted_as ?? "",
  text: worded("counted_as"),
  most: 1,
};
const confiscations: Column = {
  value: (figure) => figure.confiscations ?? "",
  text: worded("confiscations"),
  most: 1,
};
const basis: Column = {
  value: ({ count_basis }) => count_basis ?? "",
  text: worded("basis"),
  most: 1,
};
const baseline: Column = {
  value: (figure) => figure.baseline ?? "",
  text: worded("flag.baseline"),
  most: 1,
};
const status: Column = { value: ({ status: word }) => word, text: worded("flag"), most: 1 };
/** A campaign has dates of its own, which what names no period has not. */
const kindOfPeriod = (figure: Comparable): string =>
  figure.period_basis === "campaign" ? "campaign" : periodKind(figure);
const period: Column = { value: kindOfPeriod, text: worded("period"), most: 2 };
/** Periods of one kind of which one is less than half the other. */
const months: Column = {
  value: (figure) => String(Math.round(monthsCovered(figure))),
  text: (value, context) => monthsText(Number(value), context),
  most: 1,
};
const level: Column = {
  value: ({ region_id }, { catalogue }) => catalogue.regions.get(region_id)?.level ?? "",
  text: (value, { language, catalogue }) =>
    value === "" ? "" : valueText("level", value, language, catalogue),
  most: 2,
};
const year: Column = {
  value: (figure) => yearOf(figure)?.toString() ?? "",
  text: (value, { language }) => (value === "" ? "" : say(language, "period.year_of", value)),
  most: 3,
};

/** What is counted, whose work, which part: always said where panels differ in it. */
const leading: readonly Column[] = [metric, scope, subset];

/** Said only where what stands before does not tell the panels apart. */
const further: readonly Column[] = [
  ...[accident, authority, channel, countedAs, confiscations],
  ...[basis, baseline, status, period, months],
];

/** A column of which only some values are worth a word. */
function only(column: Column, isSaid: (value: string) => boolean): Column {
  return {
    ...column,
    text: (value, ...rest) => (isSaid(value) ? column.text(value, ...rest) : ""),
  };
}

const isStated = (value: string): boolean => value !== "unstated";

/** An agency's own work is that of emergency management, unless it is said to be more. */
const departments: Column = {
  ...authority,
  value: (figure, context) =>
    figure.scope === "bureau" && figure.authority === "emergency_management"
      ? ""
      : authority.value(figure, context),
};

/** Said of each group by itself: whose work and which part, which time, how counted. */
const shared: readonly Column[] = [
  ...[scope, subset, period, departments, only(accident, isStated), channel],
  ...[only(countedAs, isStated), basis, baseline],
];

/** Said of a group only where else two would have one name; the level last of all but the year. */
const ifNeeded: readonly Column[] = [
  ...[accident, countedAs].map((column) => only(column, (value) => !isStated(value))),
  ...[confiscations, status, months, level, year],
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

/** The names of `panels`, from the columns in which all groups of a section differ. */
function of(panels: readonly Group[], lone: readonly Group[], context: FigureContext): string[] {
  const all = [...panels, ...lone];
  if (all.length < 2) return panels.map(() => "");
  const used = leading.filter((column) => differs(column, all, context));
  const names = () => panels.map((group) => joined(used, group, context));
  for (const column of further)
    if (!isUnique(names()) && differs(column, panels, context)) used.push(column);
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
 * What the figures of each group have in common, whether or not the others have it too. What is
 * counted is said where the groups differ in it, the rest where else two groups would have one name.
 */
function common(groups: readonly Group[], context: FigureContext): string[] {
  const used = [...(differs(metric, groups, context) ? [metric] : []), ...shared];
  const names = () => groups.map((group) => joined(used, group, context) || fallback(context));
  for (const column of ifNeeded)
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
