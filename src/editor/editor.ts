import { builder } from "../dom/index.ts";
import { replaceText, setSource, type DocumentCell } from "../notebook/editing.ts";
import { createActs } from "./acts.ts";
import { addCell } from "./adding.ts";
import type { Bench } from "./bench.ts";
import { createCellView, type CellView } from "./cell.ts";
import { createCommands } from "./commands.ts";
import { plainOffer } from "./complete-yaml.ts";
import type { EditorOptions, NotebookEditor } from "./options.ts";
import { createReports } from "./reports.ts";
import { createRunning, type Running } from "./running.ts";
import { createSteps } from "./steps.ts";
import { createViews } from "./views.ts";
import { createWriting } from "./writing.ts";

/** Text for those who do not see the page. */
function createAnnouncer(element: HTMLElement): (text: string) => void {
  return (text) => {
    // The same words twice are spoken twice only where they differ.
    element.textContent = element.textContent === text ? `${text}\u00a0` : text;
  };
}

/** The parts of an editor, each with what it knows of the others. */
function openParts(options: EditorOptions) {
  const { document, root, language } = options;
  const build = builder(document);
  const { html } = build;
  const live = html("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  const steps = createSteps(options.doc, (before, hand) => {
    views.sync();
    running.follow(before);
    options.onChange(steps.doc, hand);
  });
  const cells = (): readonly DocumentCell[] => steps.doc.cells;
  const views = createViews<CellView>({
    build,
    language,
    cells,
    create: (cell) => createView(cell),
    onAddFirst: (kind) => addCell(bench, kind, 0),
  });
  const reports = createReports({ build, language, cells, viewOf: views.get });
  const bench: Bench = {
    build,
    language,
    root,
    views,
    doc: () => steps.doc,
    cells,
    indexOf: (key) => cells().findIndex((one) => one.key === key),
    running: () => running,
    change: steps.change,
    isEdited: reports.isEdited,
    announce: createAnnouncer(live),
  };
  const commands = createCommands(bench, steps, options.onSave);
  const createView = viewMaker(options, bench, createActs(bench, commands.run));
  const writing = createWriting(bench);
  root.replaceChildren(live, reports.front, views.element);
  views.sync();
  const running: Running = createRunning({
    ...options,
    doc: bench.doc,
    reports,
    whenBuilt: views.whenBuilt,
    place: (id) => {
      const found = cells().find(({ cell }) => cell.id === id);
      return (found && views.get(found.key)?.output) ?? html("div");
    },
  });
  return { steps, views, running, commands, writing };
}

/** How a cell gets its view, with what the view asks of the notebook. */
function viewMaker(options: EditorOptions, bench: Bench, act: ReturnType<typeof createActs>) {
  const { language, catalogue, offer = plainOffer, results, onOutput } = options;
  const { build, cells, indexOf, views } = bench;
  const type = (key: number, source: string): void => {
    const before = cells().length;
    bench.change(setSource(bench.doc(), key, source), { group: `type ${key}` });
    // A fence that was typed makes two cells of one: the cursor goes on where the text went.
    if (cells().length !== before) views.get(cells()[indexOf(key) + 1]?.key ?? key)?.source.focus();
  };
  return ({ key, cell }: DocumentCell): CellView => {
    const view = createCellView({
      build,
      language,
      key,
      cell,
      surroundings: () => ({
        language,
        catalogue: catalogue(),
        cells: cells()
          .filter((one) => one.key !== key)
          .map(({ cell: { id, kind } }) => ({ id, kind })),
        columnsOf: (id) => bench.running().columnsOf(id),
      }),
      offer,
      onChange: (source) => type(key, source),
      onAction: (action) => act(key, action),
      ...(results ? { results } : {}),
    });
    onOutput?.(view.output);
    return view;
  };
}

/** Opens a notebook for editing in a place of the page. */
export function openEditor(options: EditorOptions): NotebookEditor {
  const { steps, views, running, commands, writing } = openParts(options);
  return {
    get doc() {
      return steps.doc;
    },
    mounted: running.mounted,
    opened: running.opened,
    get canUndo() {
      return steps.canUndo;
    },
    get canRedo() {
      return steps.canRedo;
    },
    change: steps.change,
    replace(text) {
      steps.change(replaceText(steps.doc, text), { hand: "elsewhere" });
      running.update();
    },
    undo: () => void commands.run("undo"),
    redo: () => void commands.run("redo"),
    runAll: running.runAll,
    insert: writing.insert,
    ask: writing.ask,
    find: () => void commands.run("find"),
    outline: () => void commands.run("outline"),
    help: () => void commands.run("help"),
    setLayout: (layout) => (options.root.dataset["layout"] = layout),
    destroy() {
      views.destroy();
      commands.destroy();
      running.destroy();
    },
  };
}
