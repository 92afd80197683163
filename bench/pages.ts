import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { JSDOM } from "jsdom";

/** What one built page of a figure holds and weighs. */
export interface FigurePage {
  /** Path below `embed/`, such as `mean-fine/en/`. */
  readonly path: string;
  /** Different numbers and missing marks of the drawing for wide windows. */
  readonly marks: number;
  /** Numbers whose clause or formula stands in the page, drawn or behind those that are drawn. */
  readonly numbers: number;
  readonly raw: number;
  /** Bytes of the body as a host sends it. */
  readonly brotli: number;
}

/**
 * Every page of a figure in both languages; frozen versions are left out.
 * @throws Error `missing folder: …`
 */
export function figurePages(dist: string): readonly FigurePage[] {
  const embed = join(dist, "embed");
  if (!existsSync(embed)) throw new Error(`missing folder: ${embed} (npm run build)`);
  return (
    readdirSync(embed)
      .toSorted()
      // The English list of all figures, which is none itself.
      .filter((id) => id !== "en")
      .flatMap((id) => [`${id}/`, `${id}/en/`])
      .filter((path) => existsSync(join(embed, path, "index.html")))
      .map((path) => ({ path, ...weigh(join(embed, path, "index.html")) }))
  );
}

function weigh(file: string): Omit<FigurePage, "path"> {
  const html = readFileSync(file);
  const packed = existsSync(`${file}.br`) ? readFileSync(`${file}.br`) : brotliCompressSync(html);
  return { ...count(html.toString()), raw: html.length, brotli: packed.length };
}

/** A number drawn twice counts once; so does a missing mark, which its name tells from others. */
function count(html: string): Pick<FigurePage, "marks" | "numbers"> {
  const { document } = new JSDOM(html).window;
  const marks = document.querySelectorAll(
    ".chart:is(.wide,.fluid) :is([data-fact],[data-missing])",
  );
  const keys = [...marks].map((mark) =>
    mark.hasAttribute("data-fact")
      ? `${mark.getAttribute("href")} ${mark.getAttribute("data-fact")}`
      : `${mark.getAttribute("data-missing")} ${mark.getAttribute("aria-label") ?? mark.textContent}`,
  );
  const numbers = document.querySelectorAll(".clauses li").length;
  return { marks: new Set(keys).size, numbers };
}
