/**
 * `npx tsx bench/cases.ts [FOLDER]`: small inputs on which a notebook must not err, and how many
 * hold. The inputs lie in `../shared/cases`; a list of cases for each kind stands in `test/cases`.
 */
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Case } from "../test/cases/case.ts";
import { fileCases } from "../test/cases/files.ts";
import { printTable } from "./table.ts";

/** Each kind has its list; another is added here. */
const lists: Readonly<Record<string, readonly Case[]>> = { files: fileCases };

const folder = process.argv[2] ?? fileURLToPath(new URL("../../shared/cases", import.meta.url));
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
printTable(["kind", "cases", "held"], counts);
if (broken.length > 0) printTable(["broken", "how"], broken);
const named = new Set(
  Object.values(lists).flatMap((cases) => cases.map(({ name }) => name.split("/")[0])),
);
const without = readdirSync(folder).filter((name) => !name.includes(".") && !named.has(name));
console.log(`folders without a case here: ${without.join(", ") || "none"}`);
process.exit(broken.length > 0 ? 1 : 0);
