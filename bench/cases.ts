/**
 * `npx tsx bench/cases.ts [FOLDER]`: small inputs on which a notebook must not err, and how many
 * hold. The inputs lie in `../shared/cases`; a list of cases for each kind stands in `test/cases`.
 */
import { existsSync } from "node:fs";
import { caseFolder, foldersWithout, lists } from "../test/cases/lists.ts";
import { printTable } from "./table.ts";

const folder = process.argv[2] ?? caseFolder;
if (!existsSync(folder)) throw new Error(`missing folder: ${folder}`);

const broken: string[][] = [];
const counts: string[][] = [];
for (const [kind, cases] of Object.entries(lists)) {
  let kept = 0;
  for (const { name, held } of cases) {
    const wrong = await held(folder).catch((error: unknown) => String(error));
    if (wrong === null) kept += 1;
    else broken.push([name, wrong]);
  }
  counts.push([kind, String(cases.length), String(kept)]);
}
const all = Object.values(lists).flat().length;
printTable(["kind", "cases", "held"], counts);
if (broken.length > 0) printTable(["broken", "how"], broken);
console.log(`cases held: ${all - broken.length} of ${all}`);
const without = foldersWithout(folder);
console.log(`folders without a case here: ${without.join(", ") || "none"}`);
process.exit(broken.length + without.length > 0 ? 1 : 0);
