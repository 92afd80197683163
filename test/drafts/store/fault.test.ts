import { expect, it } from "vitest";
import { Blocked } from "../../../src/drafts/store/database.ts";
import { refusal } from "../../../src/drafts/store/fault.ts";

it.each([
  ["QuotaExceededError", "full"],
  ["SecurityError", "refused"],
  ["InvalidStateError", "refused"],
  ["UnknownError", "refused"],
  ["VersionError", "blocked"],
  ["AbortError", "failed"],
  ["toString", "failed"],
])("%s of the browser's storage means %s", (name, reason) => {
  const error = new DOMException("why", name);
  expect(refusal(error)).toEqual({ ok: false, reason, message: "why" });
  // One from another window is no Error of this one.
  expect(refusal({ name })).toMatchObject({ reason });
  expect(refusal(new DOMException("", name))).toMatchObject({ reason, message: name });
});

it("a database that another tab holds is blocked, whatever else it says", () => {
  expect(refusal(new Blocked("by a tab"))).toEqual({
    ok: false,
    reason: "blocked",
    message: "by a tab",
  });
});

it.each([[null], [undefined], ["text"], [7], [{}]])(
  "%j thrown is a failure with words",
  (thrown) => {
    expect(refusal(thrown)).toEqual({ ok: false, reason: "failed", message: String(thrown) });
  },
);
