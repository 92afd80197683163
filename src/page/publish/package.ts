import { frame } from "virtual:fadu-frame";
import figureCss from "../../charts/figure.css?raw";
import { builder } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import {
  contentOf,
  packageFiles,
  packageName,
  picturesOf,
  zipOf,
  type PackagePlace,
  type Rasterize,
} from "../../publish/package/index.ts";
import pageCss from "../../publish/package/page.css?raw";
import type { DrawnChart } from "../../runtime/index.ts";
import type { HostedPage } from "./hosted.ts";
import { mostScale, pngOf } from "./png.ts";
import { withOwnFont } from "./png-font.ts";
import { today } from "./today.ts";

/** Where a figure comes from, for the links of its package. */
export type Origin = Pick<PackagePlace, "notebook" | "address">;

export interface PackageOptions {
  readonly document: Document;
  readonly chart: DrawnChart;
  readonly archive: Archive;
  readonly origin: Origin;
  /** Address of the site. */
  readonly root: URL;
  /** What the site publishes of the figure; null where it publishes nothing. */
  readonly published: HostedPage | null;
  readonly onProgress: (step: "drawing" | "pictures" | "packing", share: number) => void;
}

export interface FigurePackage {
  /** `fadu-fines-by-region-1a2b3c4d.zip`. */
  readonly name: string;
  readonly zip: Blob;
  /** Whether the pictures are there as PNG too, which a browser may have no room or letters for. */
  readonly hasPng: boolean;
}

/** Pixels twice the size, as those of the site have; none rather than boxes or an empty picture. */
function rasterIn(document: Document): Rasterize {
  return async (plain, again, language) => {
    if (mostScale(plain) < 2) return undefined;
    const { drawn, missing } = await withOwnFont(plain, again, { document, language });
    const png = missing.length > 0 ? null : await pngOf(drawn, 2, { document });
    return png === null ? undefined : new Uint8Array(await png.arrayBuffer());
  };
}

/** Where the figure is seen with its filters: nobody finds the same one otherwise. */
function filteredAddress({ chart, archive, document, origin, root }: PackageOptions) {
  const context = { build: builder(document), language: "zh", catalogue: archive } as const;
  if (origin.address === null || chart.text("filtered", context).length === 0) return undefined;
  return new URL(origin.notebook.zh + origin.address, root).href;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * A figure's package as a zip: the pages in both languages with their script, pictures and data.
 * Rejects where the chart cannot be drawn.
 */
export async function makePackage(options: PackageOptions): Promise<FigurePackage> {
  const { document, chart, archive, origin, root, published, onProgress } = options;
  onProgress("drawing", 0);
  await pause();
  const address = filteredAddress(options);
  const style = `${figureCss}\n${pageCss}`;
  const content = contentOf({ chart, archive, document, style, address });
  const { version } = content;
  onProgress("pictures", 0);
  await pause();
  const raster = rasterIn(document);
  const pictures = await picturesOf({ chart, archive, document, version, address, raster });
  // Only what lies there may be cited there; all else is as it is today.
  const kept = published?.version === version ? published.since : null;
  const place: PackagePlace = {
    kind: "alone",
    home: kept === null ? null : root.href,
    site: root.href,
    ...origin,
  };
  const since = kept ?? today();
  const files = packageFiles({ content, pictures, place, since, script: frame });
  const name = packageName(chart.id, version);
  const zip = await zipOf(files, {
    folder: name,
    onProgress: (share) => onProgress("packing", share),
  });
  return {
    name: `${name}.zip`,
    zip: new Blob([zip], { type: "application/zip" }),
    hasPng: Boolean(pictures.zh.png && pictures.en.png),
  };
}
