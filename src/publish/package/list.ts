import type { Language } from "../../domain/index.ts";
import { locale, say, type Word } from "../../words/index.ts";
import { escapeAttribute, escapeText } from "../../words/markup/index.ts";
import type { Content } from "./content.ts";

const style =
  ":root{color-scheme:light dark;font:100%/1.65 system-ui,sans-serif}body{max-width:42rem;margin:0 auto;padding:1rem}h1{font-size:1.375rem}li{margin-block:.35rem}a{display:inline-block;min-block-size:1.5rem}";

/** What a page of figures is made with. */
export interface ListOptions {
  readonly figures: readonly Content[];
  /** What stands before the id of a figure in its address, from this page. */
  readonly base: string;
  readonly policy: string;
  /** Elements of the head and of the end of the body; none by default. */
  readonly head?: string;
  readonly end?: string;
}

function section(
  language: Language,
  title: Word,
  lead: Word,
  { figures, base }: ListOptions,
): string {
  const folder = language === "en" ? "en/" : "";
  const items = figures.map(
    ({ id, figures: plates }) =>
      `<li><a href="${escapeAttribute(`${base}${id}/${folder}`)}">${escapeText(plates[language].title)}</a></li>`,
  );
  return `<section lang="${locale(language)}"><h1>${say(language, title)}</h1><p>${say(language, lead)}</p><ul>${items.join("")}</ul></section>`;
}

function page(
  lang: string,
  title: string,
  body: string,
  { policy, head = "", end = "" }: ListOptions,
) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}"><title>${title} · Fadu 法度</title><link rel="icon" href="data:,">${head}<style>${style}</style></head><body><main>${body}</main>${end}</body></html>\n`;
}

/** The list of all figures in one language. */
export function listPage(language: Language, options: ListOptions): string {
  const body = section(language, "pack.list", "pack.list_lead", options);
  const other = language === "zh" ? "en" : "zh";
  const way = language === "zh" ? "en/" : "../";
  const link = `<p><a data-action="language" lang="${locale(other)}" hreflang="${locale(other)}" href="${way}index.html">${say(language, "app.language")}</a></p>`;
  return page(locale(language), say(language, "pack.list"), body + link, options);
}

/**
 * Puts the links right wherever a host shows the page: a page for what is missing does not know how
 * deep it stands. The folder of figures is that before which the address says `embed/`.
 */
export const findFolder =
  'var at=location.pathname.indexOf("/embed/");if(at>=0)document.querySelectorAll("li a").forEach(function(a){a.href=location.pathname.slice(0,at)+"/embed/"+a.getAttribute("href").replace(/^(\\.\\.\\/)*/,"")})';

/** The page for what is missing, in both languages, with what there is instead. */
export function missingPage(options: ListOptions): string {
  const body = (["zh", "en"] as const)
    .map((language) => section(language, "pack.unknown", "pack.unknown_lead", options))
    .join("");
  return page("zh-CN", "404", body, options);
}
