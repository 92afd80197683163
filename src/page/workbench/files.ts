import type { Compiler } from "../../drafts/compiler/index.ts";
import { editorText } from "../../words/editor.ts";
import { saveAs } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { list, say } from "../../words/index.ts";
import type { NotebookDocument } from "../../notebook/editing.ts";
import { toKit, type KitLoss } from "../../notebook/kit/index.ts";
import { problemText } from "../../runtime/index.ts";
import { readNotebookFile as unpackFile, writeNotebookFile } from "../../drafts/link/file.ts";
import type { SharedTable } from "../../drafts/link/link.ts";
import type { Draft, StrangerWay } from "../../drafts/store/index.ts";
import { fileName } from "../shell/files.ts";

export type ReadFile =
  | {
      readonly ok: true;
      readonly text: string;
      readonly slug: string;
      readonly lost: readonly string[];
      readonly way: StrangerWay;
      readonly tables: readonly SharedTable[];
    }
  | { readonly ok: false; readonly message: string };

/** Larger than any notebook that people write. */
const MOST_BYTES = 5_000_000;

/** Names of the files that can be opened as notebooks. */
export const notebookNames = [".md", ".markdown", ".txt", ".html", ".htm", ".zip"];
/** Names of the files that can become tables. */
export const tableNames = ".csv .tsv .txt .json .jsonl .ndjson .parquet .arrow .xlsx".split(" ");

/** Whether a file that is dropped is a notebook; anything else is data, plain text too. */
export function isNotebookFile({ name }: File): boolean {
  return /\.(md|markdown|html?|zip)$/i.test(name);
}

function slugOf(file: File): string {
  return (
    file.name
      .replace(/(?:\.fadu)?\.\w+$/, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "mine"
  );
}

async function readPacked(file: File, language: Language): Promise<ReadFile> {
  const read = unpackFile(new Uint8Array(await file.arrayBuffer()));
  if (read.ok) return { ok: true, ...read.file, slug: slugOf(file), lost: [], way: "file" };
  const why = say(language, `file.${read.reason}`);
  return { ok: false, message: editorText(language, "file.failed", file.name, why) };
}

/** A notebook from a file: Markdown, Notebook Kit's HTML, or a ZIP with tables. */
export async function readNotebookFile(
  file: File,
  language: Language,
  compiler: Compiler,
): Promise<ReadFile> {
  if (/\.zip$/i.test(file.name)) return readPacked(file, language);
  const refused = { ok: false, message: editorText(language, "file.not_text", file.name) } as const;
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
  const slug = slugOf(file);
  if (/\.html?$/i.test(file.name)) {
    const read = await compiler.kit(text, { slug });
    if (read.ok) {
      const lost = lossWords(read.lost, language);
      return { ok: true, text: read.text, slug, lost, way: "kit", tables: [] };
    }
    const [first] = read.problems;
    const why = first
      ? `${first.line}:${first.column} ${problemText(first.message, language)}`
      : "";
    return { ok: false, message: editorText(language, "file.failed", file.name, why) };
  }
  return { ok: true, text, slug, lost: [], way: "file", tables: [] };
}

/** What did not come along, each once. */
function lossWords(lost: readonly KitLoss[], language: Language): string[] {
  return [...new Set(lost.map(({ what, detail }) => say(language, `kit.${what}`, detail)))];
}

/** Saves Notebook Kit's HTML; gives what it cannot hold, as one sentence, "" for nothing. */
export function downloadKit(
  document: Document,
  title: string,
  doc: NotebookDocument,
  language: Language,
): string {
  const { html, lost } = toKit(doc);
  const file = new Blob([html], { type: "text/html;charset=utf-8" });
  saveAs(document)(file, fileName(title, "html"));
  const words = lossWords(lost, language);
  return words.length > 0 ? editorText(language, "file.lost_out", list(language, words)) : "";
}

/** Saves a notebook as one file that opens again: its text, or a ZIP where it has tables. */
export function downloadNotebook(
  document: Document,
  { title, text }: Pick<Draft, "title" | "text">,
  tables: readonly SharedTable[],
): void {
  const isText = tables.length === 0;
  const file = isText
    ? new Blob([text], { type: "text/markdown;charset=utf-8" })
    : new Blob([writeNotebookFile({ text, tables })], { type: "application/zip" });
  saveAs(document)(file, fileName(title, isText ? "md" : "fadu.zip"));
}
