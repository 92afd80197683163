import { isBinary, signatureOf, type Signature } from "../files/index.ts";
import { DocumentError, type DocumentFormat, type ForeignFormat } from "./types.ts";

const foreign: Readonly<Partial<Record<Signature, ForeignFormat>>> = {
  parquet: "data",
  arrow: "data",
  sqlite: "data",
  image: "image",
  gzip: "archive",
  archive: "archive",
  program: "program",
};

/** Texts that are something else, by how they begin. */
const beginnings: readonly (readonly [begin: RegExp, format: ForeignFormat])[] = [
  [/^\{\\rtf/, "rtf"],
  [/^(?:MIME-Version:|From: <Saved by)/i, "mail"],
];

/** What a document is by its first bytes, and among texts by its name; rejects what is none. */
export async function formatOf(file: Blob, name: string): Promise<DocumentFormat> {
  if (file.size === 0) throw new DocumentError("empty");
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const signature = signatureOf(head);
  if (signature === "zip") return zipFormat(file);
  if (signature === "ole") throw await oleError(file);
  if (signature === "pdf" || latin(head.subarray(0, 1024)).includes("%PDF-")) return "pdf";
  const other = signature === null ? undefined : foreign[signature];
  if (other !== undefined) throw new DocumentError("foreign", other);
  return textFormat(head, name);
}

const latin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

const parts: readonly (readonly [part: RegExp, format: ForeignFormat | "docx"])[] = [
  [/^word\/.*\.xml$/, "docx"],
  [/^xl\//, "workbook"],
  [/^ppt\//, "slides"],
  [/^OFD\.xml$/i, "ofd"],
  [/^content\.xml$/, "odt"],
];

async function zipFormat(file: Blob): Promise<DocumentFormat> {
  const { zipEntries } = await import("../files/zip.ts");
  const entries = await zipEntries(file);
  if (entries.length === 0) throw new DocumentError("damaged", "zip");
  const found = parts.find(([part]) => entries.some(({ name }) => part.test(name)))?.[1];
  if (found === "docx") return found;
  throw new DocumentError("foreign", found ?? "archive");
}

/** Of Office before 2007: its folder names its streams in UTF-16. */
async function oleError(file: Blob): Promise<DocumentError> {
  const text = latin(new Uint8Array(await file.slice(0, 16 << 20).arrayBuffer()));
  const has = (stream: string): boolean => text.includes([...stream].join("\0"));
  if (has("EncryptedPackage")) return new DocumentError("encrypted");
  return has("WordDocument")
    ? new DocumentError("old_word")
    : new DocumentError("foreign", "old_office");
}

const tag = /<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|script|style)\b/i;

function textFormat(head: Uint8Array, name: string): DocumentFormat {
  if (isBinary(head)) throw new DocumentError("binary");
  const text = latin(head.filter((byte) => byte !== 0)).replace(/^(?:ÿþ|þÿ|ï»¿)?\s*/, "");
  const other = beginnings.find(([begin]) => begin.test(text))?.[1];
  if (other !== undefined) throw new DocumentError("foreign", other);
  const content = text.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, "");
  if (content.search(tag) === 0) return "html";
  if (/\.(?:[sx]?html?|aspx?|jsp|php)$/i.test(name) && tag.test(content)) return "html";
  if (content !== text && content.startsWith("<")) throw new DocumentError("foreign", "xml");
  return "text";
}
