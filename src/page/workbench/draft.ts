import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import { openDocument, setFront } from "../../notebook/editing.ts";
import type { FrontMatter } from "../../notebook/index.ts";
import type { Draft, StoredTable } from "../../drafts/store/index.ts";
import type { Library } from "./library.ts";

/** An id that no other notebook of this browser has. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

export function titleIn({ title, title_en }: FrontMatter, language: Language): string {
  return language === "zh" ? title : title_en;
}

/** A new draft of a text, called as the text says. */
export function draftOf(
  begun: Pick<Draft, "slug" | "text" | "trust"> & Partial<Pick<Draft, "origin">>,
  language: Language,
): Draft {
  const { front } = openDocument(begun.text, { slug: begun.slug });
  return { origin: null, ...begun, id: newId(), title: titleIn(front, language) };
}

/** The same notebook under another title in a language, in its text too. */
export function withTitle<D extends Draft>(draft: D, title: string, language: Language): D {
  const doc = openDocument(draft.text, { slug: draft.slug });
  const hasBoth = doc.front.title_en !== doc.front.title;
  const key = language === "zh" || !hasBoth ? "title" : "title_en";
  return { ...draft, title, text: setFront(doc, { [key]: title }).text };
}

export function putTables(library: Library, id: string, tables: readonly StoredTable[]): void {
  for (const table of tables) void library.putTable(id, table.name, async () => table);
}

/** Puts a notebook into the library, whole or not at all; whether it is there. */
export async function putWhole(
  library: Library,
  draft: Draft,
  tables: readonly StoredTable[],
): Promise<boolean> {
  if (library.refused) return false;
  library.save(draft);
  putTables(library, draft.id, tables);
  await library.settle();
  const kept = (await library.get(draft.id))?.tables.length;
  if (kept === tables.length) return true;
  await library.remove(draft.id);
  return false;
}

/** A copy of a notebook with its tables. */
export async function duplicate(library: Library, id: string, language: Language): Promise<void> {
  const draft = await library.get(id);
  if (!draft) return;
  const title = editorText(language, "mine.copy_title", draft.title);
  const copy = withTitle({ ...draft, id: newId() }, title, language);
  library.save(copy);
  putTables(library, copy.id, await library.tables(id));
  await library.settle();
}

export async function rename(
  library: Library,
  id: string,
  title: string,
  language: Language,
): Promise<void> {
  const draft = await library.get(id);
  if (!draft) return;
  library.save(withTitle(draft, title, language));
  await library.settle();
}

/** Removes a notebook; what it returns gives it back. */
export async function remove(library: Library, id: string): Promise<() => Promise<void>> {
  const [draft, tables] = [await library.get(id), await library.tables(id)];
  await library.remove(id);
  return async () => {
    if (draft) library.save(draft);
    putTables(library, id, tables);
    await library.settle();
  };
}
