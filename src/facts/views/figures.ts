import { allDepartmentCampaigns } from "../comparability/rules/scope.ts";
import { derivedMetrics } from "../derived/definitions.ts";
import { figureColumns, inclusionOpen, literal, nullable } from "./text.ts";

const derivedRows = derivedMetrics.map(
  (metric) =>
    `(${[
      literal(metric.metric_id),
      literal(metric.zh),
      literal(metric.en),
      literal(metric.unit),
      literal(metric.theme),
      nullable(metric.counting_object),
      nullable(metric.better_when),
      String(metric.headline),
    ].join(", ")})`,
);

const allDepartments = `coalesce(${allDepartmentCampaigns
  .map(
    ({ report_id, campaign }) =>
      `(f.report_id = ${literal(report_id)}
        AND list_contains(string_split(f.subset, ';'), ${literal(campaign)}))`,
  )
  .join(" OR ")}, false)`;

const metricColumns = "metric_id, zh, en, unit, theme, counting_object, better_when, headline";

/** Stated metrics and those that only exist derived. */
export const allMetricsTable = `CREATE OR REPLACE TABLE all_metrics AS
SELECT ${metricColumns}, false AS derived FROM metrics
UNION ALL
SELECT *, true AS derived FROM (VALUES
  ${derivedRows.join(",\n  ")}
) AS v(${metricColumns})`;

/** Stated and derived figures in one shape, with what the rules of comparability look at. */
export const figuresTable = `CREATE OR REPLACE TABLE figures AS
WITH stated_and_derived AS (
  SELECT ${figureColumns.join(", ")}, NULL::VARCHAR AS definition, NULL::VARCHAR AS operation,
    [fact_id] AS fact_ids, []::VARCHAR[] AS caveats FROM facts
  UNION ALL
  SELECT ${figureColumns.join(", ")}, definition, operation, fact_ids, caveats FROM derived
)
SELECT f.*, m.theme, m.counting_object, m.headline, g.level, r.coverage,
  period_kind(f.period_basis) AS period_kind,
  months_covered(f.period_start, f.period_end, f.period_basis) AS months,
  legal_regime(f.period_start, f.period_end) AS regime,
  coalesce(m.counting_object IN
    ('money', 'case_file', 'firm', 'visit', 'hazard', 'accident', 'measure'), false) AS is_total,
  ${allDepartments} AS is_all_departments,
  ${inclusionOpen("f")} AS is_inclusion_open,
  EXISTS (SELECT 1 FROM checks c
    WHERE c.verdict = 'mismatch' AND c.stated_fact = f.fact_id) AS is_mismatch,
  CASE WHEN f.metric_id = 'power_items_core' THEN 'powers_only'
    WHEN f.metric_id <> 'power_items_total' THEN NULL
    WHEN EXISTS (SELECT 1 FROM facts p WHERE p.breakdown_of = f.fact_id
      AND p.metric_id IN ('power_items_public_service', 'power_items_other_duty'))
    THEN 'powers_and_services' ELSE 'powers_only' END AS content
FROM stated_and_derived f
LEFT JOIN all_metrics m ON m.metric_id = f.metric_id
LEFT JOIN regions g ON g.region_id = f.region_id
LEFT JOIN reports r ON r.report_id = f.report_id`;

/**
 * The three comparisons: every headline figure, stated or derived, once; and for each region and
 * stated headline metric without one the reason of `absences`.
 */
export const headlineTable = `CREATE OR REPLACE TABLE headline AS
WITH held AS (SELECT * FROM figures WHERE headline AND same_as IS NULL)
SELECT ${figureColumns.join(", ")}, operation, fact_ids, caveats, NULL::VARCHAR AS missing FROM held
UNION ALL BY NAME
SELECT a.report_id, a.region_id, a.metric_id, a.unit, a.missing
FROM absences a JOIN metrics m ON m.metric_id = a.metric_id AND m.headline
ANTI JOIN held h ON h.region_id = a.region_id AND h.metric_id = a.metric_id`;
