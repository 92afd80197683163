import { expect, it } from "vitest";
import { formatSubset, say, withinQuotes } from "../../src/words/index.ts";

it("quotes within quotes are single ones", () => {
  const name = formatSubset("campaign:“利剑”行动", "zh");
  expect(say("zh", "strip.part", withinQuotes(name))).toBe("“‘利剑’行动”");
});
