/**
 * `tsx scripts/versions.ts [--date 2026-11-22] [--check]`: freezes every figure that says something
 * else than its last version. The new version gets the day, today in UTC by default, in
 * notebooks/versions.json; its files go into an archive in notebooks/frozen/, from which each build
 * takes them for ever. `--check` writes nothing and fails where a figure waits to be frozen.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { frameAsset } from "./vite/frame-plugin.ts";
import { hashOf, readFrozen, scriptsIn, writeFrozen, type Files } from "./vite/frozen.ts";
import { advanced, ledgerFile, ledgerText, readLedger } from "./vite/ledger.ts";
import { placesIn, withHashes, type Ledger, type Versioned } from "./vite/ledger.ts";
import { inRenderer } from "./vite/pages-plugin.ts";
import type { Freezable } from "./vite/render.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The figures whose last version in the ledger is not what they say now, with both. */
export function stale(ledger: Ledger, figures: readonly Versioned[]): string[] {
  return figures
    .filter(({ id, version }) => ledger[id]?.at(-1)?.version !== version)
    .map(({ id, version }) => `${id}: ${ledger[id]?.at(-1)?.version ?? "none"} → ${version}`);
}

/** The places of versions that the ledger names and no archive holds. */
function unkept(ledger: Ledger): Set<string> {
  return new Set(placesIn(ledger).flatMap(([place, { sha256 }]) => (sha256 ? [] : [place])));
}

/** Freezes what waits for it; an archive that has a version already is left as it is. */
async function freezeAll(figures: readonly Freezable[], ledger: Ledger, date: string) {
  const before = readFrozen(root);
  const script = await frameAsset(root);
  const waiting = unkept(ledger);
  const made: Record<string, Files> = {};
  for (const figure of figures) {
    const place = `${figure.id}/${figure.version}`;
    const since = ledger[figure.id]?.at(-1)?.date ?? date;
    if (waiting.has(place) && !before.versions[place])
      made[place] = await figure.freeze(since, script);
  }
  const names = new Set(Object.values(made).flatMap(scriptsIn));
  const isNew = names.has(script.name) && before.scripts[script.name] === undefined;
  const scripts: Files = isNew ? { [script.name]: script.code } : {};
  if (Object.keys(made).length > 0)
    console.log(writeFrozen(root, date, { versions: made, scripts }));
  const held = { ...before.versions, ...made };
  const hashes = Object.entries(held).map(([place, files]) => [place, hashOf(files)] as const);
  writeFileSync(join(root, ledgerFile), ledgerText(withHashes(ledger, new Map(hashes))));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { date: { type: "string" }, check: { type: "boolean", default: false } },
  });
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`invalid date: ${date}`);
  const ledger = readLedger(root);
  await inRenderer(root, ({ withFigures }) =>
    withFigures(root, async (figures) => {
      const changes = stale(ledger, figures);
      const waiting = unkept(ledger).size;
      const counts = `${figures.length} figures, ${changes.length} with a new version, ${waiting} older not kept`;
      console.log([...changes, counts].join("\n"));
      if (values.check) process.exitCode = changes.length + waiting > 0 ? 1 : 0;
      else await freezeAll(figures, advanced(ledger, figures, date), date);
    }),
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
