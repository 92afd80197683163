import type { Child } from "../../dom/index.ts";
import { formatNumber, say } from "../../i18n/index.ts";
import { isMapping } from "../../schema/index.ts";
import { noteList, notesFor } from "../annotate.ts";
import { annotationsIn } from "../annotation.ts";
import type { ChartContext } from "../context.ts";
import { drawingName, extremesOf, joined, type Description } from "../describe.ts";
import type { PlotInput, PlotModule } from "../plot-module.ts";
import { namedIn, observeAll, isPresent, type Observation, type Row } from "../observation.ts";
import { representatives } from "../kinds.ts";
import { paged, TABLE_PAGE } from "../pages.ts";
import { arrange } from "../panels.ts";
import { bilingual } from "../spec.ts";
import { strip } from "../strip.ts";
import { table } from "../table.ts";
import { forbiddenBecause } from "../together.ts";
import { incompleteText } from "./losses.ts";
import { absentList, absentOf, absentSentences } from "./absent.ts";
import { columnsOf, columnText, valueIn, valueText } from "./columns.ts";
import { drawPlot, marksIn, nameIds, readyMarks, type Drawing } from "./draw.ts";
import type { ReadyMark } from "./marks.ts";
import { checkRoom, inWords } from "./room.ts";
import { positionScale } from "./scales.ts";
import { swatches } from "./swatches.ts";
import { sumMarks } from "./summing.ts";
import { kindFor } from "./texture.ts";
import { countOf } from "./whole/index.ts";

export { columnsOf } from "./columns.ts";

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

function caveats(marks: readonly ReadyMark[], context: ChartContext): Child {
  const observations = observeAll(judgedRows(marks), context.catalogue);
  const stated = observations.filter(hasSource);
  if (stated.length === 0 || !setsValues(marks)) return null;
  const isMany = stated.length > MANY;
  const arrangement = arrange(isMany ? representatives(stated, MANY) : stated, context);
  const { html } = context.build;
  // The strip names regions by what they differ in: of a selection it would name too few.
  const sentences = strip(isMany ? [] : [arrangement], stated, context, { isRanked: false });
  const reasons = forbiddenBecause([arrangement], context);
  return [
    arrangement.isSplit
      ? html("p", { class: "warning", role: "note" }, say(context.language, "plot.mixed", reasons))
      : null,
    sentences.length > 0
      ? html(
          "ul",
          { class: "caveats" },
          sentences.map((text) => html("li", {}, text)),
        )
      : null,
  ];
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
  context: ChartContext,
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
function describe(input: PlotInput, context: ChartContext): Description {
  const marks = readyMarks(input, context);
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
function colorColumn(marks: readonly ReadyMark[], spec: PlotInput["spec"], context: ChartContext) {
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
): Child {
  if (isMapping(spec["color"]) && spec["color"]["legend"] === false) return null;
  const { column, label } = colorColumn(marks, spec, context);
  // Colours of constants are explained by the author's words.
  if (column === "" && scale?.type === "ordinal") return null;
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
function summedNote({ summed }: PlotInput, { build, language }: ChartContext): Child {
  const total = Math.max(0, ...[...(summed?.values() ?? [])].map((one) => one.total));
  if (total === 0) return null;
  const text = say(language, "plot.summed", formatNumber(total, language));
  return build.html("p", { class: "summed" }, text);
}

/** What is too much is told in the reader's words. */
function told<T>(work: () => T, context: ChartContext): T {
  try {
    return work();
  } catch (error) {
    throw inWords(error, context);
  }
}

const draw: PlotModule["draw"] = (input, widths, context) => {
  const marks = readyMarks(input, context);
  checkRoom(marks, marksIn(input.spec), input.spec);
  const absent = absentOf(marks);
  const incomplete = incompleteText(marks, context);
  const label = drawingName(describe(input, context), input.alt ?? "", context);
  // A note means a row of the marks: those that were left out have no place.
  const annotations = annotationsIn(
    input.spec,
    observeAll(drawnRows(marks), context.catalogue),
    context,
  );
  const drawings = widths.map(({ name, width }) => {
    const notes = notesFor(annotations);
    const { element, ...scales } = drawPlot(input, marks, notes, width, context);
    nameIds(element, `${input.id}-${name}`);
    return context.build.html(
      "div",
      { class: `chart grammar ${name}`, role: "group", "aria-label": label, "data-marks": true },
      key(marks, input.spec, scales, `${input.id}-${name}`, context),
      element,
      noteList(notes, context),
      absentList(absent, context),
      incomplete === null ? null : context.build.html("p", { class: "incomplete" }, incomplete),
    );
  });
  return [drawings, summedNote(input, context), caveats(marks, context)];
};

/** The general grammar, loaded only where a notebook uses it. */
export const grammar: PlotModule = {
  sum: (spec, wholes, context) =>
    sumMarks(spec, wholes, context).catch((error: unknown) => {
      throw inWords(error, context);
    }),
  rows: allRows,
  draw: (input, widths, context) => told(() => draw(input, widths, context), context),
  table(input, context) {
    const rows = allRows(input);
    const isSummed = (input.summed?.size ?? 0) > 0;
    const isOurs = !isSummed && rows.some((row) => namedIn(row).length > 0);
    return isOurs ? table(observeAll(rows, context.catalogue), context) : plainTable(rows, context);
  },
  describe,
};
