import type { Language } from "../../domain/index.ts";
import { locale } from "../../words/index.ts";
import { escapeAttribute } from "../../words/markup/index.ts";
import { dataBlock, dataset } from "./jsonld.ts";
import { folderOf, pathsOf, siteSlots, wholeAddress, type PackageOptions } from "./place.ts";

function meta(name: string, text: string | null): string[] {
  if (!text) return [];
  const key = name.startsWith("og:") ? "property" : "name";
  return [`<meta ${key}="${name}" content="${escapeAttribute(text)}">`];
}

/** What machines read of a page: search, previews of links, hosts that ask for oEmbed. */
export function headOf(language: Language, options: PackageOptions): string[] {
  const { content, place, pictures, since } = options;
  const { title, subtitle, filtered, alt } = content.figures[language];
  const { package: up } = pathsOf(language, place);
  const folder = folderOf(language);
  // Previews and offers are read apart from their place: whole where the site has an address.
  const address = (file: string) => wholeAddress(file, options) ?? up + file;
  const page = wholeAddress(folder, options);
  const image = pictures?.[language].png ? address(`${folder}figure.png`) : null;
  const preview = pictures?.[language].card ? address(`${folder}card.png`) : image;
  const offer = wholeAddress(`${folder}oembed.json`, options) ?? "oembed.json";
  const description = filtered || subtitle || alt;
  const other = language === "zh" ? "en" : "zh";
  const isFrozen = place.kind === "frozen";
  return [
    ...meta("description", description),
    ...meta("og:type", "article"),
    ...meta("og:title", title),
    ...meta("og:description", description),
    ...meta("og:image", isFrozen ? null : preview),
    ...meta("og:url", page),
    ...meta("twitter:card", image && "summary_large_image"),
    page === null ? "" : `<link rel="canonical" href="${escapeAttribute(page)}">`,
    isFrozen ? siteSlots.head : "",
    `<link rel="alternate" hreflang="${locale(other)}" href="${up}${folderOf(other)}index.html">`,
    `<link rel="alternate" type="application/json+oembed" href="${escapeAttribute(offer)}">`,
    // A browser would ask the host for one.
    `<link rel="icon" href="data:,">`,
    dataBlock(
      dataset(
        content,
        language,
        { page, image, csv: address("data.csv"), datapackage: address("datapackage.json") },
        since,
      ),
    ),
  ];
}
