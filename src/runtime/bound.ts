import {
  bilingual,
  type FigureContext,
  isPresent,
  measureName,
  metricName,
  type Observation,
  observe,
  regionName,
  type Row,
} from "../figures/index.ts";
import { list, punctuation, say } from "../words/index.ts";
import type { CompiledCell, Node, ReferenceNode } from "../notebook/index.ts";
import type { CellOf } from "./cells.ts";
import { findRow, type Results } from "./inline.ts";
import type { Scope } from "./scope.ts";

type Cells = Pick<Scope, "cells">["cells"];

/** What a cell reads, by whichever way. */
function readsOf(cell: CompiledCell): readonly string[] {
  if (cell.kind === "sql") return [...cell.reads, ...cell.parameters, ...cell.tables];
  if (cell.kind === "chart" || cell.kind === "input")
    return cell.data === null ? cell.reads : [...cell.reads, cell.data];
  return cell.reads;
}

/** A cell and all that it follows from. */
export function behind(id: string, cells: Cells, found = new Set<string>()): ReadonlySet<string> {
  const cell = cells.get(id);
  if (!cell || found.has(id)) return found;
  found.add(id);
  for (const next of readsOf(cell)) behind(next, cells, found);
  return found;
}

/** The inputs that decide which rows a chart draws. */
function inputsOf({ data }: CellOf<"chart">, cells: Cells): CellOf<"input">[] {
  return [...behind(data ?? "", cells)].flatMap((id) => {
    const cell = cells.get(id);
    return cell?.kind === "input" ? [cell] : [];
  });
}

/** An input that does not stand as the notebook has it, and how it stands. */
interface Chosen {
  readonly input: CellOf<"input">;
  readonly text: string;
}

function chosenOf(cell: CellOf<"chart">, { cells, values }: Scope): Chosen[] {
  return inputsOf(cell, cells).flatMap((input) => {
    const text = values.get(input.id);
    return text === null || text === undefined ? [] : [{ input, text }];
  });
}

function choiceText({ spec }: CellOf<"input">, value: string, context: FigureContext): string {
  const options = Array.isArray(spec["options"]) ? (spec["options"] as Row[]) : [];
  const own = options.find((option) => String(option["value"]) === value);
  if (own) return bilingual(own, context.language) || value;
  // A measure may be derived; what is neither a region nor a measure is called as it is written.
  const isRegion = context.catalogue.regions.has(value);
  return isRegion ? regionName(context, value) : metricName(context, value);
}

/** What the reader's filters leave of a chart, in words; null where all stand as they came. */
export function filterText(
  cell: CellOf<"chart">,
  scope: Scope,
  context: FigureContext,
): string | null {
  const { language } = context;
  const parts = chosenOf(cell, scope).map(({ input, text }) => {
    const label = bilingual(input.spec["label"], language) || input.id;
    const names = text.split(",").map((value) => choiceText(input, value, context));
    return label + punctuation[language].colon + list(language, names);
  });
  if (parts.length === 0) return null;
  return say(language, "chart.filtered", parts.join(punctuation[language].semicolon));
}

function referencesIn(nodes: readonly Node[]): ReferenceNode[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    return "reference" in node ? [node] : referencesIn(node.children);
  });
}

function wordsIn(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      return "reference" in node ? "" : wordsIn(node.children);
    })
    .join("");
}

/** What a chart draws, and what else decides whether words may stand over it. */
export interface Ground {
  readonly cell: CellOf<"chart">;
  readonly rows: readonly Row[];
  readonly results: Results;
  readonly scope: Scope;
  readonly context: FigureContext;
}

function observed({ rows, context }: Ground): Observation[] {
  return rows.map((row) => observe(row, context.catalogue));
}

/** A number that a text gives is one of those drawn, or follows from the rows as they are. */
function isShown({ path }: ReferenceNode, drawn: ReadonlySet<string>, ground: Ground): boolean {
  const { cell, results, scope, context } = ground;
  const [id = ""] = path;
  const row = findRow(results, path);
  if (!row) return false;
  const { source } = observe(row, context.catalogue);
  if (source.kind !== "none") return source.facts.every((fact) => drawn.has(fact));
  const isFiltered = inputsOf(cell, scope.cells).length > 0;
  return !isFiltered || behind(id, scope.cells).has(cell.data ?? "");
}

/**
 * True where every number of a text is among what is drawn. Digits that an author wrote out stand
 * only while no filter is set: nothing tells of which rows they speak.
 */
export function isBound(nodes: readonly Node[], ground: Ground): boolean {
  const { cell, scope } = ground;
  const drawn = new Set(
    observed(ground).flatMap(({ source }) => (source.kind === "none" ? [] : [...source.facts])),
  );
  if (!referencesIn(nodes).every((reference) => isShown(reference, drawn, ground))) return false;
  return !/\d/.test(wordsIn(nodes)) || chosenOf(cell, scope).length === 0;
}

/** More measures than these are not named in a title. */
const MOST = 3;

/** What stands in the place of a title that speaks of other rows: the measures that are drawn. */
export function neutralTitle(ground: Ground): string {
  const { context } = ground;
  const { language } = context;
  const all = observed(ground);
  const stated = all.filter(isPresent);
  const used = stated.length > 0 ? stated : all;
  const names = [...new Set(used.flatMap((one) => measureName(one, context) ?? []))];
  if (names.length === 0) return say(language, "chart.neutral");
  if (names.length > MOST) return say(language, "chart.neutral.many", names.length);
  return list(language, names);
}
