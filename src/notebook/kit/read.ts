import { parse } from "parse5";
import type { DefaultTreeAdapterTypes, ParserError } from "parse5";
import { openDocument } from "../document.ts";
import type { NotebookDocument } from "../document.ts";
import { insertCell } from "../edit.ts";
import type { NewCell } from "../edit.ts";
import { isIdentifier, reservedNames } from "../names.ts";
import { problem } from "../problem.ts";
import { setFront } from "../set-front.ts";
import type { NotebookProblem } from "../types.ts";
import type { KitLoss } from "./loss.ts";
import { dedented } from "./text.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export type KitImport =
  | {
      readonly ok: true;
      /** The notebook as a file of ours. */
      readonly text: string;
      readonly lost: readonly KitLoss[];
    }
  | { readonly ok: false; readonly problems: readonly NotebookProblem[] };

/** Cells that run here, by their type. */
const kinds: Readonly<Record<string, "sql" | "js" | "markdown">> = {
  "application/sql": "sql",
  module: "js",
  "text/javascript": "js",
  "text/markdown": "markdown",
};

/** Languages of Notebook Kit that become blocks of code. */
const shown: Readonly<Record<string, string>> = {
  "text/html": "html",
  "application/x-tex": "tex",
  "text/x-typescript": "ts",
  "text/vnd.graphviz": "dot",
  "application/vnd.node.javascript": "node",
  "application/vnd.observable.javascript": "ojs",
  "text/x-python": "python",
  "text/x-r": "r",
};

/**
 * Reads Notebook Kit's HTML. What cannot run here becomes a block of code, so that no text is lost;
 * what has no place here is listed. Never throws.
 * @param slug file name without its ending
 */
export function fromKit(html: string, { slug }: { readonly slug: string }): KitImport {
  const faults: NotebookProblem[] = [];
  const onParseError = ({ code, startLine, startCol }: ParserError) => {
    if (/^eof-in-(?:tag|comment)/.test(code))
      faults.push(problem(`invalid HTML: ${code}`, startLine, startCol));
  };
  const root = parse(html, { sourceCodeLocationInfo: true, onParseError });
  const notebook = find(root, "notebook");
  faults.push(...["notebook", "title", "script"].flatMap((tag) => unended(root, tag)));
  if (notebook === null) faults.unshift(problem("missing element: notebook", 1));
  if (notebook === null || faults.length > 0) return { ok: false, problems: faults };
  const lost = notebookLosses(notebook);
  let doc = withFront(openDocument("", { slug }), notebook);
  for (const script of all(notebook, "script")) doc = append(doc, script, notebook, lost);
  return { ok: true, text: doc.text, lost };
}

/** A file cut short must not pass for a whole one. */
function unended(root: Parent, tag: string): NotebookProblem[] {
  return all(root, tag).flatMap(({ sourceCodeLocation: place }) =>
    !place || place.endTag
      ? []
      : [problem(`missing end of element: ${tag}`, place.startLine, place.startCol)],
  );
}

function append(
  doc: NotebookDocument,
  script: Element,
  notebook: Element,
  lost: KitLoss[],
): NotebookDocument {
  const isOurs = attribute(notebook, "data-fadu") !== null;
  const source = dedented(textOf(script), isOurs);
  const type = (attribute(script, "type") ?? "module").toLowerCase();
  const cell = cellOf(type, source, nameOf(script, doc, lost));
  lost.push(...scriptLosses(script, type));
  const next = insertCell(doc, doc.cells.length, cell);
  const added = next.cells.slice(doc.cells.length);
  // A fence line in a source ends the cell there; the rest of it is kept as text.
  if (cell.kind !== "markdown" && added.length > 1) lost.push(lossAt(script, "fence", cell.kind));
  return next;
}

function cellOf(type: string, source: string, id: string | null): NewCell {
  const kind = kinds[type];
  if (kind === "markdown") return { kind, source };
  if (kind !== undefined) return { kind, source, attributes: id === null ? {} : { id } };
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return { kind: "markdown", source: `${fence}${shown[type] ?? ""}\n${source}\n${fence}\n` };
}

/** The name of a cell's output, if it can be an id here and is free. */
function nameOf(script: Element, doc: NotebookDocument, lost: KitLoss[]): string | null {
  const name = attribute(script, "output");
  if (name === null || name === "") return null;
  const taken = [...reservedNames, ...doc.cells.map(({ cell }) => cell.id)];
  const isFree = !taken.some((id) => id.toLowerCase() === name.toLowerCase());
  if (isIdentifier(name) && isFree && !/^cell-\d+$/i.test(name)) return name;
  lost.push(lossAt(script, "name", name));
  return null;
}

function notebookLosses(notebook: Element): KitLoss[] {
  return (["theme", "readonly"] as const).flatMap((name) => {
    const value = attribute(notebook, name);
    return value === null ? [] : [lossAt(notebook, name, value)];
  });
}

function scriptLosses(script: Element, type: string): KitLoss[] {
  const lost = (["pinned", "hidden", "database", "format", "since"] as const).flatMap((name) => {
    const value = attribute(script, name);
    return value === null ? [] : [lossAt(script, name, value)];
  });
  return kinds[type] === undefined
    ? [...lost, lossAt(script, "language", shown[type] ?? type)]
    : lost;
}

function lossAt(element: Element, what: KitLoss["what"], detail: string): KitLoss {
  const { startLine = 1, startCol = 1 } = element.sourceCodeLocation ?? {};
  return { what, detail, line: startLine, column: startCol };
}

function withFront(doc: NotebookDocument, notebook: Element): NotebookDocument {
  const titled = find(notebook, "title");
  const title = titled === null ? "" : textOf(titled).trim().replace(/\s+/g, " ");
  const order = Number(attribute(notebook, "data-order") ?? NaN);
  return setFront(doc, {
    title: title === "" ? doc.slug : title,
    ...optional("title_en", attribute(notebook, "data-title-en")),
    ...optional("short_title", attribute(notebook, "data-short-title")),
    ...optional("short_title_en", attribute(notebook, "data-short-title-en")),
    ...optional("description", attribute(notebook, "data-description")),
    ...optional("description_en", attribute(notebook, "data-description-en")),
    ...(Number.isFinite(order) ? { order } : {}),
  });
}

function optional<K extends string>(key: K, value: string | null): Partial<Record<K, string>> {
  return value === null || value === "" ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}

function all(parent: Parent, tag: string): Element[] {
  return parent.childNodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    return node.tagName === tag ? [node] : all(node, tag);
  });
}

function find(parent: Parent, tag: string): Element | null {
  return all(parent, tag)[0] ?? null;
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}
