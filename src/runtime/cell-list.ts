import { say } from "../words/index.ts";
import type { CompiledCell, CompiledNotebook, NotebookProblem } from "../notebook/index.ts";
import { withCycles } from "./cycle.ts";
import { faultWords } from "./fault.ts";
import { match } from "./match.ts";
import { createPiece, isShown } from "./pieces.ts";
import { arrange, container as placeIn, nameplate } from "./places.ts";
import { problemText } from "./problem-text.ts";
import { isBlocked, type Piece, type Scope } from "./scope.ts";
import { nameSources, openSources, removeSources, showSource } from "./sources.ts";

/** A running cell, and as what it was defined. */
interface Entry {
  readonly kind: CompiledCell["kind"];
  readonly piece: Piece;
  signature: string;
}

/** The running cells of a notebook. */
export interface CellList {
  update(compiled: CompiledNotebook, problems: readonly NotebookProblem[]): void;
  /** Settles with the first output of every cell that is shown now. */
  settled(): Promise<void>;
  run(id: string): void;
  cancel(id: string): void;
  /** Says anew what the cells say in words. */
  refresh(): void;
}

/** What the scope knows of the notebook, which the list fills. */
export interface Facts {
  readonly cells: Map<string, CompiledCell>;
  readonly problems: Map<string, readonly NotebookProblem[]>;
}

function takeIn(
  { cells, problems }: Facts,
  compiled: CompiledNotebook,
  found: readonly NotebookProblem[],
): void {
  cells.clear();
  for (const cell of compiled.cells) cells.set(cell.id, cell);
  problems.clear();
  for (const problem of withCycles(compiled.cells, found))
    if (problem.cell !== null)
      problems.set(problem.cell, [...(problems.get(problem.cell) ?? []), problem]);
}

/** A cell and all that it reads, directly or not. */
export function withSources(
  id: string,
  cells: ReadonlyMap<string, Pick<CompiledCell, "reads">>,
  seen = new Set<string>(),
): Set<string> {
  const cell = cells.get(id);
  if (!cell || seen.has(id)) return seen;
  seen.add(id);
  for (const read of cell.reads) withSources(read, cells, seen);
  return seen;
}

/** Where the cells of a notebook stand, and what each is called there. */
function createPlacing(root: Element, scope: Scope) {
  const { environment, states, language, cells } = scope;
  const showsSources = !environment.showQueries && !environment.place;
  return {
    /** @param old the place of another kind of cell that had this id */
    start(cell: CompiledCell, old: Element | null): Entry {
      const own = () => old ?? placeIn(root, cell);
      const element = isShown(cell, scope) ? (environment.place?.(cell) ?? own()) : root;
      if (old) nameplate(element, cell);
      return { kind: cell.kind, piece: createPiece(cell.kind, element, scope), signature: "" };
    },
    /** Who goes on is shown where its cell is now. */
    move(cell: CompiledCell, { piece }: Entry): void {
      const element = isShown(cell, scope) ? environment.place?.(cell) : null;
      if (element) piece.move(element);
    },
    name(cell: CompiledCell, { piece }: Entry): void {
      const element = piece.container;
      if (!element) return;
      if (environment.place || element.getAttribute("data-cell") !== cell.id)
        nameplate(element, cell);
      states.attach(cell.id, element);
    },
    /** In the order of the notebook, where the places are the runtime's own. */
    arrange(entries: ReadonlyMap<string, Entry>): void {
      if (environment.place) return;
      const places = [...cells.values()].flatMap((cell) => {
        const element = entries.get(cell.id)?.piece.container;
        return element ? [{ cell, element }] : [];
      });
      arrange(root, places);
    },
    /** Gives the ids of those that were open; null where none are shown. */
    removeSources: () => (showsSources ? removeSources(root) : null),
    showSources(compiled: CompiledNotebook, open: ReadonlySet<string> | null): void {
      if (!showsSources) return;
      for (const cell of compiled.cells) if (cell.kind === "sql") showSource(root, cell);
      if (open) openSources(root, open);
      nameSources(root, language());
    },
  };
}

/** Says what is wrong with the source of a cell; nothing where nothing is. */
function sayProblems(id: string, piece: Piece, { problems, states, language }: Scope): void {
  const faults = (problems.get(id) ?? []).map(({ message, line, column }) => ({
    message: problemText(message, language()),
    line,
    column,
  }));
  states.problem(id, faults[0] ?? null);
  piece.setProblems(
    faults.map((fault) => say(language(), "error.cell", faultWords(fault, language()))),
  );
}

/**
 * Defines a cell that is another now; one that only has another name takes that.
 * @param from its id before; undefined where it is new
 */
function define(
  cell: CompiledCell,
  entry: Entry,
  signature: string,
  from: string | undefined,
): void {
  const isSame = signature === entry.signature;
  entry.signature = signature;
  if (isSame && from === cell.id) return;
  if (isSame && entry.piece.rename) entry.piece.rename(cell.id);
  else entry.piece.define(cell);
}

/** @param facts those of the scope */
export function createCells(root: Element, scope: Scope, facts: Facts): CellList {
  const { environment, states, cells } = scope;
  const placing = createPlacing(root, scope);
  let entries = new Map<string, Entry>();
  let isFirst = true;

  const signatureOf = (cell: CompiledCell, { piece }: Entry): string =>
    `${isBlocked(cell.id, scope)} ${piece.signature(cell)}`;

  const remove = (id: string, { piece }: Entry, isReplaced: boolean): void => {
    piece.remove();
    states.remove(id);
    if (!environment.place && !isReplaced) piece.container?.remove();
  };
  const sayAgain = (): void => {
    for (const { piece } of entries.values()) piece.refresh();
    states.refresh();
  };

  /** Those that go on, by their new ids; each has its place and name before a new cell looks for its own. */
  const goOn = (matched: ReadonlyMap<string, string>): Map<string, Entry> => {
    const kept = new Set(matched.values());
    for (const [id, entry] of entries)
      if (!kept.has(id)) remove(id, entry, cells.has(id) && !matched.has(id));
    states.rename(new Map([...matched].flatMap(([to, from]) => (from === to ? [] : [[from, to]]))));
    const found = new Map<string, Entry>();
    for (const [id, from] of matched) {
      const [cell, entry] = [cells.get(id), entries.get(from)];
      if (!cell || !entry) continue;
      found.set(id, entry);
      placing.move(cell, entry);
      placing.name(cell, entry);
    }
    return found;
  };
  const update: CellList["update"] = (compiled, problems) => {
    const open = isFirst ? null : placing.removeSources();
    takeIn(facts, compiled, problems);
    scope.texts.turn();
    const before = entries;
    const matched = match(compiled.cells, before, signatureOf);
    const kept = new Set(matched.values());
    const found = goOn(matched);
    entries = new Map();
    for (const cell of compiled.cells) {
      const old = kept.has(cell.id) ? null : (before.get(cell.id)?.piece.container ?? null);
      const entry = found.get(cell.id) ?? placing.start(cell, old);
      entries.set(cell.id, entry);
      placing.name(cell, entry);
      sayProblems(cell.id, entry.piece, scope);
      define(cell, entry, signatureOf(cell, entry), matched.get(cell.id));
      states.edited(cell.id, false);
    }
    if (!isFirst) placing.arrange(entries);
    placing.showSources(compiled, open);
    // A cell that only moved says its error with the lines as they are now.
    if (!isFirst) sayAgain();
    isFirst = false;
  };

  return {
    update,
    settled() {
      const firsts = [...entries.values()].map(({ piece }) => piece.first);
      const all = Promise.all(firsts).then(() => {});
      // Who asks and does not wait is no reason for a rejection that nobody handles.
      all.catch(() => {});
      return all;
    },
    run(id) {
      const isBroken = (other: string) =>
        other === id || ["failed", "stale"].includes(states.get(other).status);
      for (const other of [...withSources(id, cells)].filter(isBroken))
        entries.get(other)?.piece.run();
    },
    cancel(id) {
      for (const other of withSources(id, cells)) entries.get(other)?.piece.cancel();
    },
    refresh() {
      for (const [id, { piece }] of entries) sayProblems(id, piece, scope);
      sayAgain();
    },
  };
}
