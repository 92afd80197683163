import { byHan } from "./wide.ts";

/** What a file can be by its first bytes. `ole` is Office before 2007, or an encrypted file of it. */
export type Signature =
  "parquet" | "arrow" | "zip" | "ole" | "pdf" | "image" | "gzip" | "archive" | "sqlite" | "program";

const signatures: readonly (readonly [bytes: string, signature: Signature])[] = [
  ["50415231", "parquet"], // PAR1
  ["4152524f5731", "arrow"], // ARROW1
  ["ffffffff", "arrow"], // a stream's continuation
  ["504b0304", "zip"],
  ["504b0506", "zip"],
  ["d0cf11e0a1b11ae1", "ole"],
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

/** By the first bytes; null for texts and what is not known. */
export function signatureOf(head: Uint8Array): Signature | null {
  const hex = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  return signatures.find(([bytes]) => hex.startsWith(bytes))?.[1] ?? null;
}

/** Control characters that no text has; two bytes a character leave NULs on one side only. */
export function isBinary(head: Uint8Array): boolean {
  // The halves of Chinese characters are any bytes.
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return false;
  if (byHan(head) !== null) return false;
  const nul = [0, 0];
  let controls = 0;
  head.forEach((byte, index) => {
    if (byte === 0) nul[index % 2] = (nul[index % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  });
  const isWide = Math.min(...nul) === 0;
  return controls > head.length * 0.02 || (!isWide && Math.max(...nul) > 0);
}
