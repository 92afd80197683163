/**
 * The shape of the curated files, the one source of `data/schema/*.json`. Not exported from the
 * folder's index: the page must not load zod.
 */
import * as z from "zod/mini";
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

const like = (pattern: RegExp) => z.string().check(z.regex(pattern));

const id = like(/^[a-z0-9][a-z0-9_-]*$/);
const text = z.string().check(z.minLength(1));
const date = like(/^\d{4}-\d{2}-\d{2}$/);
const offset = z.nullable(z.int().check(z.nonnegative()));
const note = z.nullable(text);
const pinyin = like(/^[a-z]+( [a-z]+)*$/).check(
  z.describe("One syllable for each Chinese character; no tones, ü as v"),
);

export const factSchema = z.strictObject({
  fact_id: id,
  report_id: id,
  metric_id: id,
  region_id: id,
  value: z.number().check(z.describe("In the metric's canonical unit")),
  unit: text,
  value_text: text.check(z.describe("Digits and unit as written in the clause")),
  qualifier: z.enum(qualifiers),
  period_start: date,
  period_end: date,
  period_basis: z.enum(periodBases),
  scope: z.enum(scopes).check(z.describe("Whose work is counted")),
  subset: z.nullable(like(subsetPattern)).check(z.describe("Terms: sector:…;campaign:…;part:…")),
  count_basis: z.nullable(z.enum(countBases)),
  baseline: z.nullable(z.enum(baselines)),
  status: z.enum(statuses),
  breakdown_of: z.nullable(id).check(z.describe("fact_id of the total")),
  same_as: z.nullable(id).check(z.describe("fact_id of the first mention")),
  unit_inferred: z.boolean(),
  note,
  note_zh: note,
  evidence: z.nullable(text).check(z.describe("Shortest verbatim clause")),
  evidence_start: offset.check(z.describe("UTF-16 offset in the report's text")),
  evidence_end: offset,
  value_start: offset,
  value_end: offset,
  alignment: z.enum(alignments),
}) satisfies z.ZodMiniType<Fact>;

export const reportSchema = z.strictObject({
  report_id: id,
  title: text,
  title_en: text,
  agency: text,
  agency_en: text,
  region_id: id,
  doc_number: z.nullable(text),
  published: z.nullable(date),
  period: like(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/),
  url: z.nullable(z.url()),
  sha256: z
    .nullable(like(/^[0-9a-f]{64}$/))
    .check(z.describe("Of the report's text; null where its opening only was read")),
  chars: z.nullable(z.int().check(z.positive())),
  coverage: z.enum(coverages),
  note,
  note_zh: note,
  agency_pinyin: pinyin,
}) satisfies z.ZodMiniType<Report>;

export const metricSchema = z.strictObject({
  metric_id: id,
  zh: text,
  en: text,
  unit: text,
  theme: id,
  definition: text,
  definition_zh: text,
  counting_object: z.nullable(id),
  better_when: z.nullable(z.enum(["higher", "lower"])),
  headline: z.boolean(),
  pinyin,
}) satisfies z.ZodMiniType<Metric>;

export const themeSchema = z.strictObject({
  theme: id,
  zh: text,
  en: text,
}) satisfies z.ZodMiniType<Theme>;

export const regionSchema = z.strictObject({
  region_id: id,
  gb_code: z.nullable(like(/^\d{6}$/)),
  gb_code_reason: note,
  gb_code_reason_zh: note,
  zh: text,
  en: text,
  zh_short: text,
  en_short: text,
  level: z.enum(regionLevels),
  parent: z.nullable(id),
  province: z.nullable(id),
  tile_row: offset,
  tile_column: offset,
  pinyin,
}) satisfies z.ZodMiniType<Region>;

export const identitySchema = z.strictObject({
  check_id: id,
  report_id: id,
  operation: z.enum(checkOperations),
  operands: z.array(id).check(z.minLength(1)),
  stated: z.nullable(id).check(z.describe("fact_id of the stated result")),
  soft_reason: note,
  soft_reason_zh: note,
  note,
  note_zh: note,
}) satisfies z.ZodMiniType<Identity>;

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
