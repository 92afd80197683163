import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resolve, type Archive } from "../../src/evidence/index.ts";
import { computeLineage, languages, roundDerived, type Language } from "../../src/domain/index.ts";
import { locale, shortQuantity } from "../../src/words/index.ts";
import { escapeAttribute, escapeText } from "../../src/words/markup/index.ts";
import { targetOf, type Content, type PackageFiles } from "../../src/publish/package/index.ts";
import {
  snippet,
  styleOf,
  ways,
  type Placement,
  type Way,
} from "../../src/publish/host/snippets.ts";
import type { Step } from "../../src/publish/figure-page/index.ts";

/** The heights of figures at each width, as measured by `scripts/heights.ts`. */
export type Heights = Readonly<Record<string, Readonly<Record<Language, readonly Step[]>>>>;

export interface ArticleOptions {
  readonly root: string;
  readonly archive: Archive;
  readonly figures: ReadonlyMap<string, Content>;
  /** The files of all packages, for the sizes of their pictures. */
  readonly files: PackageFiles;
}

/** Of a picture that is not there yet. */
const common = { width: 1408, height: 1056 };

export function readHeights(root: string): Heights {
  return JSON.parse(readFileSync(join(root, "docs/article/heights.json"), "utf8")) as Heights;
}

/** Width and height stand in a PNG's first chunk, each in four bytes. */
function pictureSize(png: string | Uint8Array | undefined): Placement["picture"] {
  if (!(png instanceof Uint8Array)) return common;
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** A figure of an article, `base` being the path to the folder of all figures. */
function placementOf(
  id: string,
  language: Language,
  base: string,
  { root, figures, files }: ArticleOptions,
): Placement {
  const content = figures.get(id);
  if (!content) throw new Error(`unknown figure: ${id}`);
  const { title, alt, source } = content.figures[language];
  return {
    base,
    figure: id,
    language,
    version: null,
    theme: "auto",
    title,
    alt,
    caption: [title, source].filter(Boolean).join(language === "zh" ? "　" : " "),
    picture: pictureSize(files.get(`embed/${id}/figure.png`)),
    heights: readHeights(root)[id]?.[language] ?? [],
  };
}

/** A number in the text: from its facts, and a way to its clause. */
function number(
  figure: string,
  id: string,
  language: Language,
  base: string,
  archive: Archive,
): string {
  const evidence = resolve(archive, id);
  const [fact] = evidence?.facts ?? [];
  if (!evidence || !fact) throw new Error(`unknown fact: ${id}`);
  const { operation } = evidence.lineage;
  const thing = archive.metrics.get(fact.metric_id)?.counting_object ?? null;
  const { value, unit, qualifier } = operation
    ? { ...computeLineage(operation, evidence.facts), qualifier: "exact" as const }
    : fact;
  const text = shortQuantity(
    { value: operation ? roundDerived(value) : value, unit, qualifier, thing },
    language,
  );
  const page = `${base}${figure}/${language === "en" ? "en/" : ""}#${targetOf(id)}`;
  return `<a class="number" href="${escapeAttribute(page)}">${escapeText(text)}</a>`;
}

/** `{{figure ID WAY}}` and `{{FIGURE FACT}}` of an article's text. */
function fill(text: string, language: Language, base: string, options: ArticleOptions): string {
  return text.replace(/\{\{([\w-]+)\s+([^}]+)\}\}/g, (_all, first: string, rest: string) => {
    if (first !== "figure") return number(first, rest, language, base, options.archive);
    const [id = "", way] = rest.split(/\s+/);
    if (!ways.includes(way as Way)) throw new Error(`unknown way: ${way}`);
    return snippet(way as Way, placementOf(id, language, base, options));
  });
}

/** A browser asks every host for an icon; these have none. */
const noIcon = `<link rel="icon" href="data:,">`;

interface Host {
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly head?: readonly string[];
}

function host({ language, title, body, head = [] }: Host): string {
  return [
    `<!doctype html><html lang="${locale(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    ...head,
    `<title>${escapeText(title)}</title></head><body>`,
    body,
    `</body></html>\n`,
  ].join("\n");
}

/** A script in the page is refused by the policy of our server, as by that of any careful host. */
function withScripts(body: string, name: string): { body: string; script: string } {
  const scripts: string[] = [];
  const rest = body.replace(
    /<script type="module">([\s\S]*?)<\/script>\n?/g,
    (_all, code: string) => {
      scripts.push(code.trim());
      return "";
    },
  );
  const tag = `<script type="module" src="${name}"></script>`;
  return { body: scripts.length > 0 ? `${rest}\n${tag}` : rest, script: `${scripts.join("\n")}\n` };
}

const other = {
  zh: `<footer><p>图与数字：<a href="../">Fadu 法度</a>。<a href="en/" lang="en" hreflang="en">English</a></p></footer>`,
  en: `<footer><p>Charts and figures: <a href="../../en/">Fadu 法度</a>. <a href="../" lang="zh-CN" hreflang="zh-CN">中文</a></p></footer>`,
} as const;

function article(language: Language, options: ArticleOptions): PackageFiles {
  const folder = language === "zh" ? "" : "en/";
  const up = language === "zh" ? "../" : "../../";
  const source = readFileSync(join(options.root, `docs/article/${language}.html`), "utf8");
  const title = /<h1>(.*?)<\/h1>/.exec(source)?.[1] ?? "";
  const filled = fill(source, language, `${up}embed/`, options);
  const { body, script } = withScripts(
    `<article>\n${filled}</article>\n${other[language]}`,
    "module.js",
  );
  const style = readFileSync(join(options.root, "docs/article/article.css"), "utf8");
  const head = [`<style>${style}</style>`, noIcon];
  return new Map([
    [`${folder}index.html`, host({ language, title, body, head })],
    [`${folder}module.js`, script],
  ]);
}

/** A page of HTML alone, as a small site or a content system makes it. */
function plain(options: ArticleOptions): string {
  const of = (id: string, way: Way) => snippet(way, placementOf(id, "zh", "../../embed/", options));
  const body = `<h1>没有样式的网页</h1>\n<p>这一页没有自己的样式。</p>\n${of("fines-by-region", "iframe")}\n${of("mean-fine", "element")}\n${of("approval-time", "picture")}`;
  return host({ language: "zh", title: "没有样式的网页", body, head: [noIcon] });
}

/** What a host allows that trusts nobody: no style, no script in the page. */
export const strictPolicy =
  "default-src 'none'; frame-src 'self'; style-src 'self'; img-src 'self' data:; script-src 'self'";

/** A host with a hostile style and that policy: the rules of the snippets stand in its own file. */
function strict(options: ArticleOptions): PackageFiles {
  const base = "../../embed/";
  const frame = placementOf("fines-by-region", "en", base, options);
  const element = placementOf("mean-fine", "en", base, options);
  const bare = (html: string) => html.replaceAll(/<style>[\s\S]*?<\/style>\n?| style="[^"]*"/g, "");
  const body = `<h1>A hostile host</h1>\n${bare(snippet("iframe", frame))}\n${bare(snippet("element", element))}`;
  const own = readFileSync(join(options.root, "docs/article/strict.css"), "utf8");
  const rules = [own, styleOf(frame, "height"), styleOf(element, "min-height")].join("\n");
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${strictPolicy}">`,
    `<link rel="stylesheet" href="host.css">`,
    noIcon,
  ];
  return new Map([
    ["strict/index.html", host({ language: "en", title: "A hostile host", body, head })],
    ["strict/host.css", rules],
  ]);
}

/** The article in both languages and the two other hosts, by path below `article/`. */
export function articleFiles(options: ArticleOptions): PackageFiles {
  return new Map([
    ...languages.flatMap((language) => [...article(language, options)]),
    ["plain/index.html", plain(options)],
    ...strict(options),
  ]);
}
