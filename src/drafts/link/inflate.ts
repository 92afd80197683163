import { Inflate } from "fflate";
import { concatenate } from "../../bytes/index.ts";

/** More bytes than the caller allows. */
export class TooLarge extends Error {}

/** Deflated bytes go in by so few that a bomb is noticed before it fills the memory. */
const slice = 512;

/** Inflates up to `most` bytes; throws `TooLarge` beyond and an error on damaged bytes. */
export function inflateUpTo(bytes: Uint8Array, dictionary: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate({ dictionary }, (chunk) => {
    size += chunk.length;
    chunks.push(chunk);
  });
  for (let at = 0; at < bytes.length; at += slice) {
    stream.push(bytes.slice(at, at + slice), at + slice >= bytes.length);
    if (size > most) throw new TooLarge(`invalid size: more than ${most} bytes`);
  }
  return concatenate(chunks);
}
