import type { ChartSpec, FigureContext } from "../../figures/index.ts";
import type { ChartContext } from "../context.ts";
import type { PlotInput } from "../plot-module.ts";
import { textWidth } from "../text.ts";
import type { Notes } from "../annotate.ts";
import * as Plot from "@observablehq/plot";
import { visibleText } from "../../words/markup/index.ts";
import { isMapping } from "../../notebook/chart-cell/index.ts";
import { emptyFacets } from "./facets.ts";
import { readyMark, type ReadyMark } from "./marks.ts";
import { plotHead, plotNotes, type Placing } from "./notes.ts";
import { isOfWholes, roundSteps } from "./steps.ts";
import { addTextures } from "./texture.ts";
import { distinctTicks, timeFormat, type AxisValues } from "./ticks.ts";
import {
  axisValues,
  colorScale,
  positionScale,
  tallest,
  tickFormatOf,
  TICK,
  widest,
  wrapped,
  type Exposed,
  type ScaleOptions,
} from "./scales.ts";
import { scopeShapes } from "./scope-form.ts";

/** The marks of a spec over their rows. Throws on an unknown mark, column, transform or colour. */
export function readyMarks(
  { spec, rows, results, summed }: PlotInput,
  context: FigureContext,
): ReadyMark[] {
  return marksIn(spec).map((mark, i) => {
    const own = typeof mark["data"] === "string" ? results.get(mark["data"]) : rows;
    return readyMark(mark, own ?? [], summed?.get(i) ?? null, spec, context);
  });
}

export function marksIn(spec: ChartSpec): ChartSpec[] {
  const list: unknown = spec["marks"];
  return Array.isArray(list) ? list.filter(isMapping) : [];
}

/** Height in px of a category's band, and of a drawing without bands. */
const BAND = 27;
const PLAIN = { wide: 300, narrow: 250 } as const;
/** Share of the width that the names of categories may take. */
const NAMES = 0.4;

type Drawn = Element & { scale(name: string): Exposed | undefined };

function isBand(
  scale: Exposed | undefined,
): scale is Exposed & { readonly type: "band" | "point" } {
  return scale?.type === "band" || scale?.type === "point";
}

const margins = ["marginLeft", "marginRight", "marginTop", "marginBottom"] as const;

function heightOf(
  y: Exposed | undefined,
  fy: Exposed | undefined,
  width: number,
  lines: number,
): number {
  const facets = fy?.domain.length ?? 1;
  const plain = width < 520 ? PLAIN.narrow : PLAIN.wide;
  const inner = isBand(y)
    ? Math.max(BAND, lines * 15 + 8) * Math.max(1, y.domain.length)
    : plain / Math.min(facets, 3);
  return inner * facets;
}

function plotOptions(
  input: PlotInput,
  marks: readonly ReadyMark[],
  width: number,
  context: ChartContext,
) {
  const { spec } = input;
  const has = (name: string) => marks.some(({ channels }) => channels.has(name));
  const r = isMapping(spec["r"]) ? spec["r"] : null;
  const color = colorScale(marks, marksIn(spec), spec);
  return {
    document: context.build.document,
    className: "fadu-grammar",
    width,
    x: positionScale(marks, "x", spec, context),
    y: positionScale(marks, "y", spec, context),
    ...(has("fx") ? { fx: positionScale(marks, "fx", spec, context) } : {}),
    ...(has("fy") ? { fy: positionScale(marks, "fy", spec, context) } : {}),
    color,
    // Shapes stand for the same as colours, in the same order.
    ...(color["type"] === "ordinal" && has("symbol")
      ? { symbol: { domain: color["domain"], ...scopeShapes(marks, color["domain"]) } }
      : {}),
    ...(r
      ? {
          r: {
            ...(r["domain"] ? { domain: r["domain"] } : {}),
            ...(r["range"] ? { range: r["range"] } : {}),
            ...(r["type"] ? { type: r["type"] } : {}),
          },
        }
      : {}),
  };
}

function build(marks: readonly ReadyMark[], options: object, context: ChartContext): Drawn {
  const drawn = Plot.plot({
    ...options,
    marks: [...marks.flatMap((mark) => mark.build(context)), ...emptyFacets(marks, context)],
  } as Plot.PlotOptions) as unknown as Drawn;
  nameInvisible(drawn);
  return drawn;
}

/** Plot writes its texts itself, past the builder that names what shows nothing. */
function nameInvisible(drawn: Element): void {
  for (const text of drawn.querySelectorAll("text, tspan, title"))
    for (const node of text.childNodes)
      if (node.nodeType === 3 && node.nodeValue) node.nodeValue = visibleText(node.nodeValue);
}

/** Plot counts the ids of a session; these are the same on every visit, and of this figure alone. */
export function nameIds(element: Element, prefix: string): void {
  const names = new Map<string, string>();
  for (const one of element.querySelectorAll("[id]")) {
    const name = `${prefix}-${names.size + 1}`;
    names.set(one.id, name);
    one.id = name;
  }
  if (names.size === 0) return;
  const renamed = (value: string): string =>
    value.replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${names.get(id) ?? id})`);
  for (const one of element.querySelectorAll("*"))
    for (const { name, value } of [...one.attributes])
      if (value.includes("url(#")) one.setAttribute(name, renamed(value));
}

/** A drawing with the scales that it got, for its key. */
export interface Drawing {
  readonly element: Element;
  readonly color: Exposed | undefined;
  readonly symbol: Exposed | undefined;
  /** Whether colours stand for whole numbers. */
  readonly isWhole: boolean;
}

type Format = (value: unknown) => string;
const axes = ["x", "y", "fx", "fy"] as const;
type Axis = (typeof axes)[number];

/** What the first drawing tells: the scales, and how the labels of each are written. */
interface Trial {
  readonly scales: Readonly<Partial<Record<Axis, Exposed>>>;
  readonly formats: Readonly<Record<Axis, Format>>;
  readonly spec: ChartSpec;
  readonly width: number;
  readonly context: ChartContext;
}

function trialOf(
  drawn: Drawn,
  marks: readonly ReadyMark[],
  spec: ChartSpec,
  width: number,
  context: ChartContext,
): Trial {
  const scales: Partial<Record<Axis, Exposed>> = {};
  for (const axis of axes) {
    const scale = drawn.scale(axis);
    if (scale) scales[axis] = scale;
  }
  const formatOf = (axis: Axis): Format => tickFormatOf(marks, axis, spec, context);
  const formats = { x: formatOf("x"), y: formatOf("y"), fx: formatOf("fx"), fy: formatOf("fy") };
  return { scales, formats, spec, width, context };
}

/** Room on the left and the right, and how the names that stand there are wrapped. */
function sidesOf({ scales: { x, y, fy }, formats, spec, width, context }: Trial) {
  const names = wrapped(formats.y, width * NAMES);
  const facets = wrapped(formats.fy, width * 0.25);
  const facetRoom = fy ? widest(fy, facets) + 14 : 12;
  // Names of facets stand on the side that the vertical axis leaves free.
  const room = y && !isHidden(spec, "y") ? widest(y, isBand(y) ? names : formats.y) + 14 : 12;
  const left = Math.max(y ? room : facetRoom, startOf(x, formats.x, context));
  const right = Math.max(y ? facetRoom : 12, endOf(x, formats.x));
  return { names, facets, left, right };
}

/** Room below, where the names of the horizontal axis stand: wrapped, or turned where they do not fit. */
function footOf({ scales: { x }, formats, spec }: Trial, across: number) {
  const step = isBand(x) ? across / Math.max(1, x.domain.length) : 0;
  const names = wrapped(formats.x, Math.max(24, step - 4));
  // Of years at intervals Plot labels as many as have room.
  const isThinned = isMapping(spec["x"]) && spec["x"]["interval"] !== undefined;
  const isTurned = isBand(x) && !isThinned && widest(x, names) > step + 2;
  const lines = isBand(x) && !isTurned ? tallest(x, names) : 1;
  const turned = isBand(x) ? Math.min(120, widest(x, formats.x) * 0.75 + 12) : 0;
  return { names, isTurned, height: isTurned ? turned : 10 + lines * 15 };
}

const isNamed = (scale: ScaleOptions): boolean => Boolean(scale["label"]);

/** The room for all labels, and how they are written in it. */
function layoutOf(
  trial: Trial,
  options: ReturnType<typeof plotOptions>,
  marks: readonly ReadyMark[],
  notes: Notes,
) {
  const { scales, formats, spec, width, context } = trial;
  const { x, y, fx, fy } = scales;
  const own = Object.fromEntries(
    [...margins, "height"].flatMap((name) =>
      typeof spec[name] === "number" ? [[name, spec[name]]] : [],
    ),
  ) as Partial<Record<(typeof margins)[number] | "height", number>>;
  const sides = sidesOf(trial);
  const inside = width - (own.marginLeft ?? sides.left) - (own.marginRight ?? sides.right);
  const across = inside / (fx?.domain.length ?? 1);
  const foot = footOf(trial, across);
  const fxNames = wrapped(formats.fx, Math.max(30, across - 6));
  const bottom = foot.height + (isNamed(options.x) ? 22 : 6);
  const head = (isNamed(options.y) ? 24 : 10) + plotHead(notes);
  const top = head + (fx ? tallest(fx, fxNames) * 15 + 4 : 0);
  const inner = heightOf(y, fy, width, y && isBand(y) ? tallest(y, sides.names) : 1);
  const ticks = (axis: "x" | "y", count: number | undefined) =>
    withTicks(options[axis], scales[axis], count, spec[axis], axisValues(marks, axis), context);
  const xNames = foot.isTurned ? { tickRotate: -45 } : { tickFormat: foot.names };
  // Beside names a title would lie on them: it stands over them.
  const yNames = { tickFormat: sides.names, labelAnchor: "top" };
  return {
    marginLeft: Math.ceil(Math.min(sides.left, width * (NAMES + 0.05))),
    marginRight: Math.ceil(sides.right),
    marginTop: top,
    marginBottom: Math.ceil(bottom),
    height: Math.ceil(inner + top + bottom),
    ...own,
    x: { ...options.x, ...(isBand(x) ? xNames : ticks("x", ticksFor(x, formats.x, across))) },
    y: { ...options.y, ...(isBand(y) ? yNames : ticks("y", undefined)) },
    ...(fx ? { fx: { ...options.fx, tickFormat: fxNames } } : {}),
    ...(fy ? { fy: { ...options.fy, tickFormat: sides.facets, axis: y ? "right" : "left" } } : {}),
  };
}

/**
 * Draws twice: the first drawing tells the scales, from which the room for all labels follows,
 * since Plot reckons no text of ours.
 */
export function drawPlot(
  input: PlotInput,
  marks: readonly ReadyMark[],
  notes: Notes,
  width: number,
  context: ChartContext,
): Drawing {
  const { spec } = input;
  const options = plotOptions(input, marks, width, context);
  const first = build(marks, { ...options, color: { ...options.color } }, context);
  const isWhole = isOfWholes(marks, marksIn(spec));
  const layout = layoutOf(trialOf(first, marks, spec, width, context), options, marks, notes);
  const color = withRoundSteps(options.color, first.scale("color"), isWhole);
  const element = build(marks, { ...options, color, ...layout }, context);
  const shown = element.scale("color");
  addTextures(element, shown, context.build);
  addNotes(element, notes, marks, width, context);
  return { element, color: shown, symbol: element.scale("symbol"), isWhole };
}

/** Where the range is divided evenly, and not by limits that the author gives. */
function withRoundSteps(color: ScaleOptions, trial: Exposed | undefined, isWhole: boolean) {
  if (color["type"] !== "quantize" || trial?.type !== "threshold") return { ...color };
  const { domain, range = [] } = trial;
  const even = { limits: domain.filter((n) => typeof n === "number"), colors: range };
  const { limits, colors } = roundSteps(even, isWhole);
  return { type: "threshold", domain: limits, range: colors };
}

function ends({ range }: Placing): [number, number] {
  const [a = 0, b = 0] = [range?.[0], range?.at(-1)].map(Number);
  return [Math.min(a, b), Math.max(a, b)];
}

/** Notes stand over the marks, by the scales that the drawing got. */
function addNotes(
  element: Drawn,
  notes: Notes,
  marks: readonly ReadyMark[],
  width: number,
  context: ChartContext,
): void {
  const [x, y] = [element.scale("x"), element.scale("y")] as (Placing | undefined)[];
  if (notes.all.length === 0 || (!x && !y)) return;
  const height = Number(element.getAttribute("height"));
  const [left, right] = x ? ends(x) : [0, width];
  const [top, bottom] = y ? ends(y) : [0, height];
  const { svg } = context.build;
  const frame = { x, y, left, right, top, bottom, width, context };
  const target = element.tagName === "svg" ? element : element.querySelector("svg");
  const { behind, over } = plotNotes(notes, marks, frame);
  target?.prepend(svg("g", { class: "notes" }, behind));
  target?.append(svg("g", { class: "notes" }, over));
}

function isHidden(spec: ChartSpec, name: string): boolean {
  const own = spec[name];
  return isMapping(own) && (own["axis"] === "none" || own["axis"] === false);
}

/** Half of the first tick's label stands before the axis; that of a day says its year. */
function startOf(
  x: Exposed | undefined,
  format: (value: unknown) => string,
  context: ChartContext,
): number {
  if (!x || isBand(x)) return 0;
  const [first] = x.domain;
  const text = first instanceof Date ? timeFormat([first], "day", context)(first) : format(first);
  return textWidth(text, TICK) / 2 + 4;
}

/** Half of the last tick's label stands beyond the end of its axis. */
function endOf(x: Exposed | undefined, format: (value: unknown) => string): number {
  if (!x || isBand(x)) return 0;
  return textWidth(format(x.domain.at(-1)), TICK) / 2 + 4;
}

/** Ticks where a spec leaves them to us: whole units, each once, and labels that tell them apart. */
function withTicks(
  options: ScaleOptions,
  scale: Exposed | undefined,
  count: number | undefined,
  spec: unknown,
  values: AxisValues,
  context: ChartContext,
): ScaleOptions {
  const own = isMapping(spec) ? spec : {};
  const given = own["ticks"];
  if (scale === undefined || Array.isArray(given) || own["interval"] !== undefined)
    return given === undefined && count !== undefined ? { ticks: count } : {};
  const wanted = typeof given === "number" ? given : (count ?? 6);
  const format = options["tickFormat"] as (value: unknown) => string;
  const isTime = scale.domain[0] instanceof Date;
  const formatOf = (ticks: readonly unknown[]) =>
    isTime ? timeFormat(ticks, own["tickFormat"], context) : format;
  const ticks = distinctTicks(scale, wanted, formatOf, values);
  if (ticks === undefined) return count === undefined ? {} : { ticks: given ?? count };
  return { ticks, tickFormat: formatOf(ticks) };
}

/** As many ticks as have room for their labels. */
function ticksFor(
  x: Exposed | undefined,
  format: (value: unknown) => string,
  across: number,
): number | undefined {
  if (x === undefined || isBand(x)) return undefined;
  return Math.max(2, Math.min(8, Math.floor(across / (widest(x, format) + 18))));
}
