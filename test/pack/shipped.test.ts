import { brotliCompressSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, it } from "vitest";
import { stale } from "../../bin/versions.ts";
import { languages } from "../../src/facts/index.ts";
import { contentOf, packageFiles, type Content, type PackageFiles } from "../../src/pack/index.ts";
import { figureStyle } from "../../vite/figures.ts";
import { readLedger } from "../../vite/ledger.ts";
import { shipped } from "../picture/shipped.ts";

const root = new URL("../..", import.meta.url).pathname;
const contents = new Map<string, Content>();
const packages = new Map<string, PackageFiles>();

/** So many numbers, drawn or behind those that are drawn, fit into 8 kB. */
const MANY = 30;
const LIMIT = 8000;

const picture = { svg: "<svg/>", width: 752, height: 600, png: new Uint8Array() };

beforeAll(async () => {
  const { charts, context } = await shipped();
  const archive = context("zh").catalogue;
  const style = figureStyle(root);
  for (const { chart } of charts) {
    const { document } = new JSDOM("<!doctype html>").window;
    const content = contentOf({ chart, archive, document, style });
    const files = packageFiles({
      content,
      pictures: { zh: picture, en: picture },
      place: {
        kind: "latest",
        home: null,
        notebook: { zh: "", en: "en/" },
        address: `#${chart.id}`,
      },
      since: "2026-11-22",
      script: { name: "frame-0123456789ab.js", code: "" },
    });
    contents.set(chart.id, content);
    packages.set(chart.id, files);
  }
}, 240_000);

const pageOf = (files: PackageFiles, path: string) => String(files.get(path));

function readPage(html: string): Document {
  return new JSDOM(html).window.document;
}

describe("the page of a shipped figure", () => {
  it("needs at most 8 kB in one request for up to 30 numbers", () => {
    const over: string[] = [];
    const large: string[] = [];
    for (const [id, files] of packages)
      for (const path of ["index.html", "en/index.html"]) {
        const bytes = brotliCompressSync(pageOf(files, path)).length;
        const { data, plates } = contents.get(id) ?? {};
        const clauses = plates?.zh.figure.querySelectorAll(".clauses li").length ?? 0;
        const rows = Math.max(data?.entries.length ?? 0, clauses);
        if (rows > MANY) large.push(`${id}/${path}: ${rows} numbers, ${bytes} bytes`);
        else if (bytes > LIMIT) over.push(`${id}/${path}: ${rows} numbers, ${bytes} bytes`);
      }
    if (large.length > 0) console.info(`larger figures:\n${large.join("\n")}`);
    expect(over).toEqual([]);
  });

  it("leads from every number to an element that states it, and names each mark", () => {
    for (const [id, files] of packages)
      for (const path of ["index.html", "en/index.html"]) {
        const document = readPage(pageOf(files, path));
        const faults = [...document.querySelectorAll("[data-fact]")].filter((mark) => {
          const target = (mark.getAttribute("href") ?? "").slice(1);
          const item = document.getElementById(target);
          return !item?.closest(".clauses") || !mark.getAttribute("aria-label");
        });
        expect([id, faults.map((mark) => mark.outerHTML)]).toEqual([id, []]);
      }
  });

  it("has every id once", () => {
    for (const [id, files] of packages) {
      const document = readPage(pageOf(files, "index.html"));
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
      expect([id, ids.filter((name, index) => ids.indexOf(name) !== index)]).toEqual([id, []]);
    }
  });

  it("asks for nothing but its script, and links within the site or to reports only", () => {
    for (const [id, files] of packages) {
      const html = pageOf(files, "index.html");
      const document = readPage(html);
      const sources = [...document.querySelectorAll("[src]")].map((e) => e.getAttribute("src"));
      expect([id, sources]).toEqual([id, ["../frame-0123456789ab.js"]]);
      expect(html).not.toMatch(/url\(|@import|\son\w+=/);
      const links = [...document.querySelectorAll("a[href]")].map(
        (a) => a.getAttribute("href") ?? "",
      );
      expect([
        id,
        links.filter((href) => !/^(?:#c-|https?:|\.\.\/|[\w.-]+(?:\/|$))/.test(href)),
      ]).toEqual([id, []]);
    }
  });

  it("describes itself to machines without ending its data block", () => {
    for (const files of packages.values())
      for (const path of ["index.html", "en/index.html"]) {
        const block = readPage(pageOf(files, path)).querySelector(
          "script[type='application/ld+json']",
        );
        const data = JSON.parse(block?.textContent ?? "") as Record<string, unknown>;
        expect(data).toMatchObject({
          "@type": "Dataset",
          version: expect.stringMatching(/^[0-9a-f]{8}$/),
        });
      }
  });
});

describe("the ledger of versions", () => {
  it("has what every figure says now as its last version (npx tsx bin/versions.ts)", () => {
    const now = [...contents.values()].map(({ id, version }) => ({ id, version }));
    expect(stale(readLedger(root), now)).toEqual([]);
  });
});

describe("the data of a shipped figure", () => {
  it("fits its description: the same columns, as many bytes, known codes, sources with titles", () => {
    for (const [id, files] of packages) {
      const csv = String(files.get("data.csv"));
      const description = JSON.parse(String(files.get("datapackage.json"))) as {
        readonly sources: readonly { readonly title: string }[];
        readonly resources: readonly {
          readonly bytes: number;
          readonly schema: { readonly fields: readonly { readonly name: string }[] };
        }[];
      };
      const [resource] = description.resources;
      expect(csv.startsWith("\u{FEFF}")).toBe(true);
      expect([id, resource?.bytes]).toEqual([id, Buffer.byteLength(csv)]);
      const names = resource?.schema.fields.map(({ name }) => name).join(",");
      expect([id, csv.slice(1, csv.indexOf("\r\n"))]).toEqual([id, names]);
      expect(description.sources.every(({ title }) => title !== "")).toBe(true);
    }
  });

  it("says in both languages the same values", () => {
    for (const content of contents.values())
      for (const language of languages) expect(content.plates[language].title).not.toBe("");
  });
});
