import type { Builder } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import {
  FileError,
  type FileProblem,
  type FileReading,
  type Inspection,
  type ReadOptions,
} from "../index.ts";
import { excerpt, formatNumber, isRest } from "../../words/index.ts";
import { createChecking } from "./checking.ts";
import { decidedOf, problemsNow, type Decision } from "./choices.ts";
import { readingControls } from "./controls.ts";
import type { ImportForm } from "./import-form.ts";
import { previewTable } from "./preview.ts";
import { problemWords, sizeWords } from "./say.ts";
import { tableText } from "../../words/data-files.ts";

export interface LookOptions {
  readonly build: Builder;
  readonly language: Language;
  readonly file: File;
  readonly reading: FileReading;
  readonly form: ImportForm;
  /** False where the reader ended it: then there is nothing to tell. */
  readonly fail: (error: unknown) => boolean;
}

/** What is in the file and how it is read, which the reader changes until it fits. */
export interface Look {
  readonly decisions: ReadonlyMap<number, Decision>;
  /** Of the first rows until the whole file was looked at; null where it cannot be read. */
  readonly found: Inspection | null;
  /** Reads the file anew. */
  again(options: ReadOptions): Promise<void>;
  draw(): void;
  /** Enables the button where the file may be taken in. */
  showReady(): void;
}

export function createLook({ build, language, file, reading, form, fail }: LookOptions): Look {
  const decisions = new Map<number, Decision>();
  let options: ReadOptions = {};
  let found: Inspection | null = null;
  let failure: unknown = null;
  const checking = createChecking({
    reading,
    onBytes: (bytes) => form.reach("own.checking", bytes),
    onFound: () => {
      form.rest();
      draw();
    },
    onFail: fail,
  });
  /** Counts over the whole file; what was decided on its first rows waits until it is known. */
  const check = (): void => {
    if (found?.whole && decisions.size > 0)
      void checking.start(decidedOf(found.columns, decisions));
  };
  const show = (inspection: Inspection | null): void => {
    found = inspection;
    check();
    draw();
  };
  const inspect = createInspecting(reading, form, show, (error) => {
    failure = fail(error) ? error : null;
    show(null);
  });
  const again = (next: ReadOptions): Promise<void> => {
    options = next;
    checking.drop();
    form.setFault(null);
    form.start();
    form.setReady(false);
    return inspect(options);
  };
  const content = (inspection: Inspection): Element[] => {
    const { columns, problems } = inspection;
    const decided = decidedOf(columns, decisions);
    const onDecide = (index: number, decision: Decision): void => {
      decisions.set(index, decision);
      show(found);
    };
    const onChange = (changed: ReadOptions): void => {
      decisions.clear();
      void again(changed);
    };
    return [
      build.html("p", { class: "own-what" }, whatWords(inspection, file, language)),
      readingControls(inspection.reading, { build, language, options, onChange }),
      previewTable(inspection, { build, language, decisions, onDecide }),
      ...problemList(build, language, problemsNow(problems, decided, checking.problems)),
    ];
  };
  const showReady = (): void => form.setReady(found?.whole === true && !checking.isRunning);
  const draw = (): void => {
    keepFocus(form.body, () =>
      form.body.replaceChildren(
        ...(found ? content(found) : retries(build, language, failure, options, again)),
      ),
    );
    showReady();
  };
  return {
    decisions,
    get found() {
      return found;
    },
    again,
    draw,
    showReady,
  };
}

/** Looks at the file; of several looks only the latest is told. */
function createInspecting(
  reading: Pick<FileReading, "inspect">,
  form: ImportForm,
  onFound: (inspection: Inspection) => void,
  onFail: (error: unknown) => void,
): (options: ReadOptions) => Promise<void> {
  let looks = 0;
  return async (options) => {
    const mine = ++looks;
    const ifLatest = (act: () => void): void => {
      if (mine === looks) act();
    };
    try {
      const whole = await reading.inspect(options, {
        onHead: (head) => ifLatest(() => onFound(head)),
        onBytes: (bytes) => ifLatest(() => form.reach("own.looking", bytes)),
      });
      ifLatest(() => {
        form.rest();
        onFound(whole);
      });
    } catch (error) {
      ifLatest(() => onFail(error));
    }
  };
}

/** Other ways to try where a reading failed. */
function retries(
  { html }: Builder,
  language: Language,
  failure: unknown,
  options: ReadOptions,
  again: (options: ReadOptions) => void,
): Element[] {
  if (failure === null) return [];
  const button = (word: "own.unquoted" | "own.reset", next: ReadOptions): Element => {
    const made = html("button", { type: "button" }, tableText(language, word));
    made.addEventListener("click", () => again(next));
    return made;
  };
  const isQuote = failure instanceof FileError && failure.code === "unclosed_quote";
  return [
    ...(isQuote ? [button("own.unquoted", { ...options, quotes: false })] : []),
    ...(Object.keys(options).length > 0 ? [button("own.reset", {})] : []),
  ];
}

/** So many are told one by one. */
const SHOWN = 20;

/** What a reader should know of the file, or of the table that was made of it. */
export function problemList(
  { html }: Builder,
  language: Language,
  problems: readonly FileProblem[],
): Element[] {
  if (problems.length === 0) return [];
  const items = excerpt(problems, SHOWN).map((one) =>
    isRest(one)
      ? html("li", {}, tableText(language, "own.more", one.left))
      : html("li", { "data-problem": one.code }, problemWords(language, one)),
  );
  return [
    html("h3", {}, tableText(language, "own.problems")),
    html("ul", { class: "own-problems" }, items),
  ];
}

function whatWords({ reading, rows, columns }: Inspection, file: File, language: Language): string {
  const kind =
    reading.delimiter === "\t"
      ? "TSV"
      : reading.kind === "jsonl"
        ? "JSON Lines"
        : reading.kind.toUpperCase();
  const [count, width] = [formatNumber(rows, language), formatNumber(columns.length, language)];
  return tableText(language, "own.what", kind, sizeWords(file.size), count, width);
}

/** Draws controls anew; the one in the place of that which had the focus has it again. */
function keepFocus(body: Element, draw: () => void): void {
  const controls = () => [...body.querySelectorAll<HTMLElement>("select, input, [tabindex]")];
  const at = controls().findIndex((one) => one === body.ownerDocument.activeElement);
  draw();
  controls()[at]?.focus();
}
