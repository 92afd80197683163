/**
 * Vitest reporter that writes what `npm test` counts: Vitest's own JSON leaves out why a test was
 * skipped.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: 0, skipped: [] };
    for (const module of modules) {
      // A file that fails to load has no tests to fail.
      if (module.errors().length > 0) counts.failed++;
      for (const test of module.children.allTests()) count(counts, test);
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    }
    counts.failed += unhandledErrors.length;
    const file = process.env.FADU_COUNTS ?? ".cache/vitest.json";
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
  }
}

function count(counts, test) {
  const { state, note } = test.result();
  if (state === "passed") counts.passed++;
  else if (state === "failed") counts.failed++;
  else if (state === "skipped") counts.skipped.push({ name: test.fullName, reason: note ?? null });
}
