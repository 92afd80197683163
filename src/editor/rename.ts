import { tableNames, tokenizeSql, type Cell } from "../notebook/index.ts";
import { setAttribute, setSource, type NotebookDocument } from "../notebook/editing.ts";

/** A statement with a table that it reads under another name. */
function inSql(source: string, from: string, to: string): string {
  const reads = (text: string) =>
    tableNames(text).some((name) => name.toLowerCase() === from.toLowerCase());
  const bound = source.replace(referenceTo(from), (_, start: string) => start + to);
  if (!reads(bound)) return bound;
  const careful = withTable(bound, from, to, true);
  // A list of tables after FROM looks like one of columns.
  return reads(careful) ? withTable(bound, from, to, false) : careful;
}

function withTable(source: string, from: string, to: string, onlySure: boolean): string {
  const tokens = tokenizeSql(source);
  const solid = tokens.filter(({ kind }) => kind !== "space");
  return tokens
    .map((token) => {
      const { kind, text } = token;
      const name = kind === "quoted" ? text.slice(1, -1) : kind === "word" ? text : null;
      if (name?.toLowerCase() !== from.toLowerCase()) return text;
      const at = solid.indexOf(token);
      const isTable =
        /^(?:from|join)$/i.test(solid[at - 1]?.text ?? "") || solid[at + 1]?.text === ".";
      if (onlySure && !isTable) return text;
      return kind === "quoted" || !/^\w+$/.test(to) ? `"${to}"` : to;
    })
    .join("");
}

function referenceTo(name: string): RegExp {
  return new RegExp(String.raw`(\$\{\s*)${name}(?=\s*[}.])`, "g");
}

function sourceWith({ kind, source }: Cell, from: string, to: string): string {
  if (kind === "sql") return inSql(source, from, to);
  const bound = source.replace(referenceTo(from), (_, start: string) => start + to);
  if (kind !== "input") return bound;
  return bound.replace(
    /^(from:\s*)(["']?)([\w-]+)\2(?=\s*(?:#.*)?$)/gm,
    (line, key, quote, name) =>
      name === from ? `${String(key)}${String(quote)}${to}${String(quote)}` : line,
  );
}

/** The cells other than the one of this key that read it by its name. */
export function readersOf(doc: NotebookDocument, key: number): readonly number[] {
  const id = doc.cells.find((one) => one.key === key)?.cell.id ?? "";
  return doc.cells
    .filter((one) => one.key !== key)
    .filter(
      ({ cell }) =>
        cell.attributes["data"] === id || sourceWith(cell, id, `${id}_`) !== cell.source,
    )
    .map((one) => one.key);
}

/** Gives a cell another name, in whatever reads it as well. */
export function renameCell(doc: NotebookDocument, key: number, to: string): NotebookDocument {
  const from = doc.cells.find((one) => one.key === key)?.cell.id ?? "";
  let next = setAttribute(doc, key, "id", to);
  if (next === doc) return doc;
  for (const { key: reader, cell } of doc.cells) {
    if (reader === key) continue;
    if (cell.attributes["data"] === from) next = setAttribute(next, reader, "data", to);
    const source = sourceWith(cell, from, to);
    if (source !== cell.source) next = setSource(next, reader, source);
  }
  return next;
}
