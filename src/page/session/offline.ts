import { registerServiceWorker } from "../../dom/index.ts";

/** The cache that the service worker (scripts/vite/offline.ts) reads pages and data from. */
const CACHE = "fadu-site";

/** Builds whose tables are kept: a page of an older one may still be open. */
const BUILDS = 3;

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
    const cache = await caches.open(CACHE);
    await cache.addAll([...new Set([page, ...used])]);
    // In the order in which they came.
    const tables = (await cache.keys()).filter(({ url }) => url.includes(".arrow?"));
    if (used.length === 0) return;
    for (const old of tables.slice(0, -BUILDS * used.length)) await cache.delete(old);
  } catch {
    // A refused worker or a full disk costs the offline copy only.
  }
}
