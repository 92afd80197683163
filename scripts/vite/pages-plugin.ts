import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import { compress } from "./compress.ts";
import { embedAsset, frameAsset, moduleAsset, type Script } from "./frame-plugin.ts";
import { writeServiceWorker } from "./offline.ts";
import { contentSecurityPolicy } from "./policy.ts";
import type { Page } from "../../src/page/prerender/prerender.ts";
import { isRegionPage } from "../../src/page/shell/page-address.ts";
import { languageOf } from "../../src/words/index.ts";
import { escapeAttribute, escapeText } from "../../src/words/markup/index.ts";
import type { PackageFiles } from "../../src/publish/package/index.ts";
import { readFrozen } from "./frozen.ts";
import { keptIn, type Kept } from "./kept.ts";
import { readLedger } from "./ledger.ts";
import { rasterPool } from "./raster.ts";
import type { OpenSite, Rendered } from "./render.ts";
import { writeBill } from "./shipped.ts";
import { siteAddress } from "./site.ts";
import { sitemapFiles } from "./sitemap.ts";

type Renderer = typeof import("./render.ts");

/** The page's own code, run by Vite in Node: what it imports is resolved as in the page. */
async function rendererOf(server: ViteDevServer): Promise<Renderer> {
  return (await server.ssrLoadModule("/scripts/vite/render.ts")) as Renderer;
}

/**
 * Pages of a server for development. Code or data that changed are taken up; what did not stays open.
 */
function pagesIn(server: ViteDevServer, root: string) {
  let opened: { readonly made: unknown; readonly data: string; site: Promise<OpenSite> } | null =
    null;
  return async (path: string): Promise<Page | null> => {
    const { openSite } = await rendererOf(server);
    const data = readFileSync(join(root, "public/data/manifest.json"), "utf8");
    if (opened?.made !== openSite || opened.data !== data) {
      void opened?.site.then((site) => site.close()).catch(() => {});
      const now = { made: openSite, data, site: openSite(root) };
      opened = now;
      // What could not be opened is tried again.
      now.site.catch(() => {
        if (opened === now) opened = null;
      });
    }
    return (await opened.site).page(path);
  };
}

/** Runs the renderer in a server of its own, and closes it. */
export async function inRenderer<T>(
  root: string,
  use: (renderer: Renderer) => Promise<T>,
): Promise<T> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use(await rendererOf(server));
  } finally {
    await server.close();
  }
}

function renderOnce(root: string, script: Script, kept: Kept): Promise<Rendered> {
  return inRenderer(root, async ({ renderSite, frozenFiles }) => {
    const pool = await rasterPool(root);
    const raster = (svg: string, scale = 2) =>
      kept.of(["png", pool.made, String(scale), svg], () => pool.toPng(svg, scale));
    try {
      const [home, ledger] = [siteAddress(), readLedger(root)];
      // Pixels are made beside this thread: those of frozen pictures while pages are rendered.
      const [{ pages, files }, old] = await Promise.all([
        renderSite(root, { home, ledger, raster, script }),
        frozenFiles({ frozen: readFrozen(root), ledger, home, raster }),
      ]);
      return { pages, files: new Map([...files, ...old]) };
    } finally {
      await pool.close();
    }
  });
}

/** The first figure's card stands for the page, its picture where the site has no address. */
function preview({ charts, lang, root, path }: Page, home: string | null): string[] {
  const [first] = charts;
  const here = home === null ? null : escapeAttribute(home + path);
  const canonical =
    here === null
      ? []
      : [`<link rel="canonical" href="${here}">`, `<meta property="og:url" content="${here}">`];
  if (!first) return canonical;
  const name = home === null ? "figure.png" : "card.png";
  const file = `embed/${first.id}/${languageOf(lang) === "zh" ? "" : "en/"}${name}`;
  return [
    ...canonical,
    `<meta property="og:image" content="${escapeAttribute((home ?? root) + file)}">`,
    `<meta name="twitter:card" content="summary_large_image">`,
  ];
}

/** What browsers ask for, by paths that hold below any folder; without them they ask the host. */
function iconLinks({ root, lang }: Page): string[] {
  const manifest = `${languageOf(lang) === "zh" ? "" : "en/"}manifest.webmanifest`;
  return [
    `<link rel="icon" type="image/svg+xml" href="${root}icon.svg">`,
    `<link rel="apple-touch-icon" href="${root}apple-touch-icon.png">`,
    `<link rel="manifest" href="${root}${manifest}">`,
  ];
}

function head(page: Page, home: string | null): string {
  const { title, description, alternate, lang, root } = page;
  const other = languageOf(lang) === "zh" ? "en" : "zh-CN";
  return [
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(contentSecurityPolicy)}">`,
    `<meta name="referrer" content="no-referrer">`,
    `<title>${escapeText(title)}</title>`,
    `<meta name="description" content="${escapeAttribute(description)}">`,
    ...iconLinks(page),
    `<link rel="alternate" hreflang="${other}" href="${escapeAttribute(alternate)}">`,
    `<meta property="og:title" content="${escapeAttribute(title)}">`,
    `<meta property="og:description" content="${escapeAttribute(description)}">`,
    `<meta property="og:type" content="article">`,
    ...preview(page, home),
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="generator" content="Fadu" data-root="${root}">`,
  ].join("\n    ");
}

/** The template with one page in it. A function as replacement: `$&` in a text stays a text. */
function fill(template: string, page: Page, home: string | null = null): string {
  return template
    .replace(/<html [^>]*>/, () => htmlTag(page))
    .replace("<!--fadu:head-->", () => head(page, home))
    .replace("<!--fadu:body-->", () => page.body + page.dataset);
}

function htmlTag({ lang, root, place }: Page): string {
  return `<html lang="${lang}" data-engine="idle" data-root="${root}" data-slug="${place.slug ?? ""}">`;
}

/** The style stands in the page: the first figure needs one request only. */
function inlineStyle(template: string, dist: string): string {
  return template.replace(
    /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g,
    (_match, file: string) => `<style>${readFileSync(join(dist, file), "utf8").trim()}</style>`,
  );
}

/**
 * The pages of regions are many and short: the style that stands in each notebook is a file for
 * them, which a reader has after the first.
 */
function writePages(pages: readonly Page[], dist: string): void {
  const plain = readFileSync(join(dist, "index.html"), "utf8");
  const styled = inlineStyle(plain, dist);
  for (const page of pages) {
    const template = isRegionPage(page.place) ? plain : styled;
    const file = join(dist, page.path, "index.html");
    mkdirSync(dirname(file), { recursive: true });
    const own = template.replaceAll('="./assets/', `="${page.root}assets/`);
    writeFileSync(file, fill(own, page, siteAddress()));
  }
  const home = siteAddress();
  if (home !== null) writeFiles(sitemapFiles(pages, home), dist);
}

/** Writes files by their path below the folder. */
function writeFiles(files: PackageFiles, dist: string): void {
  for (const [path, content] of files) {
    const file = join(dist, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/**
 * Readers first: writes every notebook in every language as HTML with its charts, so that a page
 * can be read before, or without, any script. In development a page is rendered when asked for.
 */
export function pages(): Plugin {
  let root = process.cwd();
  let dist = resolve("dist");
  let isBuild = false;
  let hasFailed = false;
  let pageOf: ReturnType<typeof pagesIn> | undefined;
  return {
    name: "fadu-pages",
    configResolved(config) {
      root = config.root;
      dist = resolve(root, config.build.outDir);
      isBuild = config.command === "build";
    },
    configureServer(server) {
      const page = (pageOf = pagesIn(server, root));
      // Code and data are read while the reader is on the way; what fails says so when asked for.
      server.httpServer?.once("listening", () => void page("").catch(() => {}));
    },
    async transformIndexHtml(html, { server, originalUrl = "/" }) {
      if (!server) return html;
      const path = originalUrl.replace(/^\/|(?:index\.html)?(?:[?#].*)?$/g, "");
      const page = await pageOf?.(path);
      return page ? fill(html, page) : html;
    },
    buildEnd(error) {
      hasFailed = error !== undefined;
    },
    async closeBundle() {
      // A failed bundle has nothing to fill, and its own error is the one to be read.
      if (!isBuild || hasFailed) return;
      if (process.env["FADU_QUICK"]) {
        // For trying things out: no figure packages, no pictures, nothing compressed.
        writePages(await inRenderer(root, ({ renderPages }) => renderPages(root)), dist);
        await writeServiceWorker(dist);
        return;
      }
      const kept = keptIn(join(root, ".cache/build"));
      // What the bundle wrote is packed while pages are rendered; the second round finds it done.
      const [{ pages, files }] = await Promise.all([
        renderOnce(root, await frameAsset(root), kept),
        compress(dist, kept),
      ]);
      for (const { name, code } of [await embedAsset(root), await moduleAsset(root)])
        files.set(`embed/${name}`, code);
      writePages(pages, dist);
      writeFiles(files, dist);
      writeBill(root, dist);
      rmSync(join(dist, ".vite"), { recursive: true, force: true });
      await writeServiceWorker(dist);
      await compress(dist, kept);
      kept.sweep();
    },
  };
}
