import type { Table } from "apache-arrow";
import { builder, saveAs } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import {
  exportTable,
  fileName,
  outFormats,
  type About,
  type ExportOptions,
  type OutFormat,
  type ProvenanceOf,
} from "../index.ts";
import { formatNumber } from "../../words/index.ts";
import { fillMenu, type MenuEntry } from "./menu.ts";
import { errorWords } from "./say.ts";
import { tableText } from "../../words/data-files.ts";

export interface DownloadOptions {
  readonly document: Document;
  readonly language: Language;
  /** Names the file: the cell’s id. */
  readonly id: string;
  /** The result, asked for when a format is chosen; null where there is none yet. */
  readonly table: () => Table | null | Promise<Table | null>;
  /** What comes along for rows that rest on figures. */
  readonly provenance?: ProvenanceOf;
  /** What is said of the whole result, written into the file where its format has a place for it. */
  readonly about?: () => About;
  /** Default: a name of id, rows and day. */
  readonly fileNameOf?: (format: OutFormat, rows: number) => string;
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
  const summary = html(
    "summary",
    { "data-action": "download" },
    tableText(language, "out.download"),
  );
  const menu = html("details", { class: "own-menu" }, summary);
  const { status, stop } = fillMenu(menu, [{ entries: formatEntries(outFormats, options) }], {
    document,
    language,
    failed: (error) => failed(error, options),
  });
  return html("div", { class: "own-out" }, menu, status, stop);
}

/** An entry for each format, which writes the result and hands it over. */
export function formatEntries(
  formats: readonly OutFormat[],
  options: DownloadOptions,
): MenuEntry[] {
  return formats.map((format) => ({
    key: format,
    text: tableText(options.language, `out.${format}`),
    run: (signal, say) => written(format, options, signal, say),
  }));
}

/** Why nothing was written. */
export function failed(
  error: unknown,
  { language, id }: Pick<DownloadOptions, "language" | "id">,
): string {
  return tableText(language, "out.failed", errorWords(language, error, id));
}

/** Writes and hands over; resolves with what to say of it. */
async function written(
  format: OutFormat,
  options: DownloadOptions,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<string> {
  const { document, language, id, table: ask, provenance, about } = options;
  const { save = saveAs(document), copy = copyText(document), write = exportTable } = options;
  const work = async (): Promise<{ readonly blob: Blob; readonly rows: number } | null> => {
    const table = await ask();
    signal.throwIfAborted();
    if (table === null) return null;
    const onRows = (rows: number): void =>
      say(tableText(language, "out.writing", formatNumber(rows, language)));
    const blob = await write(table, format, { provenance, about: about?.(), signal, onRows });
    return { blob, rows: table.numRows };
  };
  const working = work();
  if (copied.includes(format)) {
    // Asked for at once: a clipboard forgets the click while a result is written.
    const text = working.then((found) => found?.blob.text() ?? "");
    await copy(text);
    const found = await working;
    if (found === null) return tableText(language, "out.empty");
    return tableText(language, "out.copied", formatNumber(found.rows, language));
  }
  const found = await working;
  signal.throwIfAborted();
  if (found === null) return tableText(language, "out.empty");
  const name = options.fileNameOf?.(format, found.rows) ?? fileName(id, found.rows, format);
  save(found.blob, name);
  return tableText(language, "out.saved", name);
}

function copyText(document: Document): (text: Promise<string>) => Promise<void> {
  return async (text) => {
    const { clipboard } = document.defaultView?.navigator ?? navigator;
    const blob = text.then((found) => new Blob([found], { type: "text/plain" }));
    await clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  };
}
