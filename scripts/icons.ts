/** `npx tsx scripts/icons.ts`: draws the icons in `public/` that need dots from `public/icon.svg`. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const folder = new URL("../public/", import.meta.url);

/** Systems cut corners by themselves: what they take has none. */
const square = (svg: string): string => svg.replace(/ rx="\d+"/, "");

function png(svg: string, width: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();
}

/** An `.ico` file with one picture, which may be a PNG. */
function ico(image: Buffer, width: number): Buffer {
  const head = Buffer.alloc(22);
  // Kind (icon) and number of pictures; its width and height, planes, bits a dot, length, place.
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(width, 6);
  head.writeUInt8(width, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(image.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, image]);
}

/** Every icon of dots by its name in `public/`. */
export function iconFiles(svg: string): Map<string, Buffer> {
  return new Map([
    // Asked for at the root of a host by what reads no head.
    ["favicon.ico", ico(png(svg, 32), 32)],
    ["apple-touch-icon.png", png(square(svg), 180)],
    ["icon-192.png", png(svg, 192)],
    ["icon-512.png", png(svg, 512)],
    ["icon-maskable-512.png", png(square(svg), 512)],
  ]);
}

function main(): void {
  const svg = readFileSync(new URL("icon.svg", folder), "utf8");
  for (const [name, bytes] of iconFiles(svg)) writeFileSync(new URL(name, folder), bytes);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
