import { openDocument, setFront } from "../../notebook/editing.ts";
import type { FrontMatter } from "../../notebook/index.ts";

/** An id that no other notebook of this browser has. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

export function titleIn({ title, title_en }: FrontMatter, language: "zh" | "en"): string {
  return language === "zh" ? title : title_en;
}

/** The text of a notebook with another title in a language. */
export function withTitle(
  text: string,
  slug: string,
  title: string,
  language: "zh" | "en",
): string {
  const doc = openDocument(text, { slug });
  const hasBoth = doc.front.title_en !== doc.front.title;
  const key = language === "zh" || !hasBoth ? "title" : "title_en";
  return setFront(doc, { [key]: title }).text;
}
