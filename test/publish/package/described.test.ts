import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { contentOf, packageFiles, picturesOf } from "../../../src/publish/package/index.ts";
import { siteSlots, type PackagePlace } from "../../../src/publish/package/index.ts";
import { drawnChart } from "../../../src/runtime/drawn.ts";
import { row, world } from "../../charts/world.ts";
import { fact } from "../../domain/fixture.ts";
import { chartOf } from "../picture/world.ts";
import { faultsOf } from "./standard.ts";

const home = "https://example.org/fadu/";
const latest: PackagePlace = {
  kind: "latest",
  home,
  notebook: { zh: "figures/", en: "en/figures/" },
  address: "#c",
};
const since = "2026-11-22";

/** The texts of a figure's package. */
async function packed(place: PackagePlace, { hasCard = false } = {}) {
  const facts = [fact({ fact_id: "sw-1", report_id: "jia" })];
  const archive = world("zh", { facts }).catalogue;
  const { document } = new JSDOM("<!doctype html>").window;
  const spec = chartOf({ type: "dots", data: "q" }, [row({ fact_id: "sw-1" })]);
  const chart = drawnChart({ ...spec, id: "c" });
  const content = contentOf({ chart, archive, document, style: "" });
  const { version } = content;
  const raster = () => new Uint8Array(1);
  const rasterCard = hasCard ? () => Promise.resolve(new Uint8Array(2)) : undefined;
  const pictures = await picturesOf({ chart, archive, document, version, raster, rasterCard });
  const files = packageFiles({ content, pictures, place, since });
  const text = (path: string) => String(files.get(path));
  const page = (path: string) => new JSDOM(text(path)).window.document;
  return { files, text, page, version, content, report: [...archive.reports.values()][0] };
}

const meta = (document: Document, name: string) =>
  document.querySelector(`meta[property='${name}']`)?.getAttribute("content") ?? null;

describe("datapackage.json", () => {
  it("keeps the rules of version 2 of the standard, and mixes in none of version 1", async () => {
    for (const place of [latest, { ...latest, home: null }]) {
      const { text } = await packed(place);
      const value = JSON.parse(text("datapackage.json")) as Record<string, unknown>;
      expect(faultsOf(value)).toEqual([]);
      expect(faultsOf({ ...value, profile: "tabular-data-package" })).toHaveLength(1);
      expect(faultsOf({ ...value, licenses: [], resources: [] })).toHaveLength(2);
    }
  });

  it("states the licence of the data, which is not that of the code", async () => {
    const { text, page } = await packed(latest);
    const { licenses } = JSON.parse(text("datapackage.json")) as { licenses: { name: string }[] };
    expect(licenses.map(({ name }) => name)).toEqual(["CC-BY-4.0"]);
    const footer = page("en/index.html").querySelector("footer")?.textContent ?? "";
    expect(footer).toContain("CC BY 4.0");
    expect(footer).toContain("ISC");
  });
});

describe("a figure's page", () => {
  it("is cited with its version, its day and its address", async () => {
    const { page, version } = await packed(latest);
    const footer = page("en/index.html").querySelector("footer")?.textContent ?? "";
    expect(footer).toContain("Cite as: Fadu (22 November 2026).");
    expect(footer).toContain(`version ${version}. ${home}embed/c/en/`);
    expect(page("index.html").documentElement.dataset["since"]).toBe(since);
  });

  it("tells previews its own address and what it shows", async () => {
    const { page } = await packed(latest);
    for (const [path, folder] of [
      ["index.html", ""],
      ["en/index.html", "en/"],
    ] as const) {
      const document = page(path);
      expect(meta(document, "og:url")).toBe(`${home}embed/c/${folder}`);
      expect(meta(document, "og:image")).toBe(`${home}embed/c/${folder}figure.png`);
      expect(meta(document, "og:description")).toBe(
        document.querySelector("meta[name=description]")?.getAttribute("content"),
      );
      const offer = document.querySelector("link[type='application/json+oembed']");
      expect(offer?.getAttribute("href")).toBe(`${home}embed/c/${folder}oembed.json`);
    }
  });

  it("shows its card in previews where it has one, and carries it", async () => {
    const { page, files } = await packed(latest, { hasCard: true });
    for (const folder of ["", "en/"]) {
      const image = meta(page(`${folder}index.html`), "og:image");
      expect(image).toBe(`${home}embed/c/${folder}card.png`);
      expect(files.get(`${folder}card.png`)).toHaveLength(2);
    }
  });

  it("is offered by whole addresses where the site has one", async () => {
    const { text } = await packed(latest);
    const offer = JSON.parse(text("en/oembed.json")) as Record<string, string>;
    expect(offer).toMatchObject({
      provider_url: home,
      thumbnail_url: `${home}embed/c/en/figure.png`,
      html: expect.stringContaining(`src="${home}embed/c/en/"`),
    });
  });

  it("names no site when it is frozen, and has the places for one", async () => {
    const { text } = await packed({ ...latest, kind: "frozen" });
    for (const path of ["index.html", "en/index.html"]) {
      expect(text(path)).toContain(siteSlots.head);
      expect(text(path)).toContain(`.${siteSlots.address}</p>`);
      expect(text(path)).not.toContain(home);
      expect(text(path)).not.toContain("address.invalid");
    }
    expect(text("oembed.json") + text("datapackage.json")).not.toContain(home);
  });
});

describe("README.txt", () => {
  it("cites the figure, and each report by its own title with what it means", async () => {
    const { text, report } = await packed({ ...latest, kind: "alone", home: null });
    const readme = text("README.txt");
    expect(readme).toContain(`${report?.title} [${report?.title_en}]`);
    expect(readme).toContain("Cite as: Fadu (22 November 2026).");
    expect(readme).toContain("CC BY 4.0");
  });
});
