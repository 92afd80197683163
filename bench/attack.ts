/**
 * `npm run attack`: every attack in full against the built site (`npm run build` first), as a table
 * of what was tried and what broke. `-- sandbox links` tries families whose name or surface has a word.
 * `--only 'ring|sums'` tries attempts whose name fits. Exit code 1 where anything broke.
 */
import { parseArgs } from "node:util";
import { tally, type Tally } from "../test/attack/family.ts";
import { families } from "../test/attack/index.ts";
import { openWorld } from "../test/attack/world.ts";
import { serve } from "../scripts/serve.ts";

const { values, positionals: words } = parseArgs({
  options: { only: { type: "string" } },
  allowPositionals: true,
});
const only = values.only === undefined ? undefined : new RegExp(values.only);
const chosen = families.filter(
  ({ name, surface }) =>
    words.length === 0 || words.some((word) => `${name} ${surface}`.includes(word)),
);
if (chosen.length === 0) throw new Error(`unknown family: ${words.join(" ")}`);

const site = await serve({ port: 0 });
const results: Tally[] = [];
console.log(
  "| family | surface | tried | held | broke | s |\n| --- | --- | --- | --- | --- | --- |",
);
for (const family of chosen) {
  const world = {
    ...(await openWorld(site, "full")),
    wants: (name: string) => only?.test(name) ?? true,
  };
  const start = performance.now();
  const result = await tally(family, world);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const { tried, broke, longest } = result;
  console.log(
    `| ${family.name} | ${family.surface} | ${tried} | ${tried - broke.length} | ${broke.length} | ${seconds} |`,
  );
  for (const { name, broke: how } of broke) console.log(`  broke: ${name}: ${how ?? ""}`);
  if (longest) console.log(`  longest hold: ${longest.name}: ${longest.held?.toFixed(0)} ms`);
  results.push(result);
  await world.close();
}
await site.close();
const sum = (count: (one: Tally) => number) => results.reduce((all, one) => all + count(one), 0);
console.log(
  `\n${sum(({ tried }) => tried)} tried, ${sum(({ broke }) => broke.length)} broke, ${results.length} families`,
);
process.exitCode = results.some(({ broke }) => broke.length > 0) ? 1 : 0;
