import type { Builder } from "../../dom/index.ts";
import { openDialog } from "../../editor/index.ts";
import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";

/** A text beside the one that it was copied from; what compares them is loaded with the first. */
export async function openDiff(
  build: Builder,
  language: Language,
  { before, now, title }: { readonly before: string; readonly now: string; readonly title: string },
): Promise<void> {
  const { diffView } = await import("../../editor/diff.ts");
  const { html } = build;
  const place = html("div", { class: "diff" });
  const note = editorText(language, before === now ? "diff.none" : "diff.note");
  const name = editorText(language, "diff.title");
  const dialog = openDialog(build, {
    language,
    title: name,
    name: "diff",
    content: [html("p", { class: "note" }, note), place],
    onClose: () => view.destroy(),
  });
  const view = diffView(place, before, now, [title, name]);
  dialog.element.querySelector<HTMLElement>(".close")?.focus();
}
