import { group } from "d3-array";
import type { Child } from "../../dom/index.ts";
import { list, punctuation, say } from "../../i18n/index.ts";
import { isMapping } from "../../schema/index.ts";
import { noteList, notesFor } from "../annotate.ts";
import { annotationsIn } from "../annotation.ts";
import { regionName, type ChartContext } from "../context.ts";
import {
  drawingName,
  extremesOf,
  joined,
  missingSentences,
  type Description,
} from "../describe.ts";
import type { PlotInput, PlotModule } from "../plot-module.ts";
import { namedIn, observe, observeAll, type Observation, type Row } from "../observation.ts";
import { arrange } from "../panels.ts";
import { bilingual } from "../spec.ts";
import { strip } from "../strip.ts";
import { symbol } from "../symbol.ts";
import { table } from "../table.ts";
import { forbiddenBecause } from "../together.ts";
import { columnsOf, columnText, valueIn, valueText } from "./columns.ts";
import { drawPlot, marksIn, nameIds, readyMarks, type Drawing } from "./draw.ts";
import type { Absent, ReadyMark } from "./marks.ts";
import { positionScale } from "./scales.ts";
import { swatches } from "./swatches.ts";
import { kindFor } from "./texture.ts";

export { columnsOf } from "./columns.ts";

/** Each row once, whichever marks leave it out. */
function absentOf(marks: readonly ReadyMark[]): Absent[] {
  const drawn = new Set(marks.flatMap(({ rows }) => rows));
  const absent = marks.flatMap((mark) => mark.absent).filter(({ row }) => !drawn.has(row));
  return [...new Map(absent.map((one) => [one.row, one])).values()];
}

/** Who or what a row without a value is: its region, else its first words. */
function rowText(row: Row, context: ChartContext): string {
  const { region_id } = row;
  if (typeof region_id === "string") return regionName(context, region_id);
  const column = columnsOf([row]).find(
    (name) => typeof row[name] === "string" && name !== "missing",
  );
  return column === undefined ? "–" : valueText(column, row[column], context);
}

/** The rows that could not be drawn: how many, for want of what, and each with its reason. */
function absentList(absent: readonly Absent[], context: ChartContext): Child {
  if (absent.length === 0) return null;
  const { build, language } = context;
  const joint = punctuation[language].colon;
  const headOf = ({ heading, isTwice }: Absent, count: number) =>
    isTwice
      ? say(language, "plot.twice.head", count)
      : say(language, "plot.absent", count, heading);
  const kinds = [
    ...group(absent, ({ heading, isTwice }) => `${String(isTwice)}${heading}`).values(),
  ];
  return kinds.map((members) =>
    build.html(
      "div",
      { class: "none" },
      build.html("p", { class: "header" }, members[0] ? headOf(members[0], members.length) : ""),
      build.html(
        "ul",
        {},
        members.map(({ row, missing, isTwice }) => {
          const why = missing
            ? say(language, `missing.${missing}`)
            : say(language, isTwice ? "plot.twice" : "plot.no_value");
          const text = rowText(row, context) + joint + why;
          // An item with a role of its own would be no item of its list.
          const mark = build.html(
            "span",
            {
              class: "mark missing",
              role: "img",
              tabindex: -1,
              "data-missing": missing ?? "not_reported",
              "aria-label": text,
            },
            symbol(observe({ ...row, value: null }, context.catalogue), context),
            text,
          );
          return build.html("li", {}, mark);
        }),
      ),
    ),
  );
}

/** Of more figures than this one of each kind is judged: pairs grow with the square. */
const MANY = 60;

/** The columns by which two figures differ in kind. */
const kinds = [
  "metric_id",
  "unit",
  "scope",
  "subset",
  "count_basis",
  "baseline",
  "status",
  "period_basis",
];

/** One figure of each kind. */
function representatives(stated: readonly Observation[]): Observation[] {
  const kindOf = ({ row }: Observation) => kinds.map((name) => String(row[name] ?? "")).join("|");
  return [...new Map(stated.map((one) => [kindOf(one), one])).values()].slice(0, MANY);
}

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
  const observations = observeAll(drawnRows(marks), context.catalogue);
  const stated = observations.filter(hasSource);
  if (stated.length === 0 || !setsValues(marks)) return null;
  const isMany = stated.length > MANY;
  const arrangement = arrange(isMany ? representatives(stated) : stated, context);
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

/** Reasons where rows give them, else who stands without a value. */
function absentSentences(absent: readonly Absent[], context: ChartContext): string[] {
  const { language } = context;
  const rows = absent.map(({ row }) => row);
  const bare = rows.filter((row) => observe(row, context.catalogue).missing === null);
  const names = [...new Set(bare.map((row) => rowText(row, context)))].slice(0, 12);
  return [
    ...missingSentences(
      observeAll(
        rows.filter((row) => !bare.includes(row)),
        context.catalogue,
      ),
      context,
    ),
    ...(names.length > 0 ? [say(language, "describe.absent", list(language, names))] : []),
  ];
}

/** The chart in words: its marks, its axes, and extremes where values themselves are drawn. */
function describe(input: PlotInput, context: ChartContext): Description {
  const marks = readyMarks(input, context);
  const rows = drawnRows(marks);
  const stated = observeAll(rows, context.catalogue).filter(hasSource);
  const isOfValues = setsValues(marks) && stated.length > 0 && stated.length <= MANY;
  const split = isOfValues ? arrange(stated, context) : null;
  const what = [
    say(context.language, "describe.plot", rows.length),
    axesSentence(input, marks, context),
  ];
  return {
    what: joined(what, context),
    found: isOfValues ? extremesOf(stated, context) : [],
    apart: split?.isSplit
      ? [say(context.language, "plot.mixed", forbiddenBecause([split], context))]
      : [],
    missing: absentSentences(absentOf(marks), context),
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

/** Rows without facts as a plain table; those of ours have one that knows them. */
function plainTable(rows: readonly Row[], context: ChartContext): HTMLElement {
  const { build, language } = context;
  const columns = columnsOf(rows);
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
        rows.slice(0, 1000).map((row) =>
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

/** All rows that a chart draws, its own query's first. */
function allRows({ spec, rows, results }: PlotInput): Row[] {
  const named = marksIn(spec).map((mark) => mark["data"]);
  const usesOwn = named.some((name) => typeof name !== "string") || named.length === 0;
  const more = [...new Set(named)].flatMap((name) =>
    typeof name === "string" ? (results.get(name) ?? []) : [],
  );
  return [...(usesOwn ? rows : []), ...more];
}

/** The general grammar, loaded only where a notebook uses it. */
export const grammar: PlotModule = {
  rows: allRows,
  draw(input, widths, context) {
    const marks = readyMarks(input, context);
    const absent = absentOf(marks);
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
      );
    });
    return [drawings, caveats(marks, context)];
  },
  table(input, context) {
    const rows = allRows(input);
    const isOurs = rows.some((row) => namedIn(row).length > 0);
    return isOurs ? table(observeAll(rows, context.catalogue), context) : plainTable(rows, context);
  },
  describe,
};
