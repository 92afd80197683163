import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { commonCharacters, NAMES, shippedCharacters } from "./vite/characters.ts";

/**
 * Writes `src/page/fonts/`: the parts of Noto Sans SC that pictures need, from the whole font, which is too
 * large for the repository: `npx tsx scripts/fonts.ts FOLDER`, where FOLDER holds
 * `400Regular/NotoSansSC_400Regular.ttf`, `600SemiBold/NotoSansSC_600SemiBold.ttf` and its licence
 * (static instances of https://github.com/notofonts/noto-cjk or of Google Fonts).
 */
const root = new URL("..", import.meta.url).pathname;

const sources = {
  "noto-sans-sc-400.woff2": "400Regular/NotoSansSC_400Regular.ttf",
  "noto-sans-sc-600.woff2": "600SemiBold/NotoSansSC_600SemiBold.ttf",
} as const;

async function main(folder: string): Promise<void> {
  mkdirSync(join(root, "src/page/fonts"), { recursive: true });
  const text = shippedCharacters(root) + commonCharacters();
  for (const [name, path] of Object.entries(sources)) {
    const file = join(folder, path);
    if (!existsSync(file)) throw new Error(`missing font: ${file}`);
    const options = { targetFormat: "woff2", preserveNameIds: NAMES } as const;
    const font = await subsetFont(readFileSync(file), text, options);
    writeFileSync(join(root, "src/page/fonts", name), font);
    console.log(`${name}: ${[...new Set(text)].length} characters, ${font.length} bytes`);
  }
  writeFileSync(join(root, "src/page/fonts/LICENSE"), readFileSync(join(folder, "LICENSE_FONT")));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npx tsx scripts/fonts.ts FOLDER (see the head of the file)");
  process.exit(2);
}
await main(folder);
