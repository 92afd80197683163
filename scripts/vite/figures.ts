import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pagePath } from "../../src/page/shell/page-address.ts";
import type { Page } from "../../src/page/prerender/prerender.ts";
import type { Archive } from "../../src/evidence/index.ts";
import type { Language } from "../../src/domain/index.ts";
import {
  contentOf,
  packageFiles,
  picturesOf,
  type Content,
  type PackageFiles,
  type PackagePlace,
  type Pictures,
  type Script,
} from "../../src/publish/package/index.ts";
import type { DrawnChart } from "../../src/runtime/index.ts";
import type { Files } from "./frozen.ts";
import { listFiles } from "./lists.ts";
import { sinceOf, type Ledger } from "./ledger.ts";

export interface FigureOptions {
  /** The address of the site with a slash at its end; null where nobody knows it yet. */
  readonly home: string | null;
  readonly ledger: Ledger;
  readonly script?: Script | undefined;
}

/** A figure of a shipped notebook. */
export interface ShippedFigure {
  readonly chart: DrawnChart;
  readonly content: Content;
  /** The folder of its notebook's page, by language. */
  readonly notebook: Readonly<Record<Language, string>>;
}

/** The style of figures and of their pages. */
export function figureStyle(root: string): string {
  const files = ["src/charts/figure.css", "src/publish/package/page.css"];
  return files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
}

/** What figures are drawn from. */
export interface Source {
  readonly root: string;
  readonly archive: Archive;
  /** Makes the elements of all figures; none is put into it. */
  readonly document: Document;
}

/**
 * The figures of all notebooks, drawn for pages of their own.
 * Throws `invalid figure: …` where two share an id, since the id is the address.
 */
export function figuresOf(
  pages: readonly Page[],
  { root, archive, document }: Source,
): ShippedFigure[] {
  const style = figureStyle(root);
  const seen = new Map<string, string>();
  return pages
    .filter(({ place }) => place.language === "zh")
    .flatMap(({ place, charts }) =>
      charts.map((chart) => {
        const page = place.slug ?? "home";
        const other = seen.get(chart.id);
        if (other !== undefined)
          throw new Error(`invalid figure: ${chart.id} (in ${other} and ${page})`);
        seen.set(chart.id, page);
        const content = contentOf({ chart, archive, document, style });
        const notebook = {
          zh: pagePath({ ...place, language: "zh" }),
          en: pagePath({ ...place, language: "en" }),
        };
        return { chart, content, notebook };
      }),
    );
}

/** A picture as PNG, at twice its size by default, with the fonts of the repository. */
export type Raster = (svg: string, scale?: number) => Promise<Uint8Array>;

/**
 * Pictures of all figures, by id. Cards, which previews of links show, are drawn only for a site
 * with an address: nothing that previews links could find them otherwise (half a minute of work).
 */
export async function picturesFor(
  figures: readonly ShippedFigure[],
  { archive, document }: Source,
  { home, raster }: { readonly home: string | null; readonly raster: Raster },
): Promise<Map<string, Pictures>> {
  // All are drawn before the first is awaited: pixels are made beside this thread.
  const pictures = figures.map(async ({ chart, content: { version } }) => {
    const drawn = await picturesOf({
      ...{ chart, archive, document, version },
      raster: ({ svg }) => raster(svg),
      rasterCard: home === null ? undefined : (svg) => raster(svg, 1),
    });
    return [chart.id, drawn] as const;
  });
  return new Map(await Promise.all(pictures));
}

/**
 * The package of each figure as the latest version, the lists of figures and the page for what is
 * missing. What is frozen comes from where it is kept (`frozen-site.ts`).
 */
export function figureFiles(
  figures: readonly ShippedFigure[],
  pictures: ReadonlyMap<string, Pictures>,
  { home, ledger, script }: FigureOptions,
): PackageFiles {
  const files: PackageFiles = new Map();
  for (const { content, notebook } of figures) {
    const since = sinceOf(ledger, content);
    const place: PackagePlace = { kind: "latest", home, notebook, address: `#${content.id}` };
    const options = { content, place, since, script, pictures: pictures.get(content.id) };
    for (const [path, file] of packageFiles(options))
      files.set(`embed/${content.id}/${path}`, file);
  }
  if (script) files.set(`embed/${script.name}`, script.code);
  const contents = figures.map(({ content }) => content);
  for (const [path, file] of listFiles(contents, home)) files.set(path, file);
  return files;
}

/** Stands for a picture of dots, so that a frozen page has a way to it. */
const anyPicture = new Uint8Array();

/** The package of a figure as it is kept: texts only, the same whatever site publishes them. */
export async function freeze(
  { chart, content, notebook }: ShippedFigure,
  { archive, document, since, script }: Freezing,
): Promise<Files> {
  const { version } = content;
  const raster = () => anyPicture;
  const pictures = await picturesOf({ chart, archive, document, version, raster });
  const place: PackagePlace = { kind: "frozen", home: null, notebook, address: `#${content.id}` };
  const files = packageFiles({ content, place, since, script, pictures });
  const texts = [...files].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return Object.fromEntries(texts);
}

/** What a figure is frozen with. */
export interface Freezing extends Source {
  /** The day from which the version holds, as an ISO date. */
  readonly since: string | null;
  readonly script: Script;
}
