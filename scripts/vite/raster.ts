import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { Piscina } from "piscina";
import subsetFont from "subset-font";
import { commonCharacters, NAMES, shippedCharacters } from "./characters.ts";
import { palettePng } from "./palette.ts";

/** The fonts of the repository, by weight. */
export const fontFiles = ["noto-sans-sc-400.woff2", "noto-sans-sc-600.woff2"] as const;
const FAMILY = "Noto Sans SC";

export interface Raster {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The font as the renderer reads it: unpacked once, kept by its content beside temporary files. */
export async function unpacked(root: string, name: string): Promise<string> {
  const packed = readFileSync(join(root, "src/page/fonts", name));
  const hash = createHash("sha256").update(packed).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), "fadu-fonts");
  const file = join(folder, `${hash}.ttf`);
  if (existsSync(file)) return file;
  const all = shippedCharacters(root) + commonCharacters();
  const options = { targetFormat: "truetype", preserveNameIds: NAMES } as const;
  const font = await subsetFont(packed, all, options);
  mkdirSync(folder, { recursive: true });
  // Several builds at once: none may read half a file.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, font);
  renameSync(own, file);
  return file;
}

const quotes: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": "&quot;",
  "”": "&quot;",
};

/** Quotes of a Chinese font are as wide as its letters: English gets the plain ones. */
function latinQuotes(svg: string): string {
  if (!/^<svg[^>]* xml:lang="en/.test(svg)) return svg;
  return svg.replace(/[‘’“”]/g, (sign) => quotes[sign] ?? sign);
}

/** Makes PNG of a picture, `scale` times as large (2 by default). */
export type Rasterizer = (svg: string, options?: { readonly scale?: number }) => Promise<Raster>;

const unpackedFonts = (root: string): Promise<string[]> =>
  Promise.all(fontFiles.map((name) => unpacked(root, name)));

/**
 * Turns pictures into PNG with the fonts of the repository and no others, so that every machine
 * gives the same pixels.
 */
export async function rasterizer(root: string): Promise<Rasterizer> {
  const fonts = await unpackedFonts(root);
  return async (svg, { scale = 2 } = {}) => {
    const image = await renderAsync(latinQuotes(svg), {
      font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: FAMILY },
      fitTo: { mode: "zoom", value: scale },
      logLevel: "error",
    });
    const { pixels, width, height } = image;
    const png = (await palettePng({ pixels, width, height })) ?? image.asPng();
    return { png, width, height };
  };
}

/** What the thread is given. */
export interface RasterTask {
  readonly svg: string;
  readonly scale: number;
}

/** Makes PNG beside this thread. */
export interface RasterPool {
  toPng(svg: string, scale: number): Promise<Uint8Array>;
  /** What pixels depend on besides the picture: the fonts and the renderer. */
  readonly made: string;
  close(): Promise<void>;
}

/** Pictures in work at once: one is drawn while another is packed. */
const AT_ONCE = 2;

/**
 * A thread for pictures, begun with the first. A picture is tens of megabytes of pixels; beside the
 * documents of the pages, each made the collector look through all of these (a third of the build).
 */
export async function rasterPool(root: string): Promise<RasterPool> {
  const pool = new Piscina<RasterTask, Uint8Array>({
    filename: join(root, "scripts/vite/raster-worker.ts"),
    execArgv: ["--import", "tsx"],
    workerData: root,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: AT_ONCE,
  });
  // The files of the fonts are named by their contents; how a palette is written is in our code.
  const fonts = await unpackedFonts(root);
  const [{ version }, code] = [
    JSON.parse(readFileSync(join(root, "node_modules/@resvg/resvg-js/package.json"), "utf8")) as {
      version: string;
    },
    readFileSync(join(root, "scripts/vite/palette.ts"), "utf8"),
  ];
  return {
    toPng: (svg, scale) => pool.run({ svg, scale }),
    made: [...fonts, version, code].join(" "),
    close: () => pool.destroy(),
  };
}
