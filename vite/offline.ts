import { generateSW } from "workbox-build";

/** The engine is the largest file by far; everything else is well below. */
const MAX_BYTES = 12_000_000;

/**
 * Writes `sw.js`: hashed assets from the cache, pages and data from the network first, so that an
 * update is seen at once and a reader without a network still reads.
 */
export async function writeServiceWorker(dist: string): Promise<void> {
  const { warnings } = await generateSW({
    globDirectory: dist,
    globPatterns: ["assets/**/*.{js,css,bin,html}"],
    // Their names hold their hash.
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: MAX_BYTES,
    swDest: `${dist}/sw.js`,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    clientsClaim: true,
    skipWaiting: true,
    cleanupOutdatedCaches: true,
    runtimeCaching: [
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
