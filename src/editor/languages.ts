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

/** Characters of a source that is coloured, and of it without a blank line. */
const most = { source: 100_000, stretch: 4_000 } as const;

/**
 * Whether a source can be parsed while a reader waits: what stands without a blank line is parsed in
 * one go, and takes time with its square where marks open and never close.
 */
export function isColoured(text: string): boolean {
  if (text.length > most.source) return false;
  let from = 0;
  for (const { 0: blank, index } of text.matchAll(/\n[^\S\n]*\n/g)) {
    if (index - from > most.stretch) return false;
    from = index + blank.length;
  }
  return text.length - from <= most.stretch;
}

/** Made once: each lists its keywords anew, which hundreds of fields would wait for. */
const languages: Readonly<Record<CellKind, Extension>> = {
  sql: sql({ dialect: duckdb }),
  markdown: markdown(),
  js: javascript(),
  chart: yaml(),
  input: yaml(),
};

/** Grammar and colouring of a cell's source; none of one that would hold the page. */
export function languageOf(kind: CellKind, text: string): Extension {
  return isColoured(text) ? languages[kind] : [];
}
