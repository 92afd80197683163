import { describe, expect, it, vi } from "vitest";
import { domainFigure, figureElement, type ChartContext } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { picture } from "../../src/publish/picture/index.ts";
import { gap, hostile, row, stated, texts, world } from "./world.ts";

const many = [
  row({ region_id: "jia", value: 90, scope: "bureau" }),
  row({ region_id: "yi", value: 60, scope: "bureau" }),
  row({ region_id: "yi", value: 50, scope: "bureau", fact_id: "yi-00", period_end: "2022-12-30" }),
  row({ region_id: "jia", value: 9, fact_id: "jia-w", scope: "jurisdiction_total" }),
  row({ region_id: "yi", value: 7, fact_id: "yi-w", scope: "jurisdiction_total" }),
  row({ region_id: "bing", metric_id: "firms", unit: "家", value: 3 }),
  gap({ region_id: "sheng" }),
];

function drawn(
  rows: readonly Row[],
  {
    onPin,
    pinned = [],
  }: Pick<ChartContext, "onPin"> & { readonly pinned?: readonly string[] } = {},
  context = world("zh"),
): HTMLElement {
  stated(rows);
  const figure = domainFigure({ id: "g", spec: { type: "groups" }, rows, pinned }, context);
  const page = onPin ? { ...context, onPin } : context;
  return figureElement(figure, { state: "live", variants: ["wide"] }, page);
}

const folds = (figure: Element) =>
  [...figure.querySelectorAll<HTMLDetailsElement>(".chart details")].map((fold) => ({
    name: fold.querySelector("summary")?.textContent ?? "",
    open: fold.open,
    facts: [...fold.querySelectorAll("[data-fact]")].map((mark) => mark.getAttribute("data-fact")),
  }));

describe("a drawing of all regions", () => {
  it("has a fold for each group, each figure a mark in it, whether or not it is open", () => {
    expect(folds(drawn(many))).toEqual([
      {
        name: "一个局自己的执法 · 全年 2个地区，3个数字",
        open: true,
        facts: ["jia-01", "yi-01", "yi-00"],
      },
      { name: "全辖区合计 · 全年 2个地区，2个数字", open: false, facts: ["jia-w", "yi-w"] },
      { name: "与其余数字不可比 1个地区，1个数字", open: false, facts: ["bing-01"] },
      { name: "没有数字 1个地区", open: false, facts: [] },
    ]);
  });

  it("offers to find and to pin only where a page listens, and keeps the place where one will", () => {
    const controls = ".chart :is(.finder, .pin)";
    expect(drawn(many).querySelectorAll(controls)).toHaveLength(0);
    const waiting = [...drawn(many, { onPin: "waiting" }).querySelectorAll(controls)];
    const live = [...drawn(many, { onPin: () => {} }).querySelectorAll(controls)];
    expect(waiting.length).toBe(live.length);
    expect(waiting.every((one) => one.classList.contains("waiting"))).toBe(true);
    expect(live.some((one) => one.classList.contains("waiting"))).toBe(false);
    // A row of figures, one of a figure that is alone, one of what is missing, and the field.
    expect(live).toHaveLength(4 + 1 + 1 + 1);
  });

  it("tells which region is pinned, and which no longer is", () => {
    const onPin = vi.fn();
    const figure = drawn(many, { onPin, pinned: ["yi"] });
    const pins = [...figure.querySelectorAll<HTMLElement>("[data-region-id=yi] .pin")];
    expect(pins.map((pin) => pin.getAttribute("aria-pressed"))).toEqual(["true", "true"]);
    pins[0]?.click();
    figure.querySelector<HTMLElement>("[data-region-id=sheng] .pin")?.click();
    expect(onPin.mock.calls).toEqual([
      ["yi", false],
      ["sheng", true],
    ]);
  });

  it("says what lies between a pinned region and another as a number that leads to both", () => {
    const figure = drawn(many, { pinned: ["yi"] });
    const [delta] = figure.querySelectorAll(".delta");
    expect(delta?.textContent).toBe("+30万元");
    expect(delta?.getAttribute("data-fact")).toBe("jia-01 yi-01");
    expect(delta?.getAttribute("data-source")).toBe("derived");
    expect(texts(figure, ".groups p.header").slice(0, 2)).toEqual(["置顶", "其余地区"]);
  });

  it("offers neither in any other chart", () => {
    stated(many);
    const context = { ...world("zh"), onPin: () => {} };
    const figure = domainFigure({ id: "g", spec: { type: "ranking" }, rows: many }, context);
    const page = figureElement(figure, { state: "live", variants: ["wide"] }, context);
    expect(page.querySelectorAll(".finder, .pin")).toHaveLength(0);
  });

  it("takes names as they are", () => {
    const figure = drawn([row({ region_id: "evil", fact_id: "evil-01" })], { onPin: () => {} });
    expect(texts(figure, ".region")).toEqual([hostile]);
    expect(figure.querySelectorAll("img, script")).toHaveLength(0);
  });
});

it("a picture of all regions shows every fold with all that is in it", () => {
  stated(many);
  const context = world("zh");
  const source = { id: "g", spec: { type: "groups" }, rows: many, pinned: ["jia"] };
  const { svg } = picture(domainFigure(source, context), context);
  for (const text of [
    "一个局自己的执法",
    "全辖区合计",
    "单独列出",
    "没有数字",
    "置顶",
    "与甲市相比",
  ])
    expect(svg).toContain(text);
  const facts = [...svg.matchAll(/data-fact="([^"]*)"/g)].map(([, id]) => id);
  for (const id of ["jia-01", "yi-01", "yi-00", "jia-w", "yi-w", "bing-01"])
    expect(facts).toContain(id);
});
