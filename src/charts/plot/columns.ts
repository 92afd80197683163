import { formatSubset, isWord, say } from "../../words/index.ts";
import { formatNumber, shortNumber } from "../../words/index.ts";
import { nearest } from "../../notebook/chart-cell/index.ts";
import {
  bilingual,
  columnHeadings,
  type FigureContext,
  metricName,
  regionName,
  type Row,
} from "../../figures/index.ts";

/** A channel that follows a column of the rows. */
export interface ColumnChannel {
  readonly kind: "column";
  readonly column: string;
  readonly label: string | null;
  readonly as: "date" | "text" | "number" | null;
}

/** A channel that is the same for all rows. */
export interface ConstantChannel {
  readonly kind: "constant";
  readonly value: string | number;
}

export type Channel = ColumnChannel | ConstantChannel;

/** The names of all columns of some rows, in the order in which they first stand. */
export function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function known(column: string, columns: readonly string[]): string {
  if (columns.includes(column)) return column;
  const near = nearest(column, columns);
  throw new Error(`unknown column: ${column}${near === null ? "" : ` (did you mean ${near}?)`}`);
}

/**
 * What a channel of a spec means over some rows: a string is a column, `{value}` a column with a
 * label, a number or `{const}` the same for all. Throws `unknown column: …` with the nearest one.
 */
export function channelOf(
  value: unknown,
  columns: readonly string[],
  { language }: FigureContext,
): Channel | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return { kind: "constant", value };
  if (typeof value === "string")
    return { kind: "column", column: known(value, columns), label: null, as: null };
  const spec = value as Readonly<Record<string, unknown>>;
  if (spec["const"] !== undefined)
    return { kind: "constant", value: spec["const"] as string | number };
  return {
    kind: "column",
    column: known(String(spec["value"]), columns),
    label: bilingual(spec["label"], language) || null,
    as: (spec["as"] as ColumnChannel["as"]) ?? null,
  };
}

/** A cell of a row as a chart reads it: null for what is no value, and never 0 in its stead. */
export function valueIn(row: Row, { column, as }: ColumnChannel): unknown {
  const value = row[column];
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (as === "text") return typeof value === "object" ? null : String(value);
  if (as === "date") return dateOf(value);
  if (as === "number") return numberOf(value);
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "bigint" ? Number(value) : value;
}

function dateOf(value: unknown): Date | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  if (typeof value === "number") return new Date(Date.UTC(value, 0, 1));
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : new Date(time);
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

export function isYear(column: string): boolean {
  return /(?:^|[_.])(?:year|yr)s?$|年份?$/i.test(column);
}

/** Columns whose numbers are names: no grouping, no 万. */
function isName(column: string): boolean {
  return (
    isYear(column) ||
    /(?:^|[_.])(?:code|id|no|zip|postcode)s?$|(?:代码|编码|编号|邮编|区划|序号)$/i.test(column)
  );
}

/** What is not zero is not written as zero, however small it is. */
function nonZero(value: number, text: string): string {
  return value !== 0 && /^[-−]?0(?:\.0*)?$/.test(text)
    ? String(Number(value.toPrecision(6)))
    : text;
}

/** A day, and its time where it has one. */
function momentText(moment: Date): string {
  const [day = "", time = ""] = moment.toISOString().split("T");
  return time.startsWith("00:00:00.000") ? day : `${day} ${time.replace(/(?::00)?\.000Z$|Z$/, "")}`;
}

/** A value of a column as a reader sees it: ids by their names, numbers as on our axes. */
export function valueText(column: string, value: unknown, context: FigureContext): string {
  const { language, catalogue } = context;
  if (value === null || value === undefined) return say(language, "plot.no_value");
  if (value instanceof Date) return momentText(value);
  if (typeof value === "number")
    return isName(column)
      ? String(value)
      : nonZero(value, formatNumber(value, language, { digits: 6 }));
  const text = String(value);
  if (column === "subset") return formatSubset(text, language);
  if (column === "region_id" || catalogue.regions.has(text)) return regionName(context, text);
  if (column === "metric_id" || catalogue.metrics.has(text)) return metricName(context, text);
  const report = catalogue.reports.get(text);
  if (report) return language === "zh" ? report.agency : report.agency_en;
  for (const word of [`${column}.${text}.short`, `${column}.${text}`])
    if (isWord(word)) return say(language, word);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A longer text is cut wherever a chart writes or says it, in characters. */
const LONGEST = 1_000;

/** A number on an axis that has no unit of its own. */
export function plainTick(column: string, value: number, context: FigureContext): string {
  return isName(column) ? String(value) : nonZero(value, shortNumber(value, context.language));
}

/** A column's name for readers: those of our tables in words, others as they are. */
export function columnText(column: string, { language }: FigureContext): string {
  const word = Object.hasOwn(columnHeadings, column) ? columnHeadings[column] : undefined;
  return word ? say(language, word) : column.replaceAll("_", " ");
}
