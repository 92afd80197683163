import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  heightLimits,
  heightMessages,
  readHeight,
  readHostMessage,
} from "../../../src/publish/figure-page/index.ts";

/** Whatever a message may carry, and messages that are nearly right. */
const nearly = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom("fadu:height", "fadu:theme", "fadu:height?", "FADU:HEIGHT", "__proto__"),
      fc.anything(),
    ),
    version: fc.oneof(fc.constantFrom(1, "1", 2, 1.5, true, [1]), fc.anything()),
    figure: fc.oneof(fc.constantFrom("fines", "fines ", "other", ["fines"]), fc.anything()),
    height: fc.oneof(fc.double(), fc.constantFrom("300", null, [300]), fc.anything()),
    theme: fc.oneof(fc.constantFrom("dark", "DARK", "toString", ["dark"]), fc.anything()),
    more: fc.anything(),
  },
  { requiredKeys: [] },
);
const message = fc.oneof(
  { weight: 1, arbitrary: fc.anything({ withNullPrototype: true }) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 3, arbitrary: nearly },
);

/** The two rules again, told otherwise: by comparing with what would be right. */
const isHeight = (data: unknown): boolean => {
  const { figure, height } = (data ?? {}) as Record<string, unknown>;
  const right = { type: "fadu:height", version: 1, figure, height };
  return same(data, right) && figure === "fines" && Number.isFinite(height);
};
const isForFrame = (data: unknown): boolean =>
  same(data, { type: "fadu:height?", version: 1 }) ||
  ["auto", "light", "dark"].some((theme) => same(data, { type: "fadu:theme", version: 1, theme }));

function same(data: unknown, right: Readonly<Record<string, unknown>>): boolean {
  if (typeof data !== "object" || data === null) return false;
  const entries = Object.entries(data);
  return (
    entries.length === Object.keys(right).length &&
    entries.every(([name, value]) => Object.hasOwn(right, name) && Object.is(right[name], value))
  );
}

describe("what a host hears from a frame", () => {
  it("takes none of 10 000 forged or malformed messages, and never throws", () => {
    fc.assert(
      fc.property(message, (data) => {
        expect(readHeight(data, "fines") !== null).toBe(isHeight(data));
      }),
      { numRuns: 10_000 },
    );
  });

  const right = { type: "fadu:height", version: 1, figure: "fines", height: 432.2 };

  it("takes the height of its own figure, in whole px", () => {
    expect(readHeight(right, "fines")).toBe(433);
    expect(readHeight(right, null)).toBe(433);
    expect(readHeight(right, "other")).toBeNull();
  });

  it.each([
    [-1, heightLimits.min],
    [0, heightLimits.min],
    [1e9, heightLimits.max],
  ])("clamps a height of %d to %d", (height, clamped) => {
    expect(readHeight({ ...right, height }, "fines")).toBe(clamped);
  });

  it.each([
    { ...right, height: "432" },
    { ...right, height: Number.NaN },
    { ...right, height: Number.POSITIVE_INFINITY },
    { ...right, version: 2 },
    { ...right, more: true },
    { ...right, figure: undefined },
    { type: "fadu:height", version: 1, height: 432 },
    "fadu:height",
    null,
  ])("refuses %j", (data) => {
    expect(readHeight(data, null)).toBeNull();
  });
});

describe("what a frame hears from its host", () => {
  it("takes none of 10 000 forged or malformed messages, and never throws", () => {
    fc.assert(
      fc.property(message, (data) => {
        expect(readHostMessage(data) !== null).toBe(isForFrame(data));
      }),
      { numRuns: 10_000 },
    );
  });

  it("takes a theme and the question for the height", () => {
    const theme = { type: "fadu:theme", version: 1, theme: "dark" } as const;
    expect(readHostMessage(theme)).toEqual(theme);
    expect(readHostMessage({ type: "fadu:height?", version: 1 })).not.toBeNull();
  });
});

describe("what a frame says", () => {
  it("is the same height in our form, AMP's and Medium's", () => {
    const [own, amp, medium] = heightMessages("fines", 433, "https://host.example/embed/fines/");
    expect(readHeight(own, "fines")).toBe(433);
    expect(amp).toEqual({ sentinel: "amp", type: "embed-size", height: 433 });
    expect(JSON.parse(String(medium))).toEqual({
      src: "https://host.example/embed/fines/",
      context: "iframe.resize",
      height: 433,
    });
  });
});
