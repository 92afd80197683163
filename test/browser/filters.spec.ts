import { openLive, shownMarks, untilChanged, untilLive } from "./support/page.ts";
import { factById } from "./support/data.ts";
import { expect, test } from "./support/test.ts";

/** The facts behind marks: those of a derived one are its parents. */
function factsOf(marks: readonly string[]) {
  const ids = marks.flatMap((mark) => mark.match(/[a-z]+-\d+\w*/g) ?? []);
  return ids.map(factById);
}

test.describe("a filter changes the charts, stands in the address and survives a reload", () => {
  test("year", async ({ page }) => {
    await openLive(page);
    const before = await shownMarks(page, "fines-by-region");
    await page.locator("#input-year").selectOption("2022");
    const after = await untilChanged(page, "fines-by-region", before);
    expect(after.length).toBeGreaterThan(0);
    expect(factsOf(after).map(({ period_end }) => period_end.slice(0, 4))).toEqual(
      after.map(() => "2022"),
    );
    await expect(page).toHaveURL(/\?year=2022$/);
    await page.reload();
    await untilLive(page);
    await expect(page.locator("#input-year")).toHaveValue("2022");
    expect(await shownMarks(page, "fines-by-region")).toEqual(after);
  });

  test("scope", async ({ page }) => {
    await openLive(page);
    const before = await shownMarks(page, "mean-fine");
    await page.locator("#input-scope").selectOption("bureau");
    const after = await untilChanged(page, "mean-fine", before);
    expect(new Set(factsOf(after).map(({ scope }) => scope))).toEqual(new Set(["bureau"]));
    await expect(page).toHaveURL(/\?scope=bureau$/);
    await page.reload();
    await untilLive(page);
    await expect(page.locator("#input-scope")).toHaveValue("bureau");
    expect(await shownMarks(page, "mean-fine")).toEqual(after);
  });

  test("regions", async ({ page }) => {
    await openLive(page);
    const before = await shownMarks(page, "fines-by-region");
    await page.locator('input[name="regions"][value="suzhou"]').uncheck();
    const after = await untilChanged(page, "fines-by-region", before);
    expect(after).toEqual(before.filter((id) => factById(id).region_id !== "suzhou"));
    await expect(page.locator("#coverage-matrix .matrix thead th")).toHaveCount(5);
    await expect(page).toHaveURL(/\?regions=shanwei,wansheng,zhangzhou,zhuzhou$/);
    await page.reload();
    await untilLive(page);
    await expect(page.locator('input[name="regions"][value="suzhou"]')).not.toBeChecked();
    expect(await shownMarks(page, "fines-by-region")).toEqual(after);
  });

  test("measure", async ({ page }) => {
    await openLive(page);
    const before = await shownMarks(page, "any-metric");
    const others = await shownMarks(page, "fines-by-region");
    await page.locator("#input-metric").selectOption("penalty_cases");
    const after = await untilChanged(page, "any-metric", before);
    expect(new Set(factsOf(after).map(({ metric_id }) => metric_id))).toEqual(
      new Set(["penalty_cases"]),
    );
    expect(await shownMarks(page, "fines-by-region")).toEqual(others);
    await expect(page).toHaveURL(/\?metric=penalty_cases$/);
    await page.reload();
    await untilLive(page);
    expect(await shownMarks(page, "any-metric")).toEqual(after);
  });
});

test.describe("filters", () => {
  test("work together and leave the address when they are at their defaults", async ({ page }) => {
    await openLive(page, "?year=2022&scope=bureau");
    const both = await shownMarks(page, "fines-by-region");
    for (const { period_end, scope } of factsOf(both))
      expect([period_end.slice(0, 4), scope]).toEqual(["2022", "bureau"]);
    await page.locator("#input-year").selectOption("all");
    await page.locator("#input-scope").selectOption("all");
    await untilChanged(page, "fines-by-region", both);
    await expect(page).toHaveURL(/\/$/);
  });

  test("say so where no report fits, and name those without a figure", async ({ page }) => {
    await openLive(page, "?regions=zhuzhou");
    const fines = page.locator("#fines-by-region");
    await expect(fines.locator(".empty")).toContainText("放宽筛选");
    const missing = fines.locator("[data-missing=not_reported]:visible");
    await expect(missing.first()).toHaveAttribute("aria-label", /株洲.*未报告/);
  });

  test("keep at least one region", async ({ page }) => {
    await openLive(page, "?regions=suzhou");
    const last = page.locator('input[name="regions"][value="suzhou"]');
    await last.click();
    await expect(last).toBeChecked();
    await expect(page).toHaveURL(/\?regions=suzhou$/);
  });

  test("by keyboard keep the focus where it is", async ({ page }) => {
    await openLive(page);
    const year = page.locator("#input-year");
    await year.focus();
    const before = await shownMarks(page, "fines-by-region");
    await page.keyboard.press("ArrowDown");
    await untilChanged(page, "fines-by-region", before);
    await expect(year).toBeFocused();
    const box = page.locator('input[name="regions"][value="suzhou"]');
    await box.focus();
    await page.keyboard.press("Space");
    await expect(page).toHaveURL(/regions=/);
    await expect(box).toBeFocused();
  });

  test("give notice of values that are no choice, and take the default", async ({ page }) => {
    const strange = {
      year: "1066",
      scope: "galaxy",
      regions: "suzhou,atlantis",
      metric: "__proto__",
    };
    await openLive(page, `?${new URLSearchParams(strange).toString()}`);
    for (const [name, value] of Object.entries(strange)) {
      const notice = page.locator(`[data-notice="input-${name}"]`);
      await expect(notice).toContainText(`地址里“${name}=${value}”不是可选的值，已用默认值。`);
      await notice.getByRole("button", { name: "知道了" }).click();
      await expect(notice).toHaveCount(0);
    }
    expect(await shownMarks(page, "fines-by-region")).toHaveLength(7);
    await expect(page.locator("#input-year")).toHaveValue("all");
    await expect(page.locator("input[name=regions]:checked")).toHaveCount(5);
  });
});
