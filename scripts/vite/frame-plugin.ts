import { createHash } from "node:crypto";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { shipped } from "./shipped.ts";

/** A script of its own, without imports. */
export interface Script {
  /** File name within `embed/`. */
  readonly name: string;
  readonly code: string;
}

/** The script of figure pages: classic, since a frame of opaque origin loads no module. */
export async function frameAsset(root: string): Promise<Script> {
  const code = await bundle(join(root, "src/publish/figure-page/main.ts"), "iife");
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 12);
  return { name: `frame-${hash}.js`, code };
}

/** The script of hosts, `<fadu-figure>`; its name stays, since pages that nobody changes load it. */
export async function embedAsset(root: string): Promise<Script> {
  return { name: "embed.js", code: await bundle(join(root, "src/publish/host/main.ts"), "iife") };
}

/** The same as a module that returns the element. */
export async function moduleAsset(root: string): Promise<Script> {
  return { name: "figure.mjs", code: await bundle(join(root, "src/publish/host/module.ts"), "es") };
}

const virtual = "virtual:fadu-frame";
const resolved = `\0${virtual}`;

/**
 * `virtual:fadu-frame` exports the script of figure pages as a text, for packages that are made in
 * the page: so it lies among the assets that are kept for readers without a network.
 */
export function frame(): Plugin {
  let root = process.cwd();
  return {
    name: "fadu-frame",
    configResolved: (config) => void (root = config.root),
    resolveId: (id) => (id === virtual ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      return `export const frame = ${JSON.stringify(await frameAsset(root))};`;
    },
  };
}

async function bundle(entry: string, format: "iife" | "es"): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [shipped()],
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry, formats: [format], name: "fadu" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error(`missing script: ${entry}`);
  return chunk.code;
}
