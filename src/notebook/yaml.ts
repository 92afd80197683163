import { Composer, LineCounter, isMap, isScalar, isSeq, Lexer, Parser } from "yaml";
import type { Document, Pair, YAMLMap } from "yaml";
import { most, tooMany } from "./limits.ts";
import { problem } from "./problem.ts";
import type { NotebookProblem, Spec } from "./types.ts";

export interface Mapping {
  readonly value: Spec;
  /** 1-based line and column of each top-level key in the file. */
  readonly places: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
  /** Where a value stands, or its key; the nearest thing around it where there is none. */
  readonly positionOf: (path: readonly (string | number)[], at: "key" | "value") => Position;
  readonly problems: readonly NotebookProblem[];
}

/** 1-based, in the file. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a YAML mapping; nothing at all is an empty one. Never throws: what cannot be read is a
 * problem and the value is `{}`.
 * @param line 1-based line of the source's first line in the file
 */
export function parseMapping(source: string, line: number): Mapping {
  const counter = new LineCounter();
  const place = (offset: number) => {
    const { line: l, col } = counter.linePos(offset);
    return { line: line + Math.max(l, 1) - 1, column: Math.max(col, 1) };
  };
  const faulty = (message: string, offset: number) => {
    const { line: l, column } = place(offset);
    return problem(message, l, column);
  };
  const nowhere = { value: {}, places: new Map(), positionOf: () => ({ line, column: 1 }) };
  const composed = compose(source, counter);
  if ("message" in composed)
    return { ...nowhere, problems: [faulty(composed.message, composed.offset)] };
  const { document } = composed;
  const problems = [...document.errors, ...document.warnings]
    .slice(0, most.problems + 1)
    .map(({ message, pos }) => faulty(`invalid YAML: ${message}`, pos[0]));
  if (problems.length > 0) return { ...nowhere, problems };
  const twice = keyGivenTwice(document.contents);
  if (twice !== null)
    return { ...nowhere, problems: [faulty("invalid YAML: Map keys must be unique", twice)] };
  const read = toMapping(document);
  if (typeof read === "string") return { ...nowhere, problems: [problem(read, line)] };
  const positionOf: Mapping["positionOf"] = (path, at) => place(offsetOf(document, path, at) ?? 0);
  return { value: read, places: keyPlaces(document, place), positionOf, problems };
}

interface Refusal {
  readonly message: string;
  readonly offset: number;
}

/** What is beyond the limits, as soon as it is met: what is deeper is not parsed. */
function refusal(lexeme: string, parser: Parser, count: { tokens: number; aliases: number }) {
  if (++count.tokens > most.yamlTokens) return tooMany("words in YAML", null, most.yamlTokens);
  if (lexeme.startsWith("*") && ++count.aliases > most.aliases)
    return tooMany("aliases", null, most.aliases);
  // Its parser takes time that doubles with each of them, and no spec has such keys.
  if (lexeme === "?") return "unsupported YAML: ? (write key: value)";
  if (parser.stack.length > most.yamlDepth)
    return tooMany("levels of nesting", null, most.yamlDepth);
  return null;
}

/** The first document, if it is within the limits; there is only one in what it gives. */
function compose(
  source: string,
  counter: LineCounter,
): { readonly document: Document.Parsed } | Refusal {
  const parser = new Parser(counter.addNewLine);
  // Keys are compared with each other by the library, which takes long where there are many.
  const composer = new Composer({ prettyErrors: false, logLevel: "error", uniqueKeys: false });
  const count = { tokens: 0, aliases: 0 };
  const documents: Document.Parsed[] = [];
  counter.addNewLine(0);
  const take = (tokens: ReturnType<Parser["next"]>) => {
    for (const token of tokens)
      for (const document of composer.next(token)) documents.push(document as Document.Parsed);
  };
  for (const lexeme of new Lexer().lex(source)) {
    const message = refusal(lexeme, parser, count);
    if (message !== null) return { message, offset: parser.offset };
    take(parser.next(lexeme));
    if (documents.length > 0) break;
  }
  take(parser.end());
  for (const document of composer.end(true, source.length))
    documents.push(document as Document.Parsed);
  const [document, second] = documents;
  if (document === undefined) return { message: "invalid YAML: not a mapping", offset: 0 };
  if (second !== undefined)
    return { message: "invalid YAML: more than one document", offset: second.range[0] };
  return { document };
}

/** What YAML says as far as it can be read; null where it is beyond the limits. */
export function readYaml(source: string): unknown {
  const composed = source.length > most.cell ? null : compose(source, new LineCounter());
  if (composed === null || "message" in composed) return null;
  try {
    return composed.document.toJS({ maxAliasCount: most.aliases });
  } catch {
    return null;
  }
}

/** The offset of a key that its mapping has already; null where all are given once. */
function keyGivenTwice(root: unknown): number | null {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isSeq(node)) open.push(...node.items);
    if (!isMap(node)) continue;
    const keys = new Set<unknown>();
    for (const { key, value } of (node as YAMLMap).items) {
      if (!isScalar(key)) continue;
      if (keys.has(key.value)) return (key as Ranged)?.range?.[0] ?? 0;
      keys.add(key.value);
      open.push(value ?? null);
    }
  }
  return null;
}

/** The mapping, or what is wrong with it. */
function toMapping(document: Document.Parsed): Spec | string {
  if (document.contents === null) return {};
  if (!isMap(document.contents)) return "invalid YAML: not a mapping";
  try {
    const value: Spec = document.toJS({ maxAliasCount: most.aliases });
    return findUnserialisable(value) ?? value;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return /alias count/.test(why)
      ? tooMany("aliases", null, most.aliases)
      : `invalid YAML: ${why}`;
  }
}

/** A compiled notebook travels as JSON, which has no NaN, infinity or bigint; nor may aliases swell. */
function findUnserialisable(value: unknown, room = { values: most.yamlValues }): string | null {
  if (room.values-- <= 0) return tooMany("values in YAML", null, most.yamlValues);
  if (typeof value === "number" && !Number.isFinite(value)) return `unsupported number: ${value}`;
  if (typeof value === "bigint") return `unsupported number: ${value}`;
  if (typeof value !== "object" || value === null) return null;
  for (const child of Object.values(value)) {
    const found = findUnserialisable(child, room);
    if (found !== null) return found;
  }
  return null;
}

type Ranged = { readonly range?: readonly number[] | null } | null | undefined;

/** The offset of what a path leads to, as far as the document follows it. */
function offsetOf(
  document: Document.Parsed,
  path: readonly (string | number)[],
  at: "key" | "value",
): number | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0];
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) return offset;
      const wanted = isLast && at === "key" ? pair.key : (pair.value ?? pair.key);
      offset = (wanted as Ranged)?.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Ranged)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function keyPlaces<P>(document: Document.Parsed, place: (offset: number) => P): Map<string, P> {
  const places = new Map<string, P>();
  if (!isMap(document.contents)) return places;
  for (const { key } of document.contents.items as Pair<{ range?: readonly number[] | null }>[]) {
    const offset = key.range?.[0];
    if (offset !== undefined) places.set(String(key), place(offset));
  }
  return places;
}
