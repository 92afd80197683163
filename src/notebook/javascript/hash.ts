import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * What code is known by: consent is given to exactly this code. The whole hash, since who writes
 * two texts for one hash would have the harmless one read and the other run.
 */
export function codeHash(source: string): string {
  return bytesToHex(sha256(utf8ToBytes(source)));
}
