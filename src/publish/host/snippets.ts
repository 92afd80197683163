import { frameSandbox, heightAt, stepsText, type Step } from "../figure-page/index.ts";
import { escapeAttribute, escapeText } from "../../words/markup/index.ts";

/** A figure as it shall stand in another page. Text is text: it is escaped here. */
export interface Placement {
  /** Address of the folder of all figures, with a slash at its end: `https://host/embed/`. */
  readonly base: string;
  /** Id of the figure, a folder of `base`. */
  readonly figure: string;
  readonly language: "zh" | "en";
  /** First eight digits of the content's hash for a frozen figure; null for the latest. */
  readonly version: string | null;
  /** "auto" follows the reader's system. */
  readonly theme: "auto" | "light" | "dark";
  /** The finding, named by a screen reader before the frame. */
  readonly title: string;
  /** Says what the picture shows, for who does not see it. */
  readonly alt: string;
  /** Stands below the picture: finding and source. */
  readonly caption: string;
  /** Size of `figure.png` in px of its own. */
  readonly picture: { readonly width: number; readonly height: number };
  /** The height that the figure needs from each width of its place on, in CSS px, rising. */
  readonly heights: readonly Step[];
}

/** The four ways in which a figure stands in another page. */
export const ways = ["iframe", "element", "picture", "module"] as const;
export type Way = (typeof ways)[number];

/** A string of JavaScript, in which nothing can end the script that it stands in. */
export function escapeScript(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Addresses of a figure: its page, its folder, and the folder of the language and version. */
export function addressOf({ base, figure, version, language, theme }: Placement) {
  const folder = `${base}${encodeURIComponent(figure)}/${version === null ? "" : `${version}/`}`;
  const page = folder + (language === "en" ? "en/" : "");
  return { folder, page, themed: theme === "auto" ? page : `${page}?theme=${theme}` };
}

/** A class that names one figure in one language; of letters that need no escape in CSS. */
function className({ figure, language }: Placement): string {
  const plain = figure.replace(/[^A-Za-z0-9_-]/g, (sign) => `_${sign.codePointAt(0) ?? 0}`);
  return `fadu-${plain}-${language}`;
}

/**
 * Keeps free, at every width of the place, the height that the figure needs there: nothing moves
 * when it arrives. Container queries, since a column of an article is not as wide as its window.
 */
export function styleOf(placement: Placement, property: "height" | "min-height"): string {
  const name = `.${className(placement)}`;
  const box = `${name}{container-type:inline-size!important;display:block!important}`;
  const inner = `${name}>*{display:block!important;border:0!important;width:100%!important}`;
  const image = `${name} img{max-width:100%!important;height:auto!important}`;
  const steps = placement.heights.map(([width, height]) => {
    const rule = `${name}>*{${property}:${height}px!important}`;
    return width > 0 ? `@container (width>=${width}px){${rule}}` : rule;
  });
  return [box, inner, image, ...steps].join("\n");
}

function picture(placement: Placement, style = ""): string {
  const { folder, page } = addressOf(placement);
  const { alt, language, picture: size } = placement;
  const source = `${folder}${language === "en" ? "en/" : ""}figure.png`;
  return `<a href="${escapeAttribute(page)}"><img src="${escapeAttribute(source)}" alt="${escapeAttribute(alt)}" width="${size.width}" height="${size.height}" loading="lazy"${style}></a>`;
}

/** Without the style, which some hosts refuse, the height for a column of an article is kept. */
const COLUMN = 640;

function iframe(placement: Placement): string {
  const { themed } = addressOf(placement);
  const { title, heights } = placement;
  const frame = `<iframe src="${escapeAttribute(themed)}" title="${escapeAttribute(title)}" width="100%" height="${heightAt(stepsText(heights), COLUMN)}" loading="lazy" referrerpolicy="no-referrer" sandbox="${frameSandbox}" frameborder="0">`;
  return [
    `<style>${styleOf(placement, "height")}</style>`,
    `<div class="${className(placement)}">${frame}${picture(placement)}</iframe></div>`,
  ].join("\n");
}

function element(placement: Placement): string {
  const { base, figure, title, theme, language, heights } = placement;
  const { folder } = addressOf(placement);
  const attributes = [
    ["src", folder],
    ["figure", figure],
    ["lang", language === "en" ? "en" : "zh-CN"],
    ["title", title],
    ["theme", theme === "auto" ? null : theme],
    ["heights", stepsText(heights)],
  ] as const;
  const tag = attributes.flatMap(([name, value]) =>
    value === null || value === "" ? [] : `${name}="${escapeAttribute(value)}"`,
  );
  return [
    `<style>${styleOf(placement, "min-height")}</style>`,
    `<script async src="${escapeAttribute(`${base}embed.js`)}"></script>`,
    `<div class="${className(placement)}"><fadu-figure ${tag.join(" ")}>${picture(placement)}</fadu-figure></div>`,
  ].join("\n");
}

function captioned(placement: Placement): string {
  const fitting = ' style="max-width:100%;height:auto"';
  return `<figure>${picture(placement, fitting)}<figcaption>${escapeText(placement.caption)}</figcaption></figure>`;
}

function module(placement: Placement): string {
  const { base, figure, version, language, theme, title, heights } = placement;
  const options = Object.entries({
    lang: language,
    theme: theme === "auto" ? null : theme,
    version,
    title,
    heights: stepsText(heights),
  }).flatMap(([name, value]) => (value ? `  ${name}: ${escapeScript(value)},` : []));
  const call = `figure(${escapeScript(figure)}, {\n${options.join("\n")}\n})`;
  return [
    `<script type="module">`,
    `import { figure } from ${escapeScript(`${base}figure.mjs`)};`,
    `document.querySelector("#${className(placement)}").append(${call});`,
    `</script>`,
    `<div id="${className(placement)}"></div>`,
  ].join("\n");
}

const writers: Readonly<Record<Way, (placement: Placement) => string>> = {
  iframe,
  element,
  picture: captioned,
  module,
};

/** HTML to be pasted into another page. */
export function snippet(way: Way, placement: Placement): string {
  return writers[way](placement);
}
