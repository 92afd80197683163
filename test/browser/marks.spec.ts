import { openQuiet, panel } from "./support/page.ts";
import { expect, test, type Page } from "./support/test.ts";

/** Has the page note, after each key, which mark has the focus: its place and its name. */
function noteMarks(): void {
  const path: string[] = [];
  Object.assign(globalThis, { path });
  document.addEventListener("keyup", () => {
    const mark = document.activeElement;
    const all = mark?.closest("[data-marks]")?.querySelectorAll("[tabindex]") ?? [];
    path.push(`${[...all].indexOf(mark as Element)} ${mark?.getAttribute("aria-label") ?? ""}`);
  });
}

const keys = [
  ...Array<string>(12).fill("ArrowRight"),
  ...Array<string>(12).fill("ArrowDown"),
  "End",
  ...Array<string>(7).fill("ArrowUp"),
  ...Array<string>(7).fill("ArrowLeft"),
  "Home",
];

/** Where keys lead in a figure, and how many marks it has. */
async function walks(page: Page, figure: string): Promise<{ path: string[]; count: number }> {
  const marks = page.locator(`${figure} [data-marks]:visible [tabindex]:is(.mark, [data-fact])`);
  await page.locator(`${figure} [data-marks]:visible [tabindex="0"]:is(.mark, a)`).focus();
  for (const key of keys) await page.keyboard.press(key);
  const path = await page.evaluate(() =>
    (globalThis as unknown as { path: string[] }).path.splice(0),
  );
  expect(path).toHaveLength(keys.length);
  return { path, count: await marks.count() };
}

test("the same keys lead along the same marks on the page and on the page of each figure", async ({
  page,
}) => {
  await page.addInitScript(noteMarks);
  await openQuiet(page, "gallery/");
  const figures = await page
    .locator("main figure:has([data-marks])")
    .evaluateAll((all) => all.map(({ id }) => id));
  expect(figures.length).toBeGreaterThan(15);
  const onPage = new Map<string, unknown>();
  for (const id of figures) onPage.set(id, await walks(page, `#${id}`));
  for (const id of figures) {
    await page.goto(`embed/${id}/`);
    const { path, count } = await walks(page, "figure");
    expect({ id, path, count }).toEqual({ id, ...(onPage.get(id) as object) });
    expect([id, count > 1]).toEqual([id, new Set(path).size > 1]);
  }
});

const places = { "the page": "", "a figure’s page": "embed/fines-by-region/" } as const;

for (const [name, path] of Object.entries(places))
  test.describe(name, () => {
    const open = (page: Page) => (path === "" ? openQuiet(page) : page.goto(path));
    const mark = (page: Page) => page.locator("#fines-by-region a.mark:visible").first();
    const gap = (page: Page) => page.locator("#fines-by-region [data-missing]:visible").first();

    test("a pointer passes through a tip, or rests and goes onto it", async ({ page }) => {
      await open(page);
      const tip = page.locator("body > .tip");
      await mark(page).scrollIntoViewIfNeeded();
      const events = await mark(page).evaluate((one) => {
        one.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
        const shown = document.querySelector("body > .tip") as Element;
        return getComputedStyle(shown).pointerEvents;
      });
      expect(events).toBe("none");
      // The mark is as wide as its row; its tip stands over its symbol.
      const symbol = await mark(page).locator(".glyph").boundingBox();
      if (!symbol) throw new Error("missing box: of a symbol");
      await page.mouse.move(symbol.x + symbol.width / 2, symbol.y + symbol.height / 2);
      await expect(tip).toBeVisible();
      await tip.evaluate((one) => Promise.all(one.getAnimations().map((each) => each.finished)));
      const box = await tip.boundingBox();
      if (!box) throw new Error("missing box: of a tip");
      await page.mouse.move(box.x + box.width / 2, box.y + 3, { steps: 25 });
      await expect(tip).toBeVisible();
      const name = await mark(page).getAttribute("aria-label");
      expect((await tip.innerText()).split("\n")).toEqual(name?.split("；"));
      await page.mouse.move(2, 2);
      await expect(tip).toBeHidden();
    });

    test.describe("by finger", () => {
      test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

      test("a gap says its reason until another place is touched, a number opens its clause", async ({
        page,
      }) => {
        await open(page);
        const tip = page.locator("body > .tip");
        await gap(page).tap();
        await page.waitForTimeout(400);
        await expect(tip).toBeVisible();
        await expect(tip).toContainText("未报告");
        await page.locator("#fines-by-region-title").tap({ position: { x: 1, y: 1 } });
        await expect(tip).toBeHidden();
        await mark(page).tap();
        await expect(panel(page).locator("blockquote mark").first()).toBeVisible();
        await expect(tip).toBeHidden();
      });
    });
  });
