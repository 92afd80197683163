import { tell } from "../editor/index.ts";
import { fileName, saveFile } from "./file-save.ts";

export type ReadFile =
  | {
      readonly ok: true;
      readonly text: string;
      readonly slug: string;
      readonly lost: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** Larger than any notebook that people write. */
const MOST_BYTES = 5_000_000;

/** A notebook from a file: Markdown, or Notebook Kit's HTML. */
export async function readNotebookFile(file: File, language: "zh" | "en"): Promise<ReadFile> {
  const refused = { ok: false, message: tell(language, "file.not_text", file.name) } as const;
  if (file.size > MOST_BYTES) return refused;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      await file.arrayBuffer(),
    );
  } catch {
    return refused;
  }
  if (text.includes("\0")) return refused;
  const slug =
    file.name
      .replace(/\.\w+$/, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "mine";
  if (/\.html?$/i.test(file.name)) return refused;
  return { ok: true, text, slug, lost: [] };
}

export function downloadText(document: Document, title: string, text: string): void {
  saveFile(document, fileName(title, "md"), text, "text/markdown;charset=utf-8");
}
