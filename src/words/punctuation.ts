import type { Language } from "../domain/index.ts";

/** What stands between two parts of a text, with the space that goes with it. */
export interface Punctuation {
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  /** Between the members of a list; Chinese has a mark of its own. */
  readonly member: string;
  /** Between two sentences. */
  readonly stop: string;
}

export const punctuation: Readonly<Record<Language, Punctuation>> = {
  zh: { colon: "：", comma: "，", semicolon: "；", member: "、", stop: "。" },
  en: { colon: ": ", comma: ", ", semicolon: "; ", member: ", ", stop: ". " },
};
