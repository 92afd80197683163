import type { Builder } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language, Theme } from "../../domain/index.ts";
import type { Place } from "../../review/index.ts";
import type { Reader } from "../../review/reader/index.ts";
import { extractText, type ExtractWord } from "../../words/extract.ts";

/** What the parts of the page share. */
export interface Context {
  readonly build: Builder;
  readonly language: Language;
  readonly archive: Archive;
  readonly themes: readonly Theme[];
  readonly root: URL;
  readonly notice: (key: string, message: string) => void;
  /** A text of the page. */
  readonly t: (word: ExtractWord, ...values: readonly (string | number)[]) => string;
  /** An example for each rule that found something in the report. */
  readonly rules: Readonly<Record<string, string>>;
  /** Other places of which the report states figures. */
  readonly others: readonly Place[];
  readonly places: Reader["places"];
  readonly compare: Reader["compare"];
}

export function contextOf(options: Omit<Context, "t">): Context {
  return { ...options, t: (word, ...values) => extractText(options.language, word, ...values) };
}

/** A button with a word on it. */
export function button(
  { build: { html } }: Pick<Context, "build">,
  text: string,
  onClick: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const element = html("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", onClick);
  return element;
}
