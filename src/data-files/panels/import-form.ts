import type { Builder } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { nameFault, suggestName } from "../index.ts";
import { tableText, type Word } from "../../words/data-files.ts";

export interface ImportFormOptions {
  readonly build: Builder;
  readonly language: Language;
  readonly file: Pick<File, "name" | "size">;
  /** Names that may not be given. */
  readonly taken: readonly string[];
  /** Another name stands in the field. */
  readonly onName: () => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** What is read now: the file is looked at, checked or taken in. */
type Doing = Extract<Word, "own.looking" | "own.checking" | "own.reading">;

/** The form that makes a table of a file: its name, what is in it, how far it is read, the buttons. */
export interface ImportForm {
  readonly element: HTMLElement;
  /** Where it is shown what is in the file. */
  readonly body: HTMLElement;
  readonly name: string;
  readonly keep: boolean;
  /** The button may be pressed where the name may be taken as well. */
  setReady(isReady: boolean): void;
  /** Shows the bar, from here on. */
  start(bytes?: number): void;
  /** Says how far it is; a check moves no bar. */
  reach(doing: Doing, bytes: number): void;
  /** Nothing is read any more. */
  rest(): void;
  /** Null for none. */
  setFault(text: string | null): void;
  /** While the file is taken in, nothing can be changed. */
  lock(isLocked: boolean): void;
  /** What stands in place of the form when the table is in. */
  finish(content: readonly (Element | null | undefined)[]): void;
}

/** The field for the name, which says what is wrong with it. */
function createNameField({ build, language, file, taken }: ImportFormOptions) {
  const { html, document } = build;
  const field = html("input", {
    name: "table",
    required: true,
    value: suggestName(file.name, taken),
    autocomplete: "off",
    spellcheck: "false",
  });
  const hint = html(
    "small",
    { id: unique(document, "own-name") },
    tableText(language, "own.name.hint"),
  );
  field.setAttribute("aria-describedby", hint.id);
  const check = (): boolean => {
    const wrong = nameFault(field.value, taken);
    const word = wrong === null ? "own.name.hint" : (`own.name.${wrong}` as const);
    hint.textContent = tableText(language, word, field.value);
    hint.classList.toggle("own-fault", wrong !== null);
    field.setAttribute("aria-invalid", String(wrong !== null));
    return wrong === null;
  };
  const label = html(
    "label",
    { class: "own-name" },
    html("span", {}, tableText(language, "own.name")),
  );
  label.append(field);
  return { field, label, hint, check };
}

/** How far the file is read. */
function createProgress({ build, language, file }: ImportFormOptions) {
  const size = Math.max(1, file.size);
  const bar = build.html("progress", { max: size, value: 0 });
  const status = build.html("p", { role: "status" }, tableText(language, "own.opening"));
  const element = build.html("div", { class: "own-progress" }, bar, status);
  const start: ImportForm["start"] = (bytes) => {
    bar.hidden = false;
    if (bytes !== undefined) bar.value = bytes;
  };
  const reach: ImportForm["reach"] = (doing, bytes) => {
    if (doing !== "own.checking") bar.value = bytes;
    status.textContent = tableText(language, doing, Math.round((100 * bytes) / size));
  };
  const rest = (): void => {
    bar.hidden = true;
    status.textContent = "";
  };
  return { element, start, reach, rest };
}

export function createImportForm(options: ImportFormOptions): ImportForm {
  const { build, language, file, onName, onSubmit, onCancel } = options;
  const { html } = build;
  const name = createNameField(options);
  const { element: progress, start, reach, rest } = createProgress(options);
  const keep = html("input", { type: "checkbox", name: "keep", checked: true });
  const fault = html("p", { role: "alert", class: "own-fault", hidden: true });
  const body = html("div", { class: "own-body" });
  const confirm = html(
    "button",
    { type: "submit", class: "own-confirm", disabled: true },
    tableText(language, "own.import"),
  );
  const cancel = html("button", { type: "button" }, tableText(language, "own.cancel"));
  const title = html(
    "h2",
    { id: unique(build.document, "own-title"), tabindex: -1 },
    tableText(language, "own.title", file.name),
  );
  const form = html(
    "form",
    { novalidate: true },
    html("p", { class: "own-private" }, tableText(language, "own.private")),
    name.label,
    name.hint,
    body,
    html("label", { class: "own-keep" }, keep, html("span", {}, tableText(language, "own.keep"))),
    fault,
    progress,
    html("div", { class: "own-buttons" }, confirm, cancel),
  );
  const element = html(
    "section",
    { class: "own", "aria-labelledby": title.id, "data-import": "" },
    title,
    form,
  );
  name.field.addEventListener("input", onName);
  cancel.addEventListener("click", onCancel);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!confirm.disabled) onSubmit();
  });
  return {
    element,
    body,
    get name() {
      return name.field.value;
    },
    get keep() {
      return keep.checked;
    },
    setReady(isReady) {
      const isFree = name.check();
      confirm.disabled = !isReady || !isFree;
    },
    start,
    reach,
    rest,
    setFault(text) {
      fault.textContent = text;
      fault.hidden = text === null;
    },
    lock(isLocked) {
      for (const control of form.querySelectorAll<HTMLInputElement>("input, select"))
        control.disabled = isLocked;
      if (isLocked) confirm.disabled = true;
    },
    finish: (content) => form.replaceWith(html("div", { class: "own-done" }, content)),
  };
}

let serial = 0;
/** An id that the document does not have yet. */
function unique(document: Document, prefix: string): string {
  do serial += 1;
  while (document.getElementById(`${prefix}-${serial}`));
  return `${prefix}-${serial}`;
}
