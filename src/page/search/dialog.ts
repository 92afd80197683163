import { builder } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import { search, type SearchIndex } from "../../domain/search/index.ts";
import { errorText } from "../shell/status.ts";
import { searchFrame, type SearchFrame } from "./frame.ts";
import { groupHits, type Target } from "./hits.ts";
import { activeOptions, type ActiveOptions } from "./options.ts";
import { countText, resultsView, type Choice } from "./results.ts";
import { onTyped } from "./typed.ts";

export interface SearchData {
  readonly archive: Archive;
  readonly index: SearchIndex;
}

/** How a search ended: with what was chosen, closed by the reader, or left for something else. */
export type SearchEnd = Target | "closed" | "left";

export interface SearchDialogOptions {
  readonly document: Document;
  readonly language: Language;
  readonly load: () => Promise<SearchData>;
  readonly onEnd: (end: SearchEnd) => void;
}

export interface SearchDialog {
  focus(): void;
}

/** What was found for a query, as a list of which one option is active. */
interface Results extends Pick<ActiveOptions, "move"> {
  /** Shows the list of a query, or, without one, what can be searched. */
  show(data: SearchData, query: string): void;
  showLoading(): void;
  showError(error: unknown, onRetry: () => void): void;
  /** Where the active option leads; null where there is none. */
  target(): Target | null;
  /** Where an option leads; null where it leads nowhere. */
  targetOf(option: Element | null): Target | null;
}

function createResults(
  document: Document,
  language: Language,
  { field, list, note, status }: SearchFrame,
): Results {
  const build = builder(document);
  const active = activeOptions(field);
  let choices: readonly Choice[] = [];
  const targetOf = (option: Element | null): Target | null =>
    choices.find(({ element }) => element === option)?.target ?? null;
  return {
    move: active.move,
    targetOf,
    target: () => targetOf(active.current),
    show({ archive, index }, query) {
      const groups = groupHits(search(index, query, { language, limit: Infinity }));
      const isFound = groups.length > 0;
      const context = { build, language, catalogue: archive, query };
      const results = resultsView(groups, context);
      choices = results.choices;
      list.replaceChildren();
      list.append(...(results.elements as Element[]));
      list.hidden = !isFound;
      list.scrollTop = 0;
      field.setAttribute("aria-expanded", String(isFound));
      active.set(choices.map(({ element }) => element));
      const nothing = query === "" ? "" : say(language, "search.nothing", query);
      status.textContent = isFound ? countText(groups, context) : nothing;
      note.hidden = isFound;
      note.replaceChildren(build.html("p", {}, say(language, "search.what")));
    },
    showLoading: () => (status.textContent = say(language, "search.loading")),
    showError(error, onRetry) {
      const again = build.html("button", { type: "button" }, say(language, "engine.retry"));
      again.addEventListener("click", onRetry);
      const text = say(language, "search.failed", errorText(language, error));
      status.textContent = "";
      note.hidden = false;
      note.replaceChildren(build.html("p", { class: "problem", role: "alert" }, text, again));
    },
  };
}

/** Opens the search: a field, and below it what is found for what stands in it. */
export function openSearchDialog(options: SearchDialogOptions): SearchDialog {
  const { document, language, load, onEnd } = options;
  const frame = searchFrame(document, language);
  const { element, field } = frame;
  const results = createResults(document, language, frame);
  let isOpen = true;

  const onOutside = ({ target }: Event): void => {
    if (target instanceof Node && !element.contains(target)) end("left");
  };
  const end = (how: SearchEnd | null): void => {
    if (!isOpen || how === null) return;
    isOpen = false;
    document.removeEventListener("pointerdown", onOutside);
    element.remove();
    onEnd(how);
  };
  const update = async (): Promise<void> => {
    const waiting = setTimeout(results.showLoading, 150);
    try {
      const data = await load();
      if (isOpen) results.show(data, field.value.trim());
    } catch (error) {
      const retry = (): void => {
        field.focus();
        void update();
      };
      if (isOpen) results.showError(error, retry);
    } finally {
      clearTimeout(waiting);
    }
  };

  onTyped(field, () => void update());
  onKeys(frame, {
    ArrowDown: () => results.move(1),
    ArrowUp: () => results.move(-1),
    Home: () => results.move("first"),
    End: () => results.move("last"),
    Enter: () => end(results.target()),
    Escape: () => end("closed"),
  });
  // The focus stays in the field, so that typing goes on.
  frame.list.addEventListener("pointerdown", (event) => event.preventDefault());
  frame.list.addEventListener("click", ({ target }) => {
    if (target instanceof Element) end(results.targetOf(target.closest("[role=option]")));
  });
  frame.close.addEventListener("click", () => end("closed"));
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

/** Keys of the field; Escape is heard from the whole dialog. */
function onKeys({ element, field }: SearchFrame, keys: Readonly<Record<string, () => void>>): void {
  element.addEventListener("keydown", (event) => {
    // While a word is composed, the keys belong to the input method.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = keys[event.key];
    if (!act || (event.target !== field && event.key !== "Escape") || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}
