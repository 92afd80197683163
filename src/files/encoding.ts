import { legacyOf } from "./legacy.ts";
import { wideOf } from "./wide.ts";
import type { Encoding } from "./encodings.ts";
import type { PassOptions } from "./pass.ts";

/** Bytes decoded at a time: small enough to stop soon, large enough to be quick. */
const step = 1 << 20;

const marks: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** An encoding, and what is to be said of how it was found. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Places where bytes are no text of it. */
  readonly bad: number;
  /** The line of the first of them, from 1. */
  readonly line: number;
  /** A word as it reads where the encoding is a guess, which may be ""; null where it is none. */
  readonly guess: string | null;
}

/**
 * By the byte order mark, else by NULs (UTF-16 without a mark), else UTF-8 where most of what is
 * not ASCII is valid UTF-8: a file that was cut or damaged stays readable, and the place is told.
 * Else an older encoding by how its bytes stand together, which is a guess, and told as one.
 */
export async function encodingOf(file: Blob, pass: PassOptions = {}): Promise<FoundEncoding> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const marked = marks.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  const wide = marked?.[1] ?? wideOf(head);
  if (wide !== null && wide !== "utf-8") return { encoding: wide, bad: 0, line: 1, guess: null };
  const found = await utf8Of(file, pass);
  const { good, bad, line, sample } = found;
  if (wide === "utf-8" || bad === 0 || good > 4 * bad)
    return { encoding: "utf-8", bad, line, guess: null };
  const encoding = legacyOf(sample);
  const text = new TextDecoder(encoding).decode(sample.subarray(0, 400));
  const guess = /\S*[^\0-\x7F]\S*/.exec(text)?.[0].slice(0, 20) ?? "";
  return { encoding, bad: 0, line: 1, guess };
}

interface Utf8 {
  /** Characters of several bytes. */
  readonly good: number;
  /** Places where bytes are none. */
  readonly bad: number;
  /** The line of the first of them, from 1. */
  readonly line: number;
  /** Bytes around the first ones that are not ASCII. */
  readonly sample: Uint8Array;
}

/** Bytes looked at where a file is no UTF-8. */
const sampleBytes = 1 << 16;

async function utf8Of(file: Blob, { signal, onBytes }: PassOptions): Promise<Utf8> {
  let [good, bad, line, first] = [0, 0, 1, 0];
  let [left, least, most] = [0, 0x80, 0xbf];
  let sample: Uint8Array = new Uint8Array();
  const fail = (): void => {
    bad += 1;
    first ||= line;
    left = 0;
  };
  for (let at = 0; at < file.size; at += step) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await file.slice(at, at + step).arrayBuffer());
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0;
      if (left > 0) {
        if (byte >= least && byte <= most) {
          [least, most] = [0x80, 0xbf];
          if (--left === 0) good += 1;
          continue;
        }
        [least, most] = [0x80, 0xbf];
        fail();
      }
      if (byte < 0x80) {
        if (byte === 10) line += 1;
        continue;
      }
      if (sample.length === 0) sample = bytes.slice(index, index + sampleBytes);
      if (byte < 0xc2 || byte > 0xf4) fail();
      else {
        left = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        // Overlong forms, surrogates and what lies beyond Unicode are none.
        least = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
        most = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
      }
    }
    onBytes?.(Math.min(at + step, file.size));
  }
  if (left > 0) fail();
  return { good, bad, line: first || 1, sample };
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
