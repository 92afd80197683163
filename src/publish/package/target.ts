import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Longer evidence, a sum over dozens of figures, is named by its hash. */
const LONGEST = 60;

/**
 * The id of the element that gives the evidence of a number: `c-sw-47`,
 * `c-quotient_ws-16_ws-15`. Ids of facts hold no `_`, so that no two share one.
 */
export function targetOf(evidence: string): string {
  const name = evidence.replace(/\)$/, "").replace(/[(,]/g, "_");
  if (name.length <= LONGEST && /^[\w-]+$/.test(name)) return `c-${name}`;
  const [operation = ""] = /^\w*/.exec(evidence) ?? [];
  return `c-${operation}_${digest(evidence)}`;
}

/** The first 8 hex digits of SHA-256, which name versions too. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 8);
}
