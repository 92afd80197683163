import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Fact, Report } from "../domain/index.ts";

/** What a reader's file turned out to be. */
export type Dropped =
  | {
      readonly kind: "match";
      readonly before: string;
      readonly clause: string;
      readonly after: string;
    }
  | { readonly kind: "other"; readonly report: Report }
  | { readonly kind: "unknown"; readonly sha256: string };

/** Characters shown on each side of the clause. */
const SURROUNDINGS = 140;

/**
 * Checks a file against the report's hash. On a match gives the clause in its surroundings, else
 * says whether the file is another of the known reports.
 */
export function examine(
  bytes: Uint8Array,
  fact: Fact,
  report: Report,
  reports: Iterable<Report>,
): Dropped {
  const hash = bytesToHex(sha256(bytes));
  if (hash !== report.sha256) {
    const other = [...reports].find((candidate) => candidate.sha256 === hash);
    return other ? { kind: "other", report: other } : { kind: "unknown", sha256: hash };
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const start = fact.evidence_start ?? 0;
  const end = fact.evidence_end ?? start;
  return {
    kind: "match",
    before:
      (start > SURROUNDINGS ? "…" : "") + text.slice(Math.max(0, start - SURROUNDINGS), start),
    clause: text.slice(start, end),
    after: text.slice(end, end + SURROUNDINGS) + (end + SURROUNDINGS < text.length ? "…" : ""),
  };
}
