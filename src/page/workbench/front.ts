import type { Builder } from "../../dom/index.ts";
import { openDialog } from "../../editor/index.ts";
import { editorText, type EditorWord } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import type { FrontChanges } from "../../notebook/editing.ts";
import type { FrontMatter } from "../../notebook/index.ts";

const fields = [
  ["title", "front.zh"],
  ["title_en", "front.en"],
  ["description", "front.description_zh"],
  ["description_en", "front.description_en"],
] as const satisfies readonly (readonly [keyof FrontMatter, EditorWord])[];

/** Asks for title and description in both languages; null where nothing is to change. */
export function openFront(
  build: Builder,
  language: Language,
  front: FrontMatter,
): Promise<FrontChanges | null> {
  const { html } = build;
  const inputs = fields.map(([name, word]) => {
    const field = html("input", { type: "text", id: `front-${name}`, value: front[name] });
    return { name, word, field };
  });
  const form = html(
    "form",
    {},
    inputs.map(({ name, word, field }) =>
      html("p", {}, html("label", { for: `front-${name}` }, editorText(language, word)), field),
    ),
    html(
      "div",
      { class: "actions" },
      html("button", { type: "submit" }, editorText(language, "dialog.ok")),
    ),
  );
  return new Promise((resolve) => {
    let changes: FrontChanges | null = null;
    const dialog = openDialog(build, {
      language,
      title: editorText(language, "front.title"),
      name: "front",
      content: form,
      onClose: () => resolve(changes),
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const changed = inputs.filter(({ name, field }) => field.value.trim() !== front[name]);
      changes = Object.fromEntries(
        changed.map(({ name, field }) => [name, field.value.trim() || null]),
      );
      dialog.close();
    });
    inputs[0]?.field.focus();
  });
}
