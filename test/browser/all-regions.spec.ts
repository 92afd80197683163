import type { Locator, Page } from "@playwright/test";
import { facts } from "./support/data.ts";
import { openLive, openQuiet } from "./support/page.ts";
import { expect, inLong, test } from "./support/test.ts";

const PAGE = "all-regions/";
const fines = (page: Page): Locator => page.locator("#fines-of-all");
const finesOf = (region: string) =>
  facts().filter(
    ({ region_id, metric_id, same_as, status }) =>
      region_id === region &&
      metric_id === "penalty_amount" &&
      same_as === null &&
      status === "actual",
  );

/** Names of the rows of a fold that is open, from top to bottom. */
const names = (fold: Locator) => fold.locator("ol li .region").allInnerTexts();

test("every figure of a comparison is a mark in a fold, without a script that runs", async ({
  page,
}) => {
  await openQuiet(page, PAGE);
  const stated = facts().filter(
    ({ metric_id, same_as, status }) =>
      metric_id === "penalty_amount" && same_as === null && status === "actual",
  );
  const marks = await fines(page)
    .locator(".chart [data-fact]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-fact")));
  expect(marks.toSorted()).toEqual(stated.map(({ fact_id }) => fact_id).toSorted());
  await expect(fines(page).locator(".finder, .pin").first()).toBeHidden();
  const folds = fines(page).locator(".chart details");
  await expect(folds.first()).toHaveAttribute("open");
  await test.step("folds by keyboard", async () => {
    const second = folds.nth(1);
    await second.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(second.locator("li").first()).toBeVisible();
    await page.keyboard.press(" ");
    await expect(second.locator("li").first()).toBeHidden();
  });
});

test("a region is found by pinyin and pinned from the keyboard, in every figure of the page", async ({
  page,
}) => {
  await openLive(page, PAGE);
  const field = page.locator("#fines-of-all-find");
  await field.focus();
  await page.keyboard.type("jinnan");
  const row = fines(page).locator("li[data-current]");
  await expect(row).toHaveAttribute("data-region-id", "jinnan");
  await expect(row).toBeInViewport();
  const status = fines(page).locator(".finder [role=status]");
  await expect(status).toContainText("津南");
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]pin=jinnan$/);
  // The figure is drawn anew: the field keeps the focus, and says what was done.
  await expect(field).toBeFocused();
  await expect(status).toHaveText("已置顶：津南");
  const pinned = fines(page).locator('[data-region-id=jinnan] .pin[aria-pressed="true"]');
  await expect(pinned.first()).toBeVisible();
  const all = await page.locator(".chart [data-region-id=jinnan] .pin").count();
  await expect(
    page.locator('.chart [data-region-id=jinnan] .pin[aria-pressed="true"]'),
  ).toHaveCount(all);
  expect(all).toBeGreaterThan(finesOf("jinnan").length > 0 ? 1 : 0);
  await page.goBack();
  await expect(page.locator('.pin[aria-pressed="true"]')).toHaveCount(0);
});

test("a pinned row stands on top of its group, and the others say how far they are from it", async ({
  page,
}) => {
  await openLive(page, PAGE);
  const group = fines(page).locator(".chart details").first();
  const before = await names(group);
  const last = before.at(-1) ?? "";
  const button = group.locator("ol li").last().locator(".pin");
  await group.locator("ol li .mark").first().focus();
  // The pins are among what the arrow keys reach.
  for (let i = 0; i < 40 && !(await button.evaluate((one) => one === document.activeElement)); i++)
    await page.keyboard.press("ArrowDown");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(group.locator("p.header").first()).toHaveText("置顶");
  expect(await names(group)).toEqual([last, ...before.slice(0, -1)]);
  await expect(group.locator(".pin[aria-pressed=true]")).toBeFocused();
  await expect(group.locator(".delta").first()).toContainText("万元");
  await group.locator(".delta").first().click();
  await expect(page).toHaveURL(/[?&]fact=difference\(/);
  await expect(page.locator('[data-panel="evidence"]')).toContainText("万元");
});

test("filters and order leave each group's rows to the rules, and the address has them", async ({
  page,
}) => {
  await openLive(page, `${PAGE}?sort=place`);
  const group = fines(page).locator(".chart details").first();
  const places = () => group.locator("ol li .place").allInnerTexts();
  const byPlace = await places();
  await page.locator("#input-sort").selectOption("value");
  await expect.poll(places).toEqual(byPlace.toSorted((a, b) => parseInt(a) - parseInt(b)));
  expect(byPlace).not.toEqual(await places());
  await page.locator("#input-level").selectOption("county");
  await expect(page).toHaveURL(/level=county/);
  const shown = async () =>
    fines(page)
      .locator("li:has([data-fact])")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-region-id")));
  await expect.poll(async () => (await shown()).includes("suzhou")).toBe(false);
  expect(await shown()).toContain("jinnan");
});

test.describe("with a finger, on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("groups unfold and regions are pinned", inLong(false), async ({ page }) => {
    await openLive(page, PAGE);
    const fold = fines(page).locator(".chart details").nth(1);
    await fold.locator("summary").tap();
    await expect(fold.locator("li").first()).toBeVisible();
    const pin = fold.locator(".pin").last();
    const box = await pin.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await pin.tap();
    await expect(fold.locator("p.header").first()).toHaveText("置顶");
    await expect(fold).toHaveAttribute("open");
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
