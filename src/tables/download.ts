import type { Table } from "apache-arrow";
import { builder } from "../dom/index.ts";
import type { Language } from "../facts/index.ts";
import {
  exportTable,
  fileName,
  outFormats,
  type ExportOptions,
  type OutFormat,
  type ProvenanceOf,
} from "../files/index.ts";
import { formatNumber } from "../i18n/index.ts";
import { errorWords } from "./say.ts";
import { tell } from "./words.ts";

export interface DownloadOptions {
  readonly document: Document;
  readonly language: Language;
  /** Names the file: the cell’s id. */
  readonly id: string;
  /** The result, asked for when a format is chosen; null where there is none yet. */
  readonly table: () => Table | null | Promise<Table | null>;
  /** What comes along for rows that rest on figures. */
  readonly provenance?: ProvenanceOf;
  /** Default: the browser's download. */
  readonly save?: (blob: Blob, name: string) => void;
  /** Default: the clipboard. Gets the text while the reader's click still counts. */
  readonly copy?: (text: Promise<string>) => Promise<void>;
  readonly write?: (table: Table, format: OutFormat, options: ExportOptions) => Promise<Blob>;
}

const copied: readonly OutFormat[] = ["tsv", "markdown"];

/** A button that opens a list of formats; it says how it goes, and can be stopped. */
export function downloadMenu(options: DownloadOptions): HTMLElement {
  const { document, language } = options;
  const { html } = builder(document);
  const summary = html("summary", { "data-action": "download" }, tell(language, "out.download"));
  const buttons = outFormats.map((format) =>
    html("button", { type: "button", "data-format": format }, tell(language, `out.${format}`)),
  );
  const status = html("span", { role: "status" });
  const stop = html("button", { type: "button", hidden: true }, tell(language, "own.cancel"));
  const list = html(
    "ul",
    {},
    buttons.map((button) => html("li", {}, button)),
  );
  const menu = html("details", { class: "own-menu" }, summary, list);
  const element = html("div", { class: "own-out" }, menu, status, stop);
  let abort: AbortController | null = null;

  const run = async (format: OutFormat): Promise<void> => {
    abort?.abort();
    const own = (abort = new AbortController());
    menu.open = false;
    summary.focus();
    stop.hidden = false;
    const say = (text: string): void => {
      if (abort === own) status.textContent = text;
    };
    try {
      say(await written(format, options, own.signal, say));
    } catch (error) {
      say(own.signal.aborted ? tell(language, "out.cancelled") : failed(error, options));
    }
    if (abort === own) stop.hidden = true;
  };

  stop.addEventListener("click", () => {
    abort?.abort();
    summary.focus();
  });
  buttons.forEach((button, index) => {
    const format = outFormats[index];
    if (format) button.addEventListener("click", () => void run(format));
  });
  menu.addEventListener("keydown", (event) => steer(event, menu, summary, buttons));
  return element;
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
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  menu.open = true;
  const at = buttons.findIndex((button) => button === menu.ownerDocument.activeElement);
  const next = at < 0 && step < 0 ? buttons.length - 1 : at + step;
  buttons[(next + buttons.length) % buttons.length]?.focus();
}

function failed(error: unknown, { language, id }: DownloadOptions): string {
  return tell(language, "out.failed", errorWords(language, error, id));
}

/** Writes and hands over; resolves with what to say of it. */
async function written(
  format: OutFormat,
  { document, language, id, table: ask, provenance, ...world }: DownloadOptions,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<string> {
  const { save = saveAs(document), copy = copyText(document), write = exportTable } = world;
  const work = async (): Promise<{ readonly blob: Blob; readonly rows: number } | null> => {
    const table = await ask();
    signal.throwIfAborted();
    if (table === null) return null;
    const onRows = (rows: number): void =>
      say(tell(language, "out.writing", formatNumber(rows, language)));
    const blob = await write(table, format, { provenance, signal, onRows });
    return { blob, rows: table.numRows };
  };
  const working = work();
  if (copied.includes(format)) {
    // Asked for at once: a clipboard forgets the click while a result is written.
    const text = working.then((found) => found?.blob.text() ?? "");
    await copy(text);
    const found = await working;
    if (found === null) return tell(language, "out.empty");
    return tell(language, "out.copied", formatNumber(found.rows, language));
  }
  const found = await working;
  signal.throwIfAborted();
  if (found === null) return tell(language, "out.empty");
  const name = fileName(id, found.rows, format);
  save(found.blob, name);
  return tell(language, "out.saved", name);
}

function saveAs(document: Document): (blob: Blob, name: string) => void {
  return (blob, download) => {
    const href = URL.createObjectURL(blob);
    builder(document).html("a", { href, download }).click();
    // The browser reads it a moment later.
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };
}

function copyText(document: Document): (text: Promise<string>) => Promise<void> {
  return async (text) => {
    const { clipboard } = document.defaultView?.navigator ?? navigator;
    const blob = text.then((found) => new Blob([found], { type: "text/plain" }));
    await clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  };
}
