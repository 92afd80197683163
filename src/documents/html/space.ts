/** Chinese, its punctuation and full-width signs. */
const wide =
  "\\u2E80-\\u303F\\u3041-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF";
const between = new RegExp(`(?<=[${wide}“”‘’])[\\t\\f\\r ]*\\n\\s*(?=[${wide}“”‘’])`, "g");

/** White space as a browser shows it, but that a line end in the source parts no Chinese characters. */
export function collapse(text: string): string {
  return text
    .replace(between, "")
    .replace(/[\t\n\f\r \u00A0]+/g, " ")
    .replace(/^[\s\u3000]+/, "")
    .trimEnd();
}
