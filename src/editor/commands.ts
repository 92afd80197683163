import type { NotebookDocument } from "../notebook/editing.ts";
import type { Bench } from "./bench.ts";
import { createFinder, type Finder } from "./finder.ts";
import { openHelp } from "./help.ts";
import { commandOf, type Command } from "./keys.ts";
import { openOutline } from "./outline-dialog.ts";
import type { Steps } from "./steps.ts";
import { editorText } from "../words/editor.ts";

/** What is done with the whole notebook, by key, menu or call. */
export interface Commands {
  /** False where the name is none of these. */
  run(name: Command): boolean;
  destroy(): void;
}

/** The bar that finds a text: one for the notebook, made when it is asked for. */
function createFinding({ build, language, root, cells, views }: Bench) {
  let finder: Finder | null = null;
  const open = (): void => {
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
  const next = (): void => (finder ? finder.go(1) : open());
  return { open, next };
}

function outline({ build, language, cells, views }: Bench): void {
  openOutline(build, language, cells(), ({ key, line }) => {
    const view = views.get(key);
    view?.focus();
    view?.element.scrollIntoView({ block: "start" });
    if (line > 1) view?.source.reveal(line);
  });
}

/** The focus goes to what changed, so that undo is seen; else it stays. */
function focusChange({ cells, views }: Bench, before: NotebookDocument, active: Element | null) {
  const old = new Map(before.cells.map(({ key, cell }) => [key, cell.raw]));
  const changed = cells().find(({ key, cell }) => old.get(key) !== cell.raw);
  const view = changed && views.get(changed.key);
  if (view) {
    const wasTyping = active?.closest(".cm-editor") !== null;
    if (wasTyping) view.source.focus();
    else view.focus();
    view.element.scrollIntoView({ block: "nearest" });
  } else if (!active?.isConnected) views.focusAt(0);
}

export function createCommands(bench: Bench, steps: Steps, onSave: () => void): Commands {
  const { build, language, announce } = bench;
  const { document } = build;
  const step = (take: () => boolean, word: "said.undone" | "said.redone"): void => {
    const before = steps.doc;
    const active = document.activeElement;
    if (!take()) return announce(editorText(language, "said.nothing"));
    announce(editorText(language, word));
    focusChange(bench, before, active);
  };
  const finding = createFinding(bench);
  const commands: Partial<Record<Command, () => void>> = {
    undo: () => step(steps.undo, "said.undone"),
    redo: () => step(steps.redo, "said.redone"),
    save: onSave,
    find: finding.open,
    findNext: finding.next,
    outline: () => outline(bench),
    help: () => openHelp(build, language),
  };
  const run = (name: Command): boolean => {
    commands[name]?.();
    return commands[name] !== undefined;
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const { target } = event;
    const isField = target instanceof Element && target.closest("input, textarea, select, dialog");
    const name = commandOf(event, ["anywhere"]) ?? (event.key === "?" && !isField ? "help" : null);
    // Undo within another field is that field's.
    if (name === null || (isField && (name === "undo" || name === "redo"))) return;
    if (run(name)) event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return { run, destroy: () => document.removeEventListener("keydown", onKey) };
}
