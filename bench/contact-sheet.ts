/**
 * `npx tsx bench/contact-sheet.ts BEFORE_DIST [AFTER_DIST] --out FOLDER`: the pictures of all figures
 * of two builds side by side, for a person to look at. Prints which figures are the same to the
 * pixel, which changed and by what share of their pixels, which are new or gone; writes sheets of
 * twelve as PNG.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: "contact-sheet" },
    all: { type: "boolean", default: false },
  },
});
const [before, after = "dist"] = positionals;
if (before === undefined)
  throw new Error("usage: npx tsx bench/contact-sheet.ts BEFORE_DIST [AFTER_DIST]");

const languages = { zh: "figure.png", en: "en/figure.png" } as const;
const PER_SHEET = 12;

function picturesIn(dist: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of readdirSync(join(dist, "embed")))
    for (const [language, name] of Object.entries(languages)) {
      const file = join(dist, "embed", id, name);
      if (existsSync(file)) found.set(`${id} ${language}`, file);
    }
  return found;
}

const dataUrl = (file: string): string =>
  `data:image/png;base64,${readFileSync(file).toString("base64")}`;

/** The share of pixels that differ; 1 where the pictures are not of one size. */
function difference(page: Page, a: string, b: string): Promise<number> {
  return page.evaluate(
    async ([one, other]) => {
      const pixels = async (url: string) => {
        const bitmap = await createImageBitmap(await (await fetch(url)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext("2d");
        context?.drawImage(bitmap, 0, 0);
        const image = context?.getImageData(0, 0, bitmap.width, bitmap.height);
        return {
          width: bitmap.width,
          height: bitmap.height,
          data: new Uint32Array(image?.data.buffer ?? new ArrayBuffer(0)),
        };
      };
      const [p, q] = [await pixels(one), await pixels(other)];
      if (p.width !== q.width || p.height !== q.height) return 1;
      let count = 0;
      for (let at = 0; at < p.data.length; at++) if (p.data[at] !== q.data[at]) count++;
      return count / p.data.length;
    },
    [dataUrl(a), dataUrl(b)] as const,
  );
}

async function sheet(
  page: Page,
  names: readonly string[],
  all: readonly Map<string, string>[],
): Promise<Buffer> {
  await page.evaluate(
    (rows) => {
      document.body.replaceChildren();
      Object.assign(document.body.style, {
        margin: "8px",
        display: "grid",
        gap: "8px",
        gridTemplateColumns: "repeat(4, 1fr)",
        font: "12px sans-serif",
      });
      for (const { name, urls } of rows) {
        const cell = document.createElement("div");
        cell.append(name);
        const pair = document.createElement("div");
        Object.assign(pair.style, { display: "flex", gap: "2px", alignItems: "flex-start" });
        for (const url of urls) {
          const image = document.createElement("img");
          if (url !== null) image.src = url;
          Object.assign(image.style, {
            width: `${100 / urls.length}%`,
            border: "1px solid #ccc",
            boxSizing: "border-box",
          });
          pair.append(image);
        }
        cell.append(pair);
        document.body.append(cell);
      }
      return Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    },
    names.map((name) => ({
      name,
      urls: all.map((pictures) => {
        const file = pictures.get(name);
        return file === undefined ? null : dataUrl(file);
      }),
    })),
  );
  return page.screenshot({ fullPage: true });
}

const browser = await chromium.launch({
  executablePath:
    process.env["CHROMIUM_SHELL_PATH"] ?? process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage({ viewport: { width: 2000, height: 1200 } });
  // What this file is compiled by names its functions by a helper that the page has not.
  await page.evaluate("globalThis.__name = (made) => made");
  const [old, now] = [picturesIn(resolve(before)), picturesIn(resolve(after))];
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  const changed: string[] = [];
  for (const name of names) {
    const [a, b] = [old.get(name), now.get(name)];
    const share = a && b ? await difference(page, a, b) : 1;
    const what = !a
      ? "new"
      : !b
        ? "gone"
        : share === 0
          ? "same"
          : share === 1
            ? "other size"
            : `${(100 * share).toFixed(2)} % of pixels`;
    if (share > 0) changed.push(name);
    console.log(`${name}: ${what}`);
  }
  console.log(`${names.length - changed.length} of ${names.length} the same`);
  const shown = values.all ? names : changed;
  mkdirSync(values.out, { recursive: true });
  for (let at = 0; at < shown.length; at += PER_SHEET) {
    const file = join(values.out, `sheet-${String(at / PER_SHEET + 1).padStart(2, "0")}.png`);
    writeFileSync(file, await sheet(page, shown.slice(at, at + PER_SHEET), [old, now]));
    console.log(file);
  }
} finally {
  await browser.close();
}
