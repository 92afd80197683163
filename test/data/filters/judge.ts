import type { DrawnChart } from "../../../src/runtime/index.ts";
import type { Language } from "../../../src/domain/index.ts";
import type { Choice, Expected, World } from "./world.ts";

/** 18,858.11 and 18858.11 are one number. */
function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) => one.replaceAll(",", ""));
}

/** What a figure shows beside its words: names of marks, labels, its table. */
function shownIn(figure: Element): Set<string> {
  const labels = [...figure.querySelectorAll(".chart [aria-label], .chart text, .chart td, .rows td")];
  const texts = labels.map((one) => `${one.getAttribute("aria-label") ?? ""} ${one.textContent ?? ""}`);
  return new Set(texts.flatMap(numbersIn));
}

/** A chart may count itself: its rows, regions, measures and cells, and those of each verdict. */
function countsOf({ rows }: DrawnChart): number[] {
  const of = (...names: string[]) =>
    new Set(rows.map((row) => names.map((name) => String(row[name])).join(" ")));
  const stated = rows.filter((row) => typeof row["value"] === "number");
  const pairs = new Set(stated.map((row) => `${String(row["region_id"])} ${String(row["metric_id"])}`));
  const [regions, metrics] = [of("region_id").size, of("metric_id").size];
  const verdicts = rows.map((row) => row["verdict"]).filter((one) => one !== undefined);
  const tally = ["ok", "rounding", "mismatch", "derived"].map(
    (verdict) => verdicts.filter((one) => one === verdict).length,
  );
  return [
    ...[rows.length, regions, metrics, regions * metrics, pairs.size],
    ...(verdicts.length > 0 ? tally : []),
  ];
}

/** Numbers in the words of a figure that are not drawn. */
function strayWords(figure: Element, chart: DrawnChart): string[] {
  const shown = shownIn(figure);
  for (const count of countsOf(chart)) shown.add(String(count));
  const words = [...figure.querySelectorAll("h3, .subtitle, .note")];
  return words
    .flatMap((one) => numbersIn(one.textContent ?? "").filter((number) => !shown.has(number)))
    .map((number) => `says ${number}, draws it not`);
}

const kinds = ["not_reported", "not_selected", "not_comparable", "not_read", "planned"];

/** Marks whose other numbers are made of those drawn: a change, a step. */
const joining = ["dumbbell", "slope", "trend"];

/** The figures of a cell with several: `sw-47`, or `ws-16 ws-15` of `quotient(ws-16,ws-15)`. */
function severalIn(figure: Element): string[] {
  return [...figure.querySelectorAll("[data-marks] [data-several]")].flatMap(
    (mark) =>
      (mark.getAttribute("data-several") ?? "")
        .split(" ")
        .map((id) => id.replace(/^\w+\((.*)\)$/, "$1").replaceAll(",", " ")),
  );
}

function drawnValues(figure: Element): string[] {
  const type = figure.getAttribute("data-type") ?? "";
  const sources = joining.includes(type) ? ["stated"] : ["stated", "derived"];
  const marks = sources.flatMap((source) => [
    ...figure.querySelectorAll(`[data-marks] [data-fact][data-source="${source}"]:not([data-several])`),
  ]);
  const own = marks.map((mark) => mark.getAttribute("data-fact") ?? "");
  const several = type === "matrix" ? severalIn(figure) : [];
  const all = [...own, ...several].toSorted();
  return type === "trend" ? [...new Set(all)] : all;
}

function difference(found: readonly string[], expected: readonly string[]): string {
  const rest = [...found];
  const lacking = expected.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...lacking.map((one) => `lacks ${one}`), ...rest.map((one) => `has ${one}`)].join(", ");
}

/** Values and absences, each absence with its region and reason, against what was counted. */
function strayMarks(figure: Element, expected: Expected, nameOf: (region: string) => string): string[] {
  const values = difference(drawnValues(figure), expected.values);
  const gaps = expected.missing;
  if (gaps === null) return values === "" ? [] : [values];
  const marks = [...figure.querySelectorAll("[data-marks] [data-missing]")];
  const found = kinds.flatMap((kind) => {
    const own = marks.filter((mark) => mark.getAttribute("data-missing") === kind);
    const wanted = gaps.filter((one) => one.kind === kind);
    const names = own.map((mark) => `${mark.getAttribute("aria-label") ?? ""}${mark.textContent ?? ""}`);
    const silent = wanted.filter(({ region }) => !names.some((name) => name.includes(nameOf(region))));
    return [
      ...(own.length === wanted.length ? [] : [`${own.length} of ${wanted.length} ${kind}`]),
      ...silent.map(({ region }) => `no word of ${region}, ${kind}`),
    ];
  });
  return values === "" ? found : [values, ...found];
}

/** Cells of a matrix without value or absence. */
function blanks(figure: Element): string[] {
  return [...figure.querySelectorAll('[data-type="matrix"] [data-marks] td')].some(
    (cell) => cell.childElementCount === 0,
  )
    ? ["a blank cell"]
    : [];
}

export interface Judged {
  readonly figure: Element;
  readonly chart: DrawnChart;
  readonly choice: Choice;
  /** The inputs that its rows follow from. */
  readonly reads: readonly string[];
  readonly expected: Expected | null;
  readonly language: Language;
  readonly world: World;
}

/** What is wrong with a figure: its words, its numbers, its absences, its filter. */
export function faultsOf({ figure, chart, choice, reads, expected, language, world }: Judged): string[] {
  const nameOf = (region: string) => {
    const found = world.dataset.regions.find(({ region_id }) => region_id === region);
    return (language === "zh" ? found?.zh_short : found?.en_short) ?? region;
  };
  const isFiltered = reads.some((name) => choice[name] !== undefined);
  const isTold = figure.querySelector(".filtered") !== null;
  const marks = figure.querySelectorAll("[data-marks] :is([data-fact], [data-missing])").length;
  const isEmpty = chart.spec["type"] !== "plot" && chart.rows.length === 0;
  return [
    ...strayWords(figure, chart),
    ...(isFiltered === isTold ? [] : [isTold ? "tells of a filter" : "no word of the filter"]),
    ...(expected === null ? [] : strayMarks(figure, expected, nameOf)),
    ...blanks(figure),
    ...(isEmpty && marks === 0 && !/没有|[Nn]o /.test(figure.textContent ?? "") ? ["silent and empty"] : []),
  ];
}
