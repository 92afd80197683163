import { registerServiceWorker } from "../dom/index.ts";

/** The cache that the service worker (vite/offline.ts) reads pages and data from. */
const CACHE = "fadu-site";

/**
 * Keeps what this visit used, so that the next one works without a network. Never rejects: where
 * the browser has no service workers, or refuses them, the page is as good as before.
 */
export async function keepForOffline(root: URL): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await registerServiceWorker(new URL("sw.js", root), root.pathname);
    const used = (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      // One file that could not be had would keep all others from the cache.
      .filter(({ responseStatus }) => responseStatus < 400)
      .map(({ name }) => name)
      .filter((name) => name.startsWith(new URL("data/", root).href));
    const page = location.href.split(/[?#]/)[0] ?? location.href;
    await (await caches.open(CACHE)).addAll([...new Set([page, ...used])]);
  } catch {
    // A refused worker or a full disk costs the offline copy only.
  }
}
