import { isBinary, signatureOf } from "../files/index.ts";
import { zipEntries } from "../files/zip.ts";
import { FileError, type FileKind } from "./types.ts";

/** What a file can be that is no table of ours; each has words for readers. */
export const foreignKinds = [
  "zip",
  "docx",
  "pptx",
  "ods",
  "xls",
  "html",
  "xml",
  "pdf",
  "image",
  "gzip",
  "archive",
  "sqlite",
  "program",
  "binary",
] as const;
export type ForeignKind = (typeof foreignKinds)[number];

/**
 * What a file is by its first bytes, and among texts by its name. Rejects with `foreign` and what
 * it is instead, or `empty`.
 */
export async function kindOf(file: Blob, name: string): Promise<FileKind> {
  if (file.size === 0) throw new FileError("empty");
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const found = await bySignature(head, file);
  if (found === null) return textKind(head, name);
  if (isOurs(found)) return found;
  throw new FileError("foreign", found);
}

function isOurs(kind: FileKind | ForeignKind): kind is FileKind {
  return !foreignKinds.some((foreign) => foreign === kind);
}

async function bySignature(head: Uint8Array, file: Blob): Promise<FileKind | ForeignKind | null> {
  const found = signatureOf(head);
  if (found === "ole") return "xls";
  return found === "zip" ? zipKind(file) : found;
}

const parts: readonly (readonly [part: RegExp, kind: FileKind | ForeignKind])[] = [
  [/^xl\/workbook\.xml$/, "xlsx"],
  [/^word\//, "docx"],
  [/^ppt\//, "pptx"],
  [/^content\.xml$/, "ods"],
];

async function zipKind(file: Blob): Promise<FileKind | ForeignKind> {
  const entries = await zipEntries(file);
  const found = parts.find(([part]) => entries.some(({ name }) => part.test(name)));
  return found?.[1] ?? "zip";
}

function textKind(head: Uint8Array, name: string): FileKind {
  if (isBinary(head)) throw new FileError("foreign", "binary");
  const text = new TextDecoder().decode(head).replace(/\0/g, "").trimStart();
  if (/^<(?:!doctype html|html|head|body|table|meta)\b/i.test(text))
    throw new FileError("foreign", "html");
  if (/^<\?xml/i.test(text)) throw new FileError("foreign", "xml");
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === "jsonl" || extension === "ndjson") return "jsonl";
  if (extension === "json" || /^\[\s*[[{\]]/.test(text)) return isLines(text) ? "jsonl" : "json";
  return /^\{\s*"/.test(text) ? (isLines(text) ? "jsonl" : "json") : "csv";
}

/** Whether the first line is a whole object and another follows. */
function isLines(text: string): boolean {
  return /^\{[^\n]*\}\s*\n\s*\{/.test(text);
}
