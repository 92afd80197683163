import { wideClass } from "../wide.ts";

const between = new RegExp(
  `(?<=[${wideClass}“”‘’])[\\t\\f\\r ]*\\n\\s*(?=[${wideClass}“”‘’])`,
  "g",
);

/** White space as a browser shows it, but that a line end in the source parts no Chinese characters. */
export function collapse(text: string): string {
  return text
    .replace(between, "")
    .replace(/[\t\n\f\r \u00A0]+/g, " ")
    .trim();
}
