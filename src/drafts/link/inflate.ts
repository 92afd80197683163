import { Inflate } from "fflate";

/** CRC-32 (ISO 3309), which tells a link cut or mistyped on its way from a whole one. */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = (crc >>> 8) ^ (steps[(crc ^ byte) & 255] ?? 0);
  return ~crc >>> 0;
}

/** What eight bits do to the sum, by their value. */
const steps = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

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

export function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
