import { join } from "node:path";
import { JSDOM } from "jsdom";
import { archiveOf } from "../src/app/archive.ts";
import type { Entry } from "../src/app/chrome.ts";
import { editSlug, pagePath } from "../src/app/place.ts";
import { prerender, prerenderEdit, type Page } from "../src/app/prerender.ts";
import { insertTables, loadManifest, loadTables } from "../src/engine/index.ts";
import { fileFetch, openNode } from "../src/engine/node.ts";
import { languages, viewDefinitions } from "../src/facts/index.ts";
import type { CompiledNotebook } from "../src/notebook/index.ts";
import { readNotebooks } from "./notebook-plugin.ts";

function slugIn({ slug }: CompiledNotebook, entries: readonly Entry[]): string | null {
  return slug === entries[0]?.slug ? null : slug;
}

/**
 * Every page of the site: each notebook in each language, rendered by the code of the page.
 * @param only the path of one page, to render that alone
 */
export async function renderPages(root: string, only?: string): Promise<Page[]> {
  const data = join(root, "public/data");
  const files = readNotebooks(join(root, "notebooks"), root);
  const entries = files.map(({ slug, compiled }) => ({ slug, front: compiled.front }));
  const manifest = await loadManifest(data, { fetch: fileFetch });
  const tables = await loadTables(manifest, data, { fetch: fileFetch });
  const connector = await openNode();
  try {
    await insertTables(connector, tables, { definitions: viewDefinitions });
    const archive = archiveOf(tables);
    const pages: Page[] = [];
    for (const { compiled: notebook } of files)
      for (const language of languages) {
        if (only !== undefined && only !== pagePath({ language, slug: slugIn(notebook, entries) }))
          continue;
        const { document } = new JSDOM("<!doctype html>").window;
        pages.push(await prerender({ notebook, entries, language, connector, archive, document }));
      }
    for (const language of languages) {
      if (only !== undefined && only !== pagePath({ language, slug: editSlug })) continue;
      const { document } = new JSDOM("<!doctype html>").window;
      pages.push(prerenderEdit({ entries, language, archive, document }));
    }
    return pages;
  } finally {
    await connector.close();
  }
}
