import type { Columns, ColumnSpec } from "./column.ts";
import { tables } from "./columns.ts";
import type { TableName } from "./columns.ts";
import type { Language } from "./types.ts";
import { viewTables } from "./views/columns.ts";
import type { ViewTable } from "./views/columns.ts";

type Words = readonly [zh: string, en: string];

/** What a table holds, one row each. */
const tableWords: { readonly [T in TableName]: Words } = {
  facts: ["报告写明的数字，一行一个", "stated figures, one a row"],
  reports: ["报告", "reports"],
  metrics: ["指标：名称、单位、定义", "metrics: names, unit, definition"],
  themes: ["指标的分组", "groups of metrics"],
  regions: ["地区", "regions"],
  checks: ["对报告数字的核算", "identities recomputed"],
  proposals: ["数字提示的等式，无人确认", "identities that the figures suggest, not confirmed"],
};

/** What is made of the tables when a query first reads it. */
const viewWords: Readonly<Record<ViewTable, Words>> = {
  derived: ["由写明的数字算出的数字", "figures derived from stated ones"],
  all_metrics: ["写明的与算出的指标", "metrics, stated and derived"],
  figures: ["写明的与算出的数字，同一种格式", "stated and derived figures in one shape"],
  headline: [
    "首页比较的数字，没有的说明原因",
    "the figures of the home page, and why some are missing",
  ],
  absences: [
    "哪个地区没有哪项指标的数字，为什么",
    "which region has no figure of which metric, and why",
  ],
  comparisons: ["两两数字能不能比", "which figures may be compared, pair by pair"],
};

/** What a table or view holds, in a few words; null for one that is not ours. */
export function tableMeaning(table: string, language: Language): string | null {
  const all: Readonly<Record<string, Words>> = { ...tableWords, ...viewWords };
  const words = Object.hasOwn(all, table) ? all[table] : undefined;
  return words?.[language === "zh" ? 0 : 1] ?? null;
}

/** What a column of a table or view means, in a few words; null where that is not known. */
export function columnMeaning(table: string, column: string, language: Language): string | null {
  const all: Readonly<Record<string, Columns>> = { ...tables, ...viewTables };
  const columns = Object.hasOwn(all, table) ? all[table] : undefined;
  return columns && Object.hasOwn(columns, column) ? (columns[column]?.[language] ?? null) : null;
}

/** The words that a column of `facts` may hold; none for a column of other values. */
export function columnChoices(name: string): readonly string[] {
  const form = columnsByName[name]?.form;
  return form?.kind === "one_of" ? form.values : [];
}

const columnsByName: Readonly<Record<string, ColumnSpec>> = tables.facts;
