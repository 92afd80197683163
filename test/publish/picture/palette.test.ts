import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { palettePng, type Bitmap } from "../../../scripts/vite/palette.ts";

/** What another decoder sees in a PNG. */
function decoded(png: Uint8Array, { width, height }: Bitmap): number[] {
  const data = Buffer.from(png).toString("base64");
  const size = `width="${width}" height="${height}"`;
  const image = `<image ${size} image-rendering="optimizeSpeed" href="data:image/png;base64,${data}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`;
  return [...new Resvg(svg).render().pixels];
}

/** Pixels of some colors, opaque unless it is said. */
function bitmap(width: number, height: number, colors: readonly number[]): Bitmap {
  const pixels = new Uint8Array(width * height * 4);
  const view = new DataView(pixels.buffer);
  colors.forEach((color, at) => view.setUint32(at * 4, color));
  return { pixels, width, height };
}

const opaque = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => rgb * 256 + 255);
const bitmaps = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .chain(([width, height]) =>
    fc.array(opaque, { minLength: 1, maxLength: 256 }).chain((colors) =>
      fc
        .array(fc.constantFrom(...colors), {
          minLength: width * height,
          maxLength: width * height,
          size: "max",
        })
        .map((all) => bitmap(width, height, all)),
    ),
  );

describe("a picture with a palette", () => {
  it("has every pixel as it was", async () => {
    await fc.assert(
      fc.asyncProperty(bitmaps, async (drawn) => {
        const png = await palettePng(drawn);
        expect(png && decoded(png, drawn)).toEqual([...drawn.pixels]);
      }),
      { numRuns: 30 },
    );
  });

  it("has all 256 colors that a byte can name, and there is none of one more", async () => {
    const grays = Array.from({ length: 257 }, (_, n) => (n % 256) * 0x01010100 + 255);
    const most = bitmap(257, 1, grays);
    const png = await palettePng(most);
    expect(png && decoded(png, most)).toEqual([...most.pixels]);
    expect(await palettePng(bitmap(257, 1, [...grays.slice(0, 256), 0x102030ff]))).toBe(null);
  });

  it("is none where one can see through it", async () => {
    expect(await palettePng(bitmap(2, 1, [0x000000ff, 0x00000080]))).toBe(null);
    expect(await palettePng(bitmap(1, 1, [0]))).toBe(null);
  });

  it("keeps black, white and the first color apart", async () => {
    const drawn = bitmap(3, 2, [0x000000ff, 0xffffffff, 0x000000ff, 0xff, 0x010000ff, 0xffffffff]);
    const png = await palettePng(drawn);
    expect(png && decoded(png, drawn)).toEqual([...drawn.pixels]);
  });
});
