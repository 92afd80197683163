import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { inputTypes, type CellKind } from "../notebook/index.ts";
import { readYaml } from "../notebook/editing.ts";
import { chartKinds, completions } from "../notebook/chart-cell/index.ts";
import type { Surroundings } from "./catalogue.ts";

/** What a schema offers at a place of a spec; `null` where it knows nothing of the place. */
export type SpecOffer = (
  kind: "chart" | "input",
  /** Keys from the top to the mapping or the key that is written. */
  path: readonly string[],
  what: "key" | "value",
  /** The source before and after the word that is being written. */
  around: { readonly before: string; readonly after: string },
) => readonly { readonly label: string; readonly info?: string }[] | null;

const keys: Readonly<Record<"chart" | "input", readonly string[]>> = {
  chart: ["type", "title", "subtitle", "note", "sort", "mark", "metric", "group", "scale"],
  input: ["type", "label", "value", "options", "from"],
};

/** What is known without a schema: the keys of the top, the types, the two languages. */
export const plainOffer: SpecOffer = (kind, path, what) => {
  const [last = ""] = path.slice(-1);
  const named = (labels: readonly string[]) => labels.map((label) => ({ label }));
  if (what === "value")
    return last === "type" && path.length === 1
      ? named(kind === "chart" ? chartKinds : inputTypes)
      : null;
  if (path.length === 0) return named(keys[kind]);
  return ["title", "subtitle", "note", "label"].includes(last) ? named(["zh", "en"]) : null;
};

/** A word that no spec holds, to find the place of the cursor again after parsing. */
const cursor = "fadu__cursor";

/** The path to the cursor in a parsed spec; a key's is that of the mapping it stands in. */
function pathTo(value: unknown): readonly (string | number)[] | null {
  if (typeof value !== "object" || value === null) return value === cursor ? [] : null;
  for (const [key, inner] of Object.entries(value)) {
    if (key === cursor) return [];
    const rest = pathTo(inner);
    if (rest) return [Array.isArray(value) ? Number(key) : key, ...rest];
  }
  return null;
}

/** What the schema of charts offers, with its descriptions; of inputs, what is known without one. */
export function schemaOffer(language: "zh" | "en"): SpecOffer {
  return (kind, path, what, { before, after }) => {
    if (kind !== "chart") return plainOffer(kind, path, what, { before, after });
    const source = `${before}${cursor}${what === "key" ? ": 0" : ""}${after}`;
    const spec = readYaml(source);
    const place = pathTo(spec);
    if (!place) return null;
    return completions(spec, place)
      .filter((one) => one.kind === what)
      .map(({ label, [language]: info }) => ({ label, info }));
  };
}

interface YamlCursor {
  readonly path: readonly string[];
  readonly what: "key" | "value";
  /** How much of the word is written already. */
  readonly written: string;
}

/** Where in the mapping the cursor stands, read from the indentation of the lines above. */
export function cursorInYaml(before: string): YamlCursor | null {
  const lines = before.split(/\r\n|\r|\n/);
  const line = lines.pop() ?? "";
  const parsed = /^(\s*(?:- +)?)(?:([\w-]+):(\s+))?(.*)$/.exec(line);
  if (!parsed || /^\s*#/.test(line)) return null;
  const [, indent = "", key, , rest = ""] = parsed;
  const flow = /[{,]\s*(?:([\w-]+):\s+)?([\w-]*)$/.exec(rest);
  const path = parents(lines, indent.length);
  if (key !== undefined && flow) {
    const [, inner, written = ""] = flow;
    const here = [...path, key];
    return inner === undefined
      ? { path: here, what: "key", written }
      : { path: [...here, inner], what: "value", written };
  }
  if (!/^[\w-]*$/.test(rest)) return null;
  if (key !== undefined) return { path: [...path, key], what: "value", written: rest };
  return { path, what: "key", written: rest };
}

/** The keys under which a line of this indentation stands, outermost first. */
function parents(lines: readonly string[], indent: number): string[] {
  const path: string[] = [];
  let limit = indent;
  for (const line of lines.toReversed()) {
    const [, spaces = "", key] = /^(\s*(?:- +)?)([\w-]+):\s*(?:#.*)?$/.exec(line) ?? [];
    if (key === undefined || spaces.length >= limit) continue;
    path.unshift(key);
    limit = spaces.length;
  }
  return path;
}

/** Keys and values of a declarative cell, and the cells that its `from:` may name. */
export function yamlSource(kind: CellKind, surroundings: () => Surroundings, offer: SpecOffer) {
  return (context: CompletionContext): CompletionResult | null => {
    if (kind !== "chart" && kind !== "input") return null;
    const place = cursorInYaml(context.state.sliceDoc(0, context.pos));
    if (!place || (place.written === "" && !context.explicit && place.what === "key")) return null;
    const from = context.pos - place.written.length;
    const around = {
      before: context.state.sliceDoc(0, from),
      after: context.state.sliceDoc(context.pos),
    };
    const offers = (name: "chart" | "input") => offer(name, place.path, place.what, around);
    const options = offered(place, kind, surroundings(), offers);
    return options.length === 0 ? null : { from, options, validFor: /^[\w-]*$/ };
  };
}

function offered(
  { path, what }: YamlCursor,
  kind: "chart" | "input",
  { cells }: Surroundings,
  offer: (kind: "chart" | "input") => ReturnType<SpecOffer>,
): Completion[] {
  const last = path.at(-1);
  if (what === "value" && (last === "from" || last === "data"))
    return cells
      .filter((cell) => cell.kind === "sql" || cell.kind === "js")
      .map(({ id, kind: detail }) => ({ label: id, detail, type: "variable" }));
  return (offer(kind) ?? []).map(({ label, info }) => ({
    label,
    type: what === "key" ? "property" : "enum",
    ...(info === undefined ? {} : { info }),
    ...(what === "key" ? { apply: `${label}: ` } : {}),
  }));
}
