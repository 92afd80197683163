import { strToU8, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beat, longest } from "./beat.ts";
import { heldBy, type Attempt, type Family, type World } from "./family.ts";
import { leastOf } from "../least.ts";

/** How long the page may do nothing while it looks at a hostile file, in ms. */
const HELD = 1_000;

/** How long it may take to say something, in ms. */
const ANSWERED = 30_000;

interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A Parquet file of ours with what it says of itself overwritten. */
function parquet(from: number, to: number, byte: number): Uint8Array {
  const bytes = Uint8Array.from(readFileSync("public/data/facts.parquet"));
  return bytes.fill(byte, bytes.length - from, bytes.length - to);
}

function hostile(): Hostile[] {
  const big = strToU8(`<worksheet><sheetData>${" ".repeat(60 << 20)}`);
  const book = strToU8('<workbook><sheets><sheet name="a"/></sheets></workbook>');
  return [
    { name: "footer.parquet", bytes: parquet(2_000, 1_000, 0) },
    { name: "counts.parquet", bytes: parquet(600, 560, 0xff) },
    { name: "deep.json", bytes: strToU8("[".repeat(1 << 20)) },
    { name: "wide.csv", bytes: strToU8(`${"a,".repeat(1 << 18)}\n1\n`) },
    {
      name: "bomb.xlsx",
      bytes: zipSync({ "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": big }, { level: 9 }),
    },
  ];
}

/** Hands a file to the page, which takes the tool's own time. */
async function hand(page: Page, { name, bytes }: Hostile): Promise<void> {
  const base64 = Buffer.from(bytes).toString("base64");
  await page.evaluate(
    ([name, base64]) => {
      const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      Object.assign(window, { handed: new File([raw], name) });
    },
    [name, base64] as const,
  );
}

/** Drops what was handed over as a hand would. */
async function drop(page: Page): Promise<void> {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add((window as unknown as { handed: File }).handed);
    document.dispatchEvent(
      new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }),
    );
  });
}

async function attempt(page: Page, file: Hostile): Promise<Attempt> {
  const wrong = (broke: string | null): Attempt => ({ name: file.name, broke });
  await hand(page, file);
  await page.evaluate(beat);
  await drop(page);
  const said = page.locator(".own-fault:not([hidden])");
  const told = await said
    .first()
    .waitFor({ timeout: ANSWERED })
    .then(
      () => true,
      () => false,
    );
  if (!told) return wrong("nothing was said");
  const held = await longest(page);
  await page.keyboard.press("Escape");
  await hand(page, { name: "sound.csv", bytes: strToU8("a,n\nx,1\n") });
  await drop(page);
  const next = page.locator(".own-confirm:not(:disabled)");
  const opens = await next.waitFor({ timeout: ANSWERED }).then(
    () => true,
    () => false,
  );
  await page.keyboard.press("Escape");
  if (!opens) return wrong("the next file does not open");
  const { name } = file;
  return { name, held, broke: held > HELD ? `the page was held for ${Math.round(held)} ms` : null };
}

async function* attempts({ browser, site, size }: World): AsyncGenerator<Attempt> {
  const page = await browser.newPage();
  await page.goto(new URL("edit/", site.url).href);
  await page.locator("[data-template=chart]").click();
  await page.locator(".edit-cell").first().waitFor();
  const files = hostile();
  for (const file of size === "short" ? files.slice(0, 3) : files)
    yield await leastOf(HELD, heldBy, () => attempt(page, file));
  await page.close();
}

/** Files that hold a reader, or ask it for more than there is. */
export const files: Family = { name: "hostile files", surface: "file dropped on a page", attempts };
