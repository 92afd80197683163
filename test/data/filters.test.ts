import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { tryFilters } from "./filters.ts";

// All 600 and more: `npx tsx bench/filters.ts`.
it("the home page says, draws and leaves out what its filters select, and no more", async () => {
  const { tried, figures, wrong } = await tryFilters(fileURLToPath(new URL("../..", import.meta.url)), 24);
  expect(wrong).toEqual([]);
  expect(tried).toBe(24);
  expect(figures).toBe(24 * 6);
}, 240_000);
