import { formatLineage, sourceOf } from "../../domain/index.ts";
import { punctuation, say } from "../../words/index.ts";
import type { MarkName } from "../../notebook/chart-cell/index.ts";
import type { ChartContext } from "../context.ts";
import {
  accessibleName,
  evidenceId,
  type Observation,
  observe,
  type Row,
} from "../../figures/index.ts";
import { evidenceAttributes, groundedAttributes } from "../attributes.ts";
import { isYear, valueIn, valueText, type Channel } from "./columns.ts";
import { lonePoints } from "./gaps.ts";
import { statedOf, type Losses } from "./losses.ts";
import { groupName, type PlotChannels } from "./group.ts";
import { columnHeading } from "./heading.ts";
import { formDot } from "./scope-form.ts";
import { behind, countOf } from "./whole/index.ts";

/** What an annotated mark knows of itself. */
export interface Subject {
  readonly name: MarkName;
  readonly channels: ReadonlyMap<string, Channel>;
  /** Of the whole chart, for what its scales are called. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** Further columns that a name says. */
  readonly tips: readonly string[];
  /** True where a length is the sum of several rows. */
  readonly isSum: boolean;
  /** How the rows of a group are summed up, by channel. */
  readonly reducers: ReadonlyMap<string, string>;
  /** True where what is drawn has still the unit of the rows. */
  readonly keepsUnit: boolean;
  readonly all: readonly Row[];
  /** Rows that only break a line. */
  readonly gaps: ReadonlySet<Row>;
  /** What the groups lack of their rows. */
  readonly losses: Losses;
}

/** Values of Plot's channels before their scales, by which a group is named. */
interface Values {
  readonly channels?: PlotChannels;
  /** Places in px. */
  readonly [scaled: string]: unknown;
}

/** The extra channel that carries the rows of each element through Plot's transforms. */
const ROWS = "rows";

/** The smallest side of what a finger finds, in px; with more marks than this they would overlap. */
const HIT = 24;
const MANY = 60;

function rowsOf(datum: unknown): Row[] {
  if (Array.isArray(datum)) return datum.flatMap(rowsOf);
  return typeof datum === "object" && datum !== null ? [datum as Row] : [];
}

/** The rows behind an element: Plot binds an index to it, or a list of them to a line. */
function rowsBehind(
  element: Element,
  rows: ArrayLike<unknown> | undefined,
  { all, gaps }: Subject,
): Row[] {
  const bound: unknown = (element as { __data__?: unknown }).__data__;
  // Of all rows Plot keeps a typed array.
  const isList = Array.isArray(bound) || ArrayBuffer.isView(bound);
  const indices = typeof bound === "number" ? [bound] : isList ? Array.from(bound as number[]) : [];
  return indices.flatMap((i) => rowsOf(rows?.[i] ?? all[i])).filter((row) => !gaps.has(row));
}

/** A row that our own names describe: it says of which region it is, or leads to a fact. */
function isObserved({ source, region_id, value }: Observation): boolean {
  return value !== null && (source.kind !== "none" || region_id !== "");
}

function named(column: string, row: Row, subject: Subject, context: ChartContext): string {
  const value = valueIn(row, { kind: "column", column, label: null, as: null });
  const heading = columnHeading(column, subject, context);
  return heading + punctuation[context.language].colon + valueText(column, value, context);
}

/** Columns that a figure's own name says already. */
const said = [
  "region_id",
  "metric_id",
  "value",
  "unit",
  "scope",
  "subset",
  "period_start",
  "period_end",
  "report_id",
  "fact_id",
];

function rowName(row: Row, subject: Subject, context: ChartContext): string {
  const { channels, tips } = subject;
  const observation = shownBy(row, subject, context);
  const columns = [...channels.values()].flatMap((one) =>
    one.kind === "column" ? [one.column] : [],
  );
  const used = [...new Set([...columns, ...tips])];
  if (!isObserved(observation))
    return used
      .map((column) => named(column, row, subject, context))
      .join(punctuation[context.language].semicolon);
  const further = used.filter((column) => !said.includes(column) || tips.includes(column));
  const more = further.map((column) => named(column, row, subject, context));
  return [accessibleName(observation, context), ...more].join(
    punctuation[context.language].semicolon,
  );
}

/** Columns whose numbers say where a mark stands. */
const positions = ["x", "y", "x1", "x2", "y1", "y2"];

/**
 * The number that a mark of one row shows: its `value` where that, or a number with a source, is
 * drawn; else what stands in the column that is. A row's fact is no source of another number.
 */
function shownBy(row: Row, { channels }: Subject, { catalogue }: ChartContext): Observation {
  const observation = observe(row, catalogue);
  const drawn = positions.flatMap((name) => {
    const channel = channels.get(name);
    return channel?.kind === "column" && isMeasure(row, channel.column) ? [channel.column] : [];
  });
  const isDrawn = [...channels.values()].some(
    (channel) => channel.kind === "column" && channel.column === "value",
  );
  if (drawn.length === 0 || isDrawn) return observation;
  const { fact_id, fact_ids } = row;
  const others = drawn.map((column) =>
    observe({ fact_id, fact_ids, value: row[column] }, catalogue),
  );
  const own = others.find(({ source }) => source.kind !== "none");
  return own && observation.value !== null ? observation : (own ?? others[0] ?? observation);
}

function isMeasure(row: Row, column: string): boolean {
  return typeof row[column] === "number" && !isYear(column);
}

/** The attributes of a mark whose length adds numbers up, where each of them has its figure. */
function sumOf(shown: readonly Observation[], { catalogue }: ChartContext) {
  const values = shown.flatMap(({ value }) => value ?? []);
  const isStated = shown.every(({ source }) => source.kind === "stated");
  const units = new Set(shown.map(({ unit }) => unit));
  const [unit = null] = units;
  if (!isStated || units.size > 1) return null;
  const facts = shown.flatMap(({ source }) => source.facts);
  const value = values.reduce((a, b) => a + b, 0);
  const source = sourceOf({ value, unit, facts, operation: "sum", columns: {} }, catalogue);
  return source.kind === "derived" ? source : null;
}

/** The attributes of an element: a link to its clause, its calculation or the clauses of its rows. */
function attributesOf(
  drawn: readonly Row[],
  label: string,
  subject: Subject,
  context: ChartContext,
) {
  const rows = behind(drawn);
  // A mark of many rows shows a number of its own, such as how many, unless it adds theirs up.
  const isOfEach = subject.isSum || (countOf(drawn) === 1 && subject.reducers.size === 0);
  const shown = rows.map((row) =>
    isOfEach ? shownBy(row, subject, context) : observe(row, context.catalogue),
  );
  const facts = [...new Set(shown.flatMap(({ source }) => source.facts))];
  const [one, ...more] = shown;
  if (one && more.length === 0 && facts.length > 0 && countOf(drawn) === 1)
    return evidenceAttributes(one, context, label);
  if (facts.length === 0) {
    const plain = { "data-mark": true, role: "img", tabindex: -1, "data-source": "none" };
    return { ...plain, "aria-label": label };
  }
  const sum = subject.isSum && shown.length === countOf(drawn) ? sumOf(shown, context) : null;
  if (sum) {
    const evidence = [formatLineage(sum)];
    return groundedAttributes({ evidence, facts: sum.facts, kind: sum.kind, label }, context);
  }
  const isWhole = shown.every(({ source }) => source.kind !== "none");
  const evidence = [...new Set(shown.map(evidenceId))].filter(Boolean);
  // A sum of which a part has no source, or that counts something twice, has none itself.
  const kind = isWhole && !subject.isSum ? "derived" : "none";
  return groundedAttributes({ evidence, facts, kind, label, isGroup: true }, context);
}

function numberIn(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? NaN);
}

/** Room for a finger around what is small; null where the element is large enough, or a path. */
function hitOf(element: Element, { build }: ChartContext): SVGElement | null {
  if (element.tagName === "circle") {
    const [cx, cy, r] = ["cx", "cy", "r"].map((name) => numberIn(element, name));
    if (cx === undefined || cy === undefined || !(Number(r) < HIT / 2)) return null;
    return build.svg("circle", { class: "hit", cx: cx.toFixed(1), cy: cy.toFixed(1), r: HIT / 2 });
  }
  if (element.tagName !== "rect") return null;
  const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
    numberIn(element, name),
  );
  if (![x, y, width, height].every(Number.isFinite) || (width >= HIT && height >= HIT)) return null;
  const [w, h] = [Math.max(width, HIT), Math.max(height, HIT)];
  const place = { x: x - (w - width) / 2, y: y - (h - height) / 2, width: w, height: h };
  return build.svg("rect", { class: "hit", ...place });
}

/** Text repeats what its mark says: a click on it leads there too, and nothing is read twice. */
function silence(element: Element, rows: readonly Row[], { catalogue, leads }: ChartContext): void {
  const [row] = rows;
  element.setAttribute("aria-hidden", "true");
  if (!row || countOf(rows) > 1 || leads) return;
  const { source } = observe(row, catalogue);
  if (source.kind === "stated") element.setAttribute("data-evidence", source.facts[0]);
}

/** A box of one row is that row: its median says it, and the other parts would say it again. */
function isRestOfBox(element: Element, rows: readonly Row[], { name }: Subject): boolean {
  if (countOf(rows) !== 1 || !name.startsWith("box")) return false;
  const [from, to] = name === "boxX" ? ["y1", "y2"] : ["x1", "x2"];
  const isMedian =
    element.localName === "line" && element.getAttribute(from) !== element.getAttribute(to);
  return element.localName !== "circle" && element.localName !== "path" && !isMedian;
}

/** Points between two gaps, which a path alone would not show. */
function loneMarks(path: Element, { name }: Subject, { build }: ChartContext): Element[] {
  if (path.localName !== "path" || !/^(?:line|area)/.test(name)) return [];
  const isArea = name.startsWith("area");
  const parent = path.parentElement;
  const inherited = (key: string) => path.getAttribute(key) ?? parent?.getAttribute(key);
  const paint = inherited(isArea ? "fill" : "stroke") ?? "currentColor";
  return lonePoints(path).flatMap(([x1, y1, x2, y2]) => {
    if (isArea) return [build.svg("line", { x1, y1, x2, y2, stroke: paint, "stroke-width": 2 })];
    const isPoint = x1 === x2 && y1 === y2;
    return isPoint ? [build.svg("circle", { cx: x1, cy: y1, r: 2.5, fill: paint })] : [];
  });
}

function incompleteName(label: string, stated: number, lost: number, { language }: ChartContext) {
  const count = say(language, "plot.incomplete", stated, stated + lost);
  return label + punctuation[language].semicolon + count;
}

/** An outline of dashes, or a ring where a line has such a point: rows without a value are not in it. */
function showIncomplete(
  element: Element,
  values: Values,
  subject: Subject,
  { build }: ChartContext,
): Element[] {
  const bound: unknown = (element as { __data__?: unknown }).__data__;
  if (typeof bound === "number") {
    element.setAttribute("stroke-dasharray", "3 2");
    element.setAttribute("stroke", "var(--ink)");
    element.setAttribute("fill-opacity", "0.5");
    return [];
  }
  const [xs, ys] = ["x", "y"].map(
    (axis) => (values[`${axis}2`] ?? values[axis] ?? values[`${axis}1`]) as ArrayLike<number>,
  );
  const rows = values.channels?.[ROWS]?.value;
  return Array.from(bound as ArrayLike<number>).flatMap((i) => {
    const own = rowsOf(rows?.[i]).filter((row) => !subject.gaps.has(row));
    const [cx, cy] = [Number(xs?.[i]), Number(ys?.[i])];
    if (statedOf(own, subject.name, subject.losses).lost === 0 || !isFinite(cx + cy)) return [];
    const look = { r: 4, fill: "var(--paper)", stroke: "var(--ink)", "stroke-dasharray": "2 1.5" };
    return [build.svg("circle", { cx: cx.toFixed(1), cy: cy.toFixed(1), ...look })];
  });
}

/** Makes a mark of ours of an element of Plot's: named, reachable by keyboard, leading to clauses. */
function wrapElement(
  element: Element,
  values: Values,
  count: number,
  subject: Subject,
  context: ChartContext,
) {
  const rows = rowsBehind(element, values.channels?.[ROWS]?.value, subject);
  const bound: unknown = (element as { __data__?: unknown }).__data__;
  if (rows.length === 0) return;
  const isAside = subject.name === "text" || isRestOfBox(element, rows, subject);
  if (isAside) {
    silence(element, rows, context);
    return;
  }
  const [only] = rows;
  const isDot = /^(?:dot|box)/.test(subject.name) && /^(?:circle|path)$/.test(element.localName);
  if (only && countOf(rows) === 1 && isDot) formDot(element, only, context);
  const label =
    only && countOf(rows) === 1
      ? rowName(only, subject, context)
      : groupName(
          { rows, bound, channels: values.channels ?? {}, tag: element.localName },
          subject,
          context,
        );
  const { stated, lost } = statedOf(rows, subject.name, subject.losses);
  const name = lost > 0 ? incompleteName(label, stated, lost, context) : label;
  const attributes = {
    ...attributesOf(rows, name, subject, context),
    ...(lost > 0 ? { "data-incomplete": `${stated}/${stated + lost}` } : {}),
  };
  const tag = "href" in attributes ? "a" : "g";
  const hit = count > MANY ? null : hitOf(element, context);
  const wrapped = context.build.svg(tag, { class: "mark", ...attributes }, hit);
  element.replaceWith(wrapped);
  wrapped.append(element, ...loneMarks(element, subject, context));
  if (lost > 0) wrapped.append(...showIncomplete(element, values, subject, context));
}

/** Options for a mark of Plot's that carry its rows along and annotate what it draws. */
export function annotate(subject: Subject, context: ChartContext) {
  type Next = (
    index: unknown,
    scales: unknown,
    values: Values,
    ...rest: unknown[]
  ) => Element | null;
  const render = (
    index: unknown,
    scales: unknown,
    values: Values,
    dimensions: unknown,
    plot: unknown,
    next: Next,
  ) => {
    const drawn = next(index, scales, values, dimensions, plot);
    // A waffle's patterns are no marks, though Plot binds rows to them.
    const elements = [...(drawn?.children ?? [])].filter((one) => one.localName !== "pattern");
    for (const element of elements) wrapElement(element, values, elements.length, subject, context);
    return drawn;
  };
  return { render, channels: { [ROWS]: { value: (row: unknown) => row, filter: null } } };
}
