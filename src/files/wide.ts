import type { Encoding } from "./encodings.ts";

/** UTF-16 without a mark, by its characters, else by its NULs; null for all else. */
export function wideOf(head: Uint8Array): Encoding | null {
  return byHan(head) ?? byNuls(head);
}

/** Latin letters, digits, commas and line ends have a NUL on one side in UTF-16. */
function byNuls(head: Uint8Array): Encoding | null {
  const [even, odd] = [0, 1].map((side) =>
    head.reduce((sum, byte, index) => sum + Number(byte === 0 && index % 2 === side), 0),
  ) as [number, number];
  if (Math.max(even, odd) < Math.max(2, head.length / 50)) return null;
  if (odd > 4 * even) return "utf-16le";
  return even > 4 * odd ? "utf-16be" : null;
}

/**
 * Chinese has hardly a NUL. Bytes of GB18030, Big5 and UTF-8, read in twos, are of no script that
 * a report is written in.
 */
export function byHan(head: Uint8Array): Encoding | null {
  const even = head.subarray(0, head.length & ~1);
  // Two Latin letters make a Chinese character as well.
  if (even.filter((byte) => !isLatin(byte)).length < Math.max(2, even.length / 20)) return null;
  return (["utf-16le", "utf-16be"] as const).find((encoding) => isHan(even, encoding)) ?? null;
}

/** A letter, digit or sign of ASCII, a space or a line end. */
function isLatin(byte: number): boolean {
  return (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13);
}

function isHan(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  const han = text.match(/[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFF60]/g)?.length ?? 0;
  const ascii = text.match(/[\t\n\r -~]/g)?.length ?? 0;
  return han > 0 && han >= ascii && han + ascii > text.length * 0.95;
}
