import { languages } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import type { Content } from "./content.ts";
import { packageName } from "./name.ts";
import { frameOf } from "./oembed.ts";
import type { Pictures } from "./pictures.ts";

/** Where no picture tells how large the figure is. */
const common = { width: 752, height: 600 };

/** `README.txt`: what the folder holds and how a page shows it, in both languages. */
export function readme(
  { id, figures: plates, version }: Content,
  pictures: Pictures | undefined,
): string {
  return languages
    .map((language) => {
      const { title, filtered } = plates[language];
      const page = `${packageName(id, version)}/${language === "en" ? "en/" : ""}index.html`;
      const frame = frameOf(page, title, pictures?.[language] ?? common);
      const text = say(language, "pack.readme", title, version, frame);
      return `${[text, filtered].filter(Boolean).join("\n\n")}\n`;
    })
    .join("\n");
}
