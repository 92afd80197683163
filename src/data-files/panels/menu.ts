import { builder } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { tableText } from "../../words/data-files.ts";

/** One thing that a menu offers. */
export interface MenuEntry {
  /** Names it to tests and scripts (`data-format`). */
  readonly key: string;
  readonly text: string;
  /** Resolves with what to say when it is done; `say` tells how it goes. */
  readonly run: (signal: AbortSignal, say: (text: string) => void) => Promise<string>;
}

export interface MenuGroup {
  /** Over its entries; none by default. */
  readonly title?: string;
  /** What its entries follow, between title and entries; none by default. */
  readonly control?: HTMLElement;
  readonly entries: readonly MenuEntry[];
}

export interface MenuOptions {
  readonly document: Document;
  readonly language: Language;
  /** Why something did not succeed, in words. */
  readonly failed: (error: unknown) => string;
}

/** What stands beside a menu: how it goes, and a button that stops it. */
export interface MenuState {
  readonly status: HTMLElement;
  readonly stop: HTMLButtonElement;
}

/** Fills a `details` that has its `summary` with a list to choose from by mouse, finger or keys. */
export function fillMenu(
  menu: HTMLDetailsElement,
  groups: readonly MenuGroup[],
  { document, language, failed }: MenuOptions,
): MenuState {
  const { html } = builder(document);
  const summary = menu.querySelector("summary") ?? menu;
  const status = html("span", { role: "status" });
  const stop = html("button", { type: "button", hidden: true }, tableText(language, "own.cancel"));
  let abort: AbortController | null = null;

  const run = async ({ run: act }: MenuEntry): Promise<void> => {
    abort?.abort();
    const own = (abort = new AbortController());
    menu.open = false;
    summary.focus();
    stop.hidden = false;
    const say = (text: string): void => {
      if (abort === own) status.textContent = text;
    };
    try {
      say(await act(own.signal, say));
    } catch (error) {
      say(own.signal.aborted ? tableText(language, "out.cancelled") : failed(error));
    }
    if (abort === own) stop.hidden = true;
  };

  const buttons: HTMLButtonElement[] = [];
  const button = (entry: MenuEntry): HTMLElement => {
    const made = html("button", { type: "button", "data-format": entry.key }, entry.text);
    made.addEventListener("click", () => void run(entry));
    buttons.push(made);
    return html("li", {}, made);
  };
  const list = html(
    "ul",
    {},
    groups.map(({ title, control, entries }) => [
      title ? html("li", { class: "head" }, title) : null,
      control ? html("li", { class: "control" }, control) : null,
      entries.map(button),
    ]),
  );
  menu.append(list);
  stop.addEventListener("click", () => {
    abort?.abort();
    summary.focus();
  });
  menu.addEventListener("keydown", (event) => steer(event, menu, summary, buttons));
  return { status, stop };
}

/** Arrow keys walk through the list, Escape closes it. */
function steer(
  event: KeyboardEvent,
  menu: HTMLDetailsElement,
  summary: HTMLElement,
  buttons: readonly HTMLElement[],
): void {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    summary.focus();
    event.stopPropagation();
    return;
  }
  // A list of its own keeps its arrows.
  if ((event.target as Element).localName === "select") return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  menu.open = true;
  const at = buttons.findIndex((button) => button === menu.ownerDocument.activeElement);
  const next = at < 0 && step < 0 ? buttons.length - 1 : at + step;
  buttons[(next + buttons.length) % buttons.length]?.focus();
}
