import { Blocked } from "./database.ts";
import type { Refused, StoreFault } from "./types.ts";

const named: ReadonlyMap<string, StoreFault> = new Map([
  ["QuotaExceededError", "full"],
  ["SecurityError", "refused"],
  ["InvalidStateError", "refused"],
  ["UnknownError", "refused"],
  ["VersionError", "blocked"],
]);

/** What a failure of the browser's storage means for the reader. */
export function refusal(error: unknown): Refused {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Blocked) return { ok: false, reason: "blocked", message };
  const name = nameOf(error);
  return { ok: false, reason: named.get(name) ?? "failed", message: message || name };
}

/** A `DOMException` is not everywhere an `Error`. */
function nameOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("name" in error)) return "";
  return String(error.name);
}
