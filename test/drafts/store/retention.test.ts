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

it("beyond the limit the oldest go, those that made themselves before any that was asked for", () => {
  const made = (count: number, reasonOf: (version: number) => Version["reason"]): Version[] =>
    Array.from({ length: count }, (_, i) => ({
      ...{ id: "a", title: "", text: "" },
      version: i + 1,
      // All of the last hour, so that each counts.
      at: now - (count - i),
      reason: reasonOf(i + 1),
    }));
  const numbers = (versions: readonly Version[]) =>
    versionsToDrop(versions, now).map(({ version }) => version);
  expect(numbers(made(versionLimit, () => "run"))).toEqual([]);
  expect(numbers(made(versionLimit + 3, () => "run"))).toEqual([1, 2, 3]);
  expect(numbers(made(versionLimit + 3, () => "saved"))).toEqual([1, 2, 3]);
  // Every third made itself: only those go, though others are older.
  const mixed = made(versionLimit + 3, (version) => (version % 3 === 0 ? "interval" : "saved"));
  expect(numbers(mixed)).toEqual([3, 6, 9]);
  // The newest stays, also where it is the only one that nobody asked for.
  const last = made(versionLimit + 1, (version) => (version > versionLimit ? "run" : "conflict"));
  expect(numbers(last)).toEqual([1]);
});

it("of one that made itself in a stretch of its own nothing goes, and one asked for holds none", () => {
  const at = (age: number, reason: Version["reason"], version: number): Version => ({
    ...{ id: "a", title: "", text: "" },
    version,
    at: now - age,
    reason,
  });
  const apart = [
    at(30 * hour, "run", 1),
    at(5 * hour, "run", 2),
    at(4 * hour, "run", 3),
    at(1, "run", 4),
  ];
  expect(versionsToDrop(apart, now)).toEqual([]);
  // Of one hour, the older; whether the newer was asked for or not.
  for (const reason of ["run", "saved"] as const) {
    const same = [at(3 * hour - 1, "run", 1), at(3 * hour - 2, reason, 2), at(1, "run", 3)];
    expect(versionsToDrop(same, now).map(({ version }) => version)).toEqual([1]);
  }
});
