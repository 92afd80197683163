import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { suites } from "./filters/expected.ts";
import { tryFilters } from "./filters/try.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("every shipped notebook has its counts", () => {
  const shipped = readdirSync(`${root}/notebooks`).flatMap((name) => /^(.*)\.md$/.exec(name)?.[1] ?? []);
  expect(suites.map(({ slug }) => slug).toSorted()).toEqual(shipped.toSorted());
});

// All combinations, or all pairs where they are too many: `npx tsx bench/filters.ts`.
it.each(suites.map(({ slug }) => slug))(
  "%s says, draws and leaves out what its filters select, and no more",
  async (only) => {
    const [result] = await tryFilters(root, { most: 8, only });
    expect(result?.wrong).toEqual([]);
    expect(result?.figures).toBeGreaterThan(0);
  },
  240_000,
);
