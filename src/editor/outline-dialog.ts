import type { Builder } from "../dom/index.ts";
import type { DocumentCell } from "../notebook/editing.ts";
import { openDialog } from "./dialog.ts";
import { outlineOf, type OutlineEntry } from "./outline.ts";
import { editorText } from "../words/editor.ts";

/** The outline as a list to jump from. */
export function openOutline(
  build: Builder,
  language: "zh" | "en",
  cells: readonly DocumentCell[],
  onGo: (entry: OutlineEntry) => void,
): void {
  const { html } = build;
  const entries = outlineOf(cells, language);
  let chosen: OutlineEntry | null = null;
  const items = entries.map((entry) => {
    const button = html("button", { type: "button", class: "plain" }, entry.text);
    button.addEventListener("click", () => {
      chosen = entry;
      dialog.close();
    });
    return html("li", { "data-level": entry.level }, button);
  });
  const dialog = openDialog(build, {
    language,
    title: editorText(language, "outline.title"),
    name: "outline",
    content:
      items.length > 0
        ? html("ol", { class: "outline" }, items)
        : html("p", {}, editorText(language, "outline.empty")),
    onClose: () => {
      if (chosen) onGo(chosen);
    },
  });
}
