import { LineCounter, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Pair } from "yaml";
import { problem } from "./problem.ts";
import type { NotebookProblem, Spec } from "./types.ts";

export interface Mapping {
  readonly value: Spec;
  /** 1-based line and column of each top-level key in the file. */
  readonly places: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
  /** Where a value stands, or its key; the nearest thing around it where there is none. */
  readonly placeOf: (path: readonly (string | number)[], at: "key" | "value") => Place;
  readonly problems: readonly NotebookProblem[];
}

/** 1-based, in the file. */
export interface Place {
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
  const document = parseDocument(source, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: "error",
  });
  const place = (offset: number) => {
    const { line: l, col } = counter.linePos(offset);
    return { line: line + Math.max(l, 1) - 1, column: Math.max(col, 1) };
  };
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => {
    const { line: l, column } = place(pos[0]);
    return problem(`invalid YAML: ${message}`, l, column);
  });
  const nowhere = { value: {}, places: new Map(), placeOf: () => ({ line, column: 1 }) };
  if (problems.length > 0) return { ...nowhere, problems };
  const read = toMapping(document);
  if (typeof read === "string") return { ...nowhere, problems: [problem(read, line)] };
  const placeOf: Mapping["placeOf"] = (path, at) => place(offsetOf(document, path, at) ?? 0);
  return { value: read, places: keyPlaces(document, place), placeOf, problems };
}

/** The mapping, or what is wrong with it. */
function toMapping(document: Document.Parsed): Spec | string {
  if (document.contents === null) return {};
  if (!isMap(document.contents)) return "invalid YAML: not a mapping";
  try {
    const value: Spec = document.toJS({ maxAliasCount: 100 });
    return findUnserialisable(value) ?? value;
  } catch (error) {
    return `invalid YAML: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A compiled notebook travels as JSON, which has no NaN, infinity or bigint. */
function findUnserialisable(value: unknown): string | null {
  if (typeof value === "number" && !Number.isFinite(value)) return `unsupported number: ${value}`;
  if (typeof value === "bigint") return `unsupported number: ${value}`;
  if (typeof value !== "object" || value === null) return null;
  for (const child of Object.values(value)) {
    const found = findUnserialisable(child);
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
