import type { Encoding, PassOptions } from "./types.ts";

/** Bytes decoded at a time: small enough to stop soon, large enough to be quick. */
const step = 1 << 20;

const marks: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * By the byte order mark, else by NULs (UTF-16 without a mark), else UTF-8 where the whole file is
 * valid UTF-8, else GB18030, which Chinese spreadsheets write.
 */
export async function encodingOf(file: Blob, { signal }: PassOptions = {}): Promise<Encoding> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const marked = marks.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  return marked?.[1] ?? wideOf(head) ?? ((await isUtf8(file, signal)) ? "utf-8" : "gb18030");
}

/** Latin letters, digits, commas and line ends have a NUL on one side in UTF-16. */
function wideOf(head: Uint8Array): Encoding | null {
  const [even, odd] = [0, 1].map((side) =>
    head.reduce((sum, byte, index) => sum + Number(byte === 0 && index % 2 === side), 0),
  ) as [number, number];
  if (Math.max(even, odd) < Math.max(2, head.length / 50)) return null;
  if (odd > 4 * even) return "utf-16le";
  return even > 4 * odd ? "utf-16be" : null;
}

async function isUtf8(file: Blob, signal: AbortSignal | undefined): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < file.size; at += step) {
      signal?.throwIfAborted();
      decoder.decode(await file.slice(at, at + step).arrayBuffer(), { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return false;
  }
}

/** The text in pieces, without its byte order mark; what cannot be decoded becomes U+FFFD. */
export async function* decode(
  file: Blob,
  encoding: Encoding,
  { signal, onBytes }: PassOptions = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < file.size; at += step) {
    signal?.throwIfAborted();
    const bytes = await file.slice(at, at + step).arrayBuffer();
    yield decoder.decode(bytes, { stream: true });
    onBytes?.(Math.min(at + step, file.size));
  }
  yield decoder.decode();
}
