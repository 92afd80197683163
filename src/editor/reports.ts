import type { Builder } from "../dom/index.ts";
import type { NotebookProblem } from "../notebook/index.ts";
import type { DocumentCell, NotebookDocument } from "../notebook/editing.ts";
import type { CellState } from "../runtime/index.ts";
import type { CellView } from "./cell.ts";
import { byCell, placeInCell, problemsOf, showFront, type CellProblem } from "./problems.ts";

export interface ReportsOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly cells: () => readonly DocumentCell[];
  readonly viewOf: (key: number) => Pick<CellView, "setState" | "setProblems"> | undefined;
}

/** What compiling and running said of the cells, shown at each. */
export interface Reports {
  /** What is wrong before the first cell. */
  readonly front: HTMLElement;
  /** Whether a cell is another than the one that ran last. */
  isEdited(cell: DocumentCell): boolean;
  /** These sources run now. */
  ran(doc: NotebookDocument): void;
  /** Cells that are gone leave nothing behind. */
  forgetGone(): void;
  setState(id: string, state: CellState): void;
  setProblems(problems: readonly NotebookProblem[]): void;
  /** Shows the states anew, since what was edited is another now. */
  showStates(): void;
}

export function createReports(options: ReportsOptions): Reports {
  const { build, language, cells, viewOf } = options;
  const front = build.html("div", { class: "edit-front", role: "alert", hidden: true });
  const states = new Map<string, CellState>();
  /** The bytes of each cell when it ran last. */
  const sources = new Map<number, string>();
  /** By cell; null is what stands before the first. */
  let faults: ReadonlyMap<string | null, readonly CellProblem[]> = new Map();

  const isEdited = ({ key, cell }: DocumentCell): boolean => sources.get(key) !== cell.raw;
  const showState = (one: DocumentCell): void =>
    viewOf(one.key)?.setState(states.get(one.cell.id) ?? null, isEdited(one));
  const showProblems = (one: DocumentCell): void => {
    const { id, line } = one.cell;
    const found = problemsOf(faults.get(id) ?? [], states.get(id), isEdited(one));
    viewOf(one.key)?.setProblems(found.map((problem) => placeInCell(problem, line)));
  };

  return {
    front,
    isEdited,
    ran(doc) {
      sources.clear();
      for (const { key, cell } of doc.cells) sources.set(key, cell.raw);
    },
    forgetGone() {
      const keys = new Set(cells().map(({ key }) => key));
      for (const key of sources.keys()) if (!keys.has(key)) sources.delete(key);
    },
    setState(id, state) {
      states.set(id, state);
      const one = cells().find(({ cell }) => cell.id === id);
      if (!one) return;
      showState(one);
      showProblems(one);
    },
    setProblems(problems) {
      faults = byCell(problems, language);
      showFront(front, faults.get(null) ?? [], { build, language });
      for (const one of cells()) showProblems(one);
    },
    showStates() {
      for (const one of cells()) showState(one);
    },
  };
}
