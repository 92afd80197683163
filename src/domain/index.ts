/** The domain: what a figure is, what it may be compared with, and how it is checked. */
export * from "./types.ts";
export { absenceOf, statedOf } from "./absence.ts";
export type { Absence, AbsenceCatalogue } from "./absence.ts";
export { allowedBy, recompute } from "./audit.ts";
export type { Columns } from "./column.ts";
export { columnsOf, tableNames } from "./columns.ts";
export type { Column, ColumnType, TableName, TableRows } from "./columns.ts";
export * from "./comparability/index.ts";
export { byId, catalogueOf } from "./catalogue.ts";
export type { Catalogue } from "./catalogue.ts";
export { checksOf, factsOf, tablesOf } from "./dataset.ts";
export type { DataProblem, Dataset, FactFile } from "./dataset.ts";
export * from "./derived/index.ts";
export { columnMeaning, tableMeaning } from "./meanings.ts";
export { fitsBasis, isDate, isPartOfYear, monthsCovered, periodKind, yearOf } from "./periods.ts";
export type { Period } from "./periods.ts";
export { parseQuantity, qualifierBefore, writeQuantity } from "./quantity.ts";
export type { Quantity } from "./quantity.ts";
export { withoutFaulty as sift } from "./faulty.ts";
export type { WithoutFaulty as Sifted } from "./faulty.ts";
export { parseSubset, partNames, subsetKinds, subsetPattern } from "./subset.ts";
export type { PartName, SubsetKind, SubsetTerm } from "./subset.ts";
export { countsAs, isMoney, isRate, moneyExponent } from "./units.ts";
export { comparedColumns, completed, type Claimed } from "./known.ts";
export {
  contained,
  sourceOf,
  type Claim,
  type Denial,
  type Source,
  type SourceCatalogue,
} from "./source.ts";
export { validate } from "./validate.ts";
export { identityWords, verdictWords } from "./verdicts.ts";
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
export type { ViewTable } from "./views/columns.ts";
export { viewDefinitions, viewNames } from "./views/index.ts";
export type { ViewDefinition } from "./views/index.ts";
