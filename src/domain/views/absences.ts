import { absenceOf, statedOf } from "../absence.ts";
import type { Absence } from "../absence.ts";
import type { Catalogue } from "../catalogue.ts";
import { derivedDefinitions } from "../derived/definitions/index.ts";
import type { DerivedDefinition } from "../derived/definitions/index.ts";
import { derivedOf } from "../derived/search.ts";
import type { MissingKind } from "../types.ts";
import { viewTables } from "./columns.ts";
import { filled } from "./fill.ts";

/**
 * Derived metrics of one or two figures of one scope and time that no report states itself; others
 * have no row here.
 */
function definitionsFor({ metrics }: Catalogue): readonly DerivedDefinition[] {
  return derivedDefinitions.filter(
    ({ id, metric_id, join, operands }) =>
      id === metric_id && join === "same" && operands.length <= 2 && !metrics.has(metric_id),
  );
}

/** A region that a report or a figure is of, and what is missing where none is stated. */
interface RegionReport {
  readonly region_id: string;
  readonly report_id: string;
  readonly is_read: boolean;
  readonly missing: Absence;
}

function regionReports(catalogue: Catalogue): RegionReport[] {
  const reports = [...catalogue.reports.values()];
  const facts = [...catalogue.facts.values()];
  const regions = new Set([...reports, ...facts].map(({ region_id }) => region_id));
  return [...regions].map((region_id) => {
    const own = reports.filter((report) => report.region_id === region_id);
    const read = own.filter(({ coverage }) => coverage === "full");
    const named = [...own, ...facts.filter((fact) => fact.region_id === region_id)];
    const [report_id = ""] = (read.length > 0 ? read : named)
      .map((row) => row.report_id)
      .toSorted()
      .toReversed();
    // A region of which only others' reports speak was read nowhere.
    const missing = absenceOf({ region_id }, catalogue) ?? "not_read";
    return { region_id, report_id, is_read: read.length > 0, missing };
  });
}

/** A region and a measure of which something is stated, or follows from what is. */
interface Held {
  readonly region_id: string;
  readonly metric_id: string;
  readonly missing: MissingKind;
}

function statedIn(catalogue: Catalogue): Held[] {
  const stated = [...catalogue.facts.values()];
  return [...stated, ...derivedOf(catalogue.facts)].flatMap(({ region_id, metric_id, same_as }) => {
    const missing = same_as === null ? absenceOf({ region_id, metric_id }, catalogue) : null;
    return missing === null ? [] : [{ region_id, metric_id, missing }];
  });
}

/** Operands that are stated and give no result are of unlike times, scopes or parts. */
function derivedIn(catalogue: Catalogue, regions: readonly string[]): Held[] {
  const keyOf = (region: string, metric: string) => `${region}\t${metric}`;
  const derived = derivedOf(catalogue.facts);
  const results = new Set(derived.map((one) => keyOf(one.region_id, one.metric_id)));
  return definitionsFor(catalogue).flatMap(({ metric_id, operands }) =>
    regions
      .filter((region_id) =>
        operands.every((operand) => statedOf({ region_id, metric_id: operand }, catalogue).length),
      )
      .map((region_id) => {
        const isHad = results.has(keyOf(region_id, metric_id));
        return { region_id, metric_id, missing: isHad ? "not_selected" : "not_comparable" };
      }),
  );
}

/**
 * One row a region and metric: why a selection that holds no figure of it has none. `not_selected`
 * where one is stated, or can be derived, somewhere; `planned` where it is only planned or
 * proposed; `not_comparable` where a derived metric's operands are stated and give no
 * result; else `not_reported` where a report of the region was read whole, or `not_read`. All are
 * decided by `absenceOf`, as in a chart; here regions and metrics are only joined.
 */
export function absencesTable(catalogue: Catalogue): string {
  const places = regionReports(catalogue);
  const regions = places.map(({ region_id }) => region_id);
  const held = [...statedIn(catalogue), ...derivedIn(catalogue, regions)];
  const { region_id, report_id, metric_id, unit, is_read, missing } = viewTables.absences;
  return ` AS WITH
places AS (${filled({ region_id, report_id, is_read, missing }, places)}),
measures AS (${filled({ metric_id, unit }, [...catalogue.metrics.values(), ...definitionsFor(catalogue)])}),
held AS (SELECT DISTINCT * FROM (${filled({ region_id, metric_id, missing }, held)}))
SELECT p.region_id, n.metric_id, n.unit, p.report_id, p.is_read,
  coalesce(h.missing, p.missing) AS missing
FROM places p CROSS JOIN measures n
LEFT JOIN held h ON h.region_id = p.region_id AND h.metric_id = n.metric_id`;
}
