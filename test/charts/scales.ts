/** Run in the page: measures lengths. Serialized, so it may use nothing from outside. */
export interface Length {
  readonly figure: string;
  /** Which of the drawings below the root: rows of one share a scale. */
  readonly panel: number;
  /** The number as it is written beside the mark. */
  readonly text: string;
  /** From zero to the end of the mark, in px. */
  readonly length: number;
}

/** The lengths of every bar and stem that is shown below a root, with the number beside it. */
export function lengths(root: Element): Length[] {
  const shown = (element: Element) => element.checkVisibility();
  const numberOf = (row: Element) => row.querySelector(".value")?.textContent?.trim() ?? "";
  const panels = [...root.querySelectorAll("svg.fadu-plot, .ranked")].filter(shown);
  return panels.flatMap((panel, i) => {
    const figure = panel.closest("figure")?.id ?? "";
    const rows = panel.querySelectorAll(panel.matches("svg") ? ".row" : "ol > li");
    return [...rows].flatMap((row) => {
      const drawn = [...row.querySelectorAll(".leader, .glyph.bar .body")].filter(shown);
      const [line, ...others] = drawn;
      const text = numberOf(row);
      if (!line || others.length > 0 || text === "") return [];
      // A path that lies flat has a box of its length; an outline's stroke is no part of it.
      const { width } = line.getBoundingClientRect();
      return [{ figure, panel: i, text, length: width }];
    });
  });
}

/** The first number of a text with the word of its size: 1.06 million, 106万. */
export function numberIn(text: string): number {
  const [, digits = "", word = ""] = /(-?[\d.,]*\d)\s*(million|billion|亿|万)?/.exec(text) ?? [];
  const sizes: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, 万: 1e4, 亿: 1e8 };
  return Number(digits.replaceAll(",", "")) * (sizes[word] ?? 1);
}

/** A label has three digits at least, and a screen whole pixels. */
const [SHARE, SLACK] = [0.012, 1.5];

/** Rows of a panel that are drawn longer or shorter than the longest one says, a sentence each. */
export function unlike(measured: readonly Length[]): string[] {
  const panels = new Map<number, Length[]>();
  for (const one of measured) panels.set(one.panel, [...(panels.get(one.panel) ?? []), one]);
  return [...panels.values()].flatMap((rows) => {
    const longest = rows.reduce((a, b) => (b.length > a.length ? b : a));
    const perUnit = longest.length / numberIn(longest.text);
    return rows.flatMap(({ figure, text, length }) => {
      const wanted = Math.abs(numberIn(text)) * Math.abs(perUnit);
      const allowed = Math.max(SLACK, SHARE * Math.max(wanted, length));
      if (Math.abs(length - wanted) <= allowed) return [];
      return [`${figure}: ${text} is ${length.toFixed(1)} px, not ${wanted.toFixed(1)}`];
    });
  });
}
