import { defineConfig } from "vitest/config";

/** The tests that mutants of `src/facts` must not survive: pure ones, without engine or browser. */
export default defineConfig({
  test: {
    include: ["test/facts/**/*.test.ts"],
    exclude: ["test/facts/views.test.ts", "test/facts/document.test.ts"],
    testTimeout: 60_000,
  },
});
