import { openCanary } from "../attack/canary.ts";
import { tally } from "../attack/family.ts";
import { families } from "../attack/index.ts";
import { expect, test } from "./support/test.ts";

// The short form; `npm run attack` tries all. Pages under attack complain, and that is no fault.
test.use({ expected: /./ });

test("the canary hears what does leave a page", async ({ page, site }) => {
  const canary = await openCanary();
  await page.goto(site.url);
  const address = `127.0.0.1:${canary.port}`;
  const other = await page.context().newPage();
  await other.goto(`http://${address}/seen`).catch(() => {});
  await other.evaluate((at) => void new WebSocket(`ws://${at}/`), address);
  await expect.poll(() => canary.heard().sockets).toBe(1);
  expect(canary.heard().requests).toContain("/seen");
  await canary.close();
});

for (const family of families)
  test(`holds: ${family.name}, by ${family.surface}`, async ({ browser, site }) => {
    const canary = await openCanary();
    const { broke, tried } = await tally(family, { browser, site, canary, size: "short" });
    await canary.close();
    expect(broke).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
