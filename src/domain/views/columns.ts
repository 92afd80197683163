/** The columns of the tables that are made of others, each once. */
import { boolean, id, list, maybe, number, oneOf, text } from "../column.ts";
import type { Columns } from "../column.ts";
import { figureColumns, tables } from "../columns.ts";
import { contents, missingKinds, periodKinds, regimes } from "../values.ts";

/** Where a derived figure comes from; a stated one from itself, by no operation. */
export const originColumns = {
  definition: maybe(id("推算指标的编号", "id of the derived metric")),
  operation: maybe(id("运算", "how it was computed")),
  fact_ids: list("所出数字的编号", "the fact_ids it was computed from"),
  caveats: list("须一并说明的话", "what must be said beside it"),
} as const;

/** Where a derived figure lies if the report leaves open what is inside; null for any other. */
export const rangeColumns = {
  value_low: maybe(number("数值的下端", "the least it may be, where it is open what is inside")),
  value_high: maybe(number("数值的上端", "the greatest it may be")),
} as const;

/** What the rules of comparability look at beyond the columns of `facts`. */
export const profileColumns = {
  theme: maybe(tables.metrics.theme),
  counting_object: tables.metrics.counting_object,
  family: tables.metrics.family,
  headline: maybe(tables.metrics.headline),
  level: maybe(tables.regions.level),
  coverage: maybe(tables.reports.coverage),
  period_kind: oneOf(periodKinds)("全年、年内、时点或未写明", "year, part, instant or open"),
  months: number("期间的月数，时点为0", "months that the period covers, 0 for an instant"),
  year: maybe(text("期间末日所在的年", "the year in which the period ends")),
  // First and last day of a period with two known ends: `01-01/09-30`.
  season: maybe(text("期间首日和末日，不含年", "first and last day without the year")),
  regime: oneOf(regimes)(
    "2021年安全生产法修改之前、之后或跨越",
    "before, after or across the law of 2021",
  ),
  // It grows with the length of the period and the size of the region; a rate or mean does not.
  is_total: boolean("是总数，随期间和地区变大", "a total, which grows with time and region"),
  is_inclusion_open: boolean("是否含委托乡镇未写明", "may include delegated townships or not"),
  is_mismatch: boolean("核算不符", "does not follow from its parts"),
  content: maybe(oneOf(contents)("清单包含什么", "what a list of powers holds")),
} as const;

const headline = Object.fromEntries(
  Object.entries({ ...figureColumns, ...originColumns, ...rangeColumns }).filter(
    ([name]) => name !== "definition",
  ),
);
const missing = oneOf(missingKinds)(
  "没有数字的原因",
  "not_selected, planned, not_comparable, not_reported or not_read",
);

/** Tables that are made of these when a query first reads one (see views/). */
export const viewTables = {
  derived: { ...figureColumns, ...originColumns, ...rangeColumns },
  all_metrics: {
    ...{
      metric_id: tables.metrics.metric_id,
      zh: tables.metrics.zh,
      en: tables.metrics.en,
      unit: tables.metrics.unit,
    },
    ...{
      theme: tables.metrics.theme,
      counting_object: tables.metrics.counting_object,
      family: tables.metrics.family,
    },
    ...{ better_when: tables.metrics.better_when, headline: tables.metrics.headline },
    derived: boolean("是推算的", "only exists derived"),
  },
  figures: { ...figureColumns, ...originColumns, ...rangeColumns, ...profileColumns },
  absences: {
    ...{
      region_id: tables.regions.region_id,
      metric_id: tables.metrics.metric_id,
      unit: tables.metrics.unit,
    },
    report_id: id("该地区的一份报告", "a report of the region"),
    is_read: boolean("有一份通读", "one was read whole"),
    missing,
  },
  headline: { ...headline, missing: maybe(missing) },
  comparisons: {
    one: id("一个数字", "one figure"),
    other: id("另一个数字", "the other"),
    verdict: text("能不能比", "comparable, with_caveat or not_comparable"),
    rules: list("有话要说的规则", "the rules that have something to say"),
  },
} as const satisfies Readonly<Record<string, Columns>>;
export type ViewTable = keyof typeof viewTables;
