import { builder } from "../dom/index.ts";
import type { CompiledCell, CellKind } from "../notebook/index.ts";
import {
  commit,
  compileNotebook,
  createHistory,
  duplicateCell,
  insertCell,
  moveCell,
  redo,
  removeCell,
  replaceText,
  setAttribute,
  setKind,
  setSource,
  undo,
  type CompileResult,
  type DocumentCell,
  type History,
  type NotebookDocument,
} from "../notebook/editing.ts";
import type { CellState, Mounted } from "../runtime/index.ts";
import type { Catalogue, Surroundings } from "./catalogue.ts";
import { cellName, createCellView, kindItems, type CellAction, type CellView } from "./cell.ts";
import { plainOffer, type SpecOffer } from "./complete-yaml.ts";
import { ask } from "./dialog.ts";
import { createFinder, type Finder } from "./finder.ts";
import { isMac, openHelp } from "./help.ts";
import { commandOf, keyTable, keyText, type Command } from "./keys.ts";
import { menuButton, type MenuItem } from "./menu.ts";
import { openOutline } from "./outline-dialog.ts";
import { placeInCell, type CellProblem } from "./problems.ts";
import { readersOf, renameCell } from "./rename.ts";
import { starter } from "./starters.ts";
import { tell } from "./words.ts";

/** What the runtime is given by the editor, besides what the page gives it. */
export interface Hooks {
  readonly place: (cell: CompiledCell) => Element;
  readonly showQueries: true;
  readonly onCell: (id: string, state: CellState) => void;
}

export interface EditorOptions {
  readonly document: Document;
  /** The place of the cells; emptied. */
  readonly root: HTMLElement;
  readonly language: "zh" | "en";
  readonly doc: NotebookDocument;
  /** Starts the runtime on a notebook. */
  readonly mount: (result: CompileResult, hooks: Hooks) => Mounted;
  /** What completion offers of the engine, as it is now. */
  readonly catalogue: () => Catalogue;
  /** What completion offers in a spec; default: kinds and the usual keys. */
  readonly offer?: SpecOffer;
  /** Columns of a cell's last result; default none. */
  readonly columnsOf?: (id: string) => readonly string[];
  /** More items of a cell's menu. */
  readonly results?: (id: string) => readonly MenuItem[];
  /** The document is another one now. */
  readonly onChange: (doc: NotebookDocument) => void;
  readonly onRun?: (doc: NotebookDocument) => void;
  /** Asked to keep a version. */
  readonly onSave: () => void;
  /** A cell came into being or got another element. */
  readonly onOutput?: (output: HTMLElement) => void;
}

/** A notebook under edit in a page. */
export interface NotebookEditor {
  readonly doc: NotebookDocument;
  readonly mounted: Mounted;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Applies an edit as one step; `group` joins it to the one before of the same group. */
  change(doc: NotebookDocument, options?: { readonly group?: string }): void;
  /** Another text from elsewhere, such as an older version, as one step. */
  replace(text: string): void;
  undo(): void;
  redo(): void;
  runAll(): void;
  /** Writes into the source that had the focus last, else into a new query at the end. */
  insert(text: string): void;
  find(): void;
  outline(): void;
  help(): void;
  setLayout(layout: "beside" | "below"): void;
  destroy(): void;
}

/** How long after the last key the source is checked, in ms. */
const CHECK_AFTER = 300;
/** Typing in one cell that pauses no longer than this is one step to undo, in ms. */
const STEP = 1000;

export function openEditor(options: EditorOptions): NotebookEditor {
  const { document, root, language, catalogue, onChange } = options;
  const build = builder(document);
  const { html } = build;
  let history: History = createHistory(options.doc);
  const views = new Map<number, CellView>();
  const states = new Map<string, CellState>();
  /** What each cell's bytes were when it ran last. */
  const ran = new Map<number, string>();
  let faults: CompileResult["problems"] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const live = html("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
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
    columnsOf: options.columnsOf ?? (() => []),
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
    items: () => kindItems(language, (kind) => add(kind, 0)),
  });
  list.append(html("div", { class: "edit-insert first" }, insertFirst));

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
    let before: Element = list.firstElementChild ?? list;
    for (const one of cells()) {
      const view = views.get(one.key) ?? createView(one);
      view.setCell(one.cell);
      if (before.nextElementSibling !== view.element) {
        const active = document.activeElement;
        before.after(view.element);
        if (active instanceof HTMLElement && view.element.contains(active)) active.focus();
      }
      before = view.element;
    }
  };

  const isEdited = ({ key, cell }: DocumentCell): boolean => ran.get(key) !== cell.raw;
  const showStates = (): void => {
    for (const one of cells()) {
      mounted.markStale(one.cell.id, isEdited(one));
      views.get(one.key)?.setState(states.get(one.cell.id) ?? null, isEdited(one));
    }
  };
  /** What the file says and what running said, each at its cell. */
  const showProblems = (): void => {
    for (const one of cells()) {
      const { key, cell } = one;
      const own: CellProblem[] = faults.filter((fault) => fault.cell === cell.id);
      // What waits for another cell says so in its state; the fault is that cell's.
      const state = states.get(cell.id);
      const error = state?.status === "failed" ? state.error : null;
      const isNew =
        error && !isEdited(one) && own.every(({ message }) => message !== error.message);
      const all = isNew ? [...own, error] : own;
      views.get(key)?.setProblems(all.map((problem) => placeInCell(problem, cell.line)));
    }
  };

  const compile = (): CompileResult => compileNotebook(doc().text, { slug: doc().slug });
  const check = (): void => {
    clearTimeout(timer);
    faults = compile().problems;
    showProblems();
  };
  /** Runs what changed; the cells that did not keep their results. */
  const update = (): void => {
    clearTimeout(timer);
    const result = compile();
    faults = result.problems;
    ran.clear();
    for (const { key, cell } of cells()) ran.set(key, cell.raw);
    mounted.update(result.compiled, { problems: result.problems });
    showStates();
    showProblems();
    options.onRun?.(doc());
  };

  const names = (document: NotebookDocument): string =>
    document.cells.map(({ key, cell }) => `${key} ${cell.id} ${cell.kind}`).join("\n");

  /** Takes another state of the history; where cells came, went or moved, it is run at once. */
  const take = (next: History): void => {
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
    onChange(doc());
  };
  const change: NotebookEditor["change"] = (next, { group } = {}) =>
    take(
      commit(history, next, {
        at: performance.now(),
        pause: STEP,
        ...(group === undefined ? {} : { group }),
      }),
    );

  const type = (key: number, source: string): void => {
    const before = doc().cells.length;
    change(setSource(doc(), key, source), { group: `type ${key}` });
    // A fence that was typed makes two cells of one: the cursor goes on where the text went.
    if (doc().cells.length !== before)
      views.get(cells()[indexOf(key) + 1]?.key ?? key)?.source.focus();
  };

  const add = (kind: CellKind, index: number): void => {
    const before = new Set(cells().map(({ key }) => key));
    change(insertCell(doc(), index, starter(kind, cells(), index, language)));
    // Two texts side by side are one: then the one that took it has the focus.
    const made =
      cells().find(({ key }) => !before.has(key)) ?? cells()[Math.min(index, cells().length - 1)];
    if (!made) return;
    views.get(made.key)?.source.focus({ from: 0, to: made.cell.source.length });
    announce(tell(language, "said.added", cellName(made.cell, language)));
  };

  /** The cell in whose source the cursor was last. */
  let typedIn: number | null = null;
  root.addEventListener("focusin", () => {
    for (const [key, view] of views) if (view.source.hasFocus) typedIn = key;
  });
  const insert = (text: string): void => {
    const source = typedIn === null ? undefined : views.get(typedIn)?.source;
    if (source) {
      source.insert(text);
      source.focus();
      return;
    }
    const index = cells().length;
    change(insertCell(doc(), index, { kind: "sql", source: `SELECT * FROM ${text} LIMIT 100` }));
    focusCell(index);
  };

  const remove = (key: number): void => {
    const index = indexOf(key);
    const cell = cells()[index]?.cell;
    if (!cell) return;
    change(removeCell(doc(), key));
    focusCell(Math.min(index, cells().length - 1));
    const keys = keyText(keyTable.undo.keys[0], { mac: isMac() });
    announce(tell(language, "said.deleted", cellName(cell, language), keys));
  };

  const focusCell = (index: number): void => {
    const view = views.get(cells()[index]?.key ?? -1);
    if (view) view.focus();
    else insertFirst.querySelector("button")?.focus();
  };

  const move = (key: number, by: 1 | -1): void => {
    const view = views.get(key);
    const inSource = view?.source.hasFocus ?? false;
    change(moveCell(doc(), key, indexOf(key) + by));
    if (inSource) view?.source.focus();
    else view?.focus();
    const cell = cells()[indexOf(key)]?.cell;
    if (!cell) return;
    const name = cellName(cell, language);
    announce(tell(language, "said.moved", name, indexOf(key) + 1, cells().length));
  };

  const duplicate = (key: number): void => {
    change(duplicateCell(doc(), key));
    focusCell(indexOf(key) + 1);
  };

  const run = (key: number): void => {
    const cell = cells()[indexOf(key)];
    if (!cell) return;
    const wasEdited = cells().some(isEdited);
    const isSame = !isEdited(cell);
    if (wasEdited) update();
    // What did not change runs because somebody asked.
    if (isSame) mounted.run(cell.cell.id);
    announce(tell(language, "said.running", cellName(cell.cell, language)));
  };

  const runNext = (key: number): void => {
    const inSource = views.get(key)?.source.hasFocus ?? false;
    run(key);
    const index = indexOf(key) + 1;
    if (index >= cells().length) return add(cells()[index - 1]?.cell.kind ?? "sql", index);
    const next = views.get(cells()[index]?.key ?? -1);
    if (inSource) next?.source.focus();
    next?.focus();
    if (inSource) next?.source.focus();
  };

  const format = async (key: number): Promise<void> => {
    const cell = cells()[indexOf(key)]?.cell;
    if (cell?.kind !== "sql") return;
    try {
      const { formatSql } = await import("./format.ts");
      change(setSource(doc(), key, formatSql(cell.source)));
      announce(tell(language, "said.formatted"));
    } catch (error) {
      const [message = ""] = String(error instanceof Error ? error.message : error).split("\n");
      announce(tell(language, "said.not_formatted", message));
    }
  };

  const rename = async (key: number): Promise<void> => {
    const cell = cells()[indexOf(key)]?.cell;
    if (!cell || cell.kind === "markdown") return;
    const readers = readersOf(doc(), key).length;
    const name = await ask(build, {
      language,
      title: tell(language, "rename.title", cell.id),
      label: tell(language, "rename.label"),
      value: cell.id,
      ...(readers > 0 ? { note: tell(language, "rename.note", readers) } : {}),
      check: (value) => refusal(value, cell.id),
    });
    if (name === null || name === cell.id) return;
    change(renameCell(doc(), key, name));
    announce(tell(language, "said.renamed", cell.id, name));
  };
  const refusal = (value: string, old: string): string | null => {
    if (!/^[A-Za-z_][\w-]*$/.test(value) || /^cell-\d+$/i.test(value))
      return tell(language, "rename.invalid", value);
    const taken = cells().some(
      ({ cell }) => cell.id !== old && cell.id.toLowerCase() === value.toLowerCase(),
    );
    return taken ? tell(language, "rename.taken", value) : null;
  };

  const chooseData = async (key: number): Promise<void> => {
    const cell = cells()[indexOf(key)]?.cell;
    if (!cell) return;
    const sources = cells().filter(({ cell: { kind } }) => kind === "sql" || kind === "js");
    const data = await ask(build, {
      language,
      title: tell(language, "cell.attributes"),
      label: tell(language, "cell.attributes"),
      value: cell.attributes["data"] ?? "",
      choices: [
        { value: "", label: tell(language, "cell.no_data") },
        ...sources.map(({ cell: { id } }) => ({ value: id, label: id })),
      ],
    });
    if (data === null) return;
    change(setAttribute(doc(), key, "data", data === "" ? null : data));
    update();
  };

  const hide = (key: number): void => {
    const view = views.get(key);
    if (!view) return;
    view.setHidden(!view.element.hasAttribute("data-hidden"));
    view.focus();
  };

  const act = (key: number, action: CellAction): boolean => {
    if (typeof action === "object") {
      if ("kind" in action) change(setKind(doc(), key, action.kind));
      else add(action.add, indexOf(key) + (action.where === "below" ? 1 : 0));
      return true;
    }
    const id = cells()[indexOf(key)]?.cell.id ?? "";
    const acts: Partial<Record<string, () => void>> = {
      run: () => run(key),
      runNext: () => runNext(key),
      stop: () => mounted.cancel(id),
      up: () => move(key, -1),
      down: () => move(key, 1),
      duplicate: () => duplicate(key),
      delete: () => remove(key),
      rename: () => void rename(key),
      data: () => void chooseData(key),
      format: () => void format(key),
      hide: () => hide(key),
      addAbove: () => addBeside(key, 0),
      addBelow: () => addBeside(key, 1),
      previousCell: () => focusCell(Math.max(indexOf(key) - 1, 0)),
      nextCell: () => focusCell(Math.min(indexOf(key) + 1, cells().length - 1)),
      firstCell: () => focusCell(0),
      lastCell: () => focusCell(cells().length - 1),
    };
    const own = acts[action];
    if (own) own();
    else return command(action);
    return true;
  };

  /** Opens the menu of kinds at the place. */
  const addBeside = (key: number, after: 0 | 1): void => {
    const index = indexOf(key) + after;
    const host = index === 0 ? insertFirst : views.get(cells()[index - 1]?.key ?? -1)?.element;
    const button = host?.querySelector<HTMLElement>("[data-action=add]");
    button?.scrollIntoView({ block: "nearest" });
    button?.click();
  };

  const step = (next: History, word: "said.undone" | "said.redone"): void => {
    if (next === history) {
      announce(tell(language, "said.nothing"));
      return;
    }
    const before = doc();
    const active = document.activeElement;
    take(next);
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
    } else if (!active?.isConnected) focusCell(0);
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

  root.replaceChildren(live, list);
  sync();
  const first = compile();
  faults = first.problems;
  for (const { key, cell } of cells()) ran.set(key, cell.raw);
  const mounted = options.mount(first, {
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
      views.get(one.key)?.setState(state, isEdited(one));
      showProblems();
    },
  });
  showStates();
  showProblems();

  return {
    get doc() {
      return doc();
    },
    get mounted() {
      return mounted;
    },
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    change,
    replace: (text) => {
      change(replaceText(doc(), text));
      update();
    },
    undo: () => void command("undo"),
    redo: () => void command("redo"),
    runAll() {
      if (cells().some(isEdited)) update();
      for (const { cell } of cells()) if (cell.kind === "sql") mounted.run(cell.id);
    },
    insert,
    find,
    outline,
    help: () => void command("help"),
    setLayout: (layout) => (root.dataset["layout"] = layout),
    destroy() {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKey);
      for (const view of views.values()) view.destroy();
      mounted.dispose();
    },
  };
}
