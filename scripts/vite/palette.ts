import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

/** Pixels as bytes of red, green, blue and alpha, row by row. */
export interface Bitmap {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What a byte can name. */
const MOST = 256;

/** The picture as numbers of its colors, each row led by its filter, which is none. */
interface Numbered {
  readonly rows: Uint8Array;
  /** Blue, green and red, from the highest byte to the lowest. */
  readonly colors: readonly number[];
}

/** Null where there are more colors than a byte can name, or one can be seen through. */
function numbered({ pixels, width, height }: Bitmap): Numbered | null {
  const all = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
  const rows = new Uint8Array((width + 1) * height);
  const numbers = new Map<number, number>();
  let last = -1;
  let number = 0;
  let opaque = -1;
  for (let at = 0, to = 0; to < rows.length; to++)
    for (const end = to + width; to < end; at++) {
      const pixel = all[at] ?? 0;
      opaque &= pixel;
      // Without alpha it is a small number, which a map finds faster.
      const color = pixel & 0xffffff;
      // Most pixels are as the one before.
      if (color !== last) {
        last = color;
        number = numbers.get(color) ?? numbers.size;
        if (number === MOST) return null;
        if (number === numbers.size) numbers.set(color, number);
      }
      rows[++to] = number;
    }
  return opaque >>> 24 === 255 ? { rows, colors: [...numbers.keys()] } : null;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** Eight bits for each pixel, which name a color of the palette; no interlacing. */
const PALETTE = [8, 3, 0, 0, 0];

function header({ width, height }: Bitmap): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  data.set(PALETTE, 8);
  return data;
}

/**
 * A picture as PNG with a palette (W3C PNG, 11.2), pixel for pixel the same. A chart has few
 * colors, the smooth edges of its text among them, so this takes two fifths of the bytes and less
 * time. Null where there are more than 256 colors, or one can be seen through. No library does it:
 * measured over every sixth picture of the build (70 million pixels, 1.1 s here), sharp takes 3.7 s
 * where it changes no pixel, fast-png 3.5 s and 1.8 times the bytes, upng-js 5.5 s, oxipng 33 s.
 */
export async function palettePng(bitmap: Bitmap): Promise<Uint8Array | null> {
  const found = numbered(bitmap);
  if (!found) return null;
  const palette = found.colors.flatMap((color) => [color, color >> 8, color >> 16]);
  // Level 9 would take 16 seconds more for all figures, and save a twentieth.
  const packed = await promisify(deflate)(found.rows, { level: 6, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header(bitmap)),
    chunk("PLTE", Uint8Array.from(palette)),
    chunk("IDAT", packed),
    chunk("IEND", new Uint8Array()),
  ]);
}
