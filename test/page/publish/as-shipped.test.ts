import { describe, expect, it } from "vitest";
import { isAsShipped } from "../../../src/page/publish/as-shipped.ts";

describe("a figure that others may point to", () => {
  const plain = { inputs: {}, together: [], pinned: [] };

  it("is one that the reader has not changed", () => {
    expect(isAsShipped("fines", plain)).toBe(true);
    expect(isAsShipped("fines", { ...plain, together: ["other"] })).toBe(true);
    expect(isAsShipped("fines", { ...plain, together: ["other", "fines"] })).toBe(false);
    expect(isAsShipped("fines", { ...plain, pinned: ["suzhou"] })).toBe(false);
    expect(isAsShipped("fines", { ...plain, inputs: { year: "2022" } })).toBe(false);
  });
});
