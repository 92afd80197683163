import type { Catalogue } from "../catalogue.ts";
import type { RowOf } from "../column.ts";
import { profileOf } from "../comparability/profile.ts";
import { derivedMetrics } from "../derived/definitions/index.ts";
import type { Derived } from "../derived/derive.ts";
import { derivedOf } from "../derived/search.ts";
import { viewTables } from "./columns.ts";
import type { originColumns, rangeColumns } from "./columns.ts";
import { filled } from "./fill.ts";

type Origin = RowOf<typeof originColumns> & RowOf<typeof rangeColumns>;

function originOf({ definition, operation, parents, caveats, range }: Derived): Origin {
  const ends = { value_low: range?.low.value ?? null, value_high: range?.high.value ?? null };
  return { definition, operation, fact_ids: parents, caveats, ...ends };
}

/** One row a derived figure, in the columns of `facts` that it has, with its lineage. */
export function derivedTable({ facts }: Catalogue): string {
  const rows = derivedOf(facts).map((one) => ({ ...one, ...originOf(one) }));
  return ` AS\n${filled(viewTables.derived, rows)}`;
}

/** Stated and derived figures in one shape, with what the rules of comparability look at. */
export function figuresTable(catalogue: Catalogue): string {
  const stated = [...catalogue.facts.values()].map((fact) => ({
    ...profileOf(fact, catalogue),
    ...{ definition: null, operation: null, fact_ids: [fact.fact_id], caveats: [] },
    ...{ value_low: null, value_high: null },
  }));
  const derived = derivedOf(catalogue.facts).map((one) => ({
    ...profileOf(one, catalogue),
    ...originOf(one),
  }));
  return ` AS\n${filled(viewTables.figures, [...stated, ...derived])}`;
}

/** Stated metrics and those that only exist derived. */
export function allMetricsTable({ metrics }: Catalogue): string {
  const rows = [
    ...[...metrics.values()].map((metric) => ({ ...metric, derived: false })),
    ...derivedMetrics
      .filter(({ metric_id }) => !metrics.has(metric_id))
      .map((metric) => ({ ...metric, derived: true })),
  ];
  return ` AS\n${filled(viewTables.all_metrics, rows)}`;
}

/**
 * The three comparisons: every headline figure, stated or derived, once; and for each region and
 * stated headline metric without one the reason of `absences`.
 */
export function headlineTable(): string {
  const columns = Object.keys(viewTables.headline).filter((name) => name !== "missing");
  return ` AS
WITH held AS (SELECT * FROM figures WHERE headline AND same_as IS NULL)
SELECT ${columns.join(", ")}, NULL::VARCHAR AS missing FROM held
UNION ALL BY NAME
SELECT a.report_id, a.region_id, a.metric_id, a.unit, a.missing
FROM absences a JOIN metrics m ON m.metric_id = a.metric_id AND m.headline
ANTI JOIN held h ON h.region_id = a.region_id AND h.metric_id = a.metric_id`;
}
