import { refusedNotebook, type CompileResult, type NotebookDocument } from "../notebook/editing.ts";
import type { Mounted } from "../runtime/index.ts";
import { createCompiling } from "./compiling.ts";
import type { EditorOptions } from "./options.ts";
import type { Reports } from "./reports.ts";

/** How long after the last key the source is checked, in ms. */
const CHECK_AFTER = 300;

export interface RunningOptions extends Pick<EditorOptions, "compile" | "mount" | "onRun"> {
  readonly doc: () => NotebookDocument;
  readonly reports: Reports;
  /** The place of a cell's output; it is in the page already. */
  readonly place: (id: string) => Element;
  /** Does something once every cell has its place. */
  readonly whenBuilt: (act: () => void) => void;
}

/** The notebook as it runs: compiled when it changes, and mounted once. */
export interface Running {
  readonly mounted: Mounted;
  /** Settles when what was opened has been compiled and given to the runtime. */
  readonly opened: Promise<void>;
  /** The columns of a query's last result; none before it has one. */
  columnsOf(id: string): readonly string[];
  /** The document is another one now: it runs at once where `runsAtOnce` says so, else it is checked. */
  follow(before: NotebookDocument): void;
  /** Runs what changed, then does the other thing; the cells that did not change keep their results. */
  update(then?: () => void): void;
  runAll(): void;
  destroy(): void;
}

/** Whether cells came, went, moved, or have another name or kind: nobody presses a key for that. */
export function runsAtOnce(before: NotebookDocument, after: NotebookDocument): boolean {
  const names = ({ cells }: NotebookDocument): string =>
    cells.map(({ key, cell }) => `${key} ${cell.id} ${cell.kind}`).join("\n");
  return names(before) !== names(after);
}

/** The columns of each query's last result, for completion. */
function createColumns(table: Mounted["table"]) {
  const columns = new Map<string, readonly string[]>();
  return {
    of: (id: string): readonly string[] => columns.get(id) ?? [],
    async learn(id: string): Promise<void> {
      const found = await table(id).catch(() => null);
      const names = found?.schema.fields.map(({ name }) => name);
      if (names) columns.set(id, names);
    },
  };
}

export function createRunning(options: RunningOptions): Running {
  const { compile, mount, onRun, doc, reports, place, whenBuilt } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasOpened = false;

  const { text, slug } = doc();
  const columns = createColumns((id) => mounted.table(id));
  const mounted = mount(refusedNotebook(text, slug, ""), {
    place: ({ id }) => place(id),
    showQueries: true,
    onCell(id, state) {
      reports.setState(id, state);
      const isHere = doc().cells.some(({ cell }) => cell.id === id);
      if (isHere && state.status === "done") void columns.learn(id);
    },
  });
  const showStates = (): void => {
    for (const one of doc().cells) mounted.markStale(one.cell.id, reports.isEdited(one));
    reports.showStates();
  };
  const run = (of: NotebookDocument, { compiled, problems }: CompileResult): void => {
    reports.ran(of);
    mounted.update(compiled, { problems });
    showStates();
  };
  const compiling = createCompiling(compile, doc, ({ of, result, isRun }) =>
    whenBuilt(() => {
      if (isRun) run(of, result);
      reports.setProblems(result.problems);
      // That a notebook is opened is nobody's run: it would be kept again, over another tab's.
      if (isRun && hasOpened) onRun?.(of);
      hasOpened ||= isRun;
    }),
  );
  const update = (then?: () => void): void => {
    clearTimeout(timer);
    void compiling.run(then);
  };
  reports.ran(doc());
  showStates();

  return {
    mounted,
    opened: compiling.run(),
    columnsOf: columns.of,
    follow(before) {
      reports.forgetGone();
      if (runsAtOnce(before, doc())) return update();
      showStates();
      clearTimeout(timer);
      timer = setTimeout(() => compiling.check(), CHECK_AFTER);
    },
    update,
    runAll() {
      const all = (): void => {
        for (const { cell } of doc().cells) if (cell.kind === "sql") mounted.run(cell.id);
      };
      if (doc().cells.some(reports.isEdited)) update(all);
      else all();
    },
    destroy() {
      clearTimeout(timer);
      compiling.stop();
      mounted.dispose();
    },
  };
}
