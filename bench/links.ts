/** `npx tsx bench/links.ts`: how long the link of each notebook of the repository is. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encodeLink, linkLimit } from "../src/drafts/link/link.ts";

const folder = fileURLToPath(new URL("../notebooks/", import.meta.url));

console.log("| notebook | bytes | link, characters | one word changed, against the origin |");
console.log("| --- | --- | --- | --- |");
for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
  const slug = file.slice(0, -3);
  const text = readFileSync(folder + file, "utf8");
  const shared = { text, slug, language: "zh", inputs: {}, tables: [] } as const;
  const whole = encodeLink(shared);
  const edited = { ...shared, text: text.replace("SELECT", "SELECT DISTINCT") };
  const delta = encodeLink(edited, { origin: { slug, text }, against: true });
  const lengthOf = (link: typeof whole) =>
    link.ok ? link.fragment.length : `${link.length} (over ${linkLimit})`;
  const bytes = Buffer.byteLength(text);
  console.log(`| ${slug} | ${bytes} | ${lengthOf(whole)} | ${lengthOf(delta)} |`);
}
