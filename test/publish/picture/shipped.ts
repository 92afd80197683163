import { join } from "node:path";
import { JSDOM } from "jsdom";
import { archiveOf } from "../../../src/page/shell/archive.ts";
import type { ChartContext } from "../../../src/charts/index.ts";
import { builder } from "../../../src/dom/index.ts";
import { insertTables, loadManifest, loadTables } from "../../../src/engine/index.ts";
import { fileFetch, openNode } from "../../../src/engine/node.ts";
import { viewDefinitions, type Language } from "../../../src/domain/index.ts";
import { consentByBuild, mount, type DrawnChart } from "../../../src/runtime/index.ts";
import { readNotebooks } from "../../../scripts/vite/notebook-plugin.ts";

const root = new URL("../../..", import.meta.url).pathname;

/** The charts of the shipped notebooks over the real data, and a context for each language. */
export interface Shipped {
  readonly charts: readonly { readonly slug: string; readonly chart: DrawnChart }[];
  readonly context: (language: Language) => ChartContext;
}

/** Runs the notebooks of these slugs, or all of them, in the real engine. */
export async function shipped(slugs?: readonly string[]): Promise<Shipped> {
  const data = join(root, "public/data");
  const manifest = await loadManifest(data, { fetch: fileFetch });
  const tables = await loadTables(manifest, data, { fetch: fileFetch });
  const connector = await openNode();
  const { document } = new JSDOM("<!doctype html>").window;
  const archive = archiveOf(tables);
  try {
    await insertTables(connector, tables, { definitions: viewDefinitions(archive) });
    const charts: { slug: string; chart: DrawnChart }[] = [];
    for (const { slug, compiled } of readNotebooks(join(root, "notebooks"), root)) {
      if (slugs && !slugs.includes(slug)) continue;
      const mounted = mount(compiled, document.createElement("main"), {
        document,
        connector,
        catalogue: archive,
        language: "zh",
        variants: () => ["wide"],
        state: "static",
        inputs: {},
        consent: consentByBuild(compiled),
      });
      await mounted.settled;
      for (const cell of compiled.cells) {
        const chart = cell.kind === "chart" ? mounted.chart(cell.id) : null;
        if (chart) charts.push({ slug, chart });
      }
      mounted.dispose();
    }
    return {
      charts,
      context: (language) => ({ build: builder(document), language, catalogue: archive }),
    };
  } finally {
    await connector.close();
  }
}
