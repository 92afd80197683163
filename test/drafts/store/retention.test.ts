import fc from "fast-check";
import { expect, it } from "vitest";
import { versionsToDrop, versionLimit } from "../../../src/drafts/store/retention.ts";
import { versionReasons, type Version } from "../../../src/drafts/store/index.ts";

const hour = 3_600_000;
const now = 1000 * 24 * hour;
const versions = fc
  .array(
    fc.record({
      age: fc.integer({ min: 0, max: 90 * 24 * hour }),
      reason: fc.constantFrom(...versionReasons),
    }),
    { maxLength: 300 },
  )
  .map((list): Version[] =>
    list
      .toSorted((a, b) => b.age - a.age)
      .map(({ age, reason }, i) => ({
        id: "a",
        version: i + 1,
        at: now - age,
        reason,
        title: "",
        text: "",
      })),
  );

it("thinning keeps the newest, stays within the limit and is done once", () => {
  fc.assert(
    fc.property(versions, (all) => {
      const dropped = versionsToDrop(all, now);
      const kept = all.filter((version) => !dropped.includes(version));
      expect(kept.length).toBeLessThanOrEqual(versionLimit);
      if (all.length > 0) expect(kept).toContain(all.at(-1));
      expect(versionsToDrop(kept, now)).toEqual([]);
    }),
  );
});

it("of versions that made themselves one an hour and then one a day stays, of those asked for all", () => {
  const at = (age: number, reason: Version["reason"], version: number): Version => ({
    id: "a",
    version,
    at: now - age,
    reason,
    title: "",
    text: "",
  });
  const all = [
    at(50 * hour - 1, "interval", 1),
    at(50 * hour - 2, "saved", 2),
    at(50 * hour - 3, "run", 3),
    at(3 * hour - 1, "interval", 4),
    at(3 * hour - 2, "run", 5),
    at(1000, "run", 6),
    at(500, "run", 7),
  ];
  expect(
    versionsToDrop(all, now)
      .map(({ version }) => version)
      .toSorted(),
  ).toEqual([1, 4]);
});
