/** The domain: what a figure is, what it may be compared with, and how it is checked. */
export * from "./types.ts";
export { absenceOf, statedOf } from "./absence.ts";
export type { AbsenceCatalogue } from "./absence.ts";
export { allowedBy, recompute, recomputeAll } from "./audit.ts";
export type { Columns } from "./column.ts";
export { columnsOf, identityNames, tableNames } from "./columns.ts";
export type { ColumnType, TableName, TableRows } from "./columns.ts";
export * from "./comparability/index.ts";
export { byId, catalogueOf } from "./catalogue.ts";
export type { Catalogue } from "./catalogue.ts";
export { checksOf, factsOf, tablesOf } from "./dataset.ts";
export type { DataProblem, Dataset } from "./dataset.ts";
export * from "./derived/index.ts";
export { columnChoices, columnMeaning, tableMeaning } from "./meanings.ts";
export {
  firstYear,
  isPartOfYear,
  isPeriodKnown,
  monthsCovered,
  periodKind,
  yearOf,
} from "./periods.ts";
export { boundOf, isBound } from "./qualifier.ts";
export { heldByProvince, heldRegions, liesIn, regionsAround } from "./places.ts";
export type { Province } from "./places.ts";
export { significantDigits } from "./precision.ts";
export { financialNumerals, parseNumeral } from "./numeral.ts";
export { parseQuantity, qualifierBefore } from "./quantity.ts";
export { withoutFaulty } from "./faulty.ts";
export { parseSubset, partNames, subsetPattern } from "./subset.ts";
export type { PartName, SubsetTerm } from "./subset.ts";
export { converted, countsAs, isMoney, isRate } from "./units.ts";
export { completed } from "./known.ts";
export { contained, sourceOf, type Source } from "./source.ts";
export { reportRow } from "./report-row.ts";
export type { ReportHead } from "./report-row.ts";
export { validate, validateFigures } from "./validate.ts";
export { identityWords, vacuityWords, verdictWords } from "./verdicts.ts";
export { caveatWords, refusalWords } from "./words.ts";
export {
  computeLineage,
  formatLineage,
  formulaOf,
  lineageOperations,
  parseLineage,
  roundDerived,
  takes,
  type Lineage,
  type LineageOperation,
} from "./lineage.ts";
export * from "./proposals/index.ts";
export { viewTables } from "./views/columns.ts";
export { viewDefinitions, viewNames } from "./views/index.ts";
