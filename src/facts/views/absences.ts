import { derivedDefinitions } from "../derived/definitions.ts";
import { resultExists } from "./derived.ts";
import { literal, nullable } from "./text.ts";

/** Derived metrics of one or two figures of one scope and time; others have no row here. */
const definitions = derivedDefinitions.filter(
  ({ id, metric_id, join, operands }) =>
    id === metric_id && join === "same" && operands.length <= 2,
);

const formulas = definitions.map(({ metric_id, unit, operation, operands }) => {
  const [first = "", second = null] = operands;
  const own = [metric_id, unit, operation, first].map(literal);
  return `(${[...own, nullable(second)].join(", ")})`;
});

/**
 * One row a region and metric: why a selection that holds no figure of it has none. `not_selected`
 * where one is stated, or can be derived, somewhere; `planned` where it is only planned or
 * proposed; `not_comparable` where a derived metric's operands are stated and give no
 * result; else `not_reported` where a report of the region was read whole, or `not_read`.
 * `absenceOf` of `../absence.ts` says the same of what is stated, so that a query and a chart
 * agree. It does without `derived`, which costs a page more than all else here.
 */
export const absencesTable = `CREATE OR REPLACE TABLE absences AS
WITH f AS (SELECT * FROM facts WHERE same_as IS NULL),
m AS (SELECT * FROM (VALUES ${formulas.join(",\n  ")})
  AS v(metric_id, unit, operation, first, second)),
places AS (
  SELECT region_id, bool_or(is_whole) AS is_read,
    coalesce(max(report_id) FILTER (is_whole), max(report_id)) AS report_id
  FROM (SELECT region_id, report_id, coverage = 'full' AS is_whole FROM reports
    UNION ALL SELECT region_id, report_id, false FROM facts)
  GROUP BY region_id),
held AS (
  SELECT region_id, metric_id,
    CASE WHEN bool_or(status = 'actual') THEN 'not_selected' ELSE 'planned' END AS missing
  FROM f GROUP BY ALL
  UNION ALL
  SELECT a.region_id, m.metric_id,
    CASE WHEN bool_or(${resultExists(definitions)} AND (b.region_id IS NULL OR (
      a.report_id = b.report_id AND a.scope = b.scope
      AND a.subset IS NOT DISTINCT FROM b.subset AND a.baseline IS NOT DISTINCT FROM b.baseline
      AND is_same_window(a.period_start, a.period_end, a.period_basis,
        b.period_start, b.period_end, b.period_basis))))
    THEN 'not_selected' ELSE 'not_comparable' END
  FROM m JOIN f a ON a.metric_id = m.first AND a.status = 'actual'
  LEFT JOIN f b ON b.metric_id = m.second AND b.region_id = a.region_id AND b.status = 'actual'
  WHERE m.second IS NULL OR b.region_id IS NOT NULL GROUP BY ALL)
SELECT p.region_id, n.metric_id, n.unit, p.report_id, p.is_read,
  coalesce(h.missing, CASE WHEN p.is_read THEN 'not_reported' ELSE 'not_read' END) AS missing
FROM places p
CROSS JOIN (SELECT metric_id, unit FROM metrics UNION ALL SELECT metric_id, unit FROM m) n
LEFT JOIN held h ON h.region_id = p.region_id AND h.metric_id = n.metric_id`;
