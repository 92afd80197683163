import { builder } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";

/** The parts of the search dialog, empty. */
export interface SearchFrame {
  readonly element: HTMLElement;
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  /** What is spoken: how much was found. */
  readonly status: HTMLElement;
  /** What is shown where there is no list: what can be searched, or what went wrong. */
  readonly note: HTMLElement;
  readonly close: HTMLButtonElement;
}

/** A dialog that blocks nothing, with a combobox and its list after the ARIA pattern. */
export function searchFrame(document: Document, language: Language): SearchFrame {
  const { html } = builder(document);
  const field = html("input", {
    type: "text",
    role: "combobox",
    "aria-label": say(language, "search.label"),
    "aria-expanded": "false",
    "aria-controls": "search-list",
    "aria-autocomplete": "list",
    "aria-describedby": "search-keys",
    placeholder: say(language, "search.placeholder"),
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "go",
  });
  const list = html("div", {
    id: "search-list",
    role: "listbox",
    "aria-label": say(language, "search.results"),
    hidden: true,
  });
  const status = html("p", { class: "status", role: "status" });
  const note = html("div", { class: "note" });
  const close = html(
    "button",
    { type: "button", class: "close", "aria-label": say(language, "search.close") },
    "×",
  );
  const element = html(
    "div",
    { "data-panel": "search", role: "dialog", "aria-label": say(language, "search.title") },
    html("div", { class: "bar" }, field, close),
    status,
    note,
    list,
    html("p", { class: "keys", id: "search-keys" }, say(language, "search.keys")),
  );
  return { element, field, list, status, note, close };
}
