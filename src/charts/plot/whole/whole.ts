import type { Row } from "../../../figures/index.ts";

/** What the values of a column are, as the engine calls them. */
export interface WholeColumn {
  readonly name: string;
  readonly kind: string;
}

/** A query with more rows than a chart reads one by one: the engine answers questions about all. */
export interface Whole {
  /** Rows of the query. */
  readonly total: number;
  readonly columns: readonly WholeColumn[];
  /** The rows of a statement that is written around the query's own. */
  readonly ask: (write: (query: string) => string) => Promise<readonly Row[]>;
}
