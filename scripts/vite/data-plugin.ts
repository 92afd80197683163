import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { parseManifest } from "../../src/engine/manifest.ts";

/** The modules, the files that they are made of, and their code. */
const modules = {
  "virtual:fadu-data": {
    path: "public/data/manifest.json",
    code: (text: string) =>
      `export const manifest = ${JSON.stringify(parseManifest(JSON.parse(text)))};`,
  },
  "virtual:fadu-checks": {
    path: "data/checks.json",
    code: (text: string) => `export const identities = ${JSON.stringify(JSON.parse(text))};`,
  },
} as const;
const prefix = "\0";

/**
 * `virtual:fadu-data` exports the manifest of the tables that the build is made of. The page does
 * not ask the host for one: a page of one build never reads tables of another.
 * `virtual:fadu-checks` exports the identities as they are curated, of which the tables have only
 * the results: who exports figures writes that file again, whole.
 */
export function dataModules(): Plugin {
  let root = "";
  return {
    name: "fadu-data",
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id in modules ? `${prefix}${id}` : undefined),
    load(id) {
      const made = modules[id.slice(prefix.length) as keyof typeof modules];
      if (!id.startsWith(prefix) || !(id.slice(prefix.length) in modules)) return undefined;
      const file = join(root, made.path);
      this.addWatchFile(file);
      return { code: made.code(readFileSync(file, "utf8")), moduleType: "js" };
    },
  };
}
