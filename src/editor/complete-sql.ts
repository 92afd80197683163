import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { keywordCompletionSource, schemaCompletionSource } from "@codemirror/lang-sql";
import type { SQLNamespace } from "@codemirror/lang-sql";
import { tableNames, tokenizeSql } from "../notebook/index.ts";
import type { ColumnEntry, Surroundings, TableEntry } from "./catalogue.ts";
import { duckdb } from "./languages.ts";

type Source = (context: CompletionContext) => CompletionResult | null;

function column({ name, type, description }: ColumnEntry, language: "zh" | "en"): Completion {
  const info = description?.[language];
  return { label: name, type: "property", detail: type.toLowerCase(), ...(info ? { info } : {}) };
}

/** Tables of the engine, then the cells that a statement may name as tables. */
function tablesOf({ catalogue, cells, columnsOf }: Surroundings): TableEntry[] {
  const asTables = cells
    .filter(({ kind }) => kind === "sql" || kind === "js")
    .map(({ id }) => ({
      name: id,
      description: { zh: "单元格", en: "cell" },
      columns: columnsOf(id).map((name) => ({ name, type: "" })),
    }));
  return [...catalogue.tables, ...asTables];
}

function schemaOf(surroundings: Surroundings): SQLNamespace {
  const { language } = surroundings;
  return Object.fromEntries(
    tablesOf(surroundings).map(({ name, description, columns }) => {
      const detail = description?.[language];
      const self: Completion = { label: name, type: "class", ...(detail ? { detail } : {}) };
      return [name, { self, children: columns.map((one) => column(one, language)) }];
    }),
  );
}

/** Columns of the tables that the statement names, so that they need no prefix. */
function columnsRead(text: string, surroundings: Surroundings): Completion[] {
  const named = new Set(tableNames(text).map((name) => name.toLowerCase()));
  const seen = new Map<string, Completion>();
  for (const { name, columns } of tablesOf(surroundings))
    if (named.has(name.toLowerCase()))
      for (const one of columns)
        if (!seen.has(one.name))
          seen.set(one.name, { ...column(one, surroundings.language), boost: 2 });
  return [...seen.values()];
}

/** The string that the cursor stands in, with the column that it is compared with. */
export function stringAt(
  text: string,
  position: number,
): { readonly start: number; readonly column: string | null } | null {
  const tokens = tokenizeSql(text);
  const at = tokens.findIndex(({ kind, text: own, offset }) => {
    const isOpen = own.length < 2 || !own.endsWith("'");
    const end = offset + own.length;
    return (
      kind === "string" && offset < position && (position < end || (isOpen && position <= end))
    );
  });
  const token = tokens[at];
  if (!token) return null;
  const before = tokens.slice(0, at).filter(({ kind }) => kind !== "space");
  // `metric_id = '`, `metric_id IN ('a', '`: back over what may stand between.
  const between = /^(?:=|!|<|>|,|\(|in|not|like|'.*)$/is;
  const word = before.findLast(({ text: own }) => !between.test(own));
  return { start: token.offset + 1, column: word?.kind === "word" ? word.text : null };
}

function values({ catalogue, language }: Surroundings, name: string | null): Completion[] {
  const known = name === null ? undefined : catalogue.values[name.toLowerCase()];
  return (known ?? Object.values(catalogue.values).flat()).map(({ value, label }) => ({
    // Found by the id as well as by the name.
    label: `${value} ${label.zh} ${label.en}`,
    displayLabel: value,
    apply: value,
    detail: label[language],
    type: "constant",
  }));
}

function inString(surroundings: () => Surroundings): Source {
  return ({ state, pos }) => {
    const place = stringAt(state.doc.toString(), pos);
    if (!place) return null;
    const options = values(surroundings(), place.column);
    return options.length === 0 ? null : { from: place.start, options, validFor: /^[^']*$/ };
  };
}

function names(surroundings: () => Surroundings): Source {
  return (context) => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*$/u);
    if (!word && !context.explicit) return null;
    if (word && /[.${]/.test(context.state.sliceDoc(word.from - 1, word.from))) return null;
    const around = surroundings();
    const functions = around.catalogue.functions.map((name): Completion => {
      return { label: name, type: "function", apply: `${name}(`, boost: -1 };
    });
    const columns = columnsRead(context.state.doc.toString(), around);
    const tables = tablesOf(around).map(({ name, description }): Completion => {
      const detail = description?.[around.language];
      return { label: name, type: "class", boost: 1, ...(detail ? { detail } : {}) };
    });
    return {
      from: word?.from ?? context.pos,
      options: [...columns, ...tables, ...functions],
      validFor: /^\w*$/,
    };
  };
}

/** Where no name can stand: in strings, in comments, in `${…}`. */
function outside(source: Source): Source {
  return (context) => {
    const text = context.state.doc.toString();
    const token = tokenizeSql(text).find(
      ({ offset, text: own }) => offset < context.pos && context.pos <= offset + own.length,
    );
    const isComment = token?.kind === "space" && /\S/.test(token.text);
    const inside = context.pos - (token?.offset ?? 0) < (token?.text.length ?? 0);
    const isClosed = token?.kind !== "string" || !inside;
    if (isComment || !isClosed || token?.kind === "reference") return null;
    if (stringAt(text, context.pos) || context.matchBefore(/\$\{[^}]*$/)) return null;
    return source(context);
  };
}

/** The same for every statement, and long. */
const keywords = keywordCompletionSource(duckdb, true) as Source;

/** What to offer in a statement: tables, columns, functions, keywords; in strings, ids. */
export function sqlSources(surroundings: () => Surroundings): Source[] {
  // Columns after `f.`, whose table the statement tells.
  const schema: Source = (context) =>
    context.matchBefore(/\.[\p{L}\p{N}_]*$/u) &&
    (schemaCompletionSource({ dialect: duckdb, schema: schemaOf(surroundings()) })(
      context,
    ) as CompletionResult | null);
  return [inString(surroundings), ...[schema, names(surroundings), keywords].map(outside)];
}
