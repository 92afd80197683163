import { articleFiles } from "./article.ts";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { archiveOf } from "../../src/page/shell/archive.ts";
import type { Entry } from "../../src/page/shell/chrome.ts";
import { editSlug, extractSlug, pagePath, regionSlug } from "../../src/page/shell/page-address.ts";
import {
  prerender,
  prerenderEdit,
  prerenderExtract,
  prerenderRegion,
  type Page,
} from "../../src/page/prerender/prerender.ts";
import { insertTables, loadManifest, loadTables, type Connector } from "../../src/engine/index.ts";
import { fileFetch, openNode } from "../../src/engine/node.ts";
import type { Archive } from "../../src/evidence/index.ts";
import {
  heldRegions,
  languages,
  viewDefinitions,
  type Language,
  type Theme,
} from "../../src/domain/index.ts";
import { atlasOf } from "../../src/figures/region/index.ts";
import type { CompiledNotebook } from "../../src/notebook/index.ts";
import type { PackageFiles, Script } from "../../src/publish/package/index.ts";
import {
  figureFiles,
  figuresOf,
  freeze,
  picturesFor,
  type FigureOptions,
  type Raster,
} from "./figures.ts";
import type { Files } from "./frozen.ts";
import type { Versioned } from "./ledger.ts";
import { readNotebooks, type NotebookFile } from "./notebook-plugin.ts";

/** What every page is rendered from. */
interface Site {
  readonly connector: Connector;
  readonly archive: Archive;
  /** In the order in which figures are grouped. */
  readonly themes: readonly Theme[];
}

/** The notebooks as their files are now. */
interface Notebooks {
  readonly files: readonly NotebookFile[];
  readonly entries: readonly Entry[];
}

function notebooksOf(root: string): Notebooks {
  const files = readNotebooks(join(root, "notebooks"), root);
  return { files, entries: files.map(({ slug, compiled: { front } }) => ({ slug, front })) };
}

function slugIn({ slug }: CompiledNotebook, entries: readonly Entry[]): string | null {
  return slug === entries[0]?.slug ? null : slug;
}

async function open(root: string): Promise<Site> {
  const data = join(root, "public/data");
  const manifest = await loadManifest(data, { fetch: fileFetch });
  const tables = await loadTables(manifest, data, { fetch: fileFetch });
  const connector = await openNode();
  try {
    const archive = archiveOf(tables);
    await insertTables(connector, tables, { definitions: viewDefinitions(archive) });
    const themes = tables.find(({ name }) => name === "themes")?.rows ?? [];
    return { connector, archive, themes: themes as unknown as readonly Theme[] };
  } catch (error) {
    await connector.close();
    throw error;
  }
}

async function withSite<T>(root: string, use: (site: Site) => Promise<T>): Promise<T> {
  const site = await open(root);
  try {
    return await use(site);
  } finally {
    await site.connector.close();
  }
}

/** A site whose data stay in the engine between requests; notebooks are read at each. */
export interface OpenSite {
  /** @param path of one page below the site's root; null where there is none */
  page(path: string): Promise<Page | null>;
  close(): Promise<void>;
}

export async function openSite(root: string): Promise<OpenSite> {
  const site = await open(root);
  return {
    page: async (path) => {
      const notebooks = notebooksOf(root);
      const options = { only: path };
      const [page] = await pagesOf(notebooks, site, options);
      return page ?? regionPagesOf(notebooks, site, options)[0] ?? null;
    },
    close: () => site.connector.close(),
  };
}

const emptyDocument = (): Document => new JSDOM("<!doctype html>").window.document;

/** Lets work that was done elsewhere be taken up. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface PageOptions {
  /** The path of one page, to render that alone. */
  readonly only?: string;
  readonly wanted?: readonly Language[];
  /** Awaited before each page. */
  readonly between?: () => Promise<void>;
}

/** Pages that are made in the reader's browser. */
const framedPages = [
  [editSlug, prerenderEdit],
  [extractSlug, prerenderExtract],
] as const;

async function pagesOf(
  { files, entries }: Notebooks,
  { archive, connector }: Site,
  { only, wanted = languages, between }: PageOptions = {},
): Promise<Page[]> {
  const pages: Page[] = [];
  const isWanted = (path: string) => only === undefined || only === path;
  for (const { compiled: notebook } of files)
    for (const language of wanted)
      if (isWanted(pagePath({ language, slug: slugIn(notebook, entries) }))) {
        await between?.();
        const document = emptyDocument();
        pages.push(await prerender({ notebook, entries, language, connector, archive, document }));
      }
  const problems = pages.flatMap((page) => page.problems);
  if (problems.length > 0)
    throw new Error(`invalid notebooks: ${problems.length} problems\n${problems.join("\n")}`);
  for (const language of wanted)
    for (const [slug, make] of framedPages)
      if (isWanted(pagePath({ language, slug })))
        pages.push(make({ entries, language, archive, document: emptyDocument() }));
  return pages;
}

/** The page of every region of which something is held: a few ms each, without the engine. */
function regionPagesOf(
  { entries }: Notebooks,
  { archive, themes }: Site,
  { only, wanted = languages }: Omit<PageOptions, "between"> = {},
): Page[] {
  const document = emptyDocument();
  return wanted.flatMap((language) => {
    const pathOf = (id: string) => pagePath({ language, slug: regionSlug(id) });
    const ids = heldRegions(archive).map(({ region_id }) => region_id);
    const shown = ids.filter((id) => only === undefined || only === pathOf(id));
    if (shown.length === 0) return [];
    const atlas = atlasOf({ language, catalogue: archive }, themes);
    return shown.map((id) =>
      prerenderRegion({ page: atlas.page(id), entries, language, archive, document }),
    );
  });
}

/**
 * Every page of the site: each notebook in each language, rendered by the code of the page.
 * @param only the path of one page, to render that alone
 */
export function renderPages(root: string, only?: string): Promise<Page[]> {
  return withSite(root, async (site) => {
    const notebooks = notebooksOf(root);
    const options = only === undefined ? {} : { only };
    return [
      ...(await pagesOf(notebooks, site, options)),
      ...regionPagesOf(notebooks, site, options),
    ];
  });
}

/** The pages of the notebooks, and the packages of their figures by path below the site's root. */
export interface Rendered {
  readonly pages: readonly Page[];
  readonly files: PackageFiles;
}

/** The whole site. Rejects where a cell or a figure fails, or two figures share an id. */
export function renderSite(
  root: string,
  { raster, ...options }: FigureOptions & { readonly raster: Raster },
): Promise<Rendered> {
  return withSite(root, async (site) => {
    // A chart drawn once is drawn again in every language, so pictures can begin before the rest.
    const notebooks = notebooksOf(root);
    const first = await pagesOf(notebooks, site, { wanted: ["zh"] });
    const source = { ...site, document: emptyDocument(), root };
    const figures = figuresOf(first, source);
    // Pixels are made beside this thread, and wait for it in between.
    const [pictures, others] = await Promise.all([
      picturesFor(figures, source, { home: options.home, raster }),
      pagesOf(notebooks, site, { wanted: ["en"], between: breathe }),
    ]);
    const pages = [...first, ...others, ...regionPagesOf(notebooks, site)];
    const files = figureFiles(figures, pictures, options);
    const contents = new Map(figures.map(({ content }) => [content.id, content]));
    const article = articleFiles({ root, archive: site.archive, figures: contents, files });
    for (const [path, file] of article) files.set(`article/${path}`, file);
    return { pages, files };
  });
}

/** A figure with the version of what it says now, and the way to keep it. */
export interface Freezable extends Versioned {
  freeze(since: string, script: Script): Promise<Files>;
}

/** Calls `use` with every figure; they can be frozen until it has ended. */
export function withFigures<T>(
  root: string,
  use: (figures: readonly Freezable[]) => Promise<T>,
): Promise<T> {
  return withSite(root, async (site) => {
    const pages = await pagesOf(notebooksOf(root), site, { wanted: ["zh"] });
    const source = { ...site, document: emptyDocument(), root };
    const figures = figuresOf(pages, source).map((figure) => ({
      id: figure.content.id,
      version: figure.content.version,
      freeze: (since: string, script: Script) => freeze(figure, { ...source, since, script }),
    }));
    return use(figures);
  });
}

/** Not imported by the plugin: whatever its own imports reach restarts a server for development. */
export { frozenFiles } from "./frozen-site.ts";
