import { describe, expect, it } from "vitest";
import { currentAddress, historyState } from "../../../src/page/shell/history.ts";
import { factLimit, writeAddress } from "../../../src/drafts/link/index.ts";

const few = "sw-47 quotient(sw-47,sw-46)";
const many = Array.from({ length: 300 }, (_, i) => `c-${String(i).padStart(4, "0")}`).join(" ");

/** An entry of the history: its address and what it holds beside it. */
function entryOf(fact: string | null) {
  const rest = { together: [], pinned: [], my: null, anchor: "top" };
  const address = { fact, inputs: { year: "2022" }, ...rest };
  const location = new URL(writeAddress(address), "https://example.org/");
  return { location, history: { state: historyState(address) as unknown } };
}

describe("the evidence of a group in the history", () => {
  it("stands in the address where it is short, to be read by others", () => {
    const entry = entryOf(few);
    expect(entry.location.search).toBe("?year=2022&fact=sw-47+quotient(sw-47,sw-46)");
    expect(entry.history.state).toBeNull();
    expect(currentAddress(entry).fact).toBe(few);
  });

  it("stands beside an address that it would make too long, and is found again", () => {
    const entry = entryOf(many);
    expect(many.length).toBeGreaterThan(factLimit);
    expect(entry.location.href).toBe("https://example.org/?year=2022#top");
    expect(currentAddress(entry)).toMatchObject({ fact: many, inputs: { year: "2022" } });
  });

  it("is none where nothing is open, whatever else an entry holds", () => {
    const { location } = entryOf(null);
    for (const state of [null, 1, "fact", {}, { fact: 1 }, { other: "x" }])
      expect(currentAddress({ location, history: { state } }).fact).toBeNull();
  });

  it("is what the address says where both say something", () => {
    const { location } = entryOf("sw-47");
    expect(currentAddress({ location, history: { state: { fact: many } } }).fact).toBe("sw-47");
  });
});
