import { encodingOf, type FoundEncoding, type PassOptions } from "../../files/index.ts";
import { encodings } from "../../files/index.ts";

/** What a page's head says of its encoding, as one that we know; null for none. */
export function declaredIn(head: Uint8Array): FoundEncoding["encoding"] | null {
  const text = new TextDecoder("latin1").decode(head);
  const [, label = ""] =
    /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(text) ?? [];
  try {
    const name = new TextDecoder(label).encoding;
    // Pages that say gb2312 hold characters that only its successor has.
    const known = /^gb/.test(name) ? "gb18030" : name;
    return encodings.find((encoding) => encoding === known) ?? null;
  } catch {
    return null;
  }
}

/**
 * The encoding of a page. Bytes that are valid UTF-8 are, whatever the page says; what it says
 * decides between the older ones, which bytes alone hardly tell apart.
 */
export async function pageEncoding(file: Blob, pass: PassOptions): Promise<FoundEncoding> {
  const found = await encodingOf(file, pass);
  if (found.guess === null) return found;
  const declared = declaredIn(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
  if (declared === null || declared.startsWith("utf-")) return found;
  return { ...found, encoding: declared, guess: null };
}
