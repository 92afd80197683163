import type { Language } from "../../domain/index.ts";
import { frameSandbox } from "../figure-page/index.ts";
import { escapeAttribute } from "../../words/markup/index.ts";
import type { Content } from "./content.ts";

/** A picture of the figure, its size as a host shows it. */
export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** What stands on the page below what stands in its picture: disclosures, version, links. */
const FOOT = 190;

/** A frame with the figure, for any page. */
export function frameOf(page: string, title: string, { width, height }: Sized): string {
  return `<iframe src="${escapeAttribute(page)}" title="${escapeAttribute(title)}" width="${width}" height="${height + FOOT}" style="border:0;max-width:100%" sandbox="${frameSandbox}" loading="lazy"></iframe>`;
}

/**
 * `oembed.json` after oEmbed 1.0, type rich: the frame with the figure, and its picture.
 * @param page the whole address of the page; where the site has none yet, the one from here
 */
export function oembed(
  { id, figures: plates }: Content,
  language: Language,
  {
    page,
    image,
    picture,
    home,
  }: { page: string; image: string | null; picture: Sized; home: string | null },
): string {
  const { title } = plates[language];
  const value = {
    version: "1.0",
    type: "rich",
    provider_name: "Fadu 法度",
    ...(home === null ? {} : { provider_url: home }),
    title,
    figure: id,
    html: frameOf(page, title, picture),
    width: picture.width,
    height: picture.height + FOOT,
    ...(image === null
      ? {}
      : {
          thumbnail_url: image,
          thumbnail_width: 2 * picture.width,
          thumbnail_height: 2 * picture.height,
        }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
