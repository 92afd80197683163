/**
 * The rows of the tables and what stands in them. Column names are those of the Parquet file and of
 * the contract (docs/data-model.md), so a row can be passed on without renaming.
 */
import type { RowOf } from "./column.ts";
import type { identityColumns, TableRows } from "./columns.ts";

export * from "./values.ts";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** One stated figure. */
export type Fact = TableRows["facts"];
export type Report = TableRows["reports"];
export type Metric = TableRows["metrics"];
/** A group of metrics, with its name. */
export type Theme = TableRows["themes"];
export type Region = TableRows["regions"];
/** An identity to recompute, as curated by hand. */
export type Identity = RowOf<typeof identityColumns>;
/** An identity with its recomputed result. */
export type Check = TableRows["checks"];
/** An identity that the figures suggest and nobody has confirmed. */
export type ProposalRow = TableRows["proposals"];
