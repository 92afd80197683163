import { builder } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../facts/index.ts";
import { say } from "../../i18n/index.ts";
import { createIndex, search, type SearchIndex } from "../../search/index.ts";
import { searchFrame } from "./frame.ts";
import { groupHits, type Target } from "./hits.ts";
import { activeOptions } from "./options.ts";
import { countText, resultsView, type Choice } from "./results.ts";
import { errorText } from "../page/status.ts";

export interface SearchOptions {
  readonly document: Document;
  /** The page's language when the dialog opens. */
  readonly language: () => Language;
  /** The loaded tables; no engine is needed. Rejects where they cannot be had. */
  readonly load: () => Promise<Archive>;
  /** A hit was chosen; `source` had the focus before. */
  readonly onChoose: (target: Target, source: HTMLElement) => void;
}

export interface Search {
  /** Opens the dialog, or takes the focus back to it. */
  open(): void;
}

interface Library {
  readonly archive: Archive;
  readonly index: SearchIndex;
}

function libraryOf(archive: Archive): Library {
  const start = performance.now();
  const rows = <T>(table: ReadonlyMap<string, T>) => [...table.values()];
  const index = createIndex({
    regions: rows(archive.regions),
    metrics: rows(archive.metrics),
    reports: rows(archive.reports),
    facts: rows(archive.facts),
  });
  performance.measure("fadu:search-index", { start, end: performance.now() });
  return { archive, index };
}

/** The search of a page: one dialog at a time, its index built when it is first opened. */
export function createSearch(options: SearchOptions): Search {
  let library: Library | null = null;
  let dialog: Dialog | null = null;
  const load = async (): Promise<Library> => {
    const archive = await options.load();
    return (library ??= libraryOf(archive));
  };
  return {
    open() {
      if (dialog) return dialog.focus();
      const source = sourceOf(options.document);
      dialog = openDialog(options.document, options.language(), load, (target) => {
        dialog = null;
        if (target === "left") return;
        if (target === null) source.focus();
        else options.onChoose(target, source);
      });
    },
  };
}

/** What has the focus, which it gets back; else the button that opens the search. */
function sourceOf(document: Document): HTMLElement {
  const { activeElement: active, body } = document;
  const button = document.querySelector<HTMLElement>("[data-action=search]");
  const isElement = active && active !== body && "focus" in active;
  return isElement ? (active as HTMLElement) : (button ?? body);
}

interface Dialog {
  focus(): void;
}

/** `onEnd` is told what was chosen; null where it was closed, `left` where the focus went on. */
function openDialog(
  document: Document,
  language: Language,
  load: () => Promise<Library>,
  onEnd: (target: Target | "left" | null) => void,
): Dialog {
  const frame = searchFrame(document, language);
  const { element, field, list, status, note, close } = frame;
  const build = builder(document);
  const active = activeOptions(field);
  let choices: readonly Choice[] = [];
  let isComposing = false;
  let isOpen = true;

  const end = (target: Target | "left" | null): void => {
    if (!isOpen) return;
    isOpen = false;
    document.removeEventListener("pointerdown", onOutside);
    element.remove();
    onEnd(target);
  };
  const onOutside = ({ target }: Event): void => {
    if (target instanceof Node && !element.contains(target)) end("left");
  };
  const choose = (option: Element | null): void => {
    const choice = choices.find((one) => one.element === option);
    if (choice) end(choice.target);
  };

  /** Shows the list of a query, or, without one, what can be searched. */
  const show = ({ archive, index }: Library): void => {
    const query = field.value.trim();
    const groups = groupHits(search(index, query, { language, limit: Infinity }));
    const context = { build, language, catalogue: archive, query };
    const results = resultsView(groups, context);
    choices = results.choices;
    list.replaceChildren();
    list.append(...(results.elements as Element[]));
    list.hidden = groups.length === 0;
    field.setAttribute("aria-expanded", String(groups.length > 0));
    active.set(choices.map((choice) => choice.element));
    const isEmpty = query === "";
    status.textContent = isEmpty
      ? ""
      : groups.length > 0
        ? countText(groups, context)
        : say(language, "search.nothing", query);
    note.hidden = groups.length > 0;
    note.replaceChildren(build.html("p", {}, say(language, "search.what")));
    list.scrollTop = 0;
  };
  const fail = (error: unknown): void => {
    const again = build.html("button", { type: "button" }, say(language, "engine.retry"));
    again.addEventListener("click", () => {
      field.focus();
      void update();
    });
    const text = say(language, "search.failed", errorText(language, error));
    status.textContent = "";
    note.hidden = false;
    note.replaceChildren(build.html("p", { class: "problem", role: "alert" }, text, again));
  };
  const update = async (): Promise<void> => {
    const waiting = setTimeout(() => {
      status.textContent = say(language, "search.loading");
    }, 150);
    try {
      const library = await load();
      clearTimeout(waiting);
      if (isOpen) show(library);
    } catch (error) {
      clearTimeout(waiting);
      if (isOpen) fail(error);
    }
  };

  field.addEventListener("compositionstart", () => (isComposing = true));
  field.addEventListener("compositionend", () => {
    isComposing = false;
    void update();
  });
  field.addEventListener("input", () => {
    if (!isComposing) void update();
  });
  element.addEventListener("keydown", (event) => {
    // While a word is composed, the keys belong to the input method.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = keys[event.key];
    if (!act || (event.target !== field && event.key !== "Escape") || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => active.move(1),
    ArrowUp: () => active.move(-1),
    Home: () => active.move("first"),
    End: () => active.move("last"),
    Enter: () => choose(active.current),
    Escape: () => end(null),
  };
  // The focus stays in the field, so that typing goes on.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element) choose(target.closest("[role=option]"));
  });
  close.addEventListener("click", () => end(null));
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget)) end("left");
  });
  document.addEventListener("pointerdown", onOutside);
  document.body.append(element);
  field.focus();
  void update();
  return {
    focus() {
      field.focus();
      field.select();
    },
  };
}
