import { builder, type Builder } from "../../dom/index.ts";
import type { Engine, KeptTable } from "../../engine/index.ts";
import type { Language } from "../../domain/index.ts";
import { openReader, type FileProblem, type FileReading, type Inspection } from "../index.ts";
import { formatNumber } from "../../words/index.ts";
import { choicesOf, type Decision } from "./choices.ts";
import { createImportForm, type ImportForm } from "./import-form.ts";
import { createLook, problemList } from "./look.ts";
import { errorWords } from "./say.ts";
import { tableText } from "../../words/data-files.ts";

export interface ImportOptions {
  readonly document: Document;
  readonly language: Language;
  readonly file: File;
  readonly engine: Pick<Engine, "addTable">;
  /** Names that are taken by tables of ours; an own table of the same name is replaced. */
  readonly taken: readonly string[];
  /** Called when the table is in; the panel then says how it went. */
  readonly onDone?: (table: KeptTable, wish: { readonly keep: boolean }) => void;
  /** Called when the reader cancels, or is done with it. */
  readonly onClose?: () => void;
  /** Further elements when the table is in, such as the check of figures. */
  readonly after?: (table: KeptTable) => Element | null;
  /** Default: a worker of this page. */
  readonly open?: (file: File) => FileReading;
}

export interface ImportPanel {
  readonly element: HTMLElement;
  /** Ends whatever is under way and lets go of the file. */
  close(): void;
}

/** A file on its way to becoming a table: what is in it, how it is read, and the button. */
export function importPanel(options: ImportOptions): ImportPanel {
  const { document, language, file, taken, onClose, open = openReader } = options;
  const build = builder(document);
  const reading = open(file);
  const abort = new AbortController();
  const close = (): void => {
    abort.abort(new DOMException("the import was closed", "AbortError"));
    reading.close();
  };
  /** Whether it was to be told. */
  const fail = (error: unknown): boolean => {
    if (abort.signal.aborted || (error instanceof DOMException && error.name === "AbortError"))
      return false;
    form.setFault(errorWords(language, error, file.name));
    form.rest();
    return true;
  };
  const form: ImportForm = createImportForm({
    build,
    language,
    file,
    taken,
    onName: () => look.showReady(),
    onSubmit: () => {
      if (look.found?.whole) void take(look.found);
    },
    onCancel: () => {
      close();
      onClose?.();
    },
  });
  const look = createLook({ build, language, file, reading, form, fail });
  const take = async (found: Inspection): Promise<void> => {
    form.lock(true);
    try {
      const taking = { reading, form, decisions: look.decisions, signal: abort.signal };
      const { table, problems } = await takeIn(found, options.engine, taking);
      reading.close();
      options.onDone?.(table, { keep: form.keep });
      finish(form, build, table, problems, options);
    } catch (error) {
      form.lock(false);
      fail(error);
      look.draw();
    }
  };
  void look.again({});
  return { element: form.element, close };
}

interface TakeOptions {
  readonly reading: FileReading;
  readonly form: ImportForm;
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly signal: AbortSignal;
}

/** Reads the file into a table of the engine, as the reader decided. */
async function takeIn(
  { columns }: Inspection,
  engine: Pick<Engine, "addTable">,
  { reading, form, decisions, signal }: TakeOptions,
): Promise<{ readonly table: KeptTable; readonly problems: readonly FileProblem[] }> {
  form.start(0);
  const choices = choicesOf(columns, decisions);
  const { stream, problems } = reading.load(choices, {
    onBytes: (bytes) => form.reach("own.reading", bytes),
  });
  const typed = choices.map(({ name, type }) => ({ name, type }));
  const table = await engine.addTable({ name: form.name, columns: typed, stream }, { signal });
  return { table, problems: problems() };
}

/** Says that the table is in, and what happened to its values. */
function finish(
  form: ImportForm,
  build: Builder,
  table: KeptTable,
  problems: readonly FileProblem[],
  { language, after, onClose }: ImportOptions,
): void {
  const { html } = build;
  const leave = html("button", { type: "button" }, tableText(language, "own.close"));
  leave.addEventListener("click", () => onClose?.());
  const rows = formatNumber(table.rows, language);
  form.finish([
    html("p", { role: "status" }, tableText(language, "own.done", table.name, rows)),
    ...problemList(build, language, problems),
    after?.(table),
    html("div", { class: "own-buttons" }, leave),
  ]);
  leave.focus();
}
