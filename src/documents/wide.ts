/** Chinese, its punctuation and full-width signs, as the inside of a class of a pattern. */
export const wideClass =
  "\\u2E80-\\u303F\\u3041-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF";

const wide = new RegExp(`[${wideClass}“”‘’…—]`);

export const isWide = (character: string): boolean => wide.test(character);

/** What stands between two pieces of a line, or of lines of a paragraph: Chinese has no spaces. */
export function joint(before: string, after: string): "" | " " {
  if (before === "" || after === "" || /\s$/.test(before) || /^\s/.test(after)) return "";
  return isWide(before.at(-1) ?? "") || isWide(after[0] ?? "") ? "" : " ";
}
