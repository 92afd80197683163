import { openDialog } from "../../editor/dialog.ts";
import { button, type Context } from "./context.ts";
import { filesOf, inOrder } from "./dropped.ts";

/** A report to be read. */
export interface Given {
  readonly file: Blob;
  readonly name: string;
}

/** Ways in which reports come: dropped, chosen, pasted, or the example. */
export function intake(
  context: Context,
  onGiven: (given: readonly Given[]) => void,
  /** Files that another extractor made, of what was dropped; gives back those that are none. */
  onAnnotations: (files: readonly File[]) => readonly File[],
): HTMLElement {
  const { build, t } = context;
  const { html } = build;
  const give = (files: readonly File[]): void =>
    onGiven(onAnnotations(files).map((file) => ({ file, name: file.name })));
  const choose = (isFolder: boolean) => () => pickFiles(build.document, isFolder, give);
  const element = html(
    "section",
    { class: "intake", "aria-label": t("intake.label") },
    html(
      "p",
      {},
      html("strong", {}, t("intake.drop")),
      " ",
      html("span", { class: "note" }, t("intake.kinds")),
    ),
    html(
      "div",
      { class: "tools" },
      button(context, t("intake.files"), choose(false), { "data-do": "files" }),
      button(context, t("intake.folder"), choose(true), { "data-do": "folder" }),
      button(context, t("intake.paste"), () => paste(context, onGiven), { "data-do": "paste" }),
      button(context, t("intake.example"), () => void example(context, onGiven), {
        "data-do": "example",
      }),
    ),
  );
  takeDrops(build.document, element, give);
  return element;
}

/** Anywhere on the page: who drops beside the place would leave the page with the file. */
function takeDrops(
  document: Document,
  place: HTMLElement,
  give: (files: readonly File[]) => void,
): void {
  const over = (isOver: boolean) => place.classList.toggle("is-over", isOver);
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) over(false);
  });
  document.addEventListener("drop", (event) => {
    over(false);
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    void filesOf(event.dataTransfer).then(give);
  });
}

function pickFiles(
  document: Document,
  isFolder: boolean,
  give: (files: readonly File[]) => void,
): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = isFolder;
  input.addEventListener("change", () => give(inOrder([...(input.files ?? [])])));
  input.click();
}

function paste(context: Context, onGiven: (given: readonly Given[]) => void): void {
  const { build, language, t } = context;
  const { html } = build;
  const field = html("textarea", { id: "paste-text", rows: 14, lang: "zh-CN" });
  const read = html("button", { type: "submit" }, t("paste.read"));
  const form = html(
    "form",
    {},
    html("label", { for: field.id }, t("paste.label")),
    field,
    html("div", { class: "actions" }, read),
  );
  const dialog = openDialog(build, {
    language,
    title: t("paste.title"),
    name: "paste",
    content: form,
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { value } = field;
    if (value.trim() === "") return field.focus();
    dialog.close();
    onGiven([{ file: new Blob([value]), name: nameOf(value) ?? t("paste.name") }]);
  });
  field.focus();
}

/** The first line that says something names what was pasted. */
function nameOf(text: string): string | null {
  const line = text.split("\n", 20).find((one) => one.trim() !== "");
  return line === undefined ? null : line.trim().slice(0, 40);
}

async function example({ t }: Context, onGiven: (given: readonly Given[]) => void): Promise<void> {
  const { default: text } = await import("./example.txt?raw");
  onGiven([{ file: new Blob([text]), name: t("example.name") }]);
}
