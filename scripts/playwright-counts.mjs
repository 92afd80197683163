/**
 * What a run of Playwright came to, from its JSON: suites within suites, each with specs, each with
 * a test for every project. `again` names the tests under which the browser itself ended once and
 * that passed when tried again; any other test that failed once does not hold.
 */
export function countPlaywright({ suites, errors }) {
  const counts = { passed: 0, failed: errors.length, skipped: [], again: [] };
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const name = [...path, spec.title].join(" > ");
        const reason = test.annotations.find(({ type }) => ["skip", "fixme"].includes(type));
        if (test.status === "skipped")
          counts.skipped.push({ name, reason: reason?.description ?? null });
        else if (test.status === "flaky" && test.results.every(isDeathOrPass)) {
          counts.again.push(name);
          counts.passed++;
        }
        // Any other flaky test failed once: it does not hold.
        else if (test.status === "expected") counts.passed++;
        else counts.failed++;
      }
    }
    for (const child of suite.suites ?? []) visit(child, [...path, child.title]);
  };
  for (const suite of suites) visit(suite, [suite.title]);
  return counts;
}

/** Whether nothing went wrong but that the browser ended itself. */
function isDeathOrPass({ errors }) {
  return errors.length === 0 || errors.some(({ message = "" }) => /Target crashed/.test(message));
}
