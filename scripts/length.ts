/**
 * How long the pages are and how much is said under their figures before anything is unfolded:
 * `npx tsx scripts/length.ts [--dir dist]`.
 */
import type { Page } from "playwright";
import { withMeasuredPage } from "./measured-page.ts";

/** Widths in px at which a page is measured: a desk and a phone. */
export const lengthWidths = [1440, 360] as const;

/**
 * Words that stand visibly under the drawings of a page: the sentence of what matters most, and
 * the names of what unfolds. A Chinese character counts as a word, as editors count them.
 */
export async function wordsUnderFigures(page: Page): Promise<number> {
  return page.evaluate(() => {
    const said = [
      ...document.querySelectorAll<HTMLElement>(
        "figure > .caveat, figure > .note, .folds :is(.differences, .reports) :is(summary, p, li, th, td)",
      ),
    ].filter((one) => one.checkVisibility({ contentVisibilityAuto: true }));
    const words = said.flatMap(
      (one) => one.textContent.match(/\p{Script=Han}|[\p{L}\p{N}’–-]+/gu) ?? [],
    );
    return words.length;
  });
}

/** Height of a whole page in px, at a width. */
export async function heightAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(() => document.documentElement.scrollHeight);
}

const slugs = ["", "all-regions/", "inspections/", "regions/", "gallery/", "audit/", "method/"];

async function measure(page: Page, site: string): Promise<void> {
  for (const path of slugs.flatMap((slug) => [slug, `en/${slug}`])) {
    await page.goto(site + path);
    const heights = [];
    for (const width of lengthWidths) heights.push(`${await heightAt(page, width)} px at ${width}`);
    const words = await wordsUnderFigures(page);
    console.log(`/${path}: ${heights.join(", ")}, ${words} words under figures`);
  }
}

if (process.argv[1]?.endsWith("length.ts")) await withMeasuredPage(measure);
