import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { factById, reports } from "./support/data.ts";
import { openQuiet, panel } from "./support/page.ts";
import { expect, test, type Page } from "./support/test.ts";

const folder = fileURLToPath(new URL("../../../shared/reports", import.meta.url));
const held = existsSync(folder);

/** The text of a report, found by the hash that the site knows it by. */
function reportText(id: string): Buffer {
  const { sha256 = "" } = reports().find(({ report_id }) => report_id === id) ?? {};
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const text = texts.find((bytes) => createHash("sha256").update(bytes).digest("hex") === sha256);
  if (!text) throw new Error(`missing report: ${id}`);
  return text;
}

function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  return panel(page).locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/plain",
    buffer,
  });
}

/** As a hand would: dragged over the zone, then let go. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: "text/plain" }));
      return transfer;
    },
    [name, text] as const,
  );
  const zone = panel(page).locator(".drop");
  await zone.dispatchEvent("dragover", { dataTransfer: transfer });
  await zone.dispatchEvent("drop", { dataTransfer: transfer });
}

const fact = "sw-47";

test.describe("a reader's own copy of a report", () => {
  test.beforeEach(async ({ page }) => {
    await openQuiet(page, `?fact=${fact}`);
    await expect(panel(page).locator(".drop")).toBeVisible();
  });

  test("that is the right one shows the clause in its surroundings", async ({ page }) => {
    test.skip(!held, "the reports are not on this machine");
    const text = reportText("shanwei-2022");
    const { evidence, evidence_start, evidence_end } = factById(fact);
    for (const give of [
      () => choose(page, "report.txt", text),
      () => drop(page, "report.txt", text.toString("utf8")),
    ]) {
      await give();
      const context = panel(page).locator(".context");
      await expect(context.locator("mark")).toHaveText(evidence ?? "");
      const shown = (await context.locator("p").textContent()) ?? "";
      expect(shown.length).toBeGreaterThan((evidence ?? "").length + 100);
      const around = text
        .toString("utf8")
        .slice((evidence_start ?? 0) - 20, (evidence_end ?? 0) + 20);
      expect(shown).toContain(around);
      // Ask anew, so that the second way cannot pass on the first one's answer.
      await choose(page, "empty.txt", Buffer.from(""));
      await expect(context).toHaveCount(0);
    }
  });

  test("that is another of the five is named", async ({ page }) => {
    test.skip(!held, "the reports are not on this machine");
    await choose(page, "report.txt", reportText("suzhou-2019q3"));
    const answer = panel(page).locator(".dropped .problem");
    await expect(answer).toContainText("这个文件是另一份报告");
    await expect(answer).toContainText("市应急管理局2019年三季度法治建设工作开展情况报告");
    await expect(answer).toContainText("汕尾市应急管理局2022年法治政府建设年度报告");
  });

  test("that is none of them is refused with both hashes", async ({ page }) => {
    const text = "<b>另一份</b>文件";
    await drop(page, "<i>x</i>.txt", text);
    const answer = panel(page).locator(".dropped .problem");
    await expect(answer).toContainText("<i>x</i>.txt");
    await expect(answer).toContainText(createHash("sha256").update(text).digest("hex").slice(0, 8));
    await expect(answer.locator("i")).toHaveCount(0);
    await expect(panel(page).locator(".context")).toHaveCount(0);
    await expect(panel(page).locator("blockquote[cite]").first()).toBeVisible();
  });

  test("never leaves the page", async ({ page }) => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET" || request.postData() !== null) sent.push(request.url());
    });
    await choose(page, "secret.txt", Buffer.from("secret"));
    await expect(panel(page).locator(".dropped .problem")).toBeVisible();
    expect(sent).toEqual([]);
  });
});
