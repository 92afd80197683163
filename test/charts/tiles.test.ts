import { describe, expect, it } from "vitest";
import { draw } from "./draw.ts";
import { hostile, row, world } from "./world.ts";

const hrefs = (root: Element, within = "") =>
  [...root.querySelectorAll(`${within} a[data-lead]`)].map((a) => [
    a.textContent,
    a.getAttribute("href"),
  ]);

describe("a map of tiles", () => {
  const rows = [row({ region_id: "jia" }), row({ region_id: "evil", fact_id: "evil-01" })];

  it("leads from the names of regions and provinces, as texts, to where its spec says", () => {
    const spec = { type: "tiles", regionLink: "../regions/{}/" };
    const figure = draw(spec, rows, world("zh"));
    expect(hrefs(figure, ".name")).toContainEqual(["省", "../regions/sheng/"]);
    expect(hrefs(figure, ".region-name")).toEqual([
      ["甲市", "../regions/jia/"],
      [hostile, "../regions/evil/"],
    ]);
    expect(figure.querySelector("img, script")).toBeNull();
  });

  it("leads nowhere where nothing is held of a region, or nothing is said", () => {
    expect(hrefs(draw({ type: "tiles" }, rows, world("zh")))).toEqual([]);
    const context = world("zh", { isClosed: true });
    const catalogue = { ...context.catalogue, reports: new Map() };
    const figure = draw({ type: "tiles", regionLink: "../regions/{}/" }, rows, {
      ...context,
      catalogue,
    });
    expect(hrefs(figure)).toEqual([]);
  });
});
