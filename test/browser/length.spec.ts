import { heightAt, lengthWidths, wordsUnderFigures } from "../../scripts/length.ts";
import { openLive } from "./support/page.ts";
import { expect, home, languages, test } from "./support/test.ts";

/** px at 1440 and at 360; English takes more lines for the same figures. */
const most = { zh: [6150, 9000], en: [6900, 9500] } as const;

for (const language of languages)
  test(`the home page is read in few screens, and little is said under its figures (${language})`, async ({
    page,
  }) => {
    for (const [i, width] of lengthWidths.entries()) {
      await page.setViewportSize({ width, height: 900 });
      await openLive(page, home(language));
      expect
        .soft(await heightAt(page, width), `at ${width}`)
        .toBeLessThanOrEqual(most[language][i] ?? 0);
    }
    if (language === "en") expect(await wordsUnderFigures(page)).toBeLessThanOrEqual(120);
  });
