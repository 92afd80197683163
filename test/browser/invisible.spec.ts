import { editCell, newNotebook, source, write } from "./support/edit.ts";
import { openQuiet, panel } from "./support/page.ts";
import { expect, test } from "./support/test.ts";

/** A text that reads otherwise than it is, and how it must be seen. */
const turned = "facts\u202e\u200b1";
const named = ["⟨U+202E⟩", "⟨U+200B⟩"];

test("what shows nothing or turns the text is named in the editor, in results and in charts", async ({
  page,
}) => {
  await newNotebook(page);
  await write(page, "fines", `SELECT '${turned}' AS region, 3 AS n, 2 AS "col${turned}"`);
  for (const [i, name] of named.entries())
    await expect(source(page, "fines").locator(".cm-specialChar").nth(i)).toHaveText(name);
  await page.keyboard.press("Control+Enter");
  const result = editCell(page, "fines").locator(".result");
  await expect(result.locator("tbody")).toContainText(`facts${named.join("")}1`);
  await expect(result.locator("thead")).toContainText(`col${"facts"}${named.join("")}1`);
  await write(page, "fines-by-region", "type: plot\nmarks: [{mark: barX, x: n, y: region}]");
  await page.keyboard.press("Control+Enter");
  const chart = editCell(page, "fines-by-region").locator("figure svg").first();
  await expect(chart).toContainText(named.join(""));
  const names = await chart
    .locator("[aria-label]")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")).join());
  expect(names).toContain(named.join(""));
  expect(await page.locator(".edit-list").innerText()).not.toMatch(/[\u202e\u200b]/);
});

test("and where evidence is asked for by such an address", async ({ page }) => {
  await openQuiet(page, `en/?fact=${encodeURIComponent("sw-47\u202e")}&fact2=a`);
  await expect(panel(page).locator(".problem")).toContainText("sw-47⟨U+202E⟩");
  expect(await panel(page).innerText()).not.toContain("\u202e");
});
