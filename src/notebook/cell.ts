import { checkChart, dataOf } from "./chart-cell/index.ts";
import { analyse } from "./javascript/analyse.ts";
import { codeHash } from "./javascript/hash.ts";
import { parseMapping, type Mapping } from "./yaml.ts";
import { inputTypes } from "./kinds.ts";
import { placesOf } from "./lines.ts";
import { firstOf, most, tooMany } from "./limits.ts";
import { renderMarkdown, type Room } from "./markdown.ts";
import { inCell, problem, unknown } from "./problem.ts";
import { bindReferences } from "./references.ts";
import type { Taken } from "./slug.ts";
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
  /** Ids of the sql cells by their lower case, as SQL tells names apart. */
  readonly tables: ReadonlyMap<string, string>;
  /** Ids on the page; those of headings are added. */
  readonly taken: Taken;
  /** How many elements the texts may still have. */
  readonly room: Room;
}

/** A cell on its way; `compiled` is null where it cannot run at all. */
export interface Draft {
  readonly cell: Cell;
  readonly compiled: CompiledCell | null;
  readonly problems: readonly NotebookProblem[];
}

type Compiled = Pick<Draft, "compiled" | "problems">;

export function compileCell(cell: Cell, surroundings: Surroundings): Draft {
  const { compiled, problems } = withinLimits(cell, () => compileKind(cell, surroundings));
  const all = [...checkAttributes(cell), ...problems];
  const told = firstOf(all, most.problems, (text) => problem(text, cell.line));
  return { cell, compiled, problems: inCell(cell.id, told) };
}

/** A cell that is too long or too deep is not read: it says so, and its text stays. */
function withinLimits(cell: Cell, compile: () => Compiled): Compiled {
  const refuse = (message: string): Compiled => ({
    compiled: null,
    problems: [problem(message, cell.line)],
  });
  const { length } = cell.source;
  if (length > most.cell) return refuse(tooMany("characters", length, most.cell));
  try {
    return compile();
  } catch (error) {
    // A parser that goes down by calling itself has no more room.
    if (error instanceof RangeError) return refuse("too deep: the cell cannot be read");
    throw error;
  }
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
  const names = Object.keys(attributes).filter((name) => !known.includes(name));
  const strange = names.slice(0, most.problems);
  return strange.map((name) =>
    problem(unknown("attribute", name, known), line - 1, raw.indexOf(`${name}=`) + 1),
  );
}

function compileMarkdown(cell: Cell, { kinds, taken, room }: Surroundings): Compiled {
  const { id, source, line } = cell;
  const { nodes, references, faults } = renderMarkdown(source, { taken, room });
  const where = placesOf(source);
  const inFile = ([at, column]: readonly [number, number]) => [line + at, column] as const;
  const problems = faults.map(({ message, text, line: at }) =>
    problem(message, ...inFile(where.of(text, at))),
  );
  const reads = new Set<string>();
  const places: Record<string, readonly [number, number]> = {};
  for (const { reference, path, line: at } of references) {
    const [name = ""] = path;
    const place = where.of(`\${${reference}`, at);
    places[reference] ??= place;
    if (problems.length > most.problems) continue;
    const wrong = checkRead(name, rows, kinds);
    if (wrong === null) reads.add(name);
    else problems.push(problem(wrong, ...inFile(place)));
  }
  const placed = references.length > 0 ? { places } : {};
  const compiled = { kind: "markdown", id, reads: [...reads], nodes, ...placed, line } as const;
  return { compiled, problems };
}

function compileSql(cell: Cell, { kinds, tables: ids }: Surroundings): Compiled {
  const { id, source, line } = cell;
  const { sql, parameters, offsets, faults } = bindReferences(source);
  const where = placesOf(source);
  const at = (message: string, offset: number): NotebookProblem => {
    const [row, column] = where.at(offset);
    return problem(message, line + row, column);
  };
  const problems = faults.map(({ message, offset }) => at(message, offset));
  if (source.trim() === "") problems.push(problem("missing statement", line));
  for (const [i, name] of parameters.entries()) {
    if (problems.length > most.problems) break;
    const wrong = checkRead(name, ["input", "js"], kinds);
    if (wrong !== null) problems.push(at(wrong, offsets[i] ?? 0));
  }
  const tables = tableNames(source).flatMap((name) => ids.get(name.toLowerCase()) ?? []);
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

function compileSpec(cell: Cell, kind: "chart" | "input", { kinds, room }: Surroundings): Compiled {
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
    const { line: at, column } = mapping.positionOf(path, "value");
    if (fault === null) reads.add(other);
    else problems.push(problem(fault, at, column));
  }
  const { texts, references, faults } = renderTexts(spec, room);
  const where = placesOf(source);
  const inFile = (text: string) => {
    const [row, column] = where.of(text, 0);
    return [line + row, column] as const;
  };
  for (const { message, text } of faults) problems.push(problem(message, ...inFile(text)));
  for (const { reference, path } of references) {
    const [name = ""] = path;
    if (problems.length > most.problems) break;
    const fault = checkRead(name, rows, kinds);
    if (fault === null) reads.add(name);
    else problems.push(problem(fault, ...inFile(`\${${reference}`)));
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
  const where = placesOf(source);
  const problems = faults.map(({ message, offset }) => {
    const [row, column] = where.at(offset);
    return problem(message, line + row, column);
  });
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
function checkSpec({ value, positionOf: placeOf }: Mapping): NotebookProblem[] {
  return checkChart(value)
    .slice(0, most.problems + 1)
    .map((fault) => {
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
