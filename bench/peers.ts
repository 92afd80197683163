import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import type { Row } from "./rows.ts";

const sources = fileURLToPath(new URL("peers", import.meta.url));
const cache = fileURLToPath(new URL("../.cache/peers", import.meta.url));

/** Folder of the peers' pages, each in a folder of its name. */
export const peerSite = join(cache, "site");

/** What all pages say in words, so that only the drawing differs. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly Row[];
}

/**
 * Installs what the peers need beyond our own packages, at pinned versions, once.
 * @returns null, or why it could not be installed
 */
export function installPeers(): string | null {
  mkdirSync(cache, { recursive: true });
  cpSync(sources, cache, { recursive: true });
  const wanted = readFileSync(join(cache, "package-lock.json"), "utf8");
  const stamp = join(cache, "installed.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return null;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"];
  const { status, stderr } = spawnSync("npm", [...args, "--loglevel=error"], {
    cwd: cache,
    encoding: "utf8",
    timeout: 180_000,
  });
  if (status === 0) {
    writeFileSync(stamp, wanted);
    return null;
  }
  const [code] = /\bE[A-Z_]{4,}\b/.exec(stderr ?? "") ?? ["no answer in time"];
  return `the package registry could not be reached or refused (npm ci: ${code})`;
}

/** Bundles `bench/peers/<name>.mjs` for production and writes its page, with Brotli beside each. */
export async function buildPeer(name: string, words: Words): Promise<void> {
  const folder = join(peerSite, name);
  rmSync(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    root: cache,
    publicDir: false,
    logLevel: "error",
    build: {
      outDir: folder,
      target: "es2022",
      chunkSizeWarningLimit: Infinity,
      modulePreload: false,
      rolldownOptions: {
        input: join(cache, `${name}.mjs`),
        output: { entryFileNames: "chart.js", codeSplitting: false },
      },
    },
  });
  writeFileSync(join(folder, "index.html"), pageOf(words));
  // The server wants a start page; nobody visits it.
  writeFileSync(join(peerSite, "index.html"), "<!doctype html><title>peers</title>");
  for (const file of ["index.html", "chart.js"].map((path) => join(folder, path)))
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}

/** Rows in the page and no favicon: the page asks for its script only. */
function pageOf({ title, subtitle, rows }: Words): string {
  const drawn = rows.map(({ group, region, label, value, unit }) => ({
    group,
    region,
    label,
    value,
    unit,
  }));
  const reports = [...new Set(rows.map(({ report }) => report))].join("；");
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title>
<link rel="icon" href="data:,"><style>body{font-family:system-ui,sans-serif;margin:16px}</style>
<script type="module" src="chart.js"></script></head><body>
<figure><figcaption><h1>${escape(title)}</h1><p>${escape(subtitle)}</p></figcaption>
<div id="chart"></div><p>来源：${escape(reports)}</p></figure>
<script id="rows" type="application/json">${JSON.stringify(drawn).replaceAll("<", "\\u003c")}</script>
</body></html>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
