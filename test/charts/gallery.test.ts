import { readFileSync } from "node:fs";
import { chartTypes } from "../../src/figures/index.ts";
import { textWidth } from "../../src/charts/index.ts";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPages } from "../../scripts/vite/render.ts";
import { compileNotebook } from "../../src/notebook/compile.ts";

/** The gallery as it is published: real data, the real engine, both languages and widths. */
const text = readFileSync(new URL("../../notebooks/gallery.md", import.meta.url), "utf8");
const { compiled, problems } = compileNotebook(text, { slug: "gallery" });
const charts = compiled.cells.flatMap((cell) => (cell.kind === "chart" ? [cell] : []));
const root = new URL("../..", import.meta.url).pathname;
const pages = new Map<string, Document>();

beforeAll(async () => {
  for (const path of ["gallery/", "en/gallery/"]) {
    const [page] = await renderPages(root, path);
    pages.set(path, new JSDOM(`<!doctype html><body>${page?.body ?? ""}</body>`).window.document);
  }
}, 240_000);

afterAll(() => pages.clear());

/** Types whose examples stand on pages of their own. */
const elsewhere = ["groups", "legend", "audit"];

it("has no fault", () => expect(problems).toEqual([]));

it("shows every type that compares figures", () => {
  const shown = new Set(charts.map(({ spec }) => spec["type"]));
  expect(chartTypes.filter((type) => !shown.has(type))).toEqual(elsewhere);
});

/** The lines of a text: a part with a place of its own begins one. */
function linesOf(text: Element): string[] {
  const lines: string[] = [];
  for (const node of text.childNodes) {
    const begins = node.nodeType === 1 && (node as Element).hasAttribute("x");
    const last = lines.length - 1;
    if (begins || last < 0) lines.push(node.textContent ?? "");
    else lines[last] = `${lines[last] ?? ""}${node.textContent ?? ""}`;
  }
  return lines.length > 0 ? lines : [""];
}

/** Text that stands outside of a drawing, by the rule that our layouts measure with. */
function overflowing(svg: Element): string[] {
  const width = Number(svg.getAttribute("width"));
  return [...svg.querySelectorAll("text")].flatMap((one) => {
    const x = Number(one.getAttribute("x") ?? NaN);
    const anchor = one.getAttribute("text-anchor");
    // Axes and marks of Plot's stand by transforms; their room is reckoned from the same rule.
    if (!Number.isFinite(x) || anchor === null || one.closest("[transform]")) return [];
    const length = Math.max(...linesOf(one).map((line) => textWidth(line, 11)));
    const left = anchor === "start" ? x : anchor === "end" ? x - length : x - length / 2;
    return left < -3 || left + length > width + 3
      ? [`${one.textContent} (${left.toFixed(0)})`]
      : [];
  });
}

const cases = ["gallery/", "en/gallery/"].flatMap((path) =>
  charts.map(({ id }) => [id, path] as const),
);

describe.each(cases)("%s on %s", (id, path) => {
  const figure = () => {
    const found = pages.get(path)?.getElementById(id);
    if (!found) throw new Error(`missing figure: ${id}`);
    return found;
  };

  it("has marks, each with a name, and its source", () => {
    const marks = [
      ...figure().querySelectorAll(
        ".chart :is([data-fact], [data-missing], [data-mark], [data-break])",
      ),
    ];
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks)
      expect(mark.getAttribute("aria-label") ?? mark.textContent ?? "").toMatch(/\S/);
    const cell = charts.find((one) => one.id === id);
    expect(figure().querySelector(".code code")?.textContent).toBe(cell?.source.trim());
  });

  it("calls its marks by no word of code or of the drawing library", () => {
    for (const mark of figure().querySelectorAll(".chart.grammar .mark")) {
      const name = mark.getAttribute("aria-label") ?? "";
      expect(name).not.toMatch(/Frequency|Proportion|digits[：:]|(?:^|[；;] ?)[xyz][12]?[：:]/);
      if (!path.startsWith("en/")) expect(name).not.toMatch(/(?:^|；)[A-Za-z_ ]+：/);
    }
  });

  it("is drawn for both widths without a number that is none", () => {
    for (const chart of figure().querySelectorAll(".chart"))
      for (const element of chart.querySelectorAll("*"))
        for (const { name, value } of element.attributes)
          expect([name, /NaN|undefined|Infinity/.test(value)]).toEqual([name, false]);
  });

  it("keeps its text inside the drawing", () => {
    for (const svg of figure().querySelectorAll("svg.fadu-plot, svg.fadu-grammar"))
      expect(overflowing(svg)).toEqual([]);
  });

  it("has a title that says something", () => {
    expect(figure().querySelector("h3")?.textContent?.length).toBeGreaterThan(8);
  });
});
