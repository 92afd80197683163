import { builder } from "../dom/index.ts";
import type { Engine, KeptTable } from "../engine/index.ts";
import type { Language } from "../facts/index.ts";
import {
  FileError,
  nameFault,
  openReader,
  suggestName,
  type FileProblem,
  type ColumnChoice,
  type FileReading,
  type Inspection,
  type ReadOptions,
} from "../files/index.ts";
import { formatNumber } from "../i18n/index.ts";
import { choicesOf, type Decision } from "./choices.ts";
import { readingControls } from "./controls.ts";
import { previewTable } from "./preview.ts";
import { errorWords, problemWords, sizeWords } from "./say.ts";
import { tell } from "./words.ts";

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

/** What is told of a column because of its type. */
const changing: readonly string[] = ["respelled", "rounded", "unreadable", "months", "mixed"];

export interface ImportPanel {
  readonly element: HTMLElement;
  /** Ends whatever is under way and lets go of the file. */
  close(): void;
}

/** A file on its way to becoming a table: what is in it, how it is read, and the button. */
export function importPanel(options: ImportOptions): ImportPanel {
  const { document, language, file, taken, engine, onDone, onClose, open = openReader } = options;
  const build = builder(document);
  const { html } = build;
  const reading = open(file);
  const abort = new AbortController();
  const decisions = new Map<number, Decision>();
  let readOptions: ReadOptions = {};
  let inspection: Inspection | null = null;
  let failure: unknown = null;
  let look = 0;
  let [checks, isChecking] = [0, false];
  let checked: readonly FileProblem[] = [];
  let checkedBefore: Promise<void> = Promise.resolve();

  const name = html("input", {
    name: "table",
    required: true,
    value: suggestName(file.name, taken),
    autocomplete: "off",
    spellcheck: "false",
  });
  const hint = html("small", { id: unique(document, "own-name") }, tell(language, "own.name.hint"));
  name.setAttribute("aria-describedby", hint.id);
  const keep = html("input", { type: "checkbox", name: "keep", checked: true });
  const bar = html("progress", { max: Math.max(1, file.size), value: 0 });
  const status = html("p", { role: "status" }, tell(language, "own.opening"));
  const fault = html("p", { role: "alert", class: "own-fault", hidden: true });
  const body = html("div", { class: "own-body" });
  const confirm = html(
    "button",
    { type: "submit", class: "own-confirm", disabled: true },
    tell(language, "own.import"),
  );
  const cancel = html("button", { type: "button" }, tell(language, "own.cancel"));
  const title = html(
    "h2",
    { id: unique(document, "own-title"), tabindex: -1 },
    tell(language, "own.title", file.name),
  );
  const form = html(
    "form",
    { novalidate: true },
    html("p", { class: "own-private" }, tell(language, "own.private")),
    html("label", { class: "own-name" }, html("span", {}, tell(language, "own.name")), name),
    hint,
    body,
    html("label", { class: "own-keep" }, keep, html("span", {}, tell(language, "own.keep"))),
    fault,
    html("div", { class: "own-progress" }, bar, status),
    html("div", { class: "own-buttons" }, confirm, cancel),
  );
  const element = html(
    "section",
    { class: "own", "aria-labelledby": title.id, "data-import": "" },
    title,
    form,
  );

  const close = (): void => {
    abort.abort(new DOMException("the import was closed", "AbortError"));
    reading.close();
  };
  const fail = (error: unknown): void => {
    if (abort.signal.aborted || (error instanceof DOMException && error.name === "AbortError"))
      return;
    failure = error;
    fault.textContent = errorWords(language, error, file.name);
    fault.hidden = false;
    bar.hidden = true;
    status.textContent = "";
  };
  const percent = (bytes: number): number => Math.round((100 * bytes) / Math.max(1, file.size));

  const checkName = (): boolean => {
    const wrong = nameFault(name.value, taken);
    hint.textContent = tell(
      language,
      wrong === null ? "own.name.hint" : `own.name.${wrong}`,
      name.value,
    );
    hint.classList.toggle("own-fault", wrong !== null);
    name.setAttribute("aria-invalid", String(wrong !== null));
    return wrong === null;
  };
  const ready = (): void => {
    const isFree = checkName();
    confirm.disabled = inspection?.whole !== true || isChecking || !isFree;
  };

  const draw = (): void => {
    const focus = focusKey(document, body);
    const parts: Element[] = [];
    if (inspection !== null) {
      parts.push(html("p", { class: "own-what" }, whatWords(inspection, file, language)));
      parts.push(
        readingControls(inspection.reading, {
          build,
          language,
          options: readOptions,
          onChange: (changed) => {
            readOptions = changed;
            decisions.clear();
            void inspect();
          },
        }),
        previewTable(inspection, {
          build,
          language,
          decisions,
          onDecide: (index, decision) => {
            decisions.set(index, decision);
            draw();
            void check();
          },
        }),
      );
      parts.push(...problemList(problemsNow(inspection)));
    } else if (!fault.hidden) parts.push(...retries());
    body.replaceChildren(...parts);
    restoreFocus(body, focus);
    ready();
  };
  /** What the file tells, save of columns that the reader decided: of those what their types do. */
  const problemsNow = (found: Inspection): FileProblem[] => {
    const decided = decidedColumns(found).map(({ name: column }) => column);
    const isOld = ({ code, column }: FileProblem): boolean =>
      decided.includes(column) && changing.includes(code);
    return [...found.problems.filter((one) => !isOld(one)), ...checked];
  };
  const decidedColumns = ({ columns }: Inspection): ColumnChoice[] =>
    choicesOf(columns, decisions).filter(({ index, type, rule }) => {
      const column = columns.find((one) => one.index === index);
      return rule !== undefined || type !== column?.type;
    });
  /** Counts what the decided types would change or lose, once at a time, the latest last. */
  const check = async (): Promise<void> => {
    if (inspection?.whole !== true) return;
    const mine = ++checks;
    await checkedBefore;
    if (mine !== checks || inspection === null) return;
    const choices = decidedColumns(inspection);
    const of = inspection;
    confirm.disabled = true;
    isChecking = true;
    checkedBefore = reading
      .check(choices, {
        onBytes: (bytes) =>
          void (status.textContent = tell(language, "own.checking", percent(bytes))),
      })
      .then((found) => {
        if (mine !== checks || of !== inspection) return;
        [checked, isChecking, status.textContent] = [found, false, ""];
        draw();
      })
      .catch(fail);
  };
  /** Another way to try where this one failed. */
  const again = (word: "own.unquoted" | "own.reset", next: ReadOptions): Element => {
    const button = html("button", { type: "button" }, tell(language, word));
    button.addEventListener("click", () => {
      readOptions = next;
      void inspect();
    });
    return button;
  };
  const retries = (): Element[] => [
    ...(failure instanceof FileError && failure.code === "unclosed_quote"
      ? [again("own.unquoted", { ...readOptions, quotes: false })]
      : []),
    ...(Object.keys(readOptions).length > 0 ? [again("own.reset", {})] : []),
  ];
  const problemList = (problems: readonly FileProblem[]): Element[] =>
    problems.length === 0
      ? []
      : [
          html("h3", {}, tell(language, "own.problems")),
          html(
            "ul",
            { class: "own-problems" },
            problems
              .slice(0, 20)
              .map((one) => html("li", { "data-problem": one.code }, problemWords(language, one))),
          ),
        ];

  const inspect = async (): Promise<void> => {
    const mine = ++look;
    checks += 1;
    [checked, isChecking] = [[], false];
    fault.hidden = true;
    bar.hidden = false;
    confirm.disabled = true;
    const show = (found: Inspection): void => {
      if (mine !== look) return;
      inspection = found;
      draw();
    };
    try {
      const found = await reading.inspect(readOptions, {
        onHead: show,
        onBytes: (bytes) => {
          if (mine !== look) return;
          bar.value = bytes;
          status.textContent = tell(language, "own.looking", percent(bytes));
        },
      });
      if (mine !== look) return;
      bar.hidden = true;
      status.textContent = "";
      show(found);
    } catch (error) {
      if (mine !== look) return;
      inspection = null;
      fail(error);
      draw();
    }
  };

  const take = async (found: Inspection): Promise<void> => {
    for (const control of form.querySelectorAll<HTMLInputElement>("input, select"))
      control.disabled = true;
    confirm.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    const choices = choicesOf(found.columns, decisions);
    const loading = reading.load(choices, {
      onBytes: (bytes) => {
        bar.value = bytes;
        status.textContent = tell(language, "own.reading", percent(bytes));
      },
    });
    const columns = choices.map(({ name: column, type }) => ({ name: column, type }));
    try {
      const table = await engine.addTable(
        { name: name.value, columns, stream: loading.stream },
        { signal: abort.signal },
      );
      reading.close();
      onDone?.(table, { keep: keep.checked });
      done(table, loading.problems());
    } catch (error) {
      for (const control of form.querySelectorAll<HTMLInputElement>("input, select"))
        control.disabled = false;
      fail(error);
      draw();
    }
  };

  const done = (table: KeptTable, problems: readonly FileProblem[]): void => {
    const leave = html("button", { type: "button" }, tell(language, "own.close"));
    leave.addEventListener("click", () => onClose?.());
    const rows = formatNumber(table.rows, language);
    form.replaceWith(
      html(
        "div",
        { class: "own-done" },
        html("p", { role: "status" }, tell(language, "own.done", table.name, rows)),
        problemList(problems),
        options.after?.(table),
        html("div", { class: "own-buttons" }, leave),
      ),
    );
    leave.focus();
  };

  name.addEventListener("input", ready);
  cancel.addEventListener("click", () => {
    close();
    onClose?.();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (inspection?.whole === true && !confirm.disabled) void take(inspection);
  });
  void inspect();
  return { element, close };
}

function whatWords({ reading, rows, columns }: Inspection, file: File, language: Language): string {
  const kind =
    reading.delimiter === "\t"
      ? "TSV"
      : reading.kind === "jsonl"
        ? "JSON Lines"
        : reading.kind.toUpperCase();
  const [n, width] = [rows, columns.length].map((value) => formatNumber(value, language)) as [
    string,
    string,
  ];
  return tell(language, "own.what", kind, sizeWords(file.size), n, width);
}

let serial = 0;
/** An id that the document does not have yet. */
function unique(document: Document, prefix: string): string {
  do serial += 1;
  while (document.getElementById(`${prefix}-${serial}`));
  return `${prefix}-${serial}`;
}

/** What had the focus among controls that are drawn anew. */
function focusKey(document: Document, body: Element): string | null {
  const focused = document.activeElement;
  if (!focused || !body.contains(focused)) return null;
  const controls = [...body.querySelectorAll("select, input, [tabindex]")];
  return String(controls.indexOf(focused));
}

function restoreFocus(body: Element, key: string | null): void {
  if (key === null) return;
  const controls = body.querySelectorAll<HTMLElement>("select, input, [tabindex]");
  controls[Number(key)]?.focus();
}
