import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** The names of a font that tell its family and weight, by their numbers in the format. */
export const NAMES = [1, 2, 16, 17];

/** What a picture's text may come from: the data, the notebooks, and the words of the product. */
const places = ["data", "notebooks", "src"];
const read = new Set([".json", ".md", ".ts"]);
/** Rooms and files whose characters are looked for in reports and drawn nowhere. */
const unshown = [
  "src/documents",
  "src/domain/numeral.ts",
  "src/domain/quantity.ts",
  "src/extract",
  "src/files",
  "src/review",
];

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return read.has(extname(path)) ? [path] : [];
  return readdirSync(path)
    .toSorted()
    .filter((name) => !unshown.some((room) => join(path, name).endsWith(room)))
    .flatMap((name) => filesIn(join(path, name)));
}

/** Printable signs that anything may hold: Latin letters with their accents, marks, arrows. */
function basicCharacters(): string {
  const ranges = [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x2190, 0x2193],
    [0x2460, 0x2473],
    [0x3001, 0x3015],
    [0xff01, 0xff5e],
  ] as const;
  const marks = "‐–—―‖‘’“”†‡•…‰′″";
  const signs = ranges
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
    )
    .join("");
  return marks + signs;
}

/** Every character that a shipped text holds, in the order of code points. */
export function shippedCharacters(root: string): string {
  const found = new Set(basicCharacters());
  for (const place of places)
    for (const file of filesIn(join(root, place)))
      for (const character of readFileSync(file, "utf8").replace(/\\u\{?[0-9a-f]+\}?/gi, ""))
        if (character > "\u007f" && character !== "\ufffd") found.add(character);
  return [...found].toSorted().join("");
}

/** The 3 755 characters of the first level of GB 2312, which are most of any Chinese text. */
export function commonCharacters(): string {
  const decoder = new TextDecoder("gb18030");
  const rows = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, i) => 0xb0 + i);
  return rows
    .flatMap((row) =>
      Array.from({ length: row === 0xd7 ? 89 : 94 }, (_, i) =>
        decoder.decode(new Uint8Array([row, 0xa1 + i])),
      ),
    )
    .join("");
}
