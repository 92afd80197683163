import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A version of a figure, and the day from which it holds, as an ISO date. */
export interface LedgerEntry {
  readonly version: string;
  readonly date: string;
  /** SHA-256 of its frozen files, by `hashOf`; absent until `scripts/versions.ts` has frozen it. */
  readonly sha256?: string;
  /** Its bytes were not kept at the time, and made again later by the code and data of that time. */
  readonly remade?: true;
}

/** The versions of each figure, oldest first. */
export type Ledger = Readonly<Record<string, readonly LedgerEntry[]>>;

export const ledgerFile = "notebooks/versions.json";

/** The versions that the repository knows; none where it has no ledger. */
export function readLedger(root: string): Ledger {
  const file = join(root, ledgerFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Ledger) : {};
}

/** The ledger as it stands in the repository, byte by byte. */
export function ledgerText(ledger: Ledger): string {
  const lines = Object.entries(ledger).map(([id, versions]) => {
    const entries = versions.map((entry) => {
      const fields = Object.entries(entry).map(
        ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
      );
      return `{ ${fields.join(", ")} }`;
    });
    return `  ${JSON.stringify(id)}: [\n    ${entries.join(",\n    ")}\n  ]`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** A figure and the version of what it says now. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
}

/** The day from which the figure is as it is; null for a version that is not the ledger's last. */
export function sinceOf(ledger: Ledger, { id, version }: Versioned): string | null {
  const last = ledger[id]?.at(-1);
  return last?.version === version ? last.date : null;
}

/** The ledger with the present versions: a new one gets the day, an older one stays as it was. */
export function advanced(ledger: Ledger, figures: readonly Versioned[], date: string): Ledger {
  const present = new Map(figures.map((figure) => [figure.id, figure]));
  const ids = [...new Set([...Object.keys(ledger), ...present.keys()])].toSorted();
  return Object.fromEntries(
    ids.map((id) => {
      const versions = ledger[id] ?? [];
      const figure = present.get(id);
      const isKnown = !figure || sinceOf(ledger, figure) !== null;
      return [id, isKnown ? versions : [...versions, { version: figure.version, date }]];
    }),
  );
}

/** Every version of the ledger with its place below `embed/`, `<id>/<version>`. */
export function placesIn(ledger: Ledger): (readonly [place: string, entry: LedgerEntry])[] {
  return Object.entries(ledger).flatMap(([id, versions]) =>
    versions.map((entry) => [`${id}/${entry.version}`, entry] as const),
  );
}

/** The ledger with the hash of every version that has one by its place; a known hash stays. */
export function withHashes(ledger: Ledger, hashes: ReadonlyMap<string, string>): Ledger {
  return Object.fromEntries(
    Object.entries(ledger).map(([id, versions]) => [
      id,
      versions.map((entry) => {
        const sha256 = entry.sha256 ?? hashes.get(`${id}/${entry.version}`);
        return sha256 === undefined ? entry : { ...entry, sha256 };
      }),
    ]),
  );
}
