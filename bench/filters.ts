/**
 * Tries the filters of the home page in combination, in the real engine and runtime, and counts
 * what is wrong by another way: from `data/facts` and from the digits that stand on the page.
 * `npx tsx bench/filters.ts [COUNT] [NOTEBOOK]` (all combinations by default).
 */
import { fileURLToPath } from "node:url";
import { tryFilters } from "../test/data/filters.ts";

const [count = "Infinity"] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
const { tried, figures, wrong } = await tryFilters(root, Number(count));
for (const text of wrong.slice(0, 40)) console.log(text);
console.log(`${tried} combinations, ${figures} figures, ${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
