import type { Language } from "../domain/index.ts";
import { visibleText } from "../words/markup/index.ts";
import type { Observation } from "./observation.ts";

/** A number in a text, with the row that it stands for. */
export interface TextNumber {
  readonly text: string;
  readonly observation: Observation;
  /** Why the number is not that of the figure which its row names; null where it is. */
  readonly denial: string | null;
}

/** A stretch of a text that its author marked, such as `strong`, `code` or a link. */
export interface TextSpan {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: RichText;
}

/** A text of a figure in one language: words, numbers that lead to their clauses, marked stretches. */
export type RichText = readonly (string | TextNumber | TextSpan)[];

export function isNumber(node: RichText[number]): node is TextNumber {
  return typeof node === "object" && "observation" in node;
}

/** What follows a number that is not its figure's, in brackets of the language. */
export function denialSuffix(denial: string, language: Language): string {
  return language === "zh" ? `（${denial}）` : ` (${denial})`;
}

function written(text: RichText, language: Language): string {
  return text
    .map((node) => {
      if (typeof node === "string") return visibleText(node);
      if (!isNumber(node)) return written(node.children, language);
      return node.text + (node.denial === null ? "" : denialSuffix(node.denial, language));
    })
    .join("");
}

/** A text as its words alone, in one line. */
export function plainText(text: RichText, { language }: { readonly language: Language }): string {
  return written(text, language).replaceAll(/\s+/g, " ").trim();
}
