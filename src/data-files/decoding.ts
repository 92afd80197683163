import { encodingOf, type Encoding, type FoundEncoding } from "../files/index.ts";
import type { PassOptions, Report } from "./types.ts";

/** The chosen encoding, of which nothing is to be told, else the one that is found. */
export async function encodingFor(
  file: Blob,
  chosen: Encoding | undefined,
  pass: PassOptions,
): Promise<FoundEncoding> {
  if (chosen === undefined) return encodingOf(file, pass);
  return { encoding: chosen, bad: 0, line: 1, guess: null };
}

/** What is to be known of how a file was decoded. */
export function tellEncoding({ encoding, bad, line, guess }: FoundEncoding, report: Report): void {
  for (let n = 0; n < Math.min(bad, 1e6); n++) report("bad_bytes", line);
  if (guess !== null) report("guessed", guess, encoding.toUpperCase());
}
