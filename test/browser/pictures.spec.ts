import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "./support/test.ts";

const folder = join(resolve(process.env["FADU_DIST"] ?? "dist"), "embed");

test("no text of a figure's picture covers another or leaves it", async ({ page }) => {
  const all = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const figures = all.filter(({ name }) => readdirSync(join(folder, name)).includes("figure.svg"));
  expect(figures.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const { name } of figures)
    for (const path of ["figure.svg", "en/figure.svg"]) {
      await page.setContent(
        `<body style="margin:0">${readFileSync(join(folder, name, path), "utf8")}`,
      );
      const faults = await page.evaluate(() => {
        const frame = document.querySelector("svg")?.getBoundingClientRect() ?? new DOMRect();
        const texts = [...document.querySelectorAll("text:not([aria-hidden] *)")]
          .filter((one) => !/rotate/.test(one.getAttribute("transform") ?? ""))
          .map((one) => ({ words: one.textContent.trim(), box: one.getBoundingClientRect() }))
          .filter(({ words }) => words !== "");
        const beyond = texts.filter(
          ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1,
        );
        const covered = texts.flatMap((a, i) =>
          texts.slice(i + 1).filter((b) => {
            const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
            // A line's box is taller than its letters.
            const slack = (a.box.height + b.box.height) * 0.16;
            const bottom = Math.min(a.box.bottom, b.box.bottom);
            return wide > 1.5 && bottom - Math.max(a.box.top, b.box.top) > slack;
          }),
        );
        return [...beyond, ...covered].map(({ words }) => words);
      });
      found.push(...faults.map((words) => `${name} ${path}: ${words}`));
    }
  expect(found).toEqual([]);
});
