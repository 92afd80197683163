import { defineConfig } from "vitest/config";

/**
 * The tests that mutants of `src/facts` must not survive: pure ones, without engine or browser, and
 * without the sweeps over every pair of both corpora, which take seconds each. One worker for all
 * files, so that the curated data are read once a mutant.
 */
export default defineConfig({
  test: {
    include: ["test/facts/**/*.test.ts"],
    exclude: [
      "test/facts/corpus.test.ts",
      "test/facts/document.test.ts",
      "test/facts/views.test.ts",
    ],
    setupFiles: ["test/facts/few-runs.ts"],
    isolate: false,
    testTimeout: 60_000,
  },
});
