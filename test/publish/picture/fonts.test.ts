import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { beforeAll, describe, expect, it } from "vitest";
import { commonCharacters, shippedCharacters } from "../../../scripts/vite/characters.ts";
import { fontFiles, rasterizer, unpacked, type Rasterizer } from "../../../scripts/vite/raster.ts";
import { world } from "../../charts/world.ts";
import { pictured } from "./world.ts";

const root = new URL("../../..", import.meta.url).pathname;

/** The code points that a font has a sign for, from its table `cmap` in format 4 or 12. */
function codePointsOf(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(4);
  const records = Array.from({ length: tables }, (_, i) => 12 + i * 16);
  const record = records.find((at) => font.toString("latin1", at, at + 4) === "cmap") ?? 0;
  const cmap = font.readUInt32BE(record + 8);
  const found = new Set<number>();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 12)
      for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
        const from = font.readUInt32BE(at + 16 + group * 12);
        const to = font.readUInt32BE(at + 20 + group * 12);
        for (let point = from; point <= to; point++) found.add(point);
      }
    if (format !== 4) continue;
    const count = font.readUInt16BE(at + 6) / 2;
    for (let segment = 0; segment < count; segment++) {
      const end = font.readUInt16BE(at + 14 + segment * 2);
      const start = font.readUInt16BE(at + 16 + count * 2 + segment * 2);
      for (let point = start; point <= end && point < 0xffff; point++) found.add(point);
    }
  }
  return found;
}

/** Signs of code and of examples, which no chart shows: marks, arrows, pictographs, rarities. */
const unshown = (sign: string): boolean =>
  /\p{C}|\p{M}|\p{Zl}|\p{Zp}/u.test(sign) ||
  /[\u02bc\u2190-\u2bff]/.test(sign) ||
  sign > "\uffff" ||
  sign.length > 1;

describe.each(fontFiles)("the font %s", (name) => {
  let points = new Set<number>();
  beforeAll(async () => {
    points = codePointsOf(readFileSync(await unpacked(root, name)));
  });

  it("has every character of the data, the notebooks and our words", () => {
    const missing = [...shippedCharacters(root)].filter(
      (character) => !unshown(character) && !points.has(character.codePointAt(0) ?? 0),
    );
    // If not: npx tsx scripts/fonts.ts FOLDER, with the whole font in FOLDER.
    expect(missing.join(" ")).toBe("");
  });

  it("has the common characters of any other Chinese text", () => {
    const common = [...commonCharacters()];
    expect(common).toHaveLength(3755);
    expect(common.filter((one) => !points.has(one.codePointAt(0) ?? 0))).toEqual([]);
  });

  it("comes with its licence, and both are small enough for a repository", () => {
    expect(readFileSync(join(root, "src/page/fonts/LICENSE"), "utf8")).toContain(
      "SIL OPEN FONT LICENSE",
    );
    expect(readFileSync(join(root, "src/page/fonts", name)).length).toBeLessThan(750_000);
  });
});

describe("a picture as PNG", () => {
  let raster: Rasterizer;
  beforeAll(async () => {
    raster = await rasterizer(root);
  });
  const glyph = async (character: string, weight = 400) => {
    const { png } = await raster(
      `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="Noto Sans SC"><text x="4" y="30" font-size="30" font-weight="${weight}">${character}</text></svg>`,
      { scale: 1 },
    );
    return Buffer.from(png).toString("base64");
  };

  it("has Chinese in it, not boxes, and bold is bolder", async () => {
    const box = await glyph("\u{e0fff}");
    const characters = [..."法度罚款检查审批压缩未报告"];
    const drawn = await Promise.all(characters.map((character) => glyph(character)));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn).not.toContain(box);
    expect(await glyph("罚", 600)).not.toBe(await glyph("罚"));
  });

  it("has a palette where its colors fit, and no pixel is another", async () => {
    const { picture } = pictured({ type: "dots" }, { context: world("en") });
    const { png, width, height } = await raster(picture.svg);
    expect(png[25]).toBe(3);
    const image = `<image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="data:image/png;base64,${Buffer.from(png).toString("base64")}"/>`;
    const again = await raster(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
      { scale: 1 },
    );
    expect(Buffer.compare(Buffer.from(again.png), Buffer.from(png))).toBe(0);
  });

  it("is twice as large, never clipped, and the same each time", async () => {
    const { picture } = pictured({ type: "dots" }, { context: world("zh") });
    const [first, second] = [await raster(picture.svg), await raster(picture.svg)];
    expect([first.width, first.height]).toEqual([picture.width * 2, picture.height * 2]);
    expect(Buffer.compare(Buffer.from(first.png), Buffer.from(second.png))).toBe(0);
    const { pixels, width, height } = new Resvg(picture.svg).render();
    const edge = (x: number, y: number) => [
      ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
    ];
    // The margin is paper on all sides.
    for (let y = 0; y < height; y += 7)
      for (const x of [2, width - 3]) expect(edge(x, y)).toEqual([255, 255, 255, 255]);
    for (let x = 0; x < width; x += 7)
      for (const y of [2, height - 3]) expect(edge(x, y)).toEqual([255, 255, 255, 255]);
  });

  it("in English has apostrophes of Latin width", async () => {
    const line = async (language: string, text: string) => {
      const { png } = await raster(
        `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${language}" width="90" height="20" font-family="Noto Sans SC"><text y="15" font-size="14">${text}</text></svg>`,
      );
      return png;
    };
    const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(same(await line("en", "De’an"), await line("en", "De'an"))).toBe(0);
    expect(same(await line("zh-CN", "De’an"), await line("zh-CN", "De'an"))).not.toBe(0);
  });
});
