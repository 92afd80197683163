import { defineConfig } from "vitest/config";

/**
 * The tests that mutants of `src/domain` must not survive: pure ones, without engine or browser, and
 * without the sweeps over every pair of both corpora, which take seconds each. One worker for all
 * files, so that the curated data are read once a mutant.
 */
export default defineConfig({
  test: {
    include: ["test/domain/**/*.test.ts"],
    exclude: [
      "test/domain/corpus.test.ts",
      "test/domain/document.test.ts",
      "test/domain/views.test.ts",
    ],
    setupFiles: ["test/domain/few-runs.ts"],
    isolate: false,
    testTimeout: 60_000,
  },
});
