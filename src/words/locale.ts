import type { Language } from "../domain/index.ts";

const locales: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };

/** The BCP 47 tag that numbers and the document's `lang` use. */
export function locale(language: Language): string {
  return locales[language];
}

/** The language that a BCP 47 tag names: Chinese of any place, else English. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? "zh" : "en";
}
