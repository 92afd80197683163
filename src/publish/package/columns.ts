import {
  evidenceId,
  flagName,
  flagsOf,
  isDenied,
  measureName,
  type Observation,
  observe,
  regionName,
  type Row,
} from "../../figures/index.ts";
import type { FigureContext } from "../../figures/index.ts";
import type { Fact, Report } from "../../domain/index.ts";
import { list, say, type Word } from "../../words/index.ts";
import type { CsvCell } from "../../words/markup/index.ts";

/** A field's type after Frictionless. */
export type FieldType = "string" | "number" | "boolean" | "date";

/** A row with its figures and reports, and the contexts that name it in each language. */
export interface Entry {
  readonly observation: Observation;
  readonly facts: readonly Fact[];
  readonly reports: readonly Report[];
  readonly zh: FigureContext;
  readonly en: FigureContext;
}

/** One column of `data.csv`; its title and meaning are words. */
export interface Column {
  readonly name: string;
  readonly type: FieldType;
  /** Key of the title in both languages; a column that only the rows know is its own title. */
  readonly word: Word | null;
  /** Null is an empty field and never 0. */
  readonly value: (entry: Entry) => CsvCell;
}

/** What has no figure has no evidence to name. */
function evidenceOf({ observation }: Entry): string | null {
  return evidenceId(observation) || null;
}

/**
 * Why there is no value; a row with one has none. A row of a general plot that has neither column
 * has its numbers elsewhere, and lacks nothing.
 */
function missingOf({ observation: { missing, row } }: Entry): Observation["missing"] {
  return "value" in row || "missing" in row ? missing : null;
}

function missingIn(language: "zh" | "en") {
  return (entry: Entry): string | null => {
    const missing = missingOf(entry);
    return missing && say(entry[language].language, `missing.${missing}`);
  };
}

function flagsIn(language: "zh" | "en") {
  return (entry: Entry): string | null => {
    const names = flagsOf(entry.observation, entry[language]).map((flag) =>
      flagName(flag, entry.observation, entry[language]),
    );
    return list(language, names) || null;
  };
}

/** Of all reports behind a row; one that does not say it leaves no gap. */
function ofReports(text: (report: Report) => string | null) {
  return ({ reports }: Entry): string | null =>
    reports.flatMap((report) => text(report) ?? []).join(" | ") || null;
}

const text = (name: string, word: Word, value: Column["value"]): Column => ({
  name,
  type: "string",
  word,
  value,
});

const own = (name: keyof Observation, word: Word): Column =>
  text(name, word, ({ observation }) => (observation[name] as string | null) || null);

const day = (name: "period_start" | "period_end", word: Word): Column => ({
  ...own(name, word),
  type: "date",
});

/** The columns that every figure has: what is drawn, what it means, and where it stands. */
export const columns: readonly Column[] = [
  own("region_id", "field.region_id"),
  text(
    "region_zh",
    "field.region_zh",
    ({ observation: o, zh }) => regionName(zh, o.region_id) || null,
  ),
  text(
    "region_en",
    "field.region_en",
    ({ observation: o, en }) => regionName(en, o.region_id) || null,
  ),
  own("metric_id", "field.metric_id"),
  text("metric_zh", "field.metric_zh", ({ observation, zh }) => measureName(observation, zh)),
  text("metric_en", "field.metric_en", ({ observation, en }) => measureName(observation, en)),
  {
    name: "value",
    type: "number",
    word: "field.value",
    value: ({ observation }) => observation.value,
  },
  own("unit", "field.unit"),
  text("missing", "field.missing", missingOf),
  text("missing_zh", "field.missing_zh", missingIn("zh")),
  text("missing_en", "field.missing_en", missingIn("en")),
  own("qualifier", "field.qualifier"),
  day("period_start", "field.period_start"),
  day("period_end", "field.period_end"),
  own("period_basis", "field.period_basis"),
  own("scope", "field.scope"),
  own("subset", "field.subset"),
  own("count_basis", "field.count_basis"),
  own("baseline", "field.baseline"),
  own("status", "field.status"),
  own("authority", "field.authority"),
  own("channel", "field.channel"),
  own("accident", "field.accident"),
  own("confiscations", "field.confiscations"),
  own("counted_as", "field.counted_as"),
  own("source_kind", "field.source_kind"),
  text("flags", "field.flags", ({ observation, zh }) => flagsOf(observation, zh).join(" ") || null),
  text("flags_zh", "field.flags_zh", flagsIn("zh")),
  text("flags_en", "field.flags_en", flagsIn("en")),
  text("evidence_id", "field.evidence_id", evidenceOf),
  text(
    "as_written",
    "field.as_written",
    ({ facts }) => facts.map((fact) => fact.value_text).join(" | ") || null,
  ),
  text(
    "clause",
    "field.clause",
    ({ facts }) => facts.flatMap(({ evidence }) => evidence ?? []).join(" | ") || null,
  ),
  text(
    "report_id",
    "field.report_id",
    ofReports(({ report_id }) => report_id),
  ),
  text(
    "report_zh",
    "field.report_zh",
    ofReports(({ title }) => title),
  ),
  text(
    "report_en",
    "field.report_en",
    ofReports(({ title_en }) => title_en),
  ),
  text(
    "report_date",
    "field.report_date",
    ofReports(({ published }) => published),
  ),
  text(
    "report_url",
    "field.report_url",
    ofReports(({ url }) => url),
  ),
];

/** Columns of the rows that say in another form what the fixed ones say. */
const told = new Set([
  ...columns.map(({ name }) => name),
  "fact_id",
  "fact_ids",
  "operation",
  "evidence",
]);

/** A plain value of a row; lists and structs are no value of a table. */
function plain(value: unknown): CsvCell {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function typeOf(values: readonly CsvCell[]): FieldType {
  const types = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  const [only = "string"] = types;
  return types.size === 1 ? (only as FieldType) : "string";
}

/** What the rows have beyond the fixed columns, under their own names. */
function furtherColumns(rows: readonly Row[]): Column[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => !told.has(name),
  );
  return names.flatMap((name) => {
    const type = typeOf(rows.map((row) => plain(row[name])));
    if (rows.every((row) => plain(row[name]) === null)) return [];
    const value = ({ observation }: Entry): CsvCell => {
      const cell = plain(observation.row[name]);
      return cell !== null && type === "string" ? String(cell) : cell;
    };
    return [{ name, type, word: null, value }];
  });
}

/** The columns of a figure's data file, and the rows to fill them with. */
export interface Data {
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
}

/** What a reader's filters leave of a figure, in words, and where it is seen so. */
interface Filter {
  readonly zh: string;
  readonly en: string;
  readonly address?: string | undefined;
}

/** With what is filtered and where, in each row: a file of one table has no other place for it. */
export function withFilter(data: Data, { zh, en, address }: Filter): Data {
  if (zh === "" && en === "") return data;
  const more = [
    text("filtered_zh", "field.filtered_zh", () => zh),
    text("filtered_en", "field.filtered_en", () => en),
    ...(address === undefined ? [] : [text("address", "field.address", () => address)]),
  ];
  // A column that the rows have by such a name stays theirs.
  const taken = new Set(data.columns.map(({ name }) => name));
  return { ...data, columns: [...data.columns, ...more.filter(({ name }) => !taken.has(name))] };
}

/** A figure's rows as its data file holds them. */
export function dataOf(rows: readonly Row[], contexts: Pick<Entry, "zh" | "en">): Data {
  const { facts: known, reports } = contexts.zh.catalogue;
  const entries = rows.map((row): Entry => {
    const observation = observe(row, contexts.zh.catalogue);
    const facts = observation.source.facts.flatMap((id) => known.get(id) ?? []);
    // The report of another number is not the source of this one.
    const own = isDenied(observation) ? null : observation.report_id;
    const ids = new Set([...facts.map(({ report_id }) => report_id), own ?? ""]);
    const behind = [...ids].flatMap((id) => reports.get(id) ?? []);
    return { observation, facts, reports: behind, ...contexts };
  });
  return { columns: [...columns, ...furtherColumns(rows)], entries };
}
