import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import config from "../../playwright.config.ts";
import { expect, home, test } from "./support/test.ts";

/** A system that speaks Chinese: its own font is one for Chinese, which has a wide apostrophe. */
const chineseSystem = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
${["system-ui", "sans", "sans-serif"]
  .map(
    (family) => `<match target="pattern"><test name="family"><string>${family}</string></test>
<edit name="family" mode="assign" binding="strong"><string>Noto Sans CJK SC</string></edit></match>`,
  )
  .join("")}</fontconfig>`;

/** Widths of an apostrophe in em, in a font or in that of each element with text of its own. */
async function widths(page: Page, font: string | null): Promise<number[]> {
  return page.evaluate((named) => {
    const ruler = document.createElement("span");
    ruler.textContent = "’".repeat(20);
    const widthIn = (element: Element): number => {
      ruler.style.cssText = `position:absolute;white-space:pre;${named === null ? "" : `font-family:${named};`}`;
      element.append(ruler);
      const em = parseFloat(getComputedStyle(ruler).fontSize);
      const width = ruler.getBoundingClientRect().width / 20 / em;
      ruler.remove();
      return width;
    };
    if (named !== null) return [widthIn(document.body)];
    const places = [...document.querySelectorAll("h1, h3, p, summary, figcaption, button, td, th")];
    return places.filter((one) => one.checkVisibility() && !one.closest("[lang|=zh]")).map(widthIn);
  }, font);
}

test("an English apostrophe is narrow where the system’s own font is a Chinese one", async ({
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "fadu-fonts-"));
  const fonts = join(folder, "fonts.conf");
  writeFileSync(fonts, chineseSystem);
  const options = config.use?.launchOptions ?? {};
  const browser = await chromium.launch({
    ...options,
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}${home("en")}`);
    const [wide = 0] = await widths(page, "system-ui");
    test.skip(wide < 0.5, "this machine has no Chinese font that answers for the system’s");
    const found = await widths(page, null);
    expect(found.length).toBeGreaterThan(20);
    expect(Math.max(...found)).toBeLessThan(0.5);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
