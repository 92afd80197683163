import { posix } from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { describe, expect, it, vi } from "vitest";
import type { Row } from "../../../src/figures/index.ts";
import {
  contentOf,
  packageFiles,
  packageName,
  picturesOf,
  zipOf,
  type PackagePlace,
} from "../../../src/publish/package/index.ts";
import { drawnChart } from "../../../src/runtime/drawn.ts";
import { figureStyle } from "../../../scripts/vite/figures.ts";
import { fact } from "../../domain/fixture.ts";
import { row, world } from "../../charts/world.ts";
import { chartOf, rows } from "../picture/world.ts";

const style = figureStyle(new URL("../../..", import.meta.url).pathname);
const script = { name: "frame-0123456789ab.js", code: "document.title;" };
const png = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251);
const site = "https://example.org/fadu/";
const alone: PackagePlace = {
  kind: "alone",
  home: null,
  site,
  notebook: { zh: "figures/", en: "en/figures/" },
  address: "?region=jia#c",
};
const hostileIds = ["../../etc/passwd", "C:\\x", "..", "\u{202E}gpj 图"];

/** A package of rows as the page makes it, unzipped again. */
async function taken({
  id = "c",
  given = rows,
  place = alone,
}: { id?: string; given?: readonly Row[]; place?: PackagePlace } = {}) {
  const chart = drawnChart({ ...chartOf({ type: "dots", data: "q" }, given), id });
  const facts = [fact({ fact_id: "sw-1", report_id: "jia" })];
  const archive = world("zh", { facts }).catalogue;
  const { document } = new JSDOM("<!doctype html>").window;
  const content = contentOf({ chart, archive, document, style });
  const { version } = content;
  const pictures = await picturesOf({ chart, archive, document, version, raster: () => png });
  const files = packageFiles({ content, pictures, place, since: null, script });
  const folder = packageName(id, version);
  const zip = await zipOf(files, { folder });
  return { zip, folder, files, version, unzipped: unzipSync(zip) };
}

const textIn = (unzipped: Record<string, Uint8Array>, path: string) =>
  strFromU8(unzipped[path] ?? new Uint8Array());

describe("the zip of a package", () => {
  it("holds every file as it is, in one folder of its name", async () => {
    const { unzipped, folder, files, version } = await taken();
    expect(folder).toBe(`fadu-c-${version}`);
    expect(Object.keys(unzipped).toSorted()).toEqual(
      [
        ...["index.html", "figure.svg", "figure.png", "oembed.json"],
        ...["en/index.html", "en/figure.svg", "en/figure.png", "en/oembed.json"],
        ...["data.csv", "datapackage.json", "README.txt", script.name],
      ]
        .map((path) => `${folder}/${path}`)
        .toSorted(),
    );
    for (const [path, file] of files) {
      const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
      expect(Buffer.compare(unzipped[`${folder}/${path}`] ?? bytes.subarray(1), bytes)).toBe(0);
    }
  });

  it("has the same bytes for the same figure, on any day", async () => {
    const first = await taken();
    vi.setSystemTime(new Date("2031-05-06T07:08:09Z"));
    const second = await taken();
    vi.useRealTimers();
    expect(Buffer.compare(first.zip, second.zip)).toBe(0);
  });

  it("has pages that need nothing from outside and lead only to files that are there", async () => {
    const { unzipped, folder } = await taken();
    for (const path of ["index.html", "en/index.html"]) {
      const { document } = new JSDOM(textIn(unzipped, `${folder}/${path}`)).window;
      const fetched = [...document.querySelectorAll("[src], link[rel=stylesheet]")];
      expect(fetched.map((element) => element.localName)).toEqual(["script"]);
      const addresses = [...document.querySelectorAll("[src], [href]")].map(
        (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
      );
      const within = addresses.filter((address) => !/^(?:#|data:,$|https:\/\/)/.test(address));
      expect(within.length).toBeGreaterThan(4);
      const absent = within.filter(
        (address) => !(posix.join(folder, posix.dirname(path), address) in unzipped),
      );
      expect([path, absent]).toEqual([path, []]);
      for (const link of document.querySelectorAll("[href^='#']"))
        expect(document.getElementById(link.getAttribute("href")?.slice(1) ?? "")).not.toBeNull();
    }
  });

  it("leads to the notebook as it was, and nowhere from a notebook that has no page", async () => {
    const open = async (place: PackagePlace) => {
      const { unzipped, folder } = await taken({ place });
      const { document } = new JSDOM(textIn(unzipped, `${folder}/en/index.html`)).window;
      return document.querySelector("[data-action=open]")?.getAttribute("href") ?? null;
    };
    expect(await open(alone)).toBe(`${site}en/figures/?region=jia#c`);
    expect(await open({ ...alone, address: null })).toBeNull();
  });

  it("cites the frozen address where the site publishes just this version, and else none", async () => {
    const published = await taken({ place: { ...alone, home: site } });
    const page = textIn(published.unzipped, `${published.folder}/index.html`);
    expect(page).toContain(`<cite>${site}embed/c/${published.version}/</cite>`);
    const own = await taken();
    expect(textIn(own.unzipped, `${own.folder}/index.html`)).not.toContain(`${site}embed/`);
  });

  it("says of numbers without a report that they have no source, and claims no rights to them", async () => {
    const sourced = await taken({ given: [row({ fact_id: "sw-1" })] });
    const own = await taken({ given: [row({ fact_id: null, report_id: null })] });
    const said = "no report held by Fadu";
    expect(textIn(sourced.unzipped, `${sourced.folder}/en/index.html`)).not.toContain(said);
    expect(textIn(own.unzipped, `${own.folder}/en/index.html`)).toContain(said);
    expect(textIn(own.unzipped, `${own.folder}/data.csv`)).toContain("unsourced");
    expect(textIn(sourced.unzipped, `${sourced.folder}/datapackage.json`)).toContain("licenses");
    expect(textIn(own.unzipped, `${own.folder}/datapackage.json`)).not.toContain("licenses");
  });

  it.each(hostileIds)("stays in its folder when the figure is called %j", async (id) => {
    const { unzipped, folder, version } = await taken({ id });
    expect(folder).toMatch(new RegExp(`^fadu-(?:[\\p{L}\\p{M}\\p{N}-]+-)?${version}$`, "u"));
    for (const path of Object.keys(unzipped)) {
      expect(path).toMatch(/^fadu-[^/\\]*\/(?:en\/)?[\w.-]+$/);
      expect(posix.normalize(path)).toBe(path);
    }
    for (const path of ["index.html", "en/index.html"]) {
      const html = textIn(unzipped, `${folder}/${path}`);
      const { document } = new JSDOM(html).window;
      expect(document.querySelectorAll("main img, main script, [onerror]")).toHaveLength(0);
    }
  });
});

describe("the packing", () => {
  it("refuses a file that would lie elsewhere", async () => {
    for (const path of ["../x", "/x", "a/../x", "a\\x", "C:x", "", "a//x", "a/.", "x\n"])
      await expect(zipOf(new Map([[path, "x"]]), { folder: "f" })).rejects.toThrow("invalid path");
  });

  it("pauses between slices and tells how far it is", async () => {
    const shares: number[] = [];
    let pauses = 0;
    await zipOf(new Map([["a.png", png]]), {
      folder: "f",
      onProgress: (share) => shares.push(share),
      breathe: async () => void pauses++,
    });
    expect(pauses).toBe(Math.ceil(png.length / 65_536));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("names every figure by letters, digits and dashes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (id) => {
        expect(packageName(id, "0123abcd")).toMatch(/^fadu-(?:[\p{L}\p{M}\p{N}-]+-)?0123abcd$/u);
      }),
    );
  });
});
