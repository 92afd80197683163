/**
 * The same text with one form for each character that is written in several: full-width digits,
 * letters and punctuation, small brackets, blanks, the lines between the cells of a table. As long as the text itself, so that every offset
 * found in it holds in the text as written.
 */
export function fold(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E\u3000\u00A0\u2009\uFE59\uFE5A\uFE6A\u2236|\u2502\u2503]/g,
    (character) => {
      const code = character.charCodeAt(0);
      const known = folded[character];
      if (known !== undefined) return known;
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : " ";
    },
  );
}

const folded: Readonly<Record<string, string>> = {
  "﹙": "(",
  "﹚": ")",
  "﹪": "%",
  "∶": ":",
  "|": "\t",
  "│": "\t",
  "┃": "\t",
  "｜": "\t",
};
