/**
 * `tsx scripts/versions.ts [--date 2026-11-22] [--check]`: writes the versions of all figures into
 * notebooks/versions.json; a version that is new gets the day, today in UTC by default. `--check`
 * writes nothing and fails where a figure says something else than its last version.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { advanced, ledgerFile, readLedger, type Ledger, type Versioned } from "./vite/ledger.ts";
import { inRenderer } from "./vite/pages-plugin.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The ledger as it stands in the repository, byte by byte. */
export function ledgerText(ledger: Ledger): string {
  const lines = Object.entries(ledger).map(([id, versions]) => {
    const entries = versions.map(
      ({ version, date }) => `{ "version": "${version}", "date": "${date}" }`,
    );
    return `  ${JSON.stringify(id)}: [${entries.length > 1 ? `\n    ${entries.join(",\n    ")}\n  ` : (entries[0] ?? "")}]`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** The figures whose last version in the ledger is not what they say now, with both. */
export function stale(ledger: Ledger, figures: readonly Versioned[]): string[] {
  return figures
    .filter(({ id, version }) => ledger[id]?.at(-1)?.version !== version)
    .map(({ id, version }) => `${id}: ${ledger[id]?.at(-1)?.version ?? "none"} → ${version}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { date: { type: "string" }, check: { type: "boolean", default: false } },
  });
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`invalid date: ${date}`);
  const figures = await inRenderer(root, ({ currentVersions }) => currentVersions(root));
  const ledger = readLedger(root);
  const changes = stale(ledger, figures);
  console.log(
    [...changes, `${figures.length} figures, ${changes.length} with a new version`].join("\n"),
  );
  if (values.check) process.exitCode = changes.length > 0 ? 1 : 0;
  else writeFileSync(join(root, ledgerFile), ledgerText(advanced(ledger, figures, date)));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
