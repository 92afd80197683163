import { readFileSync } from "node:fs";
import { newNotebook, source, untilEditing, untilSaved, write } from "./support/edit.ts";
import { expect, test } from "./support/test.ts";

const query = (region: string) => `SELECT * FROM facts WHERE region_id = '${region}'`;

test("of two tabs on one notebook none overwrites the other, and what is not taken can be had back", async ({
  page,
  context,
}) => {
  await newNotebook(page);
  await write(page, "fines", query("suzhou"));
  await untilSaved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await untilEditing(other);
  await write(page, "fines", query("shanwei"));
  await untilSaved(page);
  await write(other, "fines", query("zhuzhou"));
  const band = other.locator("[data-band=conflict]");
  await expect(band).toBeVisible();
  // Nothing of either is lost while the reader thinks.
  await expect(source(other, "fines")).toContainText("zhuzhou");
  await page.reload();
  await untilEditing(page);
  await expect(source(page, "fines")).toContainText("shanwei");
  await band.locator("[data-action=take-theirs]").click();
  await expect(source(other, "fines")).toContainText("shanwei");
  await expect(band).toHaveCount(0);
  await untilSaved(other);
  await other.getByRole("button", { name: "More" }).first().click();
  await other.getByRole("menuitem", { name: "Versions", exact: true }).click();
  const mine = other.locator("dialog li").filter({ hasText: "zhuzhou" });
  await mine.locator("[data-action=restore]").first().click();
  await expect(source(other, "fines")).toContainText("zhuzhou");
  await untilSaved(other);
  await other.reload();
  await untilEditing(other);
  await expect(source(other, "fines")).toContainText("zhuzhou");
});

test("a full disk is said at once, what was typed stays, and it is kept when it fits again", async ({
  page,
  context,
}) => {
  await page.goto("en/");
  const cdp = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 200_000 });
  await newNotebook(page);
  await write(page, "fines", query("suzhou"));
  await untilSaved(page);
  await write(page, "fines", `${`-- ${"长".repeat(1000)}\n`.repeat(100)}${query("shanwei")}`);
  const head = page.locator(".edit-head");
  await expect(head).toHaveAttribute("data-saved", "failed");
  await expect(head).toContainText("storage is full");
  await expect(source(page, "fines")).toContainText("shanwei");
  const isAsked = await page.evaluate(
    () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })),
  );
  expect(isAsked, "leaving would lose it").toBe(true);
  await head.locator("[data-action=more]").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save as a file" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain(query("shanwei"));
  await write(page, "fines", query("zhuzhou"));
  await untilSaved(page);
  await page.reload();
  await untilEditing(page);
  await expect(source(page, "fines")).toContainText("zhuzhou");
});
