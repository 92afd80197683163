import { colors } from "../../notebook/chart-cell/index.ts";

/** Colours of categories, as the page's style defines them for light and dark. */
export const series: readonly string[] = Array.from(
  { length: 8 },
  (_, i) => `var(--series-${i + 1})`,
);
/** From little to much, and from one side over the middle to the other. */
export const ramp: readonly string[] = Array.from({ length: 5 }, (_, i) => `var(--ramp-${i + 1})`);
export const sides: readonly string[] = Array.from(
  { length: 5 },
  (_, i) => `var(--sides-${i + 1})`,
);

/** A colour of a spec: a name that follows the theme, or `#rgb`. Throws `unsupported color: …`. */
export function color(text: string): string {
  if (text === "none") return "none";
  if (colors.some((name) => name === text)) return `var(--${text})`;
  if (/^#(?:[0-9a-f]{3}){1,2}$/i.test(text)) return text;
  throw new Error(`unsupported color: ${text} (one of ${colors.join(", ")}, or #rrggbb)`);
}
