import type { Builder, Child } from "../dom/index.ts";
import { editorText } from "../words/editor.ts";

export interface DialogOptions {
  readonly language: "zh" | "en";
  readonly title: string;
  readonly name: string;
  readonly content: Child;
  /** More controls beside Close, in order. */
  readonly actions?: Child;
  readonly onClose?: () => void;
}

export interface Dialog {
  readonly element: HTMLDialogElement;
  close(): void;
}

/** A modal dialog; the browser keeps the focus in it and gives it back. */
export function openDialog(build: Builder, options: DialogOptions): Dialog {
  const { html, document } = build;
  const before = document.activeElement;
  const heading = html("h2", { id: `dialog-${options.name}` }, options.title);
  const close = html(
    "button",
    { type: "button", class: "close", "aria-label": editorText(options.language, "dialog.close") },
    "×",
  );
  const element = html(
    "dialog",
    { class: "edit-dialog", "data-dialog": options.name, "aria-labelledby": heading.id },
    html("div", { class: "bar" }, heading, close),
    html("div", { class: "content" }, options.content),
    options.actions === undefined ? null : html("div", { class: "actions" }, options.actions),
  );
  close.addEventListener("click", () => element.close());
  // A click beside it, on the backdrop, counts as one on the dialog itself.
  element.addEventListener("click", ({ target }) => {
    if (target === element) element.close();
  });
  element.addEventListener("keydown", (event) => event.stopPropagation());
  element.addEventListener("close", () => {
    element.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    options.onClose?.();
  });
  document.body.append(element);
  element.showModal();
  return { element, close: () => element.close() };
}

export interface AskOptions {
  readonly language: "zh" | "en";
  readonly title: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  /** Choices; a line to type in where there are none. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What is wrong with a value, in words; null where it may be taken. */
  readonly check?: (value: string) => string | null;
}

/** Asks for one line of text, or one of some choices; null where it was not given. */
export function ask(build: Builder, options: AskOptions): Promise<string | null> {
  const { language, title, label, note, check = () => null } = options;
  const { html } = build;
  const field = fieldOf(build, options);
  const fault = html("p", { class: "problem", role: "alert", hidden: true });
  const ok = html("button", { type: "submit" }, editorText(language, "dialog.ok"));
  const cancel = html("button", { type: "button" }, editorText(language, "dialog.cancel"));
  const form = html(
    "form",
    {},
    html("label", { for: "ask-field" }, label),
    field,
    note === undefined ? null : html("p", { class: "note" }, note),
    fault,
    html("div", { class: "actions" }, ok, cancel),
  );
  return new Promise((resolve) => {
    let given: string | null = null;
    const onClose = () => resolve(given);
    const dialog = openDialog(build, { language, title, name: "ask", content: form, onClose });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wrong = check(field.value.trim());
      fault.hidden = wrong === null;
      fault.textContent = wrong;
      if (wrong !== null) return field.focus();
      given = field.value.trim();
      dialog.close();
    });
    cancel.addEventListener("click", () => dialog.close());
    field.focus();
    if ("select" in field) field.select();
  });
}

function fieldOf({ html }: Builder, { value, choices }: AskOptions) {
  const id = "ask-field";
  if (!choices) return html("input", { type: "text", value, id, autocomplete: "off" });
  return html(
    "select",
    { id },
    choices.map((one) =>
      html("option", { value: one.value, selected: one.value === value }, one.label),
    ),
  );
}
