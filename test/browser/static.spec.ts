import { factById, facts } from "./support/data.ts";
import { expect, home, languages, test } from "./support/test.ts";

test.use({ javaScriptEnabled: false });

const charts = [
  "fines-by-region",
  "mean-fine",
  "inspections-by-region",
  "approval-time",
  "coverage-matrix",
  "any-metric",
];

test.describe("without any script", () => {
  for (const language of languages) {
    test(`the page can be read (${language})`, async ({ page }) => {
      await page.goto(home(language));
      await expect(page.locator("html")).toHaveAttribute("data-engine", "idle");
      const title = language === "zh" ? "五份执法报告" : "Five enforcement reports";
      await expect(page.locator("h1")).toContainText(title);
      await expect(page.locator("h1:visible")).toHaveCount(1);
      for (const chart of charts) {
        const figure = page.locator(`figure#${chart}`);
        await expect(figure).toHaveAttribute("data-state", "static");
        await expect(figure.locator("h3")).toBeVisible();
        await expect(figure.locator("[data-marks]:visible svg").first()).toBeVisible();
        await expect(figure.locator("details.rows tbody tr").first()).toBeAttached();
      }
    });

    test(`every number leads to a clause on the page (${language})`, async ({ page }) => {
      await page.goto(home(language));
      const targets = await page
        .locator("main [data-fact]")
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("href") ?? ""));
      expect(targets.length).toBeGreaterThan(100);
      const clauses = await page
        .locator("#sources li[id]")
        .evaluateAll((items) =>
          items.map(
            (item) =>
              [`#${item.id}`, item.querySelector("blockquote[cite]")?.textContent ?? null] as const,
          ),
        );
      const written = new Map<string, string | null>(clauses);
      expect(targets.filter((target) => !written.has(target))).toEqual([]);
      for (const [target, quoted] of clauses)
        expect(quoted, target).toBe(factById(target.slice("#fact-".length)).evidence);
    });
  }

  test("a mark opens the list of clauses at its own", async ({ page }) => {
    await page.goto("");
    await expect(page.locator("#sources li").first()).toBeHidden();
    const mark = page.locator("#fines-by-region [data-marks]:visible a[data-fact]").first();
    const id = await mark.getAttribute("data-fact");
    await mark.click();
    await expect(page).toHaveURL(new RegExp(`#fact-${id}$`));
    await expect(page.locator(`#fact-${id} mark`)).toBeVisible();
    await expect(page.locator(`#fact-${id} mark`)).toHaveText(factById(id ?? "").value_text);
  });

  test("controls that need a script are not shown", async ({ page }) => {
    await page.goto("");
    await expect(page.locator(".filters:visible, button:visible, select:visible")).toHaveCount(0);
    await page.locator("[data-action=language]").click();
    await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
    await page.locator("[data-action=language]").click();
    await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
  });

  test("the table of a chart opens in its place", async ({ page }) => {
    await page.goto("");
    const figure = page.locator("#fines-by-region");
    await figure.locator("[data-action=table]").click();
    await expect(figure.locator(".rows table")).toBeVisible();
    await expect(figure.locator("[data-marks]:visible")).toHaveCount(0);
    await expect(figure.locator("td.clause q").first()).toBeVisible();
  });

  test("the other notebook shows every figure with its clause", async ({ page }) => {
    await page.goto("figures/");
    const shown = await page
      .locator("#all-figures tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector("[data-fact]")?.getAttribute("data-fact") ?? "",
          row.querySelector("td.clause")?.textContent ?? "",
        ]),
      );
    const known = facts().map(({ fact_id, evidence }) => [fact_id, evidence ?? ""]);
    expect(shown.toSorted()).toEqual(known.toSorted());
  });
});
