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

const signatures: readonly (readonly [bytes: string, kind: FileKind | ForeignKind])[] = [
  ["50415231", "parquet"], // PAR1
  ["4152524f5731", "arrow"], // ARROW1
  ["ffffffff", "arrow"], // a stream's continuation
  ["504b0304", "zip"],
  ["504b0506", "zip"],
  ["d0cf11e0a1b11ae1", "xls"], // also of an encrypted workbook
  ["25504446", "pdf"],
  ["89504e47", "image"],
  ["ffd8ff", "image"],
  ["47494638", "image"],
  ["52494646", "image"],
  ["1f8b", "gzip"],
  ["377abcaf271c", "archive"],
  ["52617221", "archive"],
  ["28b52ffd", "archive"],
  ["425a68", "archive"],
  ["fd377a585a00", "archive"],
  ["53514c69746520666f726d6174", "sqlite"],
  ["4d5a9000", "program"],
  ["7f454c46", "program"],
];

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
  const hex = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  const kind = signatures.find(([bytes]) => hex.startsWith(bytes))?.[1] ?? null;
  return kind === "zip" ? zipKind(file) : kind;
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

/** Control characters that no text has; two bytes a character leave NULs on one side only. */
function isBinary(head: Uint8Array): boolean {
  const nul = [0, 0];
  let controls = 0;
  head.forEach((byte, index) => {
    if (byte === 0) nul[index % 2] = (nul[index % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  });
  const isWide = head[0] === 0xff || head[0] === 0xfe || Math.min(...nul) === 0;
  return controls > head.length * 0.02 || (!isWide && Math.max(...nul) > 0);
}
