import { existsSync, readFileSync } from "node:fs";
import { posix, join } from "node:path";
import { describe, expect, it } from "vitest";
import { iconFiles } from "../../scripts/icons.ts";
import { rasterSize } from "./png.ts";

const root = new URL("../..", import.meta.url).pathname;
const folder = join(root, "public");
const read = (path: string) => readFileSync(join(folder, path));

interface Manifest {
  readonly name: string;
  readonly short_name: string;
  readonly description: string;
  readonly lang: string;
  readonly start_url: string;
  readonly scope: string;
  readonly display: string;
  readonly icons: readonly {
    readonly src: string;
    readonly type: string;
    readonly sizes: string;
    readonly purpose?: string;
  }[];
}

describe("what browsers ask for", () => {
  it("is in a clone, since nothing but the tables made of `data/` is ignored there", () => {
    const ignored = readFileSync(join(root, ".gitignore"), "utf8").split("\n");
    const names = ["favicon.ico", "icon.svg", "apple-touch-icon.png", "robots.txt"];
    expect(names.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
    expect(ignored.filter((line) => /public|\.(?:svg|png|ico|txt|br)|\*\*/.test(line))).toEqual([
      "public/data/",
    ]);
  });

  it("has the dots of the drawing (npx tsx scripts/icons.ts)", () => {
    for (const [name, bytes] of iconFiles(read("icon.svg").toString()))
      expect([name, read(name).equals(bytes)]).toEqual([name, true]);
    expect(rasterSize(read("apple-touch-icon.png"))).toEqual([180, 180]);
    expect(rasterSize(read("favicon.ico").subarray(22))).toEqual([32, 32]);
  });

  it("lets every page be indexed", () => {
    expect(read("robots.txt").toString()).toBe("User-agent: *\nAllow: /\n");
  });
});

describe.each(["manifest.webmanifest", "en/manifest.webmanifest"])("public/%s", (path) => {
  const manifest = JSON.parse(read(path).toString()) as Manifest;
  const at = (address: string) => posix.join(posix.dirname(path), address);

  it("has what a browser needs to install the site, in both languages", () => {
    expect(manifest.name).toMatch(/法度/);
    expect(manifest.name).toMatch(/Fadu/);
    expect(manifest.description).toMatch(/\p{Script=Han}{4}/u);
    expect(manifest.description).toMatch(/[a-z]{4}/);
    expect(manifest.display).not.toBe("browser");
    const sizes = manifest.icons.flatMap(({ sizes, purpose }) => (purpose ? [] : sizes));
    expect(sizes).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  });

  it("names no root of a host, so that it works below any path", () => {
    expect(at(manifest.start_url)).toBe(posix.join(posix.dirname(path), "./"));
    expect(at(manifest.scope)).toBe("./");
    for (const { src, type, sizes } of manifest.icons) {
      expect(src).not.toMatch(/^\/|:/);
      expect([src, existsSync(join(folder, at(src)))]).toEqual([src, true]);
      if (type === "image/png") expect(rasterSize(read(at(src))).join("x")).toBe(sizes);
    }
  });
});
