import { openQuiet } from "./support/page.ts";
import { expect, home, languages, test } from "./support/test.ts";

for (const language of languages)
  test(`the home page prints as an article (${language})`, async ({ page }) => {
    await openQuiet(page, home(language));
    await page.emulateMedia({ media: "print" });
    const onScreen = "nav, .controls, .engine, .filters, .take, button";
    await expect(page.locator(onScreen).filter({ visible: true })).toHaveCount(0);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(10);
  });
