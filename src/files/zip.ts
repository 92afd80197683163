import { Inflate } from "fflate";
import { crc32 } from "../bytes/index.ts";
import { checkUnpacked, FileError } from "./error.ts";
import type { PassOptions } from "./pass.ts";

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as the directory says. */
  readonly bytes: number;
  readonly packed: number;
  readonly crc: number;
  /** 0 as it is, 8 deflated. */
  readonly method: number;
  /** Where its own head stands in the file. */
  readonly at: number;
}

/** Bytes unpacked at a time: a little of a bomb is still little. */
const step = 1 << 16;

/** What a ZIP's directory tells; none where it cannot be read. */
export async function zipEntries(file: Blob): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, file.size - 65_557);
  const tail = new DataView(await file.slice(tailStart).arrayBuffer());
  for (let at = tail.byteLength - 22; at >= 0; at--)
    if (tail.getUint32(at, true) === 0x06054b50) {
      const size = tail.getUint32(at + 12, true);
      const start = tail.getUint32(at + 16, true);
      const bytes = await file.slice(start, start + size).arrayBuffer();
      const entries = readDirectory(new DataView(bytes));
      if (entries.length !== tail.getUint16(at + 10, true)) throw new FileError("damaged", "zip");
      return entries;
    }
  return [];
}

function readDirectory(view: DataView): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new Uint8Array(view.buffer, at + 46, Math.min(length, view.byteLength - at - 46));
    entries.push({
      name: new TextDecoder().decode(name),
      bytes: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + extra;
  }
  return entries;
}

/**
 * Throws `damaged` where directory and entries do not name the same: a part whose name is damaged
 * would be one that is not there, and its dates or texts would be missing in silence.
 */
export async function checkNames(file: Blob, entries: readonly ZipEntry[]): Promise<void> {
  for (const { at, name } of entries) {
    const head = new DataView(await file.slice(at, at + 30).arrayBuffer());
    if (head.byteLength < 30) throw new FileError("damaged", "zip");
    const length = head.getUint16(26, true);
    const own = await file.slice(at + 30, at + 30 + length).arrayBuffer();
    if (new TextDecoder().decode(own) !== name) throw new FileError("damaged", "zip");
  }
}

function push(inflate: Inflate, bytes: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(bytes, isLast);
  } catch (cause) {
    throw new FileError("damaged", "zip", { cause });
  }
}

/**
 * An entry's bytes piece by piece, counted while they come: a directory may lie about the size.
 * Throws `bomb` above `most`, and `damaged` at the end where size or checksum differ.
 */
export async function* unzip(
  file: Blob,
  { at, packed, bytes, crc, method }: ZipEntry,
  most: number,
  { signal, onBytes }: PassOptions = {},
): AsyncGenerator<Uint8Array> {
  const head = new DataView(await file.slice(at, at + 30).arrayBuffer());
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50)
    throw new FileError("damaged", "zip");
  if (method !== 0 && method !== 8) throw new FileError("compression", `ZIP ${method}`);
  const start = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  // Past its end a file would be read piece by piece, each of them empty.
  if (start + packed > file.size) throw new FileError("damaged", "zip");
  let [sum, size] = [0, 0];
  const pieces: Uint8Array[] = [];
  const inflate = method === 8 ? new Inflate((piece) => void pieces.push(piece)) : null;
  for (let place = start; place < start + packed; place += step) {
    signal?.throwIfAborted();
    const end = Math.min(place + step, start + packed);
    const given = new Uint8Array(await file.slice(place, end).arrayBuffer());
    if (inflate) push(inflate, given, end === start + packed);
    else pieces.push(given);
    for (const piece of pieces.splice(0)) {
      size += piece.length;
      checkUnpacked(size, most);
      sum = crc32(piece, sum);
      yield piece;
    }
    onBytes?.(end);
  }
  if (size !== bytes || sum !== crc) throw new FileError("damaged", "checksum");
}
