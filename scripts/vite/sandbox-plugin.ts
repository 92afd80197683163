import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { sandboxPolicy } from "./policy.ts";
import { shipped } from "./shipped.ts";

const virtual = "virtual:fadu-sandbox";
const resolved = `\0${virtual}`;
const folder = fileURLToPath(new URL("../../src/sandbox/", import.meta.url));

interface SandboxFile {
  readonly fileName: string;
  readonly source: string;
}

interface SandboxFiles {
  /** The frame: script and style in one file. */
  readonly page: SandboxFile;
  /** What its worker runs. */
  readonly code: SandboxFile;
}

/**
 * Ships the frame in which JavaScript cells are drawn as one file, script and style in it: a frame
 * of opaque origin loads no module, and its policy names its one script by hash. What runs in its
 * worker is another file, which the page loads once and hands to each frame. `virtual:fadu-sandbox`
 * exports `sandboxUrl` and `sandboxCodeUrl`, right under any sub-path, in the build and in the
 * development server.
 */
export function sandbox(): Plugin {
  let serving = false;
  let base = "/";
  let files: Promise<SandboxFiles> | undefined;
  const load = (): Promise<SandboxFiles> => (files ??= buildSandbox());
  return {
    name: "fadu-sandbox",
    configResolved(config) {
      serving = config.command === "serve";
      base = config.base.startsWith("/") ? config.base : "/";
    },
    resolveId: (id) => (id === virtual ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const { page, code } = await load();
      const address = ({ fileName, source }: SandboxFile): string => {
        const path = JSON.stringify(`${base}@fadu-sandbox/${fileName}`);
        if (serving) return `new URL(${path}, location.origin).href`;
        const asset = this.emitFile({ type: "asset", fileName: `assets/${fileName}`, source });
        return `import.meta.ROLLUP_FILE_URL_${asset}`;
      };
      return `export const sandboxUrl = ${address(page)}; export const sandboxCodeUrl = ${address(code)};`;
    },
    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on("change", (path) => {
        if (path.startsWith(folder)) files = undefined;
      });
      server.middlewares.use(async (request, response, next) => {
        if (!request.url?.includes("/@fadu-sandbox/")) return next();
        const { page, code } = await load();
        const isCode = request.url.includes(code.fileName);
        response.setHeader("content-type", `text/${isCode ? "javascript" : "html"};charset=utf-8`);
        response.end(isCode ? code.source : page.source);
      });
    },
  };
}

/** The frame's files, with their names after their content. */
export async function buildSandbox(): Promise<SandboxFiles> {
  const [script, code] = [await bundle("frame/main.ts"), await bundle("worker/main.ts")];
  const { resolve } = createRequire(import.meta.url);
  const inputs = readFileSync(
    resolve("@observablehq/inputs").replace(/[^/]+$/, "index.css"),
    "utf8",
  );
  // The script stands in the page, where these would end it.
  const inPage = script.replaceAll(/<(?=\/script|!--)/gi, "\\x3C");
  const source = page(inPage, inputs + readFileSync(`${folder}frame/style.css`, "utf8"));
  return { page: named(source, "html"), code: named(code, "js") };
}

function named(source: string, extension: string): SandboxFile {
  return { fileName: `sandbox-${hash(source, "hex").slice(0, 12)}.${extension}`, source };
}

function page(script: string, style: string): string {
  const policy = sandboxPolicy(hash(script, "base64"));
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

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [shipped()],
    build: {
      write: false,
      target: "es2023",
      lib: { entry: `${folder}${entry}`, formats: ["iife"], name: "sandbox" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("missing sandbox: nothing was built");
  // Strict, as its modules are: no function can be asked for the one that called it.
  return `"use strict";${chunk.code}`;
}

function hash(text: string, encoding: "hex" | "base64"): string {
  return createHash("sha256").update(text).digest(encoding);
}
