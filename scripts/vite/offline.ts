import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateSW } from "workbox-build";

/** The engine is the largest file by far; everything else is well below. */
const MAX_BYTES = 12_000_000;

/**
 * Writes `sw.js`: what is named by its content from the caches, pages from the network first, so
 * that an update is seen at once and a reader without a network still reads.
 *
 * A new worker waits until no page of the site is open: the worker of the build that a page was
 * opened with keeps that build's files, so that none of its parts is missing while somebody edits.
 */
export async function writeServiceWorker(dist: string): Promise<void> {
  const integrity = (file: string): string =>
    `sha256-${createHash("sha256")
      .update(readFileSync(join(dist, file)))
      .digest("base64")}`;
  const { warnings } = await generateSW({
    globDirectory: dist,
    globPatterns: ["assets/**/*.{js,css,bin,html}"],
    // Their names hold their hash.
    dontCacheBustURLsMatching: /^assets\//,
    // A host in the middle of an update may answer with anything; that is not kept.
    manifestTransforms: [
      async (entries) => ({
        manifest: entries.map((entry) => ({ ...entry, integrity: integrity(entry.url) })),
        warnings: [],
      }),
    ],
    maximumFileSizeToCacheInBytes: MAX_BYTES,
    swDest: `${dist}/sw.js`,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    clientsClaim: true,
    skipWaiting: false,
    cleanupOutdatedCaches: true,
    runtimeCaching: [
      {
        // Parts of another build than the worker's, and tables, whose addresses hold their hash.
        urlPattern: ({ sameOrigin, url }) =>
          sameOrigin &&
          (url.pathname.includes("/assets/") || (url.pathname.includes("/data/") && url.search)),
        // The loader asks past every cache where one gave it something else.
        handler: async ({ request }) =>
          (request.cache !== "reload" && (await caches.match(request, { ignoreVary: true }))) ||
          fetch(request),
      },
      {
        urlPattern: ({ request, sameOrigin, url }) =>
          sameOrigin && (request.mode === "navigate" || url.pathname.includes("/data/")),
        handler: "NetworkFirst",
        options: {
          cacheName: "fadu-site",
          networkTimeoutSeconds: 4,
          matchOptions: { ignoreSearch: true },
        },
      },
    ],
  });
  if (warnings.length > 0) throw new Error(`service worker: ${warnings.join("; ")}`);
}
