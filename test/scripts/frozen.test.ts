import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, describe, expect, it } from "vitest";
import {
  frozenFolder,
  hashOf,
  heldIn,
  readFrozen,
  scriptsIn,
  writeFrozen,
  type Files,
} from "../../scripts/vite/frozen.ts";
import { addressed, frozenFiles } from "../../scripts/vite/frozen-site.ts";
import { readLedger, type Ledger } from "../../scripts/vite/ledger.ts";
import { siteSlots } from "../../src/publish/package/index.ts";

const root = new URL("../..", import.meta.url).pathname;
const ledger = readLedger(root);
const frozen = readFrozen(root);

describe("what was frozen", () => {
  it("is kept for every version of the ledger (npx tsx scripts/versions.ts)", () => {
    const held = heldIn(frozen, ledger);
    expect(held.size).toBe(Object.values(ledger).flat().length);
    expect(held.size).toBeGreaterThan(170);
  });

  it("is all in the ledger", () => {
    const known = Object.entries(ledger).flatMap(([id, all]) =>
      all.map(({ version }) => `${id}/${version}`),
    );
    expect(Object.keys(frozen.versions).filter((place) => !known.includes(place))).toEqual([]);
  });

  it("needs no script that is not kept, and no file that is not in it", () => {
    const drawn = ["figure.png", "en/figure.png"];
    for (const [place, files] of Object.entries(frozen.versions)) {
      const scripts = scriptsIn(files);
      expect([place, scripts.length]).toEqual([place, 1]);
      expect(scripts.filter((name) => frozen.scripts[name] === undefined)).toEqual([]);
      for (const path of ["index.html", "en/index.html"]) {
        const links = [...(files[path] ?? "").matchAll(/ href="((?:\.\.\/)?[\w./-]+)"/g)];
        const inside = links
          .map(([, href = ""]) => posix.join(posix.dirname(path), href))
          .filter((target) => !target.startsWith("../"));
        expect(inside.length).toBeGreaterThan(2);
        expect([
          place,
          inside.filter((target) => !(target in files) && !drawn.includes(target)),
        ]).toEqual([place, []]);
      }
    }
  });
});

const files: Files = {
  "index.html": `<head>${siteSlots.head}</head><p>引用：法度.${siteSlots.address}</p>`,
  "en/oembed.json": JSON.stringify({
    html: '<iframe src="index.html" title="x"></iframe>',
    thumbnail_url: "figure.png",
  }),
  "data.csv": "\u{FEFF}a\r\n",
};
const one: Ledger = { a: [{ version: "11111111", date: "2026-01-01", sha256: hashOf(files) }] };
const kept = { versions: { "a/11111111": files }, scripts: {} };

describe("an archive", () => {
  const folder = mkdtempSync(join(tmpdir(), "fadu-frozen-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("gives back what was put in, beside what was there, with the same bytes each time", () => {
    const path = writeFrozen(folder, "2026-01-01", kept);
    const bytes = readFileSync(join(folder, path));
    const more = { versions: { "b/22222222": files }, scripts: { "frame-0.js": "0;" } };
    writeFrozen(folder, "2026-01-01", more);
    expect(readFrozen(folder)).toEqual({
      versions: { ...kept.versions, ...more.versions },
      scripts: more.scripts,
    });
    expect(writeFrozen(folder, "2026-01-01", kept)).toBe(path);
    expect(readFileSync(join(folder, path)).equals(bytes)).toBe(true);
    expect(readdirSync(join(folder, frozenFolder))).toHaveLength(2);
  });

  it("is refused where a byte is another one, and missed where it is not there", () => {
    expect(heldIn(kept, one).get("a/11111111")).toBe(files);
    const changed = { ...kept, versions: { "a/11111111": { ...files, "data.csv": "b" } } };
    expect(() => heldIn(changed, one)).toThrow("invalid frozen version: a/11111111");
    const none = { versions: {}, scripts: {} };
    expect(() => heldIn(none, one)).toThrow(
      "missing frozen version: a/11111111 (run npx tsx scripts/versions.ts)",
    );
    const unhashed = { a: [{ version: "11111111", date: "2026-01-01" }] };
    expect(() => heldIn(kept, unhashed)).toThrow("missing frozen version");
  });

  it("has one hash for the same files in any order", () => {
    expect(hashOf(Object.fromEntries(Object.entries(files).toReversed()))).toBe(hashOf(files));
  });
});

describe("a frozen page where the site has an address", () => {
  const home = "https://example.org/fadu/";
  const here = `${home}embed/a/11111111/`;
  const published = addressed(files, "embed/a/11111111/", home);

  it("says it in the places that wait for it, and nothing else changes", () => {
    expect(addressed(files, "embed/a/11111111/", null)).toBe(files);
    const { document } = new JSDOM(published["index.html"]).window;
    expect(document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(here);
    expect(document.querySelector("meta[property='og:url']")?.getAttribute("content")).toBe(here);
    expect(document.querySelector("cite")?.textContent).toBe(here);
    const without = (published["index.html"] ?? "")
      .replace(/<link[^>]*>(<meta[^>]*>)*/, siteSlots.head)
      .replace(/ <cite>.*?<\/cite>/, siteSlots.address);
    expect(without).toBe(files["index.html"]);
    expect(published["data.csv"]).toBe(files["data.csv"]);
  });

  it("has its pictures of dots; without an address only the last version of each figure has", async () => {
    const svg: Files = { "figure.svg": "<svg/>", "en/figure.svg": "<svg/>" };
    const entry = (version: string) => ({ version, date: "2026-01-01", sha256: hashOf(svg) });
    const versions = ["11111111", "22222222"];
    const site = {
      ledger: { a: versions.map(entry) },
      frozen: {
        versions: Object.fromEntries(versions.map((version) => [`a/${version}`, svg])),
        scripts: {},
      },
      raster: () => Promise.resolve(new Uint8Array(1)),
    };
    const drawn = async (at: string | null) =>
      [...(await frozenFiles({ ...site, home: at })).keys()].filter((path) => path.endsWith("png"));
    const pictures = (version: string) =>
      ["figure.png", "en/figure.png"].map((name) => `embed/a/${version}/${name}`);
    expect(await drawn(home)).toEqual(expect.arrayContaining(versions.flatMap(pictures)));
    expect(await drawn(null)).toEqual(pictures("22222222"));
  });

  it("offers itself by whole addresses", () => {
    const offer = JSON.parse(published["en/oembed.json"] ?? "") as Record<string, string>;
    expect(offer).toMatchObject({
      provider_url: home,
      thumbnail_url: `${here}en/figure.png`,
      html: `<iframe src="${here}en/" title="x"></iframe>`,
    });
  });
});
