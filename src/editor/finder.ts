import type { Builder } from "../dom/index.ts";
import { findAll, type Found } from "./find.ts";
import { editorText } from "../words/editor.ts";

export interface FinderOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly sources: () => readonly { readonly key: number; readonly source: string }[];
  /** Selects a place; `focus` takes the focus there too. */
  readonly show: (place: Found, focus: boolean) => void;
  readonly onClose: () => void;
}

export interface Finder {
  readonly element: HTMLElement;
  focus(): void;
  /** To the next place found, or the one before. */
  go(by: 1 | -1): void;
}

/** The bar that finds a text in all sources; Enter goes on, Escape goes to the place. */
export function createFinder({ build, language, sources, show, onClose }: FinderOptions): Finder {
  const { html } = build;
  const field = html("input", {
    type: "search",
    "aria-label": editorText(language, "find.title"),
    placeholder: editorText(language, "find.title"),
    autocomplete: "off",
  });
  const status = html("span", { role: "status" });
  const button = (word: "find.previous" | "find.next" | "dialog.close", act: () => void) => {
    const element = html("button", { type: "button" }, editorText(language, word));
    element.addEventListener("click", act);
    return element;
  };
  let found: readonly Found[] = [];
  let at = -1;
  const seek = (): void => {
    found = findAll(sources(), field.value);
    if (found.length === 0) status.textContent = field.value && editorText(language, "find.none");
  };
  const go = (by: 1 | -1): void => {
    seek();
    const place = found.at((at + by + found.length) % Math.max(found.length, 1));
    if (!place) return;
    at = found.indexOf(place);
    status.textContent = editorText(language, "find.count", at + 1, found.length);
    show(place, false);
  };
  const close = (): void => {
    const place = found[at];
    element.remove();
    if (place) show(place, true);
    onClose();
  };
  const element = html(
    "div",
    { class: "edit-find", role: "search" },
    field,
    status,
    button("find.previous", () => go(-1)),
    button("find.next", () => go(1)),
    button("dialog.close", close),
  );
  field.addEventListener("input", () => {
    at = -1;
    go(1);
  });
  element.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && event.target === field) go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    element,
    focus() {
      field.focus();
      field.select();
    },
    go,
  };
}
