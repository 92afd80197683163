/** Light or dark; a page without a choice of its own follows the system. */
export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/**
 * The colours of one theme by what they mean, each `#rgb` or `#rrggbb`. This file is the only place
 * where they are written: the page's custom properties are generated from it
 * (`npx tsx scripts/palette.ts`), pictures read it. What they must keep (contrast, distances for those
 * who see fewer colours) stands in `test/charts/palette.test.ts`.
 */
export interface Palette {
  /** The ground. */
  readonly paper: string;
  /** Text, axes of meaning and most marks. */
  readonly ink: string;
  /** Text that comes second, and marks of what is missing. */
  readonly quiet: string;
  /** Rules and borders. */
  readonly line: string;
  readonly grid: string;
  /** A ground set off from the paper. */
  readonly wash: string;
  /** The one colour of emphasis: links, the reader's region, a chart's marks. */
  readonly accent: string;
  readonly accentWash: string;
  readonly warning: string;
  readonly warningWash: string;
  /** Behind a number in its clause, as a marker pen does. */
  readonly mark: string;
  /** Of categories, in their order; the first is the accent. */
  readonly series: readonly string[];
  /** From little to much. */
  readonly ramp: readonly string[];
  /** From one side over the middle to the other. */
  readonly sides: readonly string[];
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: "#fff",
    ink: "#1b1d1f",
    quiet: "#5b6166",
    line: "#d9dcde",
    grid: "#e8eaeb",
    wash: "#f4f5f5",
    accent: "#1d5c77",
    accentWash: "#e3eef3",
    warning: "#9a4100",
    warningWash: "#fdf1e7",
    mark: "#ffe9a8",
    series: [
      "#1d5c77",
      "#a5550d",
      "#338c57",
      "#0e2b90",
      "#55081f",
      "#2f92cc",
      "#61472f",
      "#424242",
    ],
    ramp: ["#c3dce7", "#93bed2", "#609cba", "#2f7696", "#0f4a63"],
    sides: ["#b35806", "#f1a340", "#d9dcde", "#6ea8c2", "#1d5c77"],
  },
  dark: {
    paper: "#16181a",
    ink: "#e9ebec",
    quiet: "#a3a9ae",
    line: "#3a3f43",
    grid: "#2a2e31",
    wash: "#1f2224",
    accent: "#7fc1dd",
    accentWash: "#1c323c",
    warning: "#f0a868",
    warningWash: "#33241a",
    mark: "#6b5512",
    series: [
      "#7fc1dd",
      "#d28e51",
      "#607440",
      "#936ce0",
      "#a86279",
      "#5898a8",
      "#f2c366",
      "#e1e1e1",
    ],
    ramp: ["#29495a", "#38697f", "#4f8ea8", "#7cb8d0", "#c3e6f4"],
    sides: ["#f0a868", "#a86a2c", "#4a4f53", "#3f7d98", "#7fc1dd"],
  },
};

/** The custom properties of a theme by name, without the dashes: `accent-wash`, `series-1` … */
export function properties(theme: Theme): ReadonlyMap<string, string> {
  const { series, ramp, sides, ...single } = palettes[theme];
  const numbered = Object.entries({ series, ramp, sides }).flatMap(([name, colors]) =>
    colors.map((color, i) => [`${name}-${i + 1}`, color] as const),
  );
  const named = Object.entries(single).map(
    ([name, color]) => [name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), color] as const,
  );
  return new Map([...named, ...numbered]);
}

/**
 * The style rules that give a document its colours: by the system, or as `data-theme` says. Paper
 * is always light.
 */
export function paletteRules(): string {
  const lines = (theme: Theme, indent: string) =>
    [...properties(theme)].map(([name, color]) => `${indent}--${name}: ${color};`).join("\n");
  return `:root {
  color-scheme: light dark;
${lines("light", "  ")}
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
${lines("dark", "    ")}
  }
}
@media screen {
  :root[data-theme="dark"] {
    color-scheme: dark;
${lines("dark", "    ")}
  }
}
:root[data-theme="light"] {
  color-scheme: light;
}`;
}
