/**
 * `npx tsx bench/edits.ts [steps] [notebooks]`: random edits, undos and redos against a plain model,
 * and notebooks read and written again; prints what diverged. Any divergence is a fault.
 */
import { parseNotebook } from "../src/notebook/parse.ts";
import { runEdits } from "../test/notebook/edits.ts";
import { randomFrom, randomText } from "../test/notebook/random.ts";

const [steps = 100_000, notebooks = 10_000] = process.argv.slice(2).map(Number);
const seed = 1;

const { divergences } = runEdits(steps, seed);
console.log(`edit, undo and redo steps: ${steps}, divergences: ${divergences.length}`);
for (const found of divergences.slice(0, 5)) console.log(`  ${found}`);

const random = randomFrom(seed);
let wrong = 0;
for (let i = 0; i < notebooks; i++) {
  const text = randomText(random, 30);
  const { frontSource, cells } = parseNotebook(text, { slug: "n" }).notebook;
  if (frontSource + cells.map(({ raw }) => raw).join("") !== text) wrong++;
}
console.log(`notebooks read and written again: ${notebooks}, changed: ${wrong}`);
process.exitCode = divergences.length + wrong === 0 ? 0 : 1;
