import { describe, expect, test } from "vitest";
import { countPlaywright } from "../../scripts/playwright-counts.mjs";

/** A report of one test, with the messages of each of its tries; "" is a try that passed. */
function report(status: string, ...tries: string[]) {
  const results = tries.map((message) => ({ errors: message ? [{ message }] : [] }));
  const spec = { title: "a test", tests: [{ status, annotations: [], results }] };
  return { errors: [], suites: [{ title: "a.spec.ts", suites: [{ title: "in", specs: [spec] }] }] };
}

const crash = "Error: page.waitForFunction: Target crashed";

describe("a run of Playwright", () => {
  test.each([
    ["passed", report("expected", ""), [1, 0, 0]],
    ["failed", report("unexpected", "TimeoutError", "TimeoutError"), [0, 1, 0]],
    ["passed on the second try does not hold", report("flaky", "TimeoutError", ""), [0, 1, 0]],
    ["passed after the browser had ended", report("flaky", crash, ""), [1, 0, 1]],
    ["failed again after the browser had ended", report("unexpected", crash, crash), [0, 1, 0]],
  ])("%s", (_, json, [passed, failed, again]) => {
    const counts = countPlaywright(json);
    expect(counts).toMatchObject({ passed, failed });
    expect(counts.again).toHaveLength(again ?? 0);
  });

  test("an error outside of tests counts as one that failed", () => {
    expect(countPlaywright({ suites: [], errors: [{}] })).toMatchObject({ passed: 0, failed: 1 });
  });
});
