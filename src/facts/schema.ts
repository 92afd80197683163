/**
 * The shape of the curated files, the one source of `data/schema/*.json`. Not exported from the
 * folder's index: the page must not load zod.
 */
import { z } from "zod";
import {
  alignments,
  baselines,
  checkOperations,
  countBases,
  coverages,
  periodBases,
  qualifiers,
  regionLevels,
  scopes,
  statuses,
} from "./types.ts";
import { subsetPattern } from "./subset.ts";
import type { Fact, Identity, Metric, Region, Report, Theme } from "./types.ts";

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/);
const text = z.string().min(1);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const offset = z.int().nonnegative().nullable();
const note = text.nullable();
const pinyin = z
  .string()
  .regex(/^[a-z]+( [a-z]+)*$/)
  .describe("One syllable for each Chinese character; no tones, ü as v");

export const factSchema = z.strictObject({
  fact_id: id,
  report_id: id,
  metric_id: id,
  region_id: id,
  value: z.number().describe("In the metric's canonical unit"),
  unit: text,
  value_text: text.describe("Digits and unit as written in the clause"),
  qualifier: z.enum(qualifiers),
  period_start: date,
  period_end: date,
  period_basis: z.enum(periodBases),
  scope: z.enum(scopes).describe("Whose work is counted"),
  subset: z.string().regex(subsetPattern).nullable().describe("Terms: sector:…;campaign:…;part:…"),
  count_basis: z.enum(countBases).nullable(),
  baseline: z.enum(baselines).nullable(),
  status: z.enum(statuses),
  breakdown_of: id.nullable().describe("fact_id of the total"),
  same_as: id.nullable().describe("fact_id of the first mention"),
  unit_inferred: z.boolean(),
  note,
  note_zh: note,
  evidence: text.nullable().describe("Shortest verbatim clause"),
  evidence_start: offset.describe("UTF-16 offset in the report's text"),
  evidence_end: offset,
  value_start: offset,
  value_end: offset,
  alignment: z.enum(alignments),
}) satisfies z.ZodType<Fact>;

export const reportSchema = z.strictObject({
  report_id: id,
  title: text,
  title_en: text,
  agency: text,
  agency_en: text,
  region_id: id,
  doc_number: text.nullable(),
  published: date.nullable(),
  period: z.string().regex(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/),
  url: z.url().nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe("Of the report's text; null where its opening only was read"),
  chars: z.int().positive().nullable(),
  coverage: z.enum(coverages),
  note,
  note_zh: note,
  agency_pinyin: pinyin,
}) satisfies z.ZodType<Report>;

export const metricSchema = z.strictObject({
  metric_id: id,
  zh: text,
  en: text,
  unit: text,
  theme: id,
  definition: text,
  definition_zh: text,
  counting_object: id.nullable(),
  better_when: z.enum(["higher", "lower"]).nullable(),
  headline: z.boolean(),
  pinyin,
}) satisfies z.ZodType<Metric>;

export const themeSchema = z.strictObject({
  theme: id,
  zh: text,
  en: text,
}) satisfies z.ZodType<Theme>;

export const regionSchema = z.strictObject({
  region_id: id,
  gb_code: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  gb_code_reason: note,
  gb_code_reason_zh: note,
  zh: text,
  en: text,
  zh_short: text,
  en_short: text,
  level: z.enum(regionLevels),
  parent: id.nullable(),
  province: id.nullable(),
  tile_row: offset,
  tile_column: offset,
  pinyin,
}) satisfies z.ZodType<Region>;

export const identitySchema = z.strictObject({
  check_id: id,
  report_id: id,
  operation: z.enum(checkOperations),
  operands: z.array(id).min(1),
  stated: id.nullable().describe("fact_id of the stated result"),
  soft_reason: note,
  soft_reason_zh: note,
  note,
  note_zh: note,
}) satisfies z.ZodType<Identity>;

/** The row of each kind of file; `facts` stands for every file of `facts/`. */
export const rowSchemas = {
  checks: identitySchema,
  facts: factSchema,
  metrics: metricSchema,
  regions: regionSchema,
  reports: reportSchema,
  themes: themeSchema,
} as const;
export type FileKind = keyof typeof rowSchemas;

/** JSON Schema of a kind of file, as text: an array of its rows. */
export function jsonSchema(kind: FileKind): string {
  const schema = z.toJSONSchema(z.array(rowSchemas[kind]), { target: "draft-2020-12" });
  return `${JSON.stringify({ ...schema, title: kind }, null, 2)}\n`;
}
