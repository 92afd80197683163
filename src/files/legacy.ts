import type { Encoding } from "./encodings.ts";

/** Shares of what a text of an older encoding is made of. */
interface Shares {
  /** Bytes above ASCII that stand alone among letters: Western Europe. */
  readonly lone: number;
  /** Second bytes that are ASCII signs: Big5 and Shift JIS have them, GB2312 and EUC-KR do not. */
  readonly low: number;
}

/** The older encoding that bytes are most likely of; of those of Chinese reports above all. */
export function legacyOf(bytes: Uint8Array): Encoding {
  const { lone, low } = sharesOf(bytes);
  if (lone > 0.6) return "windows-1252";
  if (share(bytes, "shift_jis", /[\u3040-\u30FF]/g) > 0.2) return "shift_jis";
  if (low < 0.02 && share(bytes, "euc-kr", /[\uAC00-\uD7A3]/g) > 0.6 && !isChinese(bytes))
    return "euc-kr";
  return low > 0.1 && share(bytes, "big5", /\uFFFD/g) < 0.01 ? "big5" : "gb18030";
}

function sharesOf(bytes: Uint8Array): Shares {
  let [pairs, low, runs, lone] = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length;) {
    let end = at;
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80) end += 1;
    if (end === at) {
      at += 1;
      continue;
    }
    runs += 1;
    // A lead byte at the end of an uneven run takes the sign behind it along.
    const next = bytes[end] ?? 0;
    const isUneven = (end - at) % 2 === 1;
    pairs += (end - at + 1) >> 1;
    if (isUneven && next >= 0x40 && next <= 0x7e) low += 1;
    if (end - at === 1) lone += 1;
    at = end;
  }
  return { lone: lone / Math.max(1, runs), low: low / Math.max(1, pairs) };
}

/** Of the characters that are not ASCII those of a kind, in an encoding. */
function share(bytes: Uint8Array, encoding: Encoding, kind: RegExp): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const others = text.replace(/[\0-\x7F]/g, "").length;
  return (text.match(kind)?.length ?? 0) / Math.max(1, others);
}

/** The commonest characters of Chinese reports, which as Korean would be rare ones. */
function isChinese(bytes: Uint8Array): boolean {
  return (
    share(
      bytes,
      "gb18030",
      /[的一是不了在人有年月日市区县省万元件数政法处罚检查安全管理工作企业局案]/g,
    ) > 0.05
  );
}
