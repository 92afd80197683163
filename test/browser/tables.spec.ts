import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { editCell, newNotebook, untilEditing, untilSaved, write } from "./support/edit.ts";
import { expect, test, type Page } from "./support/test.ts";

/** A workbook with a merged column of provinces, and figures beside it. */
function merged(): Buffer {
  const cell = (ref: string, value: string | number): string =>
    typeof value === "number"
      ? `<c r="${ref}"><v>${value}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [
    ["省", "地区", "罚款"],
    ["江苏", "苏州", 10],
    [null, "扬州", 50],
    ["福建", "漳州", 90],
  ].map((values, row) => {
    const cells = values.map((value, at) =>
      value === null ? "" : cell(`${"ABC"[at]}${row + 1}`, value),
    );
    return `<row r="${row + 1}">${cells.join("")}</row>`;
  });
  const sheet = `<worksheet><sheetData>${rows.join("")}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`;
  return Buffer.from(
    zipSync({
      "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="Sheet1"/></sheets></workbook>'),
      "xl/worksheets/sheet1.xml": strToU8(sheet),
    }),
  );
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer();
      const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([raw], name));
      return transfer;
    },
    [name, bytes.toString("base64")] as const,
  );
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

test("a merged workbook comes in filled, a query of it stands ready, and the tables are listed", async ({
  page,
}) => {
  await newNotebook(page);
  await drop(page, "省份.xlsx", merged());
  const panel = page.locator("[data-import]");
  await expect(panel.locator("[data-problem=merged]")).toContainText("A2:A3");
  await expect(panel.locator("tbody .own-nothing")).toHaveCount(1);
  await panel.locator("[name=fill]").check();
  await expect(panel.locator("[data-problem=filled_in]")).toBeVisible();
  await expect(panel.locator("tbody .own-nothing")).toHaveCount(0);
  await panel.locator(".own-confirm").click();
  await panel.locator(".own-done button").last().click();
  const query = page.locator(".edit-cell").filter({ hasText: "SELECT * FROM 省份" });
  await expect(query).toHaveAttribute("data-status", "done");
  await expect(query).toContainText("扬州");

  await page.locator("[data-action=data]").click();
  const list = page.locator(".own-schema");
  await expect(list.locator("[data-table]").first()).toHaveAttribute("data-table", "省份");
  for (const table of ["facts", "figures"])
    await expect(list.locator(`[data-table=${table}]`)).toHaveCount(1);
  await expect(list.locator("[data-table=facts] > summary small")).not.toBeEmpty();
  await list.locator("[data-table=省份] > summary").click();
  await list.locator("[data-column=罚款] > summary").click();
  const column = list.locator("[data-column=罚款]");
  await expect(column.locator("dd").nth(0)).toHaveText("3");
  await expect(column.locator("svg.own-bars rect")).not.toHaveCount(0);

  await list.locator("[name=rename]").fill("facts");
  await list.locator("[name=rename]").press("Enter");
  await expect(list.locator(".own-rename .own-fault")).not.toBeEmpty();
  await list.locator("[name=rename]").fill("provinces");
  await list.locator("[name=rename]").press("Enter");
  await expect(list.locator("[data-table=provinces]")).toHaveCount(1);
  await expect(list.locator("[data-table=省份]")).toHaveCount(0);
  await list.locator("[data-table=provinces] > summary").click();
  await list.locator("[data-table=provinces] .own-actions button").last().click();
  await expect(list.locator("[data-table=provinces]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await untilSaved(page);
});

test("a notebook saved as a file opens with its tables, types and digits in a browser that never saw them", async ({
  page,
  browser,
  site,
}) => {
  await newNotebook(page);
  const csv =
    "region_id,amount,share,moment\n" +
    "0592,123456789012345,12.5,2024-01-01 08:00:00.123456\n" +
    "0594,7,,2024-01-02 09:00:00.000001\n";
  await drop(page, "mine.csv", Buffer.from(csv));
  const panel = page.locator("[data-import]");
  await panel.locator(".own-confirm:enabled").click();
  await expect(panel.locator(".own-done")).toBeVisible();
  await page.keyboard.press("Escape");
  const types = ["region_id", "amount", "share", "moment"]
    .map((name) => `typeof(${name})`)
    .join(", ");
  await write(page, "fines", `SELECT *, amount + 1 AS more, ${types} FROM mine ORDER BY amount`);
  await page.keyboard.press("Control+Enter");
  const cells = (where: Page) => editCell(where, "fines").locator("tbody td").allInnerTexts();
  const numbers = [
    ["0594", "7", "NULL", "2024-01-02 09:00:00.000001", "8"],
    ["0592", "123,456,789,012,345", "12.5", "2024-01-01 08:00:00.123456", "123,456,789,012,346"],
  ];
  const kinds = ["VARCHAR", "BIGINT", "DOUBLE", "TIMESTAMP"];
  const wanted = numbers.flatMap((row) => [...row, ...kinds]);
  await expect.poll(() => cells(page), { timeout: 60_000 }).toEqual(wanted);
  await untilSaved(page);
  await page.locator(".edit-head [data-action=more]").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.fadu\.zip$/);
  const path = await download.path();

  const elsewhere = await browser.newContext({ baseURL: site.url, serviceWorkers: "block" });
  const other = await elsewhere.newPage();
  await other.goto("en/edit/");
  await expect(other.locator("[data-my]")).toHaveCount(0);
  const [chooser] = await Promise.all([
    other.waitForEvent("filechooser"),
    other.locator("[data-action=open]").click(),
  ]);
  await chooser.setFiles({
    name: download.suggestedFilename(),
    mimeType: "application/zip",
    buffer: readFileSync(path),
  });
  await untilEditing(other);
  await expect.poll(() => cells(other), { timeout: 60_000 }).toEqual(wanted);
  // What came is kept: it is there after a reload too.
  await untilSaved(other);
  await other.reload();
  await untilEditing(other);
  await expect.poll(() => cells(other), { timeout: 60_000 }).toEqual(wanted);
  await elsewhere.close();
});

test("what turns the direction of a text shows in the query and in its result", async ({
  page,
}) => {
  await newNotebook(page);
  await write(page, "fines", "SELECT 'AB\u202e123' AS rlo, 456 AS n, 'שלום 123' AS he");
  await page.keyboard.press("Control+Enter");
  const cell = editCell(page, "fines");
  await expect(cell.locator(".cm-content .cm-specialChar")).toHaveText(["⟨U+202E⟩"]);
  await expect(cell.locator("tbody td")).toHaveText(["AB⟨U+202E⟩123", "456", "שלום 123"]);
});

test("each table says what it holds, each column what it means, and how its values lie", async ({
  page,
}) => {
  await newNotebook(page);
  await page.locator("[data-action=data]").click();
  const list = page.locator(".own-schema");
  await expect(list.locator("[data-table=facts]")).toHaveCount(1);
  // Every entry, not only the one that is looked for.
  for (const entry of await list.locator("[data-table] > summary").all()) {
    await expect(entry.locator("b")).not.toBeEmpty();
    await expect(entry.locator("small"), await entry.innerText()).not.toBeEmpty();
  }
  const facts = list.locator("[data-table=facts]");
  await expect(facts.locator("> summary > span")).toHaveText(/^rows: \d+$/);
  await facts.locator("> summary").click();
  const columns = facts.locator("[data-column]");
  await expect(columns.nth(20)).toBeVisible();
  for (const column of await columns.all())
    await expect(column.locator("summary small"), await column.innerText()).not.toBeEmpty();
  const value = facts.locator("[data-column=value]");
  await value.locator("summary").click();
  const drawing = value.locator("svg.own-bars");
  await expect(drawing).toBeVisible();
  const size = await drawing.boundingBox();
  expect(size?.height).toBeLessThan(120);
  const bars = drawing.locator("rect");
  const heights = await bars.evaluateAll((rects) =>
    rects.map((rect) => rect.getBoundingClientRect().height),
  );
  expect(heights.length).toBeGreaterThan(3);
  expect(Math.max(...heights)).toBeGreaterThan(8);
  const [filled, missing] = (await value.locator("dd").allTextContents()).map(Number);
  const rows = Number((await facts.locator("> summary > span").innerText()).match(/\d+/)?.[0]);
  expect((filled ?? 0) + (missing ?? 0)).toBe(rows);
  const region = facts.locator("[data-column=region_id]");
  await region.locator("summary").click();
  await expect(region.locator(".own-tops li")).not.toHaveCount(0);
});
