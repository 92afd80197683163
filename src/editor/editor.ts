import { builder } from "../dom/index.ts";
import {
  commit,
  createHistory,
  redo,
  refusedNotebook,
  replaceText,
  setKind,
  setSource,
  undo,
  type DocumentCell,
  type History,
  type NotebookDocument,
} from "../notebook/editing.ts";
import type { CellState } from "../runtime/index.ts";
import type { Surroundings } from "./catalogue.ts";
import { createCellView, kindItems, type CellAction, type CellView } from "./cell.ts";
import { plainOffer } from "./complete-yaml.ts";
import { createFinder, type Finder } from "./finder.ts";
import { openHelp } from "./help.ts";
import { commandOf, type Command } from "./keys.ts";
import { createAsks } from "./asks.ts";
import type { Bench } from "./bench.ts";
import { createCompiling } from "./compiling.ts";
import { createMoves } from "./moves.ts";
import { menuButton } from "./menu.ts";
import { openOutline } from "./outline-dialog.ts";
import type { EditorOptions, Hand, NotebookEditor } from "./options.ts";
import { byCell, placeInCell, showFront, type CellProblem } from "./problems.ts";
import { tell } from "./words.ts";

/** How long after the last key the source is checked, in ms. */
const CHECK_AFTER = 300;
/** Typing in one cell that pauses no longer than this is one step to undo, in ms. */
const STEP = 1000;
/** How long views of cells are built before the page has its turn, in ms. */
const SLICE = 50;

export function openEditor(options: EditorOptions): NotebookEditor {
  const { document, root, language, catalogue, onChange } = options;
  const build = builder(document);
  const { html } = build;
  let history: History = createHistory(options.doc);
  const views = new Map<number, CellView>();
  const states = new Map<string, CellState>();
  /** Columns of each query's last result, for completion. */
  const columns = new Map<string, readonly string[]>();
  /** What each cell's bytes were when it ran last. */
  const ran = new Map<number, string>();
  /** What is wrong with the file, by cell; null is what stands before the first. */
  let faults: ReadonlyMap<string | null, readonly CellProblem[]> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let building: ReturnType<typeof setTimeout> | undefined;
  let hasOpened = false;
  const live = html("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  /** What is wrong before the first cell. */
  const front = html("div", { class: "edit-front", role: "alert", hidden: true });
  const list = html("div", { class: "edit-list" });
  const offer = options.offer ?? plainOffer;

  const doc = (): NotebookDocument => history.present;
  const cells = (): readonly DocumentCell[] => doc().cells;
  const indexOf = (key: number): number => cells().findIndex((one) => one.key === key);
  const byId = (id: string): DocumentCell | undefined => cells().find(({ cell }) => cell.id === id);
  const announce = (text: string): void => {
    // The same words twice are spoken twice only where they differ.
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  };

  const surroundings = (key: number) => (): Surroundings => ({
    language,
    catalogue: catalogue(),
    cells: cells()
      .filter((one) => one.key !== key)
      .map(({ cell: { id, kind } }) => ({ id, kind })),
    columnsOf: (id) => columns.get(id) ?? [],
  });

  const createView = ({ key, cell }: DocumentCell): CellView => {
    const view = createCellView({
      build,
      language,
      key,
      cell,
      surroundings: surroundings(key),
      offer,
      onChange: (source) => type(key, source),
      onAction: (action) => act(key, action),
      ...(options.results ? { results: options.results } : {}),
    });
    views.set(key, view);
    options.onOutput?.(view.output);
    return view;
  };

  const insertFirst = menuButton(build, {
    text: "+",
    label: tell(language, "cell.add_first"),
    action: "add",
    items: () => kindItems(language, (kind) => moves.add(kind, 0)),
  });
  list.append(html("div", { class: "edit-insert first" }, insertFirst));

  /** Cells that wait for their view. */
  const unbuilt = (): readonly DocumentCell[] => cells().filter(({ key }) => !views.has(key));
  /** Builds views until the page must have its turn; before any is placed, since that is slow between. */
  const buildSome = (): void => {
    const start = performance.now();
    for (const one of unbuilt()) {
      createView(one);
      if (performance.now() - start > SLICE) break;
    }
  };
  /** Brings the page to the document; what stands right is not moved, so that it keeps its focus. */
  const sync = (): void => {
    const keys = new Set(cells().map(({ key }) => key));
    for (const [key, view] of views)
      if (!keys.has(key)) {
        view.destroy();
        view.element.remove();
        views.delete(key);
        ran.delete(key);
      }
    buildSome();
    let before: Element = list.firstElementChild ?? list;
    for (const one of cells()) {
      const view = views.get(one.key);
      if (!view) continue;
      view.setCell(one.cell);
      if (before.nextElementSibling !== view.element) {
        const active = document.activeElement;
        before.after(view.element);
        if (active instanceof HTMLElement && view.element.contains(active)) active.focus();
      }
      before = view.element;
    }
    clearTimeout(building);
    if (unbuilt().length > 0) building = setTimeout(sync);
  };
  /** Does something once every cell has its view. */
  const whenBuilt = (act: () => void): void => {
    if (unbuilt().length === 0) act();
    else setTimeout(() => whenBuilt(act));
  };

  const isEdited = ({ key, cell }: DocumentCell): boolean => ran.get(key) !== cell.raw;
  const showStates = (): void => {
    for (const one of cells()) {
      mounted.markStale(one.cell.id, isEdited(one));
      views.get(one.key)?.setState(states.get(one.cell.id) ?? null, isEdited(one));
    }
  };
  /** What the file says and what running said of a cell, at the cell. */
  const showProblemsOf = (one: DocumentCell): void => {
    const { key, cell } = one;
    const own = faults.get(cell.id) ?? [];
    // What waits for another cell says so in its state; the fault is that cell's.
    const state = states.get(cell.id);
    const error = state?.status === "failed" ? state.error : null;
    const isNew = error && !isEdited(one) && own.every(({ message }) => message !== error.message);
    const all = isNew ? [...own, error] : own;
    views.get(key)?.setProblems(all.map((problem) => placeInCell(problem, cell.line)));
  };
  const showProblems = (): void => {
    showFront(front, faults.get(null) ?? [], { build, language });
    for (const one of cells()) showProblemsOf(one);
  };

  const learnColumns = async (id: string): Promise<void> => {
    const table = await mounted.table(id).catch(() => null);
    if (table)
      columns.set(
        id,
        table.schema.fields.map(({ name }) => name),
      );
  };

  const compiling = createCompiling(options.compile, doc, ({ of, result, isRun }) =>
    whenBuilt(() => {
      faults = byCell(result.problems, language);
      if (isRun) {
        ran.clear();
        for (const { key, cell } of of.cells) ran.set(key, cell.raw);
        mounted.update(result.compiled, { problems: result.problems });
        showStates();
      }
      showProblems();
      // That a notebook is opened is nobody's run: it would be kept again, over another tab's.
      if (isRun && hasOpened) options.onRun?.(of);
      hasOpened ||= isRun;
    }),
  );
  const check = (): void => {
    clearTimeout(timer);
    compiling.check();
  };
  /** Runs what changed; the cells that did not keep their results. */
  const update = (then?: () => void): void => {
    clearTimeout(timer);
    void compiling.run(then);
  };

  const names = (document: NotebookDocument): string =>
    document.cells.map(({ key, cell }) => `${key} ${cell.id} ${cell.kind}`).join("\n");

  /** Takes another state of the history; where cells came, went or moved, it is run at once. */
  const take = (next: History, hand: Hand): void => {
    if (next.present === history.present) {
      history = next;
      return;
    }
    const before = names(history.present);
    history = next;
    sync();
    if (before === names(doc())) {
      showStates();
      clearTimeout(timer);
      timer = setTimeout(check, CHECK_AFTER);
    } else update();
    onChange(doc(), hand);
  };
  const change = (
    next: NotebookDocument,
    { group, hand = "reader" }: { readonly group?: string; readonly hand?: Hand } = {},
  ): void =>
    take(
      commit(history, next, {
        at: performance.now(),
        pause: STEP,
        ...(group === undefined ? {} : { group }),
      }),
      hand,
    );

  const type = (key: number, source: string): void => {
    const before = doc().cells.length;
    change(setSource(doc(), key, source), { group: `type ${key}` });
    // A fence that was typed makes two cells of one: the cursor goes on where the text went.
    if (doc().cells.length !== before)
      views.get(cells()[indexOf(key) + 1]?.key ?? key)?.source.focus();
  };

  const bench: Bench = {
    build,
    language,
    root,
    insertFirst,
    views,
    doc,
    cells,
    indexOf,
    mounted: () => mounted,
    change,
    update,
    isEdited,
    announce,
  };
  const moves = createMoves(bench);
  const asks = createAsks(bench);

  const hide = (key: number): void => {
    const view = views.get(key);
    if (!view) return;
    view.setHidden(!view.element.hasAttribute("data-hidden"));
    view.focus();
  };

  const act = (key: number, action: CellAction): boolean => {
    if (typeof action === "object") {
      if ("kind" in action) change(setKind(doc(), key, action.kind));
      else moves.add(action.add, indexOf(key) + (action.where === "below" ? 1 : 0));
      return true;
    }
    const id = cells()[indexOf(key)]?.cell.id ?? "";
    const acts: Partial<Record<string, () => void>> = {
      run: () => moves.run(key),
      runNext: () => moves.runNext(key),
      stop: () => mounted.cancel(id),
      up: () => moves.move(key, -1),
      down: () => moves.move(key, 1),
      duplicate: () => moves.duplicate(key),
      delete: () => moves.remove(key),
      rename: () => void asks.rename(key),
      data: () => void asks.chooseData(key),
      format: () => void asks.format(key),
      hide: () => hide(key),
      addAbove: () => moves.addBeside(key, 0),
      addBelow: () => moves.addBeside(key, 1),
      previousCell: () => moves.focusCell(Math.max(indexOf(key) - 1, 0)),
      nextCell: () => moves.focusCell(Math.min(indexOf(key) + 1, cells().length - 1)),
      firstCell: () => moves.focusCell(0),
      lastCell: () => moves.focusCell(cells().length - 1),
    };
    const own = acts[action];
    if (own) own();
    else return command(action);
    return true;
  };

  const step = (next: History, word: "said.undone" | "said.redone"): void => {
    if (next === history) {
      announce(tell(language, "said.nothing"));
      return;
    }
    const before = doc();
    const active = document.activeElement;
    take(next, "history");
    announce(tell(language, word));
    focusChange(before, active);
  };
  /** The focus goes to what changed, so that undo is seen; else it stays. */
  const focusChange = (before: NotebookDocument, active: Element | null): void => {
    const old = new Map(before.cells.map(({ key, cell }) => [key, cell.raw]));
    const changed = cells().find(({ key, cell }) => old.get(key) !== cell.raw);
    const view = changed && views.get(changed.key);
    if (view) {
      const wasTyping = active?.closest(".cm-editor") !== null;
      if (wasTyping) view.source.focus();
      else view.focus();
      view.element.scrollIntoView({ block: "nearest" });
    } else if (!active?.isConnected) moves.focusCell(0);
  };

  let finder: Finder | null = null;
  const find = (): void => {
    finder ??= createFinder({
      build,
      language,
      sources: () => cells().map(({ key, cell: { source } }) => ({ key, source })),
      show: ({ key, from, to }, focus) => {
        const view = views.get(key);
        view?.setHidden(false);
        view?.source.select(from, to);
        if (focus) view?.source.focus();
      },
      onClose: () => (finder = null),
    });
    if (!finder.element.isConnected) root.prepend(finder.element);
    finder.focus();
  };
  const outline = (): void =>
    openOutline(build, language, cells(), ({ key, line }) => {
      const view = views.get(key);
      view?.focus();
      view?.element.scrollIntoView({ block: "start" });
      if (line > 1) view?.source.reveal(line);
    });

  const command = (name: Command | string): boolean => {
    const acts: Partial<Record<string, () => void>> = {
      undo: () => step(undo(history), "said.undone"),
      redo: () => step(redo(history), "said.redone"),
      save: options.onSave,
      find,
      findNext: () => (finder ? finder.go(1) : find()),
      outline,
      help: () => openHelp(build, language),
    };
    const own = acts[name];
    own?.();
    return own !== undefined;
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const { target } = event;
    const isField = target instanceof Element && target.closest("input, textarea, select, dialog");
    const name = commandOf(event, ["anywhere"]) ?? (event.key === "?" && !isField ? "help" : null);
    // Undo within another field is that field's.
    if (name === null || (isField && (name === "undo" || name === "redo"))) return;
    if (command(name)) event.preventDefault();
  };
  document.addEventListener("keydown", onKey);

  root.replaceChildren(live, front, list);
  sync();
  const mounted = options.mount(refusedNotebook(doc().text, doc().slug, ""), {
    place: ({ id }) => {
      const found = byId(id);
      const view = found && views.get(found.key);
      return view?.output ?? html("div");
    },
    showQueries: true,
    onCell(id, state) {
      states.set(id, state);
      const one = byId(id);
      if (!one) return;
      if (state.status === "done") void learnColumns(id);
      views.get(one.key)?.setState(state, isEdited(one));
      showProblemsOf(one);
    },
  });
  for (const { key, cell } of cells()) ran.set(key, cell.raw);
  showStates();
  const opened = compiling.run();

  return {
    get doc() {
      return doc();
    },
    get mounted() {
      return mounted;
    },
    opened,
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    change,
    replace: (text) => {
      change(replaceText(doc(), text), { hand: "elsewhere" });
      update();
    },
    undo: () => void command("undo"),
    redo: () => void command("redo"),
    runAll() {
      const all = (): void => {
        for (const { cell } of cells()) if (cell.kind === "sql") mounted.run(cell.id);
      };
      if (cells().some(isEdited)) update(all);
      else all();
    },
    insert: moves.insert,
    ask: moves.ask,
    find,
    outline,
    help: () => void command("help"),
    setLayout: (layout) => (root.dataset["layout"] = layout),
    destroy() {
      clearTimeout(timer);
      clearTimeout(building);
      compiling.stop();
      document.removeEventListener("keydown", onKey);
      for (const view of views.values()) view.destroy();
      mounted.dispose();
    },
  };
}
