import { say } from "../i18n/index.ts";
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

/** @param cells those of the scope, to be filled */
export function createCells(
  root: Element,
  scope: Scope,
  cells: Map<string, CompiledCell>,
  problems: Map<string, readonly NotebookProblem[]>,
): CellList {
  const { environment, states, language } = scope;
  let entries = new Map<string, Entry>();
  let isFirst = true;

  const takeIn = (compiled: CompiledNotebook, found: readonly NotebookProblem[]): void => {
    cells.clear();
    for (const cell of compiled.cells) cells.set(cell.id, cell);
    problems.clear();
    for (const problem of withCycles(compiled.cells, found))
      if (problem.cell !== null)
        problems.set(problem.cell, [...(problems.get(problem.cell) ?? []), problem]);
  };

  const signatureOf = (cell: CompiledCell, { piece }: Entry): string =>
    `${isBlocked(cell.id, scope)} ${piece.signature(cell)}`;

  const sayProblems = (id: string, { piece }: Entry): void => {
    const faults = (problems.get(id) ?? []).map(({ message, line, column }) => ({
      message: problemText(message, language()),
      line,
      column,
    }));
    states.problem(id, faults[0] ?? null);
    piece.setProblems(
      faults.map((fault) => say(language(), "error.cell", faultWords(fault, language()))),
    );
  };

  const settle = (cell: CompiledCell, { piece }: Entry): void => {
    const element = piece.container;
    if (!element) return;
    if (environment.place || element.getAttribute("data-cell") !== cell.id)
      nameplate(element, cell);
    states.attach(cell.id, element);
  };

  /** @param old the place of another kind of cell that had this id */
  const start = (cell: CompiledCell, old: Element | null): Entry => {
    const own = () => old ?? placeIn(root, cell);
    const element = isShown(cell, scope) ? (environment.place?.(cell) ?? own()) : root;
    if (old) nameplate(element, cell);
    return { kind: cell.kind, piece: createPiece(cell.kind, element, scope), signature: "" };
  };

  const goOn = (cell: CompiledCell, entry: Entry): Entry => {
    const element = isShown(cell, scope) ? environment.place?.(cell) : null;
    if (element) entry.piece.move(element);
    return entry;
  };

  const define = (cell: CompiledCell, entry: Entry, from: string | undefined): void => {
    const signature = signatureOf(cell, entry);
    const isSame = signature === entry.signature;
    entry.signature = signature;
    if (isSame && from === cell.id) return;
    if (isSame && entry.piece.rename) entry.piece.rename(cell.id);
    else entry.piece.define(cell);
  };

  const remove = (id: string, { piece }: Entry, isReplaced: boolean): void => {
    piece.remove();
    states.remove(id);
    if (!environment.place && !isReplaced) piece.container?.remove();
  };

  const update = (compiled: CompiledNotebook, faults: readonly NotebookProblem[]): void => {
    const showsSources = !environment.showQueries && !environment.place;
    const open = showsSources && !isFirst ? removeSources(root) : null;
    takeIn(compiled, faults);
    const before = entries;
    const matched = match(compiled.cells, before, signatureOf);
    const kept = new Set(matched.values());
    for (const [id, entry] of before)
      if (!kept.has(id)) remove(id, entry, cells.has(id) && !matched.has(id));
    states.rename(new Map([...matched].flatMap(([to, from]) => (from === to ? [] : [[from, to]]))));
    const found = new Map<string, Entry>();
    // Who goes on takes its place and name before a new cell looks for its own.
    for (const [id, from] of matched) {
      const [cell, entry] = [cells.get(id), before.get(from)];
      if (!cell || !entry) continue;
      found.set(id, goOn(cell, entry));
      settle(cell, entry);
    }
    entries = new Map();
    for (const cell of compiled.cells) {
      const old = kept.has(cell.id) ? null : (before.get(cell.id)?.piece.container ?? null);
      const entry = found.get(cell.id) ?? start(cell, old);
      entries.set(cell.id, entry);
      settle(cell, entry);
      sayProblems(cell.id, entry);
      define(cell, entry, matched.get(cell.id));
      states.edited(cell.id, false);
    }
    if (!isFirst && !environment.place) arrangeAll();
    if (showsSources) {
      for (const cell of compiled.cells) if (cell.kind === "sql") showSource(root, cell, cells);
      if (open) openSources(root, open);
      nameSources(root, language());
    }
    // A cell that only moved says its error with the lines as they are now.
    if (!isFirst) sayAgain();
    isFirst = false;
  };

  const sayAgain = (): void => {
    for (const { piece } of entries.values()) piece.refresh();
    states.refresh();
  };

  const arrangeAll = (): void => {
    const places = [...cells.values()].flatMap((cell) => {
      const element = entries.get(cell.id)?.piece.container;
      return element ? [{ cell, element }] : [];
    });
    arrange(root, places);
  };

  /** A cell and all that it reads, directly or not. */
  const withSources = (id: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(id) || !cells.has(id)) return seen;
    seen.add(id);
    for (const read of cells.get(id)?.reads ?? []) withSources(read, seen);
    return seen;
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
      for (const other of [...withSources(id)].filter(isBroken)) entries.get(other)?.piece.run();
    },
    cancel(id) {
      for (const other of withSources(id)) entries.get(other)?.piece.cancel();
    },
    refresh() {
      for (const [id, entry] of entries) sayProblems(id, entry);
      sayAgain();
    },
  };
}
