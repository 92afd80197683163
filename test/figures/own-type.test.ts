import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { drawable, figureElement, type Drawing } from "../../src/charts/index.ts";
import { builder } from "../../src/dom/index.ts";
import { altText, isPresent, type FigureType } from "../../src/figures/index.ts";
import { contentOf, packageFiles, picturesOf } from "../../src/publish/package/index.ts";
import { picture } from "../../src/publish/picture/index.ts";
import { drawnChart, type DrawnChart } from "../../src/runtime/drawn.ts";
import { gap, row, stated, world } from "../charts/world.ts";

interface Doubled {
  readonly values: readonly number[];
}

/** A type that exists nowhere else: a square of its value for each figure. */
const squares: FigureType<Doubled> = {
  name: "squares",
  compares: "nothing",
  drawsEachRow: true,
  isTable: () => false,
  arrange: ({ observations }) => ({
    body: { values: observations.filter(isPresent).map(({ value }) => value) },
    arrangements: [],
  }),
  describe: ({ values }) => ({ found: [`${values.length}个方块`], apart: [] }),
};

const drawing: Drawing<Doubled> = {
  isFluid: false,
  draw: ({ body }, width, { build }) => [
    { kind: "heading", text: "方块" },
    {
      kind: "drawing",
      svg: build.svg(
        "svg",
        { class: "fadu-plot", width, height: 40, viewBox: `0 0 ${width} 40` },
        body.values.map((value, i) =>
          build.svg("rect", { class: "tick", x: i * 40, y: 0, width: value / 10, height: 20 }),
        ),
      ),
    },
  ],
};

const rows = [row({ value: 120 }), row({ region_id: "yi", value: 340 }), gap()];
const zh = world("zh");

function chart(): DrawnChart {
  stated(rows);
  const source = {
    ...{ id: "own", spec: { type: "squares" }, rows, results: new Map(), together: false },
    grammar: undefined,
    text: (key: string) => (key === "title" ? ["乙市最多"] : []),
  };
  const texts = { title: ["乙市最多"], subtitle: [], filtered: [], caption: [], note: [], alt: [] };
  return {
    ...drawnChart(source),
    drawable: (context) => drawable(squares, drawing, { ...source, texts }, context),
  };
}

it("a type of one model and one drawing has page, picture, table, description and package", async () => {
  const own = chart();
  const figure = own.drawable(zh);
  const page = figureElement(figure, { state: "static", variants: ["wide", "narrow"] }, zh);
  expect(page.querySelectorAll(".chart rect")).toHaveLength(4);
  expect(page.querySelectorAll(".rows tbody tr")).toHaveLength(3);
  expect(page.querySelector(".chart")?.getAttribute("aria-label")).toContain("2个方块");
  expect(altText(figure.model)).toMatch(/乙市最多.*未报告/s);
  const { svg } = picture(figure, zh);
  const drawn = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
  expect(drawn.documentElement.textContent).toMatch(/乙市最多.*方块.*来源/s);
  expect(drawn.querySelectorAll("rect[stroke]")).toHaveLength(2);
  expect(svg).not.toMatch(/class=|var\(/);

  const { document } = builder(zh.build.document);
  const archive = zh.catalogue;
  const content = contentOf({ chart: own, archive, document, style: "" });
  expect(content.csv.split("\n").filter((line) => line !== "")).toHaveLength(4);
  const pictures = await picturesOf({ chart: own, archive, document, version: content.version });
  const place = {
    kind: "alone",
    home: null,
    notebook: { zh: "", en: "en/" },
    address: null,
  } as const;
  const files = packageFiles({ content, pictures, place, since: null });
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      "index.html",
      "en/index.html",
      "figure.svg",
      "data.csv",
      "datapackage.json",
    ]),
  );
  const html = String(files.get("index.html"));
  expect(html).toContain('<h1 id="own-title">乙市最多</h1>');
  // Each number leads to its clause in the page, as those of any type.
  for (const id of ["jia-01", "yi-01"]) {
    expect(html).toContain(`href="#c-${id}"`);
    expect(html).toContain(`<li id="c-${id}"`);
  }
});
