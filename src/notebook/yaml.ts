import { LineCounter, isMap, parseDocument } from "yaml";
import type { Document, Pair } from "yaml";
import { problem } from "./problem.ts";
import type { NotebookProblem, Spec } from "./types.ts";

export interface Mapping {
  readonly value: Spec;
  /** 1-based line and column of each top-level key in the file. */
  readonly places: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
  readonly problems: readonly NotebookProblem[];
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
  if (problems.length > 0) return { value: {}, places: new Map(), problems };
  const read = toMapping(document);
  if (typeof read === "string")
    return { value: {}, places: new Map(), problems: [problem(read, line)] };
  return { value: read, places: keyPlaces(document, place), problems };
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

function keyPlaces<P>(document: Document.Parsed, place: (offset: number) => P): Map<string, P> {
  const places = new Map<string, P>();
  if (!isMap(document.contents)) return places;
  for (const { key } of document.contents.items as Pair<{ range?: readonly number[] | null }>[]) {
    const offset = key.range?.[0];
    if (offset !== undefined) places.set(String(key), place(offset));
  }
  return places;
}
