import { factById } from "./support/data.ts";
import { openLive, openQuiet, panel } from "./support/page.ts";
import { expect, inLong, test, type Page } from "./support/test.ts";

/** Where a number may stand; each is reached by mouse, finger and keyboard. */
const places = {
  "number in the text": ".lead a.number[data-evidence^='s']",
  "mark of a chart": "#fines-by-region [data-marks] a.mark",
  "cell of the matrix": "#coverage-matrix a.mark",
  "cell of a table": "#fines-by-region .rows td.value a",
  "number in a title": "#fines-by-region h3 a.number",
} as const;

const derived = "#mean-fine [data-marks] a.mark[data-evidence='quotient(sw-51,sw-38)']";

const ways = {
  mouse: (page: Page, selector: string) => visible(page, selector).click(),
  finger: (page: Page, selector: string) => visible(page, selector).tap(),
  keyboard: async (page: Page, selector: string) => {
    await visible(page, selector).focus();
    await page.keyboard.press("Enter");
  },
} as const;

function visible(page: Page, selector: string) {
  return page.locator(selector).filter({ visible: true }).first();
}

async function openTable(page: Page): Promise<void> {
  await page.locator("#fines-by-region [data-action=table]").click();
  await expect(page.locator("#fines-by-region .rows table").first()).toBeVisible();
}

/** The panel says what the curated data say, to the letter. */
async function expectClause(page: Page, id: string): Promise<void> {
  const { evidence, value_text } = factById(id);
  const quote = panel(page).locator("blockquote[cite]").first();
  await expect(quote).toHaveText(evidence ?? "");
  await expect(quote.locator("mark")).toHaveText(value_text);
}

async function expectFormula(page: Page, evidence: string): Promise<void> {
  const parents = evidence.replace(/^\w+\(|\)$/g, "").split(",");
  expect(parents).toHaveLength(2);
  await expect(panel(page).locator(".formula")).toHaveText(/^\S+ ÷ \S+ [=≈] \S+$/);
  const quotes = panel(page).locator("section.fact");
  await expect(quotes).toHaveCount(2);
  for (const [i, id] of parents.entries())
    await expect(quotes.nth(i).locator("blockquote mark").first()).toHaveText(
      factById(id).value_text,
    );
}

/** The ids that a group stands for, each once. */
async function groupOf(page: Page, selector: string): Promise<string[]> {
  return ((await visible(page, selector).getAttribute("data-several")) ?? "").split(" ");
}

/** A group opens by a key, shows every figure, and is in the address for Back and a reload. */
async function expectGroup(page: Page, selector: string, key: string): Promise<void> {
  const ids = await groupOf(page, selector);
  await visible(page, selector).focus();
  await page.keyboard.press(key);
  await expect(panel(page).locator("h2")).toHaveText(`${ids.length}个数字的出处`);
  await expect(panel(page).locator("h2")).toBeFocused();
  await expect(panel(page).locator("section.fact")).toHaveCount(ids.length);
  expect(new URL(page.url()).searchParams.get("fact")).toBe(ids.join(" "));
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(visible(page, selector)).toBeFocused();
  expect(page.url()).not.toContain("fact=");
  await page.keyboard.press("Space");
  await page.reload();
  await expect(panel(page).locator("section.fact")).toHaveCount(ids.length);
  await page.goBack();
  await expect(panel(page)).toHaveCount(0);
}

/** Hundreds of figures: fifty in the panel; no address holds them, but the history does. */
async function expectLargeGroup(page: Page, selector: string): Promise<void> {
  const ids = await groupOf(page, selector);
  expect(ids.length).toBeGreaterThan(150);
  const url = page.url();
  const expectOpen = async () => {
    await expect(panel(page).locator("h2")).toHaveText(`${ids.length}个数字的出处`);
    await expect(panel(page).locator("section.fact")).toHaveCount(50);
    await expect(panel(page).locator(".note").first()).toHaveText(
      `这里列出前50个，其余${ids.length - 50}个见图下的数据表。`,
    );
    expect(page.url()).toBe(url);
  };
  await visible(page, selector).scrollIntoViewIfNeeded();
  await visible(page, selector).click();
  await expectOpen();
  await page.goBack();
  await expect(panel(page)).toHaveCount(0);
  await page.goForward();
  await expectOpen();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await visible(page, selector).click();
  await panel(page).locator(".close").click();
  await expect(visible(page, selector)).toBeFocused();
}

for (const [way, choose] of Object.entries(ways))
  test.describe(`by ${way}`, () => {
    if (way === "finger") test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

    test(
      "every kind of number opens its clause and gives the focus back",
      inLong(way !== "keyboard"),
      async ({ page }) => {
        await openLive(page);
        for (const [place, selector] of Object.entries(places))
          await test.step(place, async () => {
            if (place === "cell of a table") await openTable(page);
            const id = (await visible(page, selector).getAttribute("data-evidence")) ?? "";
            await choose(page, selector);
            await expectClause(page, id);
            expect(new URL(page.url()).searchParams.get("fact")).toBe(id);
            await page.keyboard.press("Escape");
            await expect(panel(page)).toHaveCount(0);
            await expect(visible(page, selector)).toBeFocused();
            expect(page.url()).not.toContain("fact=");
            if (place === "cell of a table")
              await page.locator("#fines-by-region [data-action=table]").click();
          });
        await test.step("derived number: formula and both parents", async () => {
          const id = (await visible(page, derived).getAttribute("data-evidence")) ?? "";
          await choose(page, derived);
          await expectFormula(page, id);
          await panel(page).locator(".close").click();
          await expect(panel(page)).toHaveCount(0);
          await expect(visible(page, derived)).toBeFocused();
        });
        for (const chart of ["#fines-by-region", "#coverage-matrix", "#approval-time"])
          await test.step(`missing in ${chart}: a name and no clause`, async () => {
            const selector = `${chart} [data-marks] [data-missing]`;
            await expect(visible(page, selector)).toHaveAttribute("aria-label", /未报告/);
            await expect(visible(page, selector)).not.toHaveAttribute("data-evidence");
            await choose(page, selector);
            await expect(panel(page)).toHaveCount(0);
          });
      },
    );
  });

test.describe("the evidence", () => {
  test("of a change shows the difference and both years", async ({ page }) => {
    await openQuiet(page);
    const delta = page.locator("#approval-time a.delta").filter({ visible: true });
    await expect(delta).toHaveText("+3.52个百分点");
    await delta.click();
    await expect(panel(page).locator(".formula")).toHaveText("84.24% − 80.72% = 3.52个百分点");
    await expect(panel(page).locator("section.fact")).toHaveCount(2);
  });

  test("of a rate that its report miscounted shows both numbers", async ({ page }) => {
    await openQuiet(page);
    await page.locator('.prose a[data-evidence="zh-14"]').filter({ visible: true }).click();
    await expect(panel(page).locator(".verdict.mismatch")).toContainText("与报告所写不符");
  });

  test("names report, agency, date, place, period and scope", async ({ page }) => {
    await openQuiet(page);
    await visible(page, places["mark of a chart"]).click();
    await expect(panel(page).locator("dl").first()).toBeVisible();
    const terms = await panel(page).locator("dt").allTextContents();
    for (const term of ["报告", "机构", "文号", "日期", "位置", "期间", "范围", "原文写法"])
      expect(terms).toContain(term);
  });

  test("leads from a figure in it to that figure's own", async ({ page }) => {
    await openQuiet(page);
    await page.locator('.prose a[data-evidence="zh-14"]').filter({ visible: true }).click();
    const link = panel(page).locator("a[data-evidence]").first();
    const id = (await link.getAttribute("data-evidence")) ?? "";
    await link.click();
    await expectClause(page, id);
    expect(new URL(page.url()).searchParams.get("fact")).toBe(id);
  });

  test("takes the focus, and Escape gives it back", async ({ page }) => {
    await openQuiet(page);
    await visible(page, places["mark of a chart"]).click();
    await expect(panel(page).locator("h2")).toBeFocused();
    await expect(panel(page)).toHaveAttribute("role", "dialog");
    await page.keyboard.press("Tab");
    await expect(panel(page).locator(".close")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(visible(page, places["mark of a chart"])).toBeFocused();
  });

  test("can be opened before anybody asked for the engine", async ({ page }) => {
    await openQuiet(page);
    const id = await visible(page, places["mark of a chart"]).getAttribute("data-evidence");
    await visible(page, places["mark of a chart"]).click();
    await expectClause(page, id ?? "");
    await expect(page.locator("html")).toHaveAttribute("data-engine", "idle");
    await test.step("of a group: all its clauses, in the address too", async () => {
      await page.goto("gallery/");
      await expect(page.locator(".engine [data-action=run]")).toBeVisible();
      await expectGroup(page, "#gallery-histogram a.mark[data-several]", "Enter");
    });
    await test.step("of a group too large for an address: the first ones", async () => {
      await expectLargeGroup(page, "#gallery-waffle a.mark[data-several]");
    });
    await test.step("a group that leads to another page keeps its link", async () => {
      await page.goto("regions/");
      const cell = visible(page, "a.mark.several");
      await expect(cell).toHaveAttribute("href", /figures\/\?region=/);
      await cell.click();
      await expect(page).toHaveURL(/figures\/\?region=/);
    });
  });
});
