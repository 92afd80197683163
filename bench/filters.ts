/**
 * Tries the inputs of the shipped notebooks in combination, in the real engine and runtime, and
 * counts what is wrong by another way: from `data/facts` and from the digits that stand on the
 * page. All combinations where they are few, else all pairs (`choicesOf`).
 * `npx tsx bench/filters.ts [COUNT] [NOTEBOOK]` (all combinations of all notebooks by default).
 */
import { fileURLToPath } from "node:url";
import { tryFilters } from "../test/data/filters/try.ts";

const [count = "Infinity", only] = process.argv.slice(2);
const root = fileURLToPath(new URL("..", import.meta.url));
const results = await tryFilters(root, { most: Number(count), only });
for (const { slug, tried, of, figures, wrong } of results) {
  for (const text of wrong.slice(0, 40)) console.log(text);
  console.log(`${slug}: ${tried} of ${of} choices, ${figures} figures, ${wrong.length} wrong`);
}
process.exitCode = results.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
