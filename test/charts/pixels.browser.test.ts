import { afterAll, beforeAll, expect, it } from "vitest";
import style from "../../src/charts/figure.css?raw";
import { glyph } from "../../src/charts/glyph.ts";
import type { GlyphStyle } from "../../src/figures/form.ts";
import { builder } from "../../src/dom/index.ts";

/** Every symbol there is, a stated zero's ring first. */
const plain: GlyphStyle = { shape: "ring", derived: false };
const square: GlyphStyle = { ...plain, shape: "square" };
const kinds = {
  zero: plain,
  not_reported: { ...square, missing: "not_reported" },
  not_read: { ...square, missing: "not_read" },
  not_comparable: { ...square, missing: "not_comparable" },
  planned: { ...plain, shape: "diamond" },
  planned_without_value: { ...square, missing: "planned" },
  bound: { ...plain, bound: "above" },
  upper_bound: { ...plain, bound: "below" },
  filled: { ...plain, shape: "filled" },
  derived: { ...plain, derived: true },
  filled_derived: { ...plain, shape: "filled", derived: true },
} as const satisfies Readonly<Record<string, GlyphStyle>>;

const SIZE = 28;
const pictures = new Map<string, Uint8ClampedArray>();

/** The pixels of a symbol as the page's style paints it, at twice its size. */
async function paint(kind: GlyphStyle): Promise<Uint8ClampedArray> {
  const build = builder(document);
  const svg = build.svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: "-14 -14 28 28", width: 56, height: 56 },
    build.svg("style", {}, style),
    glyph(build, kind),
  );
  const image = new Image(2 * SIZE, 2 * SIZE);
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(2 * SIZE, 2 * SIZE).getContext("2d");
  if (!canvas) throw new Error("missing canvas");
  canvas.drawImage(image, 0, 0);
  return canvas.getImageData(0, 0, 2 * SIZE, 2 * SIZE).data;
}

/** Pixels of which a colour differs by more than a shade. */
function differing(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4)
    if (
      [0, 1, 2, 3].some((channel) => Math.abs((a[i + channel] ?? 0) - (b[i + channel] ?? 0)) > 40)
    )
      count++;
  return count;
}

beforeAll(async () => {
  for (const [name, kind] of Object.entries(kinds)) pictures.set(name, await paint(kind));
});

afterAll(() => pictures.clear());

const pairs = Object.keys(kinds).flatMap((a, i, all) =>
  all.slice(i + 1).map((b) => [a, b] as const),
);

it("paints something at all", () => {
  for (const [name, picture] of pictures)
    expect([name, differing(picture, new Uint8ClampedArray(picture.length)) > 60]).toEqual([
      name,
      true,
    ]);
});

it.each(pairs)("the symbols of %s and %s differ in pixels", (a, b) => {
  const [one, other] = [pictures.get(a), pictures.get(b)];
  if (!one || !other) throw new Error("missing picture");
  expect(differing(one, other)).toBeGreaterThan(15);
});
