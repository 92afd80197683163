import { facts, regions } from "./support/data.ts";
import { openLive, openQuiet, untilChanged, shownMarks } from "./support/page.ts";
import { expect, home, languages, test } from "./support/test.ts";

test("the matrix of regions is walked as a grid, and leads to a region's page", async ({
  page,
}) => {
  await openLive(page, "regions/");
  const matrix = page.locator("#coverage-by-region [data-marks]");
  await expect(matrix.locator('[tabindex="0"]:is(a, .mark)')).toHaveCount(1);
  // Further pages are made when a reader opens them.
  const folded = matrix.locator("details.page:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  const row = matrix.locator("tbody tr", { hasText: "厦门" });
  await row.locator("th a").focus();
  const place = () =>
    page.evaluate(() => {
      const cell = document.activeElement?.closest<HTMLTableCellElement>("th, td");
      return [cell?.closest("tr")?.rowIndex ?? -1, cell?.cellIndex ?? -1];
    });
  const [top = 0] = await place();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await place()).toEqual([top, 2]);
  await page.keyboard.press("ArrowDown");
  expect(await place()).toEqual([top + 1, 2]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  expect(await place()).toEqual([top, 1]);
  await row.locator("th a").click();
  await expect(page).toHaveURL(/\/regions\/xiamen\/$/);
  await expect(page.locator("h1")).toHaveText("厦门市");
});

for (const language of languages)
  test(`each head of the matrix is read whole (${language})`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openQuiet(page, `${home(language)}regions/`);
    const heads = page.locator("#coverage-by-region thead th a");
    expect(await heads.count()).toBeGreaterThan(15);
    const cut = await heads.evaluateAll((links) =>
      links.flatMap((link) => {
        const cell = link.closest("th") as HTMLElement;
        const [text, room] = [link.getBoundingClientRect(), cell.getBoundingClientRect()];
        const isCut = text.left < room.left - 0.5 || text.right > room.right + 0.5;
        return isCut || cell.scrollWidth > cell.clientWidth ? [link.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
  });

test("the tiles filter by province from the keyboard, and a cut in a trend says why", async ({
  page,
}) => {
  await openLive(page, "regions/");
  const all = await shownMarks(page, "figures-by-region");
  await page.locator("#input-province-all").focus();
  await page.keyboard.press("ArrowRight");
  const shown = await untilChanged(page, "figures-by-region", all);
  const province = new URL(page.url()).searchParams.get("province");
  const provinceOf = (id: string) => regions().find((r) => r.region_id === id)?.province;
  const wanted = facts().filter(
    (f) =>
      f.metric_id === "penalty_cases" &&
      f.status === "actual" &&
      f.same_as === null &&
      provinceOf(f.region_id) === province,
  );
  expect(shown.toSorted()).toEqual(wanted.map(({ fact_id }) => fact_id).toSorted());
  await expect(page.locator(`#input-province-${province}`)).toBeFocused();
  await expect(page.locator("#input-province-hainan")).toBeDisabled();
  await test.step("the trend", async () => {
    await openLive(page, "regions/?measure=penalty_amount");
    const cut = page.locator("#trends [data-break]:visible").first();
    await page.locator("#trends .panel a.mark:visible").first().focus();
    for (let i = 0; i < 12 && !(await cut.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press("ArrowRight");
    await expect(cut).toBeFocused();
    const tip = page.locator("body > .tip:visible");
    expect((await tip.innerText()).split("\n").length).toBeGreaterThan(2);
    await expect(tip).toContainText("断开，不连线");
  });
});
