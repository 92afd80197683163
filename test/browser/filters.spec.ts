import { openLive, shownMarks, untilChanged, untilLive } from "./support/page.ts";
import { factById } from "./support/data.ts";
import { expect, test, type Page } from "./support/test.ts";

/** The facts behind marks: those of a derived one are its parents. */
function factsOf(marks: readonly string[]) {
  const ids = marks.flatMap((mark) => mark.match(/[a-z]+-\d+\w*/g) ?? []);
  return ids.map(factById);
}

test("each filter changes the charts, stands in the address and survives a reload", async ({
  page,
}) => {
  await openLive(page);
  const all = await shownMarks(page, "fines-by-region");

  await test.step("year", async () => {
    await page.locator("#input-year").selectOption("2022");
    const shown = await untilChanged(page, "fines-by-region", all);
    expect(shown.length).toBeGreaterThan(0);
    for (const { period_end } of factsOf(shown)) expect(period_end?.slice(0, 4)).toBe("2022");
    await expect(page).toHaveURL(/\?year=2022$/);
  });
  await test.step("scope, together with the year", async () => {
    const before = await shownMarks(page, "mean-fine");
    await page.locator("#input-scope").selectOption("bureau");
    const shown = await untilChanged(page, "mean-fine", before);
    for (const { scope, period_end } of factsOf(shown))
      expect([scope, period_end?.slice(0, 4)]).toEqual(["bureau", "2022"]);
    await expect(page).toHaveURL(/\?year=2022&scope=bureau$/);
  });
  await test.step("regions", async () => {
    const before = await shownMarks(page, "fines-by-region");
    await page.locator('input[name="regions"][value="shanwei"]').uncheck();
    const shown = await untilChanged(page, "fines-by-region", before);
    expect(shown).toEqual(before.filter((id) => factById(id).region_id !== "shanwei"));
    await expect(page.locator("#coverage-matrix .coverage thead")).not.toContainText("汕尾");
    await expect(page).toHaveURL(/&regions=suzhou,wansheng,zhangzhou,zhuzhou$/);
  });
  await test.step("measure, in its own chart alone", async () => {
    const before = await shownMarks(page, "any-metric");
    const others = await shownMarks(page, "fines-by-region");
    await page.locator("#input-metric").selectOption("penalty_cases");
    const shown = await untilChanged(page, "any-metric", before);
    for (const { metric_id } of factsOf(shown)) expect(metric_id).toBe("penalty_cases");
    expect(await shownMarks(page, "fines-by-region")).toEqual(others);
    await expect(page).toHaveURL(/&metric=penalty_cases$/);
  });
  await test.step("all of them after a reload", async () => {
    const charts = ["fines-by-region", "mean-fine", "coverage-matrix", "any-metric"];
    const before = await Promise.all(charts.map((chart) => shownMarks(page, chart)));
    await page.reload();
    await untilLive(page);
    await expect(page.locator("#input-year")).toHaveValue("2022");
    await expect(page.locator("#input-scope")).toHaveValue("bureau");
    await expect(page.locator("#input-metric")).toHaveValue("penalty_cases");
    await expect(page.locator('input[name="regions"][value="shanwei"]')).not.toBeChecked();
    const after = await Promise.all(charts.map((chart) => shownMarks(page, chart)));
    expect(after).toEqual(before);
  });
  await test.step("and leaves the address when it is at its default again", async () => {
    await page.locator("#input-year").selectOption("all");
    await page.locator("#input-scope").selectOption("all");
    await page.locator('input[name="regions"][value="shanwei"]').check();
    await page.locator("#input-metric").selectOption("hazards_found");
    await expect.poll(() => shownMarks(page, "fines-by-region")).toEqual(all);
    await expect(page).toHaveURL(/\/$/);
  });
});

test("filters give notice of values that are no choice, and take the default", async ({ page }) => {
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
  const strangers = await shownMarks(page, "fines-by-region");
  await openLive(page);
  expect(strangers).toEqual(await shownMarks(page, "fines-by-region"));
  await expect(page.locator("#input-year")).toHaveValue("all");
  await expect(page.locator("input[name=regions]:checked")).toHaveCount(5);
});

test("filters keep the focus, one region at least, and say where no report fits", async ({
  page,
}) => {
  await openLive(page);
  await test.step("the focus stays", async () => {
    const before = await shownMarks(page, "fines-by-region");
    await page.locator("#input-year").focus();
    await page.keyboard.press("ArrowDown");
    await untilChanged(page, "fines-by-region", before);
    await expect(page.locator("#input-year")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => shownMarks(page, "fines-by-region")).toEqual(before);
  });
  const box = (region: string) => page.locator(`input[name="regions"][value="${region}"]`);
  for (const region of ["suzhou", "shanwei", "wansheng", "zhangzhou"]) {
    await box(region).focus();
    await page.keyboard.press("Space");
    await expect(box(region)).not.toBeChecked();
    await expect(box(region)).toBeFocused();
  }
  await test.step("the last region stays, and it is said why", async () => {
    await box("zhuzhou").click();
    await expect(box("zhuzhou")).toBeChecked();
    const hint = page.locator("fieldset:has([name=regions]) [role=status]");
    await expect(hint).toBeVisible();
    await expect(hint).toHaveText("至少选一项");
    await expect(page).toHaveURL(/\?regions=zhuzhou$/);
  });
  await test.step("no report fits", async () => {
    const fines = page.locator("#fines-by-region");
    await expect(fines.locator(".empty")).toContainText("放宽筛选");
    const missing = fines.locator("[data-missing=not_reported]:visible");
    await expect(missing.first()).toHaveAttribute("aria-label", /株洲.*未报告/);
  });
});

/** The regions that are ticked. */
function ticked(page: Page): Promise<string[]> {
  return page
    .locator("input[name=regions]:checked")
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
}

const all = ["shanwei", "suzhou", "wansheng", "zhangzhou", "zhuzhou"];

test("one region, or all again, is one step by keyboard, and each button says what it does", async ({
  page,
}) => {
  await openLive(page, "en/");
  const group = page.getByRole("group", { name: "Regions" });
  expect((await ticked(page)).toSorted()).toEqual(all);
  // As a screen reader finds it: by its role and its name.
  const only = group.getByRole("button", { name: "Only Suzhou" });
  await group.getByRole("checkbox", { name: "Suzhou" }).focus();
  await page.keyboard.press("Tab");
  await expect(only).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?regions=suzhou$/);
  expect(await ticked(page)).toEqual(["suzhou"]);
  await expect(only, "the focus stays").toBeFocused();
  await expect(page.locator("#coverage-matrix .coverage thead")).not.toContainText("Shanwei");
  await group.getByRole("button", { name: "All", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/en\/$/);
  expect((await ticked(page)).toSorted()).toEqual(all);
});

test("a letter or a slash works after a filter was changed", async ({ page }) => {
  await openLive(page, "en/");
  await page.locator("#input-year").selectOption("2022");
  await page.locator("#input-year").focus();
  await page.keyboard.press("/");
  await expect(page.locator("[data-panel=search]").getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#input-year"), "the focus comes back").toBeFocused();
  await expect(page.locator("#input-year")).toHaveValue("2022");
  await page.locator("input[name=regions]").first().focus();
  await page.keyboard.press("e");
  await expect(page.locator(".edit-cell").first()).toBeVisible({ timeout: 30_000 });
});

test("Back undoes a filter, and Forward does it again", async ({ page }) => {
  await openLive(page);
  const unfiltered = await shownMarks(page, "fines-by-region");
  await page.locator("#input-year").selectOption("2022");
  const ofYear = await untilChanged(page, "fines-by-region", unfiltered);
  await page.getByRole("button", { name: "只看苏州" }).click();
  const ofRegion = await untilChanged(page, "fines-by-region", ofYear);
  await page.goBack();
  await expect.poll(() => shownMarks(page, "fines-by-region")).toEqual(ofYear);
  await expect(page.locator("#input-year")).toHaveValue("2022");
  expect((await ticked(page)).toSorted()).toEqual(all);
  await page.goBack();
  await expect.poll(() => shownMarks(page, "fines-by-region")).toEqual(unfiltered);
  await expect(page.locator("#input-year")).toHaveValue("all");
  await expect(page).toHaveURL(/\/$/);
  await page.goForward();
  await page.goForward();
  await expect.poll(() => shownMarks(page, "fines-by-region")).toEqual(ofRegion);
  await expect(page.locator("#input-year")).toHaveValue("2022");
  expect(await ticked(page)).toEqual(["suzhou"]);
  await expect(page).toHaveURL(/\?year=2022&regions=suzhou$/);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("the tools of a filter are large enough, apart, and do what they say", async ({ page }) => {
    await openLive(page);
    const group = page.getByRole("group", { name: "地区" });
    const targets = group.locator("label, button");
    const boxes = await Promise.all((await targets.all()).map((target) => target.boundingBox()));
    for (const box of boxes) {
      expect(box?.width).toBeGreaterThanOrEqual(24);
      expect(box?.height).toBeGreaterThanOrEqual(24);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    }
    await group.getByRole("button", { name: "只看株洲" }).tap();
    await expect(page).toHaveURL(/\?regions=zhuzhou$/);
    await group.locator("label", { hasText: "苏州" }).tap();
    await expect(page).toHaveURL(/\?regions=suzhou,zhuzhou$/);
    await group.getByRole("button", { name: "全部" }).tap();
    await expect(page).toHaveURL(/\/$/);
  });
});
