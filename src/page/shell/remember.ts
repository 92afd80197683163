/** Where a choice of the reader is kept: for ever, or as long as the tab. */
type Storage = "localStorage" | "sessionStorage";

/** What was remembered; null where nothing was, or where storage is refused. */
export function recall(key: string, storage: Storage = "localStorage"): string | null {
  try {
    return globalThis[storage].getItem(key);
  } catch {
    return null;
  }
}

/** Refused storage costs the reader the same choice again, nothing more. */
export function remember(key: string, value: string, storage: Storage = "localStorage"): void {
  try {
    globalThis[storage].setItem(key, value);
  } catch {
    // It lasts for this page only.
  }
}
