import { isMap, isScalar, parseDocument, stringify } from "yaml";
import type { Pair, YAMLMap } from "yaml";
import { documentOf } from "./document.ts";
import type { NotebookDocument } from "./document.ts";
import { parseFront } from "./front.ts";
import { splitLines, withoutEnd } from "./lines.ts";
import { lineEndOf } from "./stretch.ts";
import type { FrontMatter } from "./types.ts";

/** Keys to write; null removes one. */
export type FrontChanges = { readonly [K in keyof FrontMatter]?: FrontMatter[K] | null };

/**
 * Writes keys of the front matter and leaves the rest of it as it is, comments too; makes one where
 * there is none. A front matter that cannot be read stays (the same document comes back): it has to
 * be mended as text first.
 */
export function setFront(doc: NotebookDocument, changes: FrontChanges): NotebookDocument {
  const eol = lineEndOf(doc.text);
  const front = changedFront(doc.frontSource, changes, eol);
  if (front === null || front === doc.frontSource) return doc;
  const body = doc.text.slice(doc.frontSource.length);
  const read = parseFront(front + body, doc.slug);
  if (read.source !== front || !holds(read.front, changes)) return doc;
  const keys = doc.cells.map(({ key }) => key);
  return documentOf(front + body, doc.slug, doc.nextKey, () => keys);
}

/** A value that cannot be written, such as an empty title, is refused by not coming back. */
function holds(front: FrontMatter, changes: FrontChanges): boolean {
  return Object.entries(changes).every(
    ([key, value]) => value === null || value === "" || front[key as keyof FrontMatter] === value,
  );
}

function changedFront(source: string, changes: FrontChanges, eol: string): string | null {
  const lines = splitLines(source);
  const end = lines.findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(withoutEnd(line)));
  if (end < 0) return newFront(source, changes, eol);
  const yaml = lines.slice(1, end).join("");
  const changed = Object.entries(changes).reduce<string | null>(
    (text, [key, value]) => (text === null ? null : withKey(text, key, value ?? null, eol)),
    yaml,
  );
  if (changed === null) return null;
  return (lines[0] ?? "") + changed + lines.slice(end).join("");
}

function newFront(source: string, changes: FrontChanges, eol: string): string {
  const lines = Object.entries(changes).flatMap(([key, value]) =>
    value === null ? [] : [assignment(key, value ?? "") + eol],
  );
  const bom = source.startsWith("\uFEFF") ? "\uFEFF" : "";
  if (lines.length === 0) return source;
  return `${bom}---${eol}${lines.join("")}---${eol}${eol}${source.slice(bom.length)}`;
}

/** YAML with one key written; null where the YAML is no mapping. */
function withKey(yaml: string, key: string, value: unknown, eol: string): string | null {
  const document = parseDocument(yaml, { logLevel: "error", prettyErrors: false });
  const { contents, errors } = document;
  if (errors.length > 0 || (contents !== null && !isMap(contents))) return null;
  if (contents?.flow) {
    if (value === null) document.delete(key);
    else document.set(key, value);
    return String(document).replace(/\r\n|\n/g, eol);
  }
  const place = contents === null ? null : placeOf(contents, key);
  if (place === null)
    return value === null ? yaml : ended(yaml, eol) + assignment(key, value) + eol;
  const [from, to] = place;
  // A block of text ends with the line end that belongs to it.
  const tail = /[\r\n]$/.test(yaml.slice(from, to)) ? eol : "";
  if (value !== null) return yaml.slice(0, from) + assignment(key, value) + tail + yaml.slice(to);
  const rest = yaml.slice(to);
  return yaml.slice(0, from) + (tail === "" ? rest.replace(/^[^\r\n]*(?:\r\n|\r|\n|$)/, "") : rest);
}

function placeOf(map: YAMLMap, key: string): [from: number, to: number] | null {
  for (const pair of map.items as Pair<unknown, { range?: readonly number[] | null } | null>[]) {
    if (!isScalar(pair.key) || pair.key.value !== key) continue;
    const from = pair.key.range?.[0];
    const to = pair.value?.range?.[1] ?? pair.key.range?.[1];
    if (from !== undefined && to !== undefined) return [from, to];
  }
  return null;
}

function ended(text: string, eol: string): string {
  return text === "" || /[\r\n]$/.test(text) ? text : text + eol;
}

/** `key: value` on one line. */
function assignment(key: string, value: unknown): string {
  if (typeof value === "string" && /[\r\n]/.test(value)) return `${key}: ${JSON.stringify(value)}`;
  return stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
}
