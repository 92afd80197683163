import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editCell, untilEditing, write } from "./support/edit.ts";
import { untilLive } from "./support/page.ts";
import { expect, test } from "./support/test.ts";

/** A browser whose reader has blocked all site data, by the setting itself. */
function blockedProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), "fadu-denied-"));
  mkdirSync(join(folder, "Default"));
  const profile = { default_content_setting_values: { cookies: 2 } };
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify({ profile }));
  return folder;
}

/** What other browsers do: each store throws where it is only looked at. */
function denyAll(): void {
  const denied = (): never => {
    throw new DOMException("denied", "SecurityError");
  };
  for (const name of ["indexedDB", "localStorage", "sessionStorage", "caches"])
    Object.defineProperty(window, name, { get: denied });
  for (const name of ["locks", "serviceWorker", "storage"])
    Object.defineProperty(navigator, name, { get: denied });
}

test("where all site data are blocked the engine starts, and a notebook opens unsaved and says so", async ({
  playwright,
  site,
  launchOptions,
}) => {
  const folder = blockedProfile();
  const context = await playwright.chromium.launchPersistentContext(folder, {
    ...launchOptions,
    // The one without windows does not read this setting of a profile.
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    baseURL: site.url,
    locale: "zh-CN",
  });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto("en/edit/");
    expect(
      await page.evaluate(() => navigator.locks.request("a", () => 1).catch(String)),
      "the browser really denies it",
    ).toContain("SecurityError");
    await expect(page.locator("[data-notice=store]")).toContainText("does not let this page save");
    await page.locator("[data-template=chart]").click();
    await untilEditing(page);
    await expect(page.locator("figure[data-state=live]")).toBeVisible();
    const head = page.locator(".edit-head");
    await expect(head).toHaveAttribute("data-saved", "failed");
    await expect(head).toContainText("does not let this page save");
    await write(page, "fines", "SELECT 4711 AS n");
    await page.keyboard.press("Control+Enter");
    await expect(editCell(page, "fines")).toHaveAttribute("data-status", "done");
    // A version is not kept either, and is not said to be.
    await page.keyboard.press("Control+s");
    await expect(head.locator(".saved")).toContainText("does not let this page save");
    await page.locator(".edit-head [data-action=more]").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "Save as a file" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.md$/);

    const strict = await context.newPage();
    strict.on("pageerror", (error) => errors.push(error.message));
    await strict.addInitScript(denyAll);
    await strict.goto("en/");
    await untilLive(strict);
    await strict.goto("en/introduction/#edit");
    await untilEditing(strict);
    await expect(strict.locator(".edit-head")).toHaveAttribute("data-saved", "failed");
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
