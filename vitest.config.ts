import { playwright } from "@vitest/browser-playwright";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { extractCommand } from "./test/extract/command.ts";
import { canary } from "./test/sandbox/canary.ts";
import { sandbox } from "./scripts/vite/sandbox-plugin.ts";
import { engineAssets } from "./scripts/vite/engine-plugin.ts";

const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** A file that never comes, for the tests of deadlines. */
function silentFile(): Plugin {
  return {
    name: "silent-file",
    configureServer: ({ middlewares }) => void middlewares.use("/@silent-file", () => {}),
  };
}

/** `node`: what needs no page. `browser`: what only a real Chromium can show. */
export default defineConfig({
  test: {
    // Vitest leaves one core of two idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.browser.test.ts"],
          // Reading the same modules anew for each file took a third of the time.
          isolate: false,
          sequence: { groupOrder: 0 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [engineAssets(), sandbox(), silentFile(), canary(), extractCommand()],
        // Of this checkout: several may share their packages.
        cacheDir: ".cache/vite",
        optimizeDeps: {
          include: [
            "@duckdb/duckdb-wasm",
            "apache-arrow",
            "@uwdata/flechette",
            "hyparquet",
            "hyparquet-writer",
            "papaparse",
            "fflate",
            "idb",
            "jsonc-parser",
            "hyparquet-compressors",
            "hyparquet/src/column.js",
            "hyparquet/src/convert.js",
            "hyparquet/src/schema.js",
            "hyparquet/src/snappy.js",
            "hyparquet/src/thrift.js",
            "@noble/hashes/sha2.js",
            "@noble/hashes/utils.js",
            "@vant/area-data",
            "parse5",
            "pdfjs-dist/legacy/build/pdf.mjs",
            "pdfjs-dist/legacy/build/pdf.worker.mjs",
            "numfmt",
            "saxes",
            "write-excel-file/universal",
          ],
        },
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.ts"],
          // Alone, since some of them measure how long a page is held.
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 90_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
                args,
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
