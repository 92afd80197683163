import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve } from "../scripts/serve.ts";
import { openBrowser } from "./page.ts";

/** Prints how long it takes from running an edited query until its chart is drawn anew, in ms. */
const EDITS = 50;
const dir = process.env["FADU_DIST"] ?? fileURLToPath(new URL("../dist", import.meta.url));

function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * p), sorted.length - 1)] ?? NaN;
}

async function main(): Promise<void> {
  if (!existsSync(`${dir}/index.html`)) throw new Error(`missing folder: ${dir} (npm run build)`);
  const { url, close } = await serve({ dir, port: 0 });
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
    await page.goto(`${url}en/edit/`);
    await page.locator("[data-template=chart]").click();
    await page.locator("#fines-by-region [data-marks] [data-evidence]").first().waitFor();
    const source = page.locator(".edit-cell[data-kind=sql] .cm-content");
    const times: number[] = [];
    const typing: number[] = [];
    for (let i = 0; i < EDITS; i++) {
      await source.click();
      await page.keyboard.press("Control+a");
      const before = performance.now();
      await page.keyboard.insertText(
        `SELECT * FROM facts WHERE metric_id = 'penalty_amount' ORDER BY fact_id LIMIT ${3 + (i % 7)}`,
      );
      typing.push(performance.now() - before);
      times.push(
        await page.evaluate(async () => {
          const cell = document.querySelector("[data-cell=fines-by-region]");
          if (!cell) throw new Error("missing cell: fines-by-region");
          const drawn = new Promise<number>((resolve) => {
            const observer = new MutationObserver((records) => {
              const isFigure = records.some(({ addedNodes }) =>
                [...addedNodes].some((node) => node instanceof Element && node.matches("figure")),
              );
              if (!isFigure) return;
              observer.disconnect();
              // What was changed is seen in the next frame.
              requestAnimationFrame(() => resolve(performance.now()));
            });
            observer.observe(cell, { childList: true });
          });
          const start = performance.now();
          document.activeElement?.dispatchEvent(
            new KeyboardEvent("keydown", {
              key: "Enter",
              code: "Enter",
              ctrlKey: true,
              bubbles: true,
              cancelable: true,
            }),
          );
          return (await drawn) - start;
        }),
      );
    }
    const show = (values: readonly number[]) =>
      `median ${quantile(values, 0.5).toFixed(0)} ms, p95 ${quantile(values, 0.95).toFixed(0)} ms`;
    console.log(`${EDITS} edits of a query until its chart is drawn anew: ${show(times)}`);
    console.log(`typing the query, as seen by the test: ${show(typing)}`);
  } finally {
    await browser.close();
    await close();
  }
}

await main();
