/** `tsx scripts/palette.ts`: writes the colours of src/charts/palette.ts into src/charts/figure.css. */
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { paletteRules } from "../src/charts/palette.ts";

export const styleFile = fileURLToPath(new URL("../src/charts/figure.css", import.meta.url));

const block = /(\/\* begin palette[^*]*\*\/\n)[^]*?(\n\/\* end palette \*\/)/;

/** The style with the colours as the palette has them now. Throws where it has no place for them. */
export function withPalette(style: string): string {
  if (!block.test(style)) throw new Error("missing comments: begin palette, end palette");
  return style.replace(block, (_, begin: string, end: string) => begin + paletteRules() + end);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await writeFile(styleFile, withPalette(await readFile(styleFile, "utf8")));
