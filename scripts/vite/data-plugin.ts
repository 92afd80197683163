import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { parseManifest } from "../../src/engine/manifest.ts";

const virtual = "virtual:fadu-data";

/**
 * `virtual:fadu-data` exports the manifest of the tables that the build is made of. The page does
 * not ask the host for one: a page of one build never reads tables of another.
 */
export function dataManifest(): Plugin {
  let file = "";
  return {
    name: "fadu-data",
    configResolved({ root }) {
      file = join(root, "public/data/manifest.json");
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    load(id) {
      if (id !== `\0${virtual}`) return undefined;
      this.addWatchFile(file);
      const manifest = parseManifest(JSON.parse(readFileSync(file, "utf8")));
      return { code: `export const manifest = ${JSON.stringify(manifest)};`, moduleType: "js" };
    },
  };
}
