/** How long work may hold the page, in ms: half a frame. */
const SLICE = 8;

/**
 * A pause for long work: called often, it lets the page breathe whenever a slice of time is used
 * up, and rejects with the signal's reason once that has aborted.
 */
export function breather(signal?: AbortSignal): () => Promise<void> {
  let start = performance.now();
  return async () => {
    // Also within a slice: a fast machine may be done before its first one is used up.
    signal?.throwIfAborted();
    if (performance.now() - start < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    start = performance.now();
  };
}
