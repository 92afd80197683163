import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ReadCMap } from "./types.ts";

/** Character maps from the installed package: what a command reads PDFs with. */
export function createReadCMap(): ReadCMap {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve("pdfjs-dist/package.json")), "cmaps");
  return async (name) => {
    if (!/^[\w-]+\.bcmap$/.test(name)) throw new Error(`invalid character map: ${name}`);
    return new Uint8Array(await readFile(join(folder, name)));
  };
}
