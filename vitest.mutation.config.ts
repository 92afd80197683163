import { defineConfig } from "vitest/config";

const listed = (name: string): string[] => (process.env[name] ?? "").split(",").filter(Boolean);

/**
 * The tests that mutants of one part of the code must not survive, as `bench/mutation.ts` names
 * them: pure ones, without engine or browser, and without sweeps that take seconds each. One worker
 * for all files, so that the curated data are read once a mutant.
 */
export default defineConfig({
  test: {
    include: listed("FADU_MUTATION_TESTS"),
    exclude: [...listed("FADU_MUTATION_WITHOUT"), "test/**/*.browser.test.ts"],
    setupFiles: ["test/domain/few-runs.ts"],
    isolate: false,
    testTimeout: 60_000,
  },
});
