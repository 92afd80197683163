import type { Check, Fact, Metric, ProposalRow, Region, Report, Theme } from "./types.ts";

/** SQL type of a column: the same names in the manifest, in DuckDB and in the documentation. */
export type ColumnType = "VARCHAR" | "DOUBLE" | "INTEGER" | "BOOLEAN";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

export interface TableRows {
  readonly facts: Fact;
  readonly reports: Report;
  readonly metrics: Metric;
  readonly themes: Theme;
  readonly regions: Region;
  readonly checks: Check;
  readonly proposals: ProposalRow;
}

export type TableName = keyof TableRows;

/** `T` the SQL type; a trailing `?` allows null. */
type Shorthand<T> = ColumnType | (null extends T ? `${ColumnType}?` : never);

// The keys of each object are those of the interface, so the compiler finds a forgotten column.
const tables: {
  readonly [T in TableName]: { readonly [K in keyof TableRows[T]]: Shorthand<TableRows[T][K]> };
} = {
  facts: {
    fact_id: "VARCHAR",
    report_id: "VARCHAR",
    metric_id: "VARCHAR",
    region_id: "VARCHAR",
    value: "DOUBLE",
    unit: "VARCHAR",
    value_text: "VARCHAR",
    qualifier: "VARCHAR",
    period_start: "VARCHAR",
    period_end: "VARCHAR",
    period_basis: "VARCHAR",
    scope: "VARCHAR",
    subset: "VARCHAR?",
    count_basis: "VARCHAR?",
    baseline: "VARCHAR?",
    status: "VARCHAR",
    breakdown_of: "VARCHAR?",
    same_as: "VARCHAR?",
    unit_inferred: "BOOLEAN",
    note: "VARCHAR?",
    note_zh: "VARCHAR?",
    evidence: "VARCHAR?",
    evidence_start: "INTEGER?",
    evidence_end: "INTEGER?",
    value_start: "INTEGER?",
    value_end: "INTEGER?",
    alignment: "VARCHAR",
  },
  reports: {
    report_id: "VARCHAR",
    title: "VARCHAR",
    title_en: "VARCHAR",
    agency: "VARCHAR",
    agency_en: "VARCHAR",
    region_id: "VARCHAR",
    doc_number: "VARCHAR?",
    published: "VARCHAR?",
    period: "VARCHAR",
    url: "VARCHAR?",
    sha256: "VARCHAR?",
    chars: "INTEGER?",
    coverage: "VARCHAR",
    note: "VARCHAR?",
    note_zh: "VARCHAR?",
    agency_pinyin: "VARCHAR",
  },
  metrics: {
    metric_id: "VARCHAR",
    zh: "VARCHAR",
    en: "VARCHAR",
    unit: "VARCHAR",
    theme: "VARCHAR",
    definition: "VARCHAR",
    definition_zh: "VARCHAR",
    counting_object: "VARCHAR?",
    better_when: "VARCHAR?",
    headline: "BOOLEAN",
    pinyin: "VARCHAR",
  },
  themes: { theme: "VARCHAR", zh: "VARCHAR", en: "VARCHAR" },
  regions: {
    region_id: "VARCHAR",
    gb_code: "VARCHAR?",
    gb_code_reason: "VARCHAR?",
    gb_code_reason_zh: "VARCHAR?",
    zh: "VARCHAR",
    en: "VARCHAR",
    zh_short: "VARCHAR",
    en_short: "VARCHAR",
    level: "VARCHAR",
    parent: "VARCHAR?",
    province: "VARCHAR?",
    tile_row: "INTEGER?",
    tile_column: "INTEGER?",
    pinyin: "VARCHAR",
  },
  checks: {
    check_id: "VARCHAR",
    report_id: "VARCHAR",
    identity: "VARCHAR",
    operation: "VARCHAR",
    operands: "VARCHAR",
    stated_fact: "VARCHAR?",
    stated: "DOUBLE?",
    recomputed: "DOUBLE",
    difference: "DOUBLE?",
    verdict: "VARCHAR",
    note: "VARCHAR?",
    note_zh: "VARCHAR?",
    allowed_low: "DOUBLE?",
    allowed_high: "DOUBLE?",
  },
  proposals: {
    proposal_id: "VARCHAR",
    report_id: "VARCHAR",
    kind: "VARCHAR",
    identity: "VARCHAR",
    operation: "VARCHAR",
    operands: "VARCHAR",
    stated_fact: "VARCHAR",
    stated: "DOUBLE",
    recomputed: "DOUBLE",
    difference: "DOUBLE",
    verdict: "VARCHAR",
    allowed_low: "DOUBLE?",
    allowed_high: "DOUBLE?",
    score: "DOUBLE",
  },
};

export const tableNames: readonly TableName[] = [
  "facts",
  "reports",
  "metrics",
  "themes",
  "regions",
  "checks",
  "proposals",
];

/** The columns of a table in the order of its interface. */
export function columnsOf(table: TableName): Column[] {
  return Object.entries(tables[table]).map(([name, shorthand]) => ({
    name,
    type: shorthand.replace("?", "") as ColumnType,
    nullable: shorthand.endsWith("?"),
  }));
}
