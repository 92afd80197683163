import { checkChart, dataOf } from "../schema/index.ts";
import { analyse } from "./javascript/analyse.ts";
import { codeHash } from "./javascript/hash.ts";
import { parseMapping, type Mapping } from "./yaml.ts";
import { inputTypes } from "./kinds.ts";
import { splitLines } from "./lines.ts";
import { renderMarkdown } from "./markdown.ts";
import { inCell, problem, unknown } from "./problem.ts";
import { bindReferences } from "./references.ts";
import { tableNames } from "./tables.ts";
import { renderTexts } from "./texts.ts";
import type { Cell, CellKind, CompiledCell, NotebookProblem } from "./types.ts";

/** Attributes that each kind of cell knows. */
const knownAttributes: Readonly<Record<CellKind, readonly string[]>> = {
  markdown: [],
  sql: ["id", "deadline"],
  chart: ["id", "data"],
  input: ["id", "data"],
  js: ["id", "deadline"],
};

/** Kinds whose values are rows or can be: what text, charts and inputs read. */
const rows: readonly CellKind[] = ["sql", "js"];

/** What a cell must know of the others. */
export interface Surroundings {
  /** Every cell by id. */
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** Ids on the page; those of headings are added. */
  readonly taken: Set<string>;
}

/** A cell on its way; `compiled` is null where it cannot run at all. */
export interface Draft {
  readonly cell: Cell;
  readonly compiled: CompiledCell | null;
  readonly problems: readonly NotebookProblem[];
}

type Compiled = Pick<Draft, "compiled" | "problems">;

export function compileCell(cell: Cell, surroundings: Surroundings): Draft {
  const { compiled, problems } = compileKind(cell, surroundings);
  return { cell, compiled, problems: inCell(cell.id, [...checkAttributes(cell), ...problems]) };
}

function compileKind(cell: Cell, surroundings: Surroundings): Compiled {
  switch (cell.kind) {
    case "markdown":
      return compileMarkdown(cell, surroundings);
    case "sql":
      return compileSql(cell, surroundings);
    case "chart":
    case "input":
      return compileSpec(cell, cell.kind, surroundings);
    case "js":
      return compileJavaScript(cell, surroundings);
  }
}

function checkAttributes({ kind, attributes, raw, line }: Cell): NotebookProblem[] {
  const known = knownAttributes[kind];
  const strange = Object.keys(attributes).filter((name) => !known.includes(name));
  return strange.map((name) =>
    problem(unknown("attribute", name, known), line - 1, raw.indexOf(`${name}=`) + 1),
  );
}

function compileMarkdown({ id, source, line }: Cell, { kinds, taken }: Surroundings): Compiled {
  const { nodes, references, faults } = renderMarkdown(source, { taken });
  const problems = faults.map(({ message, text, line: at }) =>
    problem(message, ...placeIn(source, line, text, at)),
  );
  const reads = new Set<string>();
  const places: Record<string, readonly [number, number]> = {};
  for (const { reference, path, line: at } of references) {
    const [name = ""] = path;
    places[reference] ??= placeIn(source, 0, `\${${reference}`, at);
    const wrong = checkRead(name, rows, kinds);
    if (wrong === null) reads.add(name);
    else problems.push(problem(wrong, ...placeIn(source, line, `\${${reference}`, at)));
  }
  const placed = references.length > 0 ? { places } : {};
  const compiled = { kind: "markdown", id, reads: [...reads], nodes, ...placed, line } as const;
  return { compiled, problems };
}

function compileSql(cell: Cell, { kinds }: Surroundings): Compiled {
  const { id, source, line } = cell;
  const { sql, parameters, faults } = bindReferences(source);
  const problems = faults.map(({ message, offset }) =>
    problem(message, ...placeAt(source, line, offset)),
  );
  if (source.trim() === "") problems.push(problem("missing statement", line));
  for (const name of parameters) {
    const wrong = checkRead(name, ["input", "js"], kinds);
    const offset = Math.max(source.search(new RegExp(`\\$\\{\\s*${name}\\s*\\}`)), 0);
    if (wrong !== null) problems.push(problem(wrong, ...placeAt(source, line, offset)));
  }
  const tables = readTables(source, kinds);
  const reads = [...new Set([...parameters.filter((name) => kinds.has(name)), ...tables])];
  const seconds = readDeadline(cell, problems);
  const limit = seconds === null ? {} : { deadline: seconds };
  const compiled = {
    kind: "sql",
    id,
    reads,
    sql,
    parameters,
    tables,
    ...limit,
    source,
    line,
  } as const;
  return { compiled, problems };
}

/** Ids of the sql cells that a statement names as tables. */
function readTables(source: string, kinds: ReadonlyMap<string, CellKind>): string[] {
  const ids = new Map(
    [...kinds].filter(([, kind]) => kind === "sql").map(([id]) => [id.toLowerCase(), id]),
  );
  return tableNames(source).flatMap((name) => ids.get(name.toLowerCase()) ?? []);
}

function compileSpec(cell: Cell, kind: "chart" | "input", { kinds }: Surroundings): Compiled {
  const { id, source, line, attributes, raw } = cell;
  const mapping = parseMapping(source, line);
  const { value: spec, problems: yamlProblems, places } = mapping;
  const problems = [...yamlProblems];
  const attribute = attributes["data"];
  const from = kind === "input" ? spec["from"] : undefined;
  const data = attribute ?? (typeof from === "string" ? from : null);
  const wrong = data === null ? null : checkRead(data, rows, kinds);
  if (wrong !== null) {
    const key = places.get("from");
    const inFence = problem(wrong, line - 1, raw.indexOf("data=") + 1);
    problems.push(attribute === undefined && key ? problem(wrong, key.line, key.column) : inFence);
  }
  if (kind === "input") problems.push(...checkInputType(spec["type"], places.get("type")));
  // What is no YAML is said once.
  else if (yamlProblems.length === 0) problems.push(...checkSpec(mapping));
  const reads = new Set(data === null || wrong !== null ? [] : [data]);
  if (kind === "input")
    return { compiled: { kind, id, reads: [...reads], data, spec, source, line }, problems };
  for (const { id: other, path } of dataOf(spec)) {
    const fault = checkRead(other, rows, kinds);
    const { line: at, column } = mapping.placeOf(path, "value");
    if (fault === null) reads.add(other);
    else problems.push(problem(fault, at, column));
  }
  const { texts, references, faults } = renderTexts(spec);
  for (const { message, text } of faults)
    problems.push(problem(message, ...placeIn(source, line, text, 0)));
  for (const { reference, path } of references) {
    const [name = ""] = path;
    const fault = checkRead(name, rows, kinds);
    if (fault === null) reads.add(name);
    else problems.push(problem(fault, ...placeIn(source, line, `\${${reference}`, 0)));
  }
  return { compiled: { kind, id, reads: [...reads], data, spec, texts, source, line }, problems };
}

/** Seconds that `deadline=` may give a cell. */
const longestDeadline = 600;

/** What `deadline=` says; null for nothing, and for what is no number of seconds. */
function readDeadline({ attributes, raw, line }: Cell, problems: NotebookProblem[]): number | null {
  const written = attributes["deadline"];
  const seconds = Number(written ?? Number.NaN);
  if (seconds > 0 && seconds <= longestDeadline) return seconds;
  if (written !== undefined) {
    const message = `invalid deadline: ${written} (seconds, at most ${longestDeadline})`;
    problems.push(problem(message, line - 1, raw.indexOf("deadline=") + 1));
  }
  return null;
}

function compileJavaScript(cell: Cell, { kinds }: Surroundings): Compiled {
  const { id, source, line } = cell;
  const { reads, ambient, body, insertions, faults } = analyse(source, kinds);
  const problems = faults.map(({ message, offset }) =>
    problem(message, ...placeAt(source, line, offset)),
  );
  const deadline = readDeadline(cell, problems);
  const shifts = insertions.map(({ offset, text }) => [offset, text.length] as const);
  const compiled = {
    kind: "js",
    id,
    hash: codeHash(source),
    reads,
    ambient,
    body,
    shifts,
    deadline,
    source,
    line,
  } as const;
  return { compiled, problems };
}

/** An input's type that nothing shows. */
function checkInputType(
  type: unknown,
  place: { readonly line: number; readonly column: number } | undefined,
): NotebookProblem[] {
  const known: readonly string[] = inputTypes;
  if (!place || known.includes(String(type))) return [];
  return [problem(unknown("input type", String(type), known), place.line, place.column)];
}

/** What is wrong with a chart's spec, each fault at its place in the YAML. */
function checkSpec({ value, placeOf }: Mapping): NotebookProblem[] {
  return checkChart(value).map((fault) => {
    const { line, column } = placeOf(fault.path, fault.at);
    if (fault.kind === "wrong") return problem(fault.message, line, column);
    return problem(unknown(fault.thing, fault.name, fault.known), line, column);
  });
}

/** What is wrong with reading a cell by that name, or null. */
function checkRead(
  name: string,
  wanted: readonly CellKind[],
  kinds: ReadonlyMap<string, CellKind>,
): string | null {
  const kind = kinds.get(name);
  if (kind === undefined) {
    const readable = [...kinds].filter(([, k]) => wanted.includes(k)).map(([id]) => id);
    return unknown("cell", name, readable);
  }
  if (wanted.includes(kind)) return null;
  const advice = kind === "sql" ? "name it after FROM" : `not ${wanted.join(" or ")}`;
  return `unsupported reference: ${name} is a cell of kind ${kind} (${advice})`;
}

/** Line and column in the file of an offset in a cell's source. */
function placeAt(source: string, line: number, offset: number): [line: number, column: number] {
  const before = splitLines(`${source.slice(0, offset)}.`);
  return [line + before.length - 1, (before.at(-1) ?? ".").length];
}

/** The same for a text, sought from a line of the source on. */
function placeIn(source: string, line: number, text: string, from: number): [number, number] {
  const start = splitLines(source).slice(0, from).join("").length;
  const found = source.indexOf(text, start);
  return placeAt(source, line, found < 0 ? start : found);
}
