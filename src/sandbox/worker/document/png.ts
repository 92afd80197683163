import { zlibSync } from "fflate";
import { crc32 } from "../../../bytes/index.ts";

/** Pixels as a picture's address, at once: a worker's own canvas gives one later only. */
export function pngAddress({ width, height, data }: ImageData): string {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits for each of red, green, blue and opacity.
  header.set([8, 6], 8);
  const parts = [
    new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", zlibSync(lines(width, height, data), { level: 6 })),
    chunk("IEND", new Uint8Array()),
  ];
  return `data:image/png;base64,${base64(parts)}`;
}

/** Each line with the number of its filter, none, before it. */
function lines(width: number, height: number, data: Uint8ClampedArray): Uint8Array {
  const length = width * 4;
  const all = new Uint8Array((length + 1) * height);
  for (let y = 0; y < height; y++)
    all.set(data.subarray(y * length, (y + 1) * length), y * (length + 1) + 1);
  return all;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function base64(parts: readonly Uint8Array[]): string {
  let text = "";
  for (const part of parts)
    for (let at = 0; at < part.length; at += 8190)
      text += String.fromCharCode(...part.subarray(at, at + 8190));
  return btoa(text);
}
