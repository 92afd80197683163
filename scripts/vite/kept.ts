import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Results of slow work, by what they were made of. */
export interface Kept {
  /** @param from all that the result depends on: names, settings, contents */
  of(from: readonly (string | Uint8Array)[], make: () => Promise<Uint8Array>): Promise<Uint8Array>;
  /** Removes what was not asked for since it was opened. */
  sweep(): void;
}

/**
 * Keeps results in a folder between builds: the same input gives the same bytes, so a build makes
 * anew only what changed. Without the folder, or with a part of it, everything is made as before.
 */
export function keptIn(folder: string): Kept {
  mkdirSync(folder, { recursive: true });
  const running = new Map<string, Promise<Uint8Array>>();
  const obtain = async (file: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const before = await readFile(file).catch(() => null);
    if (before) return before;
    const made = await make();
    // Several builds at once: none may read half a file.
    const own = `${file}.${process.pid}`;
    await writeFile(own, made);
    await rename(own, file);
    return made;
  };
  return {
    of(from, make) {
      const hash = createHash("sha256");
      for (const part of from) hash.update(`${part.length}:`).update(part);
      const name = hash.digest("hex");
      const result = running.get(name) ?? obtain(join(folder, name), make);
      running.set(name, result);
      return result;
    },
    sweep() {
      for (const name of readdirSync(folder))
        if (!running.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}
