import { builder } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import { formatNumber, list, say } from "../words/index.ts";
import type { CellOf } from "./cells.ts";
import type { Lack } from "./consent.ts";

/** The source, folded. */
function sourceElement(document: Document, language: Language, { id, source }: CellOf<"js">) {
  const { html } = builder(document);
  return html(
    "details",
    {},
    html("summary", {}, say(language, "sandbox.source", id)),
    html("pre", { tabindex: 0 }, html("code", {}, source.trim())),
  );
}

/** The source of a js cell where nothing runs: folded, with the reason. */
export function laterElement(document: Document, language: Language, cell: CellOf<"js">): Element {
  const { html } = builder(document);
  return html(
    "div",
    { class: "js-later" },
    sourceElement(document, language, cell),
    html("p", { class: "hint" }, say(language, "sandbox.later")),
  );
}

/** What a cell shows that reads a js cell where none runs. */
export function readsLaterElement(document: Document, language: Language): Element {
  return builder(document).html("p", { class: "hint" }, say(language, "sandbox.later.reads"));
}

/** What a person can do with a js cell besides what is in its sandbox. */
export type Control = "stop" | "again" | Lack;

export interface Box {
  /** The sandbox first, then what is said of it. */
  readonly element: HTMLElement;
  /** Shows a control, or none. */
  offer(control: Control | null): void;
  /** Says which queries came with their first rows only. */
  setCut(cut: readonly { readonly id: string; readonly rows: number; readonly of: number }[]): void;
  /** The code that the box belongs to. */
  setSource(cell: CellOf<"js">): void;
  /** Says all again in the present language. */
  refresh(): void;
}

export interface BoxOptions {
  readonly document: Document;
  readonly language: () => Language;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  /** Whether the code is a stranger's. */
  readonly isStranger: boolean;
  readonly onConsent: (lack: Lack) => void;
  readonly showsSource: boolean;
}

/** The place of a js cell: its sandbox stays in it from run to run. */
export function createBox(options: BoxOptions): Box {
  const { document, language, onStop, onAgain, onConsent, isStranger, showsSource } = options;
  const { html } = builder(document);
  const bar = html("div", { class: "js-bar" });
  const note = html("p", { class: "hint", hidden: true });
  const source = html("div", { class: "js-source" });
  const element = html("div", { class: "js-box" }, bar, note, showsSource ? source : null);
  let cell: CellOf<"js"> | null = null;
  let shown: Control | null = null;
  let cut: Parameters<Box["setCut"]>[0] = [];
  const button = (
    word: "sandbox.stop" | "sandbox.again" | "sandbox.allow" | "sandbox.allow_tables",
    onClick: () => void,
  ) => {
    const action = word === "sandbox.stop" ? "stop" : "run";
    const made = html("button", { type: "button", "data-action": action }, say(language(), word));
    made.addEventListener("click", onClick);
    return made;
  };
  const content = (): (Element | string)[] => {
    if (shown === "stop") return [say(language(), "sandbox.slow"), button("sandbox.stop", onStop)];
    if (shown === "again") return [button("sandbox.again", onAgain)];
    if (shown === null) return [];
    const asked = shown;
    const ask = (text: string, word: "sandbox.allow" | "sandbox.allow_tables") => [
      html("p", {}, text),
      button(word, () => onConsent(asked)),
    ];
    if (asked.code)
      return ask(
        say(language(), isStranger ? "sandbox.consent" : "sandbox.changed"),
        "sandbox.allow",
      );
    const tables = list(
      language(),
      asked.tables.map((table) => `“${table}”`),
    );
    return ask(say(language(), "sandbox.tables", tables), "sandbox.allow_tables");
  };
  const showSource = (): void => {
    const isOpen = source.querySelector("details")?.open ?? false;
    if (cell) source.replaceChildren(sourceElement(document, language(), cell));
    source.querySelector("details")?.toggleAttribute("open", isOpen);
  };
  const refresh = (): void => {
    const hadFocus = bar.contains(document.activeElement);
    bar.replaceChildren(...content());
    if (hadFocus) bar.querySelector("button")?.focus();
    note.hidden = cut.length === 0;
    const number = (n: number) => formatNumber(n, language());
    note.replaceChildren(
      cut
        .map((one) =>
          say(language(), "sandbox.shortened", number(one.rows), number(one.of), one.id),
        )
        .join(" "),
    );
  };
  return {
    element,
    offer(control) {
      if (JSON.stringify(control) === JSON.stringify(shown)) return;
      shown = control;
      refresh();
    },
    setCut(next) {
      cut = next;
      refresh();
    },
    setSource(next) {
      cell = next;
      showSource();
    },
    refresh() {
      refresh();
      showSource();
    },
  };
}
