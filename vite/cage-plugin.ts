import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { cagePolicy } from "../bin/policy.ts";
import { shipped } from "./shipped.ts";

const virtual = "virtual:fadu-cage";
const resolved = `\0${virtual}`;
const folder = fileURLToPath(new URL("../src/cage/frame/", import.meta.url));

interface CageFile {
  readonly fileName: string;
  readonly source: string;
}

/**
 * Ships the frame in which JavaScript cells run as one file, script and style in it: a frame of
 * opaque origin loads no module, and its policy names its one script by hash. `virtual:fadu-cage`
 * exports `cageUrl`, right under any sub-path, in the build and in the development server.
 */
export function cage(): Plugin {
  let serving = false;
  let base = "/";
  let file: Promise<CageFile> | undefined;
  const load = (): Promise<CageFile> => (file ??= buildCage());
  return {
    name: "fadu-cage",
    configResolved(config) {
      serving = config.command === "serve";
      base = config.base.startsWith("/") ? config.base : "/";
    },
    resolveId: (id) => (id === virtual ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const { fileName, source } = await load();
      const path = JSON.stringify(`${base}@fadu-cage/${fileName}`);
      if (serving) return `export const cageUrl = new URL(${path}, location.origin).href;`;
      const asset = this.emitFile({ type: "asset", fileName: `assets/${fileName}`, source });
      return `export const cageUrl = import.meta.ROLLUP_FILE_URL_${asset};`;
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on("change", (path) => {
        if (path.startsWith(folder)) file = undefined;
      });
      server.middlewares.use(async (request, response, next) => {
        if (!request.url?.includes("/@fadu-cage/")) return next();
        response.setHeader("content-type", "text/html;charset=utf-8");
        response.end((await load()).source);
      });
    },
  };
}

/** The frame's file, with its name after its content. */
export async function buildCage(): Promise<CageFile> {
  const script = await bundle();
  const { resolve } = createRequire(import.meta.url);
  const inputs = readFileSync(
    resolve("@observablehq/inputs").replace(/[^/]+$/, "index.css"),
    "utf8",
  );
  const style = inputs + readFileSync(`${folder}style.css`, "utf8");
  const source = page(script, style);
  return { fileName: `cage-${hash(source, "hex").slice(0, 12)}.html`, source };
}

function page(script: string, style: string): string {
  const policy = cagePolicy(hash(script, "base64"));
  return [
    "<!doctype html>",
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Fadu</title><style>${style}</style></head>`,
    `<body><script>${script}</script></body></html>`,
  ].join("\n");
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [shipped()],
    build: {
      write: false,
      target: "es2023",
      lib: { entry: `${folder}main.ts`, formats: ["iife"], name: "cage" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("missing cage: nothing was built");
  // The script stands in the page, where these would end it.
  return chunk.code.replaceAll(/<(?=\/script|!--)/gi, "\\x3C");
}

function hash(text: string, encoding: "hex" | "base64"): string {
  return createHash("sha256").update(text).digest(encoding);
}
