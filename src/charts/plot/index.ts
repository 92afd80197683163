import { type Block, line } from "../blocks.ts";
import { notesBelow, notesFor, tableNotes } from "../annotate.ts";
import {
  annotationsIn,
  annotationWarnings,
  arrange,
  bilingual,
  comparabilityOf,
  type Description,
  drawingName,
  extremesOf,
  type FigureContext,
  type FigureModel,
  forbiddenBecause,
  isPresent,
  joined,
  namedIn,
  noTexts,
  type Observation,
  observeAll,
  plainText,
  representatives,
  type Row,
  sources,
  withOwnRegions,
  mixedCaveats,
  noCaveats,
} from "../../figures/index.ts";
import type { ChartContext } from "../context.ts";
import type { PlotInput, PlotModule } from "../plot-module.ts";
import { paged, TABLE_PAGE } from "../pages.ts";
import { table } from "../table.ts";
import type { Child } from "../../dom/index.ts";
import { formatNumber, say } from "../../words/index.ts";
import { isMapping } from "../../notebook/chart-cell/index.ts";
import { incompleteText } from "./losses.ts";
import { absentBlocks, absentOf, absentSentences } from "./absent.ts";
import { columnsOf, columnText, valueIn, valueText } from "./columns.ts";
import { drawPlot, marksIn, nameIds, readyMarks, type Drawing } from "./draw.ts";
import type { ReadyMark } from "./marks.ts";
import { checkRoom, inWords } from "./room.ts";
import { positionScale } from "./scales.ts";
import { swatches } from "./swatches.ts";
import { sumMarks } from "./summing.ts";
import { kindFor } from "./texture.ts";
import { countOf } from "./whole/index.ts";

/** Of more figures than this one of each kind is judged: pairs grow with the square. */
const MANY = 60;

/** True where values stand beside each other; a count of figures compares none of them. */
function setsValues(marks: readonly ReadyMark[]): boolean {
  return marks.some(({ channels }) =>
    [...channels.values()].some((one) => one.kind === "column" && one.column === "value"),
  );
}

function hasSource({ source, value }: Observation): boolean {
  return value !== null && source.kind !== "none";
}

/** What the rules say of the values that stand side by side. */
function judged(marks: readonly ReadyMark[], context: FigureContext) {
  const observations = observeAll(judgedRows(marks), context.catalogue);
  const stated = observations.filter(hasSource);
  if (stated.length === 0 || !setsValues(marks)) return { caveats: noCaveats, warnings: [] };
  const isMany = stated.length > MANY;
  const arrangement = arrange(isMany ? representatives(stated, MANY) : stated, context);
  const { comparison } = arrangement;
  const reasons = forbiddenBecause([arrangement], context);
  return {
    // They name regions by what they differ in: of a selection they would name too few.
    caveats: mixedCaveats(stated, isMany ? null : comparison, context),
    warnings: arrangement.isSplit ? [say(context.language, "plot.mixed", reasons)] : [],
  };
}

/** The rows by which is judged what stands beside what: where the engine summed up, one of each kind. */
function judgedRows(marks: readonly ReadyMark[]): Row[] {
  return [...new Set(marks.flatMap(({ rows, summed }) => summed?.kinds ?? rows))];
}

/** The rows that the marks draw, each once. */
function drawnRows(marks: readonly ReadyMark[]): Row[] {
  return [...new Set(marks.flatMap((mark) => mark.rows))];
}

/** What the two axes measure. */
function axesSentence(
  { spec }: PlotInput,
  marks: readonly ReadyMark[],
  context: FigureContext,
): string | null {
  const [x, y] = (["x", "y"] as const).map((name) => {
    const { label } = positionScale(marks, name, spec, context);
    return typeof label === "string" && label !== "" ? label : null;
  });
  const { language } = context;
  if (x && y) return say(language, "describe.axes", x, y);
  if (x) return say(language, "describe.across", x);
  return y ? say(language, "describe.up", y) : null;
}

/** The chart in words: its marks, its axes, and extremes where values themselves are drawn. */
function describe(
  input: PlotInput,
  marks: readonly ReadyMark[],
  context: FigureContext,
): Description {
  const rows = drawnRows(marks);
  const stated = observeAll(rows, context.catalogue).filter(isPresent).filter(hasSource);
  const isOfValues = setsValues(marks) && stated.length > 0 && stated.length <= MANY;
  const split = isOfValues ? arrange(stated, context) : null;
  const what = [
    say(context.language, "describe.plot", countOf(rows)),
    axesSentence(input, marks, context),
  ];
  return {
    what: joined(what, context),
    breaks: [],
    found: isOfValues ? extremesOf(stated, context) : [],
    apart: split?.isSplit
      ? [say(context.language, "plot.mixed", forbiddenBecause([split], context))]
      : [],
    missing: [
      ...absentSentences(absentOf(marks), context),
      incompleteText(marks, context) ?? [],
    ].flat(),
  };
}

/** Which column colours follow, and what the key calls it. */
function colorColumn(marks: readonly ReadyMark[], spec: PlotInput["spec"], context: FigureContext) {
  const own = isMapping(spec["color"]) ? spec["color"] : {};
  const label = bilingual(own["label"], context.language) || null;
  for (const { channels } of marks)
    for (const name of ["fill", "stroke"]) {
      const channel = channels.get(name);
      if (channel?.kind === "column")
        return {
          column: channel.column,
          label: label ?? channel.label ?? columnText(channel.column, context),
        };
    }
  return { column: "", label };
}

function key(
  marks: readonly ReadyMark[],
  spec: PlotInput["spec"],
  { color: scale, symbol: shapes, isWhole }: Pick<Drawing, "color" | "symbol" | "isWhole">,
  id: string,
  context: ChartContext,
): Block[] {
  if (isMapping(spec["color"]) && spec["color"]["legend"] === false) return [];
  const { column, label } = colorColumn(marks, spec, context);
  // Colours of constants are explained by the author's words.
  if (column === "" && scale?.type === "ordinal") return [];
  return swatches({ scale, shapes, kind: kindFor(marks), column, isWhole, label, id }, context);
}

/** Rows without facts as a plain table, in pages; those of ours have one that knows them. */
function plainTable(rows: readonly Row[], context: ChartContext): HTMLElement {
  const columns = columnsOf(rows);
  const draw = (items: readonly Row[], _at: number, own: ChartContext) =>
    plainPage(columns, items, own);
  return paged({ items: rows, size: TABLE_PAGE, draw }, context);
}

function plainPage(
  columns: readonly string[],
  rows: readonly Row[],
  context: ChartContext,
): HTMLElement {
  const { build, language } = context;
  const cell = (row: Row, column: string) =>
    valueText(column, valueIn(row, { kind: "column", column, label: null, as: null }), context);
  return build.html(
    "div",
    { class: "scroll", tabindex: 0, role: "group", "aria-label": say(language, "chart.table") },
    build.html(
      "table",
      {},
      build.html(
        "thead",
        {},
        build.html(
          "tr",
          {},
          columns.map((column) => build.html("th", { scope: "col" }, columnText(column, context))),
        ),
      ),
      build.html(
        "tbody",
        {},
        rows.map((row) =>
          build.html(
            "tr",
            {},
            columns.map((column) => build.html("td", {}, cell(row, column))),
          ),
        ),
      ),
    ),
  );
}

/** All rows that a chart draws, its own query's first; of what the engine summed up, the sums. */
function allRows({ spec, rows, results, summed }: PlotInput): Row[] {
  const marks = marksIn(spec);
  const lists = marks.map((mark, i) => {
    const own = typeof mark["data"] === "string" ? (results.get(mark["data"]) ?? []) : rows;
    return { isOwn: own === rows, list: summed?.get(i)?.rows ?? own };
  });
  const ordered = [...lists.filter(({ isOwn }) => isOwn), ...lists.filter(({ isOwn }) => !isOwn)];
  return [
    ...new Set((marks.length === 0 ? [{ list: rows }] : ordered).map(({ list }) => list)),
  ].flat();
}

/** That the engine summed up, and of how many rows. */
function summedText({ summed }: PlotInput, { language }: FigureContext): string | null {
  const total = Math.max(0, ...[...(summed?.values() ?? [])].map((one) => one.total));
  return total === 0 ? null : say(language, "plot.summed", formatNumber(total, language));
}

/** What is too much is told in the reader's words. */
function told<T>(work: () => T, context: FigureContext): T {
  try {
    return work();
  } catch (error) {
    throw inWords(error, context);
  }
}

function modelOf(
  input: PlotInput,
  marks: readonly ReadyMark[],
  context: FigureContext,
): FigureModel {
  const { id, spec, texts = noTexts } = input;
  const rows = allRows(input);
  const observations = observeAll(rows, context.catalogue);
  const annotations = annotationsIn(spec, observations, context);
  const description = describe(input, marks, context);
  const { caveats, warnings } = judged(marks, context);
  return {
    ...{
      id,
      type: "plot",
      spec,
      texts,
      rows,
      observations,
      body: null,
      caveats,
      annotations,
      description,
    },
    breaks: [],
    forms: [],
    draws: null,
    comparability: comparabilityOf([], false, context),
    warnings: [...annotationWarnings(annotations, context), ...warnings],
    name: drawingName(description, plainText(texts.alt, context), context),
    sources: sources(observations, context),
    isEmpty: rows.length === 0,
    isTable: rows.length === 0,
    context,
  };
}

/** One drawing with its key, and what it could not place. */
function blocksOf(
  input: PlotInput,
  marks: readonly ReadyMark[],
  { variant, width }: { readonly variant: string; readonly width: number },
  context: ChartContext,
): Block[] {
  // A note means a row of the marks: those that were left out have no place.
  const observations = observeAll(drawnRows(marks), context.catalogue);
  const notes = notesFor(annotationsIn(input.spec, observations, context));
  const { element, ...scales } = drawPlot(input, marks, notes, width, context);
  const id = `${input.id}-${variant}`;
  nameIds(element, id);
  return [
    ...key(marks, input.spec, scales, id, context),
    { kind: "plot", element },
    ...notesBelow(notes, context),
    ...absentBlocks(absentOf(marks), context),
    ...line("incomplete", incompleteText(marks, context)),
    ...line("summed", summedText(input, context)),
  ];
}

function tableOf(input: PlotInput, model: FigureModel, context: ChartContext): Child {
  const rows = allRows(input);
  const isSummed = (input.summed?.size ?? 0) > 0;
  const isOurs = !isSummed && rows.some((row) => namedIn(row).length > 0);
  return [
    isOurs ? table(model.observations, context) : plainTable(rows, context),
    tableNotes(model.annotations, context),
  ];
}

/** The general grammar, loaded only where a notebook uses it. */
export const grammar: PlotModule = {
  sum: (spec, wholes, context) =>
    sumMarks(spec, wholes, context).catch((error: unknown) => {
      throw inWords(error, context);
    }),
  figure: (input, given) =>
    told(() => {
      const context = withOwnRegions(given, input.rows);
      const marks = readyMarks(input, context);
      checkRoom(marks, marksIn(input.spec), input.spec);
      const model = modelOf(input, marks, context);
      return {
        model,
        isFluid: false,
        blocks: (size, page) => told(() => blocksOf(input, marks, size, page), page),
        table: (page) => (model.isTable ? null : tableOf(input, model, page)),
      };
    }, given),
};
