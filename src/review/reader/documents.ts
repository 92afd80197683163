import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A report's file as text. */
export interface DocumentText {
  /** Of the file. */
  readonly name: string;
  readonly text: string;
  /** Of the text in UTF-8, hex. */
  readonly sha256: string;
  readonly title: string | null;
  /** ISO. */
  readonly published: string | null;
  readonly notes: readonly {
    readonly code: string;
    readonly values: readonly (string | number)[];
  }[];
}

/** Why a file gives no text; words for each stand in `src/words/extract.ts`. */
export const readFaults = [
  "empty",
  "no_text",
  "too_large",
  "too_long",
  "binary",
  "format",
  "failed",
] as const;
export type ReadFault = (typeof readFaults)[number];

export class ReadError extends Error {
  override readonly name = "ReadError";
  readonly code: ReadFault;
  readonly value: string;
  constructor(code: ReadFault, value: string | number = "", options?: ErrorOptions) {
    super(`invalid document: ${code}: ${value}`, options);
    this.code = code;
    this.value = String(value);
  }
}

/** MB of a file, and UTF-16 units of a text. */
const limits = { file: 100, text: 20_000_000 } as const;

/**
 * The one place where files become text. Reads plain text as UTF-8, else as GB18030; rejects with a
 * ReadError.
 */
export async function documentOf(file: Blob, name: string): Promise<DocumentText> {
  if (file.size === 0) throw new ReadError("empty");
  if (file.size > limits.file << 20) throw new ReadError("too_large", limits.file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  refuseOthers(bytes, name);
  const text = decode(bytes);
  if (text.trim() === "") throw new ReadError("no_text");
  if (text.length > limits.text) throw new ReadError("too_long", limits.text);
  const hash = bytesToHex(sha256(utf8ToBytes(text)));
  return { name, text, sha256: hash, title: null, published: null, notes: [] };
}

const signs: readonly (readonly [kind: string, head: readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["Word", [0x50, 0x4b, 3, 4]],
  ["Word", [0xd0, 0xcf, 0x11, 0xe0]],
];

function refuseOthers(bytes: Uint8Array, name: string): void {
  const sign = signs.find(([, head]) => head.every((byte, at) => bytes[at] === byte));
  if (sign) throw new ReadError("format", sign[0]);
  if (/\.html?$/i.test(name)) throw new ReadError("format", "HTML");
  if (bytes.subarray(0, 8192).includes(0)) throw new ReadError("binary");
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("gb18030").decode(bytes);
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    if (broken > text.length / 50) throw new ReadError("binary");
    return text;
  }
}
