import { properties, type Theme } from "../../charts/index.ts";

/** Turns a value of the page's style into one that means something by itself. */
export type Ink = (value: string) => string;

function channels(color: string): number[] {
  const digits = color.slice(1);
  const pairs = digits.length === 3 ? [...digits].map((c) => c + c) : (digits.match(/../g) ?? []);
  return pairs.map((pair) => parseInt(pair, 16));
}

/** So much of one `#` colour in another, in sRGB. */
function mixed(color: string, share: number, ground: string): string {
  const under = channels(ground);
  const parts = channels(color).map((c, i) =>
    Math.round(c * share + (under[i] ?? 0) * (1 - share)),
  );
  return `#${parts.map((c) => c.toString(16).padStart(2, "0")).join("")}`;
}

/** Names that the drawings use for others. */
const aliases: Readonly<Record<string, string>> = { "plot-background": "paper" };

/**
 * Resolves custom properties, `currentColor` and mixtures by a theme's palette. Throws
 * `unknown color: …` on a property that the palette lacks.
 */
export function inkOf(theme: Theme): Ink {
  const colors = properties(theme);
  const named = (name: string): string => {
    const color = colors.get(aliases[name] ?? name);
    if (color === undefined) throw new Error(`unknown color: ${name}`);
    return color;
  };
  return (value) =>
    value
      .replace(/var\(--([\w-]+)\)/g, (_, name: string) => named(name))
      .replace(/currentColor/gi, () => named("ink"))
      .replace(
        /color-mix\(in srgb, (#\w+) (\d+)%, (#\w+)\)/g,
        (_, color: string, share: string, ground: string) =>
          mixed(color, Number(share) / 100, ground),
      );
}
