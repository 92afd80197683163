import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { suites } from "./filters/expected.ts";
import { tryFilters } from "./filters/try.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("every shipped notebook has its counts", () => {
  const shipped = readdirSync(`${root}/notebooks`).flatMap((name) => /^(.*)\.md$/.exec(name)?.[1] ?? []);
  // What all regions side by side hold and leave out is tested row by row in `test/figures/groups`.
  const slugs = [...suites.map(({ slug }) => slug), "all-regions"];
  expect(slugs.toSorted()).toEqual(shipped.toSorted());
});

// All combinations, or all pairs where they are too many: `npx tsx bench/filters.ts`.
it.each(suites.map(({ slug }) => slug))(
  "%s says, draws and leaves out what its filters select, and no more",
  async (only) => {
    const [result] = await tryFilters(root, { most: 4, only });
    expect(result?.wrong).toEqual([]);
    expect(result?.figures).toBeGreaterThan(0);
  },
  240_000,
);
