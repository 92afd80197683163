import { strToU8, zipSync, type Zippable } from "fflate";
import { crc32 } from "../../bytes/index.ts";
import { inflateUpTo, TooLarge } from "./inflate.ts";
import { isTableName, tableFormats, type SharedTable, type TableFormat } from "./shared.ts";

/**
 * A notebook with its tables as one file: a ZIP with `notebook.md` and `tables/<name>.<format>`,
 * which any other program can unpack, change and pack again. Anybody may have written one.
 */
export interface NotebookFile {
  readonly text: string;
  readonly tables: readonly SharedTable[];
}

export const fileFaults = ["damaged", "too_large", "invalid"] as const;
export type FileFault = (typeof fileFaults)[number];

export type ReadNotebookFile =
  | { readonly ok: true; readonly file: NotebookFile }
  | { readonly ok: false; readonly reason: FileFault };

const TEXT = "notebook.md";
/** Files in it at most; a notebook has a handful of tables. */
const MOST_ENTRIES = 200;
/** Bytes that all of it may unpack to. */
const MOST_BYTES = 1_000_000_000;
/** Of the text: larger than any notebook that people write. */
const MOST_TEXT = 5_000_000;
/** The same for every file, so that the same notebook gives the same bytes; none is older in a ZIP. */
const TIME = new Date(1980, 0, 1);

export function writeNotebookFile({ text, tables }: NotebookFile): Uint8Array<ArrayBuffer> {
  const files: Zippable = { [TEXT]: [strToU8(text), { level: 6, mtime: TIME }] };
  // Parquet is compressed already.
  for (const { name, format, bytes } of tables)
    files[`tables/${name}.${format}`] = [bytes, { level: 0, mtime: TIME }];
  return zipSync(files) as Uint8Array<ArrayBuffer>;
}

/** Reads such a file; never throws. What it gives has the right shape, but is a stranger's. */
export function readNotebookFile(bytes: Uint8Array): ReadNotebookFile {
  try {
    const entries = directory(bytes);
    const text = entries.find(({ name }) => name === TEXT);
    if (!text) return { ok: false, reason: "invalid" };
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size > MOST_BYTES || text.size > MOST_TEXT || entries.length > MOST_ENTRIES)
      return { ok: false, reason: "too_large" };
    const tables = entries.flatMap((entry) => {
      const [, name = "", format = ""] = /^tables\/(.+)\.(\w+)$/.exec(entry.name) ?? [];
      return isTableName(name) && isFormat(format)
        ? [{ name, format, bytes: unpack(bytes, entry) }]
        : [];
    });
    const names = new Set(tables.map(({ name }) => name.toLowerCase()));
    if (names.size !== tables.length) return { ok: false, reason: "invalid" };
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { ok: true, file: { text: decoder.decode(unpack(bytes, text)), tables } };
  } catch (error) {
    return { ok: false, reason: error instanceof TooLarge ? "too_large" : "damaged" };
  }
}

function isFormat(text: string): text is TableFormat {
  return (tableFormats as readonly string[]).includes(text);
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own head stands. */
  readonly at: number;
}

/** The central directory (APPNOTE 6.3.9, 4.3.12). Throws where there is none. */
function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("invalid ZIP: directory");
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const start = at + 46;
    entries.push({
      name: new TextDecoder("utf-8", { fatal: true }).decode(
        bytes.subarray(start, start + (name ?? 0)),
      ),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The bytes of a file in it, checked against its size and checksum. */
function unpack(bytes: Uint8Array, { method, crc, packed, size, at }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== 0x04034b50) throw new Error("invalid ZIP: entry");
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Error("unsupported ZIP: method");
  const plain = method === 0 ? data.slice() : inflateUpTo(data, new Uint8Array(), size);
  if (plain.length !== size || crc32(plain) !== crc) throw new Error("invalid ZIP: checksum");
  return plain;
}
