import { javascript } from "@codemirror/lang-javascript";
import { markdown } from "@codemirror/lang-markdown";
import { PostgreSQL, SQLDialect, sql } from "@codemirror/lang-sql";
import { yaml } from "@codemirror/lang-yaml";
import type { Extension } from "@codemirror/state";
import type { CellKind } from "../notebook/index.ts";

/** Words that DuckDB reads and PostgreSQL, from which its grammar comes, does not. */
const own =
  "anti asof columns describe exclude glob macro pivot pivot_longer pivot_wider positional qualify " +
  "semi summarize unpivot ilike list_contains try_cast";

export const duckdb: SQLDialect = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords ?? ""} ${own}`,
  caseInsensitiveIdentifiers: true,
  specialVar: "$",
});

/** Grammar and colouring of a cell's source. */
export function languageOf(kind: CellKind): Extension {
  if (kind === "sql") return sql({ dialect: duckdb });
  if (kind === "markdown") return markdown();
  return kind === "js" ? javascript() : yaml();
}
