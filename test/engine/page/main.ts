import { createEngine, openDuckdb, toRows } from "../../../src/engine/index.ts";

/** The page of `build.test.ts`: writes what happened into itself, step by step. */
async function run(): Promise<void> {
  const loadedBefore = performance.getEntriesByType("resource").length;
  const engine = createEngine({ open: openDuckdb, load: async () => {} });
  const rows = toRows(await engine.query("SELECT 6 * $1 AS n", [7]));
  document.body.dataset["ms"] = String(Math.round(performance.now()));
  document.body.dataset["before"] = String(loadedBefore);
  document.body.textContent = JSON.stringify(rows);
}

run().catch((error: unknown) => {
  document.body.textContent = String(error);
});
