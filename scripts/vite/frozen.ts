import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { placesIn, type Ledger } from "./ledger.ts";

/** Text files by their path in a package. */
export type Files = Readonly<Record<string, string>>;

/** What articles elsewhere hold for ever, as it was on the day when it was frozen. */
export interface Frozen {
  /** The packages by place below `embed/`, `<id>/<version>`, without pictures of dots. */
  readonly versions: Readonly<Record<string, Files>>;
  /** The scripts that their pages load, by name in `embed/`. */
  readonly scripts: Files;
}

/** One archive for each run of `scripts/versions.ts`; none is ever written anew. */
export const frozenFolder = "notebooks/frozen";
const suffix = ".json.br";

/** SHA-256 of a version's files, the same in whatever order they come. */
export function hashOf(files: Files): string {
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}

function readArchive(file: string): Frozen {
  return JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as Frozen;
}

/** All that was ever frozen. */
export function readFrozen(root: string): Frozen {
  const folder = join(root, frozenFolder);
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const archives = names
    .filter((name) => name.endsWith(suffix))
    .map((name) => readArchive(join(folder, name)));
  return {
    versions: Object.fromEntries(archives.flatMap(({ versions }) => Object.entries(versions))),
    scripts: Object.fromEntries(archives.flatMap(({ scripts }) => Object.entries(scripts))),
  };
}

/**
 * Writes an archive and returns its path below the root. The versions are packed as one text in the
 * order of their places, so that what neighbours share is held once.
 */
export function writeFrozen(root: string, date: string, { versions, scripts }: Frozen): string {
  const sorted = (record: Files | Frozen["versions"]) =>
    Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const text = JSON.stringify({ versions: sorted(versions), scripts: sorted(scripts) });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
  };
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const path = `${frozenFolder}/${date}-${hash}${suffix}`;
  mkdirSync(join(root, frozenFolder), { recursive: true });
  writeFileSync(join(root, path), brotliCompressSync(text, { params }));
  return path;
}

/** The command that mends what these errors name. */
const command = "npx tsx scripts/versions.ts";

/**
 * The files of every version of the ledger, by place, byte for byte as they were frozen.
 * Throws `missing frozen version: …` and `invalid frozen version: …`.
 */
export function heldIn({ versions }: Frozen, ledger: Ledger): Map<string, Files> {
  const held = placesIn(ledger).map(([place, { sha256 }]) => {
    const files = versions[place];
    if (!files || sha256 === undefined)
      throw new Error(`missing frozen version: ${place} (run ${command})`);
    if (hashOf(files) !== sha256)
      throw new Error(`invalid frozen version: ${place} (its bytes are not the ledger's)`);
    return [place, files] as const;
  });
  return new Map(held);
}

/** The scripts that the pages of a version load, by name. */
export function scriptsIn(files: Files): string[] {
  const pages = Object.entries(files).filter(([path]) => path.endsWith(".html"));
  const names = pages.flatMap(([, page]) =>
    [...page.matchAll(/<script [^>]*src="(?:\.\.\/)+([\w-]+\.js)"/g)].map(([, name]) => name),
  );
  return [...new Set(names)].filter((name) => name !== undefined);
}
