import { describe, expect, it } from "vitest";
import { fill, say } from "../../src/words/index.ts";

describe("a text with places", () => {
  it("gets its values in order, and nothing where there is none", () => {
    expect(fill("{1} of {0}, {2}", [3, "two"])).toBe("two of 3, ");
  });

  it.each([
    [1, "1 row has"],
    ["1", "1 row has"],
    [0, "0 rows have"],
    [2, "2 rows have"],
    ["1,000", "1,000 rows have"],
  ])("takes the form that goes with %s", (count, text) => {
    expect(fill("{0} {0|row has|rows have}", [count])).toBe(text);
  });

  it("does not read what it was given as a text with places", () => {
    expect(fill("{0} {1}", ["{1}", "$&"])).toBe("{1} $&");
  });

  it("says one report of one", () => {
    expect(say("en", "chart.corpus", 1)).toBe("1 report read in full");
    expect(say("en", "chart.corpus", 5)).toBe("5 reports read in full");
  });
});
