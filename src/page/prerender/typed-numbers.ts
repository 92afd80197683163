import type { Language } from "../../domain/index.ts";
import type { CompiledCell, CompiledNotebook, Node } from "../../notebook/index.ts";

type ChartCell = Extract<CompiledCell, { kind: "chart" }>;

/** Digits as an author or a chart writes them; 18,858.11 and 18858.11 are one number. */
function numbersIn(text: string): string[] {
  return text.match(/\d[\d,]*(?:\.\d+)?/g)?.map((one) => one.replace(/,+$/, "")) ?? [];
}

const valueOf = (number: string): number => Number(number.replaceAll(",", ""));

/** What an author wrote out in a text; what a reference gives is bound to its row. */
function typedIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return numbersIn(node);
    return "reference" in node ? [] : typedIn(node.children);
  });
}

/** The numbers of a drawing: labels, cells, and the names of its marks with their periods. */
function drawnIn(figure: Element): Set<number> {
  const named = [...figure.querySelectorAll(".chart, .chart [aria-label]")];
  const texts = [...figure.querySelectorAll(".chart text, .chart td, .chart th, .chart li")];
  const words = [
    ...named.map((one) => one.getAttribute("aria-label") ?? ""),
    ...texts.map((one) => one.textContent ?? ""),
  ];
  return new Set(words.flatMap(numbersIn).map(valueOf));
}

/** Line and column of a number in the notebook file: outside of any reference, in its own text. */
function placeOf({ source, line }: ChartCell, key: string, number: string) {
  const blank = (reference: string) => " ".repeat(reference.length);
  const lines = source.replaceAll(/\$\{[^}]*\}/g, blank).split("\n");
  const first = lines.findIndex((text) => text.startsWith(`${key}:`));
  const at = lines.findIndex((text, i) => i >= first && numbersIn(text).includes(number));
  return [line + Math.max(at, 0), (lines[at]?.indexOf(number) ?? 0) + 1] as const;
}

/**
 * Numbers that stand in a chart's texts and follow from nothing that it draws, each with its place
 * and what to write instead: when the data change, such a text is wrong and nobody sees it.
 * @param main the notebook as it was drawn with no filter set
 */
export function typedNumbers(
  { slug, cells }: CompiledNotebook,
  main: Element,
  language: Language,
): string[] {
  return cells.flatMap((cell) => {
    const figure = [...main.querySelectorAll("figure")].find(({ id }) => id === cell.id);
    if (cell.kind !== "chart" || !figure) return [];
    const drawn = drawnIn(figure);
    return Object.entries(cell.texts).flatMap(([key, texts]) => {
      const stray = typedIn(texts[language]).filter((number) => !drawn.has(valueOf(number)));
      return [...new Set(stray)].map((number) => {
        const place = `notebooks/${slug}.md:${placeOf(cell, key, number).join(":")}`;
        return `${place}: invalid number: ${number} (${key} of ${cell.id}, ${language}: the chart draws no such number; write \${query.column} of a query that computes it, or say it without digits)`;
      });
    });
  });
}
