import { siteSlots, type PackageFiles } from "../../src/publish/package/index.ts";
import { escapeAttribute, escapeText } from "../../src/words/markup/index.ts";
import type { Raster } from "./figures.ts";
import { heldIn, type Files, type Frozen } from "./frozen.ts";
import type { Ledger } from "./ledger.ts";

/** The page's whole address where it waits for one; a page without such slots stays as it is. */
function addressedPage(page: string, address: string): string {
  const [href, image] = [address, `${address}figure.png`].map(escapeAttribute);
  const head = `<link rel="canonical" href="${href}"><meta property="og:url" content="${href}"><meta property="og:image" content="${image}">`;
  return page
    .replace(siteSlots.head, () => head)
    .replace(siteSlots.address, () => ` <cite>${escapeText(address)}</cite>`);
}

/** An offer is read apart from its place, so every address in it must be whole. */
function addressedOffer(text: string, folder: string, home: string): string {
  const offer = JSON.parse(text) as { html: string; thumbnail_url?: string };
  const frame = offer.html.replace(
    /^<iframe src="[^"]*"/,
    () => `<iframe src="${escapeAttribute(folder)}"`,
  );
  const thumbnail = "thumbnail_url" in offer ? { thumbnail_url: `${folder}figure.png` } : {};
  return `${JSON.stringify({ ...offer, provider_url: home, html: frame, ...thumbnail }, null, 2)}\n`;
}

/**
 * Frozen files as a site publishes them. Its address, which nobody knew when they were frozen, goes
 * into the places that wait for it; all else is as it was, byte for byte.
 * @param folder of the version, below the site's root, with a slash at its end
 * @param home the site's address; null where it has none: nothing changes
 */
export function addressed(files: Files, folder: string, home: string | null): Files {
  if (home === null) return files;
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const here = home + folder + path.replace(/[^/]+$/, "");
      if (path.endsWith("index.html")) return [path, addressedPage(text, here)];
      return [path, path.endsWith("oembed.json") ? addressedOffer(text, here, home) : text];
    }),
  );
}

/** Where the last version of each figure stands. */
function lastPlaces(ledger: Ledger): Set<string> {
  const last = Object.entries(ledger).flatMap(([id, versions]) => {
    const entry = versions.at(-1);
    return entry ? [`${id}/${entry.version}`] : [];
  });
  return new Set(last);
}

/** What every version of the ledger and its pages need. */
export interface FrozenSite {
  readonly frozen: Frozen;
  readonly ledger: Ledger;
  readonly home: string | null;
  readonly raster: Raster;
}

/**
 * All that is frozen, by path below the site's root. A picture of dots is drawn from the kept one
 * of lines: kept itself, it would be ten times as large as all the rest. Those of earlier versions
 * are drawn only for a site with an address (a minute and a half of work): who tries the site out
 * has no article that shows them.
 */
export async function frozenFiles(site: FrozenSite): Promise<PackageFiles> {
  const { frozen, ledger, home, raster } = site;
  const files: PackageFiles = new Map();
  for (const [name, code] of Object.entries(frozen.scripts)) files.set(`embed/${name}`, code);
  const drawing: Promise<void>[] = [];
  const held = heldIn(frozen, ledger);
  const drawn = home === null ? lastPlaces(ledger) : held;
  for (const [place, kept] of held) {
    const folder = `embed/${place}/`;
    for (const [path, text] of Object.entries(addressed(kept, folder, home))) {
      files.set(folder + path, text);
      if (path.endsWith("figure.svg") && drawn.has(place)) {
        const png = folder + path.replace(/svg$/, "png");
        drawing.push(raster(text).then((bytes) => void files.set(png, bytes)));
      }
    }
  }
  await Promise.all(drawing);
  return files;
}
