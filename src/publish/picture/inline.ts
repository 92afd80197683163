import { BOLD, pieces, textWidth } from "../../charts/index.ts";
import { denialSuffix, isNumber, type RichText } from "../../figures/index.ts";
import type { Builder, Child } from "../../dom/index.ts";
import type { Language } from "../../domain/index.ts";
import { visibleText } from "../../words/markup/index.ts";
import type { Ink } from "./ink.ts";
import type { Redraw } from "./redraw.ts";

/** How a text looks; `color` names a colour of the palette. */
export interface TextStyle {
  /** In px. */
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  readonly color: string;
}

/** A stretch of text of one look, or a symbol that stands in the line. */
export type Run =
  | { readonly text: string; readonly style: TextStyle }
  | {
      readonly symbol: SVGElement;
      readonly width: number;
      readonly height: number;
      /** What it stands for, where it is a mark. */
      readonly told: Told | null;
    };

/** What stands in one line, from its left end. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Stands for a symbol while lines are broken. */
const SYMBOL = "\ufffc";
/** Between a symbol and what follows, in px. */
const GAP = 6;

/** Width of a text in px: of bold letters more, of Chinese, which has no bold width, the same. */
export function measure(text: string, { size, weight }: Omit<TextStyle, "color">): number {
  return [...text].reduce((sum, character) => {
    const width = textWidth(character, size);
    return sum + (weight >= 600 && width < size ? width * BOLD : width);
  }, 0);
}

function widthOf(run: Run): number {
  return "text" in run ? measure(run.text, run.style) : run.width + GAP;
}

/** A symbol of our own drawing in a line of text, with the mark that it stands for. */
export function symbolRun(symbol: SVGElement, told: Told | null): Run {
  return { symbol, width: Number(symbol.getAttribute("width") ?? 16), height: 16, told };
}

/** A text as one run; none where it is empty. Soft hyphens are for browsers. */
export function textRun(text: string, style: TextStyle): Run[] {
  const shown = visibleText(text.replace(/\s+/g, " ").replaceAll("\u00ad", ""));
  return shown === "" ? [] : [{ text: shown, style }];
}

/** The looks of marked stretches within a text. */
const spans: Readonly<Record<string, Partial<TextStyle>>> = {
  strong: { weight: 600 },
  small: { size: 12, color: "quiet" },
};

/** A text of a figure as runs; numbers that lead to clauses are bold where `number` says so. */
export function richRuns(
  text: RichText,
  style: TextStyle,
  number: Partial<TextStyle>,
  language: Language,
): Run[] {
  return text.flatMap((node): Run[] => {
    if (typeof node === "string") return textRun(node, style);
    if (!isNumber(node))
      return richRuns(node.children, { ...style, ...spans[node.tag] }, number, language);
    if (node.denial === null) return textRun(node.text, { ...style, ...number });
    const suffix = denialSuffix(node.denial, language);
    return [...textRun(node.text, style), ...textRun(suffix, { ...style, ...spans["small"] })];
  });
}

/** The runs between two places of their joined text. */
function slice(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0;
  return runs.flatMap((run): Run[] => {
    const begin = at;
    at += "text" in run ? run.text.length : 1;
    if (at <= from || begin >= to) return [];
    if (!("text" in run)) return [run];
    return [{ ...run, text: run.text.slice(Math.max(0, from - begin), to - begin) }];
  });
}

function trimmed(runs: readonly Run[]): Run[] {
  const last = runs.at(-1);
  if (last === undefined || !("text" in last)) return [...runs];
  const text = last.text.trimEnd();
  return text === "" ? trimmed(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
}

function lineOf(runs: readonly Run[]): Line {
  const kept = trimmed(runs);
  return { runs: kept, width: kept.reduce((sum, run) => sum + widthOf(run), 0) };
}

/** Where a quantity is parted if it must be: before its unit. */
const QUANTITY = /^(.*\d(?:[百千]?[万亿](?!元))?)([^\d%‰]+)$/;

/** What a piece is parted into before its characters are: at spaces, and before its unit. */
function atoms(piece: string): string[] {
  return piece.split(/(?<=\s)(?=\S)/).flatMap((part) => {
    const [, number, unit] = QUANTITY.exec(part) ?? [];
    return number && unit?.trim() ? [number, unit] : [part];
  });
}

/** Texts with where each begins in what they make together. */
function placed(texts: readonly string[]): { readonly text: string; readonly from: number }[] {
  let at = 0;
  return texts.map((text) => {
    const from = at;
    at += text.length;
    return { text, from };
  });
}

/** A word that is longer than its line, character by character; a number stays whole. */
function chopped(word: string, fits: (from: number, to: number) => boolean): string[] {
  if (fits(0, word.length) || /^[\d.,]+\s*$/.test(word)) return [word];
  const parts: string[] = [];
  let [from, to] = [0, 0];
  for (const character of word) {
    if (to > from && !fits(from, to + character.length)) {
      parts.push(word.slice(from, to));
      from = to;
    }
    to += character.length;
  }
  return [...parts, word.slice(from)].filter((part) => part !== "");
}

const joined = (runs: readonly Run[]): string =>
  runs.map((run) => ("text" in run ? run.text : SYMBOL)).join("");

/** Width in px of what a line holds at least, if no word and no number is to be cut. */
export function leastWidth(runs: readonly Run[]): number {
  const parts = placed(pieces(joined(runs)).flatMap(atoms));
  const widths = parts.map(({ text, from }) => lineOf(slice(runs, from, from + text.length)).width);
  return Math.max(0, ...widths);
}

/** Runs broken into lines no wider than `width` px, by the rules of Chinese and of English. */
export function breakLines(runs: readonly Run[], width: number): Line[] {
  const text = joined(runs);
  const lines: Line[] = [];
  let [start, end] = [0, 0];
  const wide = (from: number, to: number) => lineOf(slice(runs, from, to)).width;
  const words = placed(pieces(text)).flatMap(({ text: piece, from }) => {
    const fits = (a: number, b: number) => wide(from + a, from + b) <= width;
    if (fits(0, piece.length)) return [piece];
    return placed(atoms(piece)).flatMap((atom) =>
      chopped(atom.text, (a, b) => fits(atom.from + a, atom.from + b)),
    );
  });
  for (const word of words) {
    if (end > start && wide(start, end + word.length) > width) {
      lines.push(lineOf(slice(runs, start, end)));
      start = end;
    }
    end += word.length;
    if (end - word.length === start && word.trim() === "") start = end;
  }
  if (text.slice(start).trim() !== "") lines.push(lineOf(slice(runs, start, end)));
  return lines;
}

/** A break here parts no word: after a mark, or at a space. */
const GOOD_END = /[、。，；：）”,.;:)]$|[a-z]$/i;
/** A last line shorter than this share of the width looks lost. */
const SHORT = 0.25;

/** How ill a paragraph is broken: lines that end within a word, and a last line of a word or two. */
function cost(lines: readonly Line[], width: number): number {
  const parted = lines.slice(0, -1).filter((line) => !GOOD_END.test(joined(line.runs))).length;
  return parted + ((lines.at(-1)?.width ?? 0) < width * SHORT ? 1.5 : 0);
}

/** Narrower, to two thirds, where lines end better so; never more lines. */
export function breakPretty(runs: readonly Run[], width: number): Line[] {
  let best = breakLines(runs, width);
  const count = best.length;
  if (count < 2) return best;
  let least = cost(best, width);
  for (let share = 0.97; share > 0.66 && least > 0; share -= 0.03) {
    const lines = breakLines(runs, width * share);
    if (lines.length > count) break;
    const found = cost(lines, width);
    if (found < least) [best, least] = [lines, found];
  }
  return best;
}

/** What lines are drawn with. */
export interface Pen {
  readonly build: Builder;
  readonly ink: Ink;
  readonly redraw: Redraw;
}

function attributesOf({ size, weight, color }: TextStyle, { ink }: Pen) {
  return {
    "font-size": size,
    "font-weight": weight === 400 ? null : weight,
    fill: ink(`var(--${color})`),
  };
}

/** The same within a text of another look, whose weight it would else take on. */
function within(style: TextStyle, around: TextStyle, pen: Pen) {
  const weight = style.weight === around.weight ? null : style.weight;
  return { ...attributesOf(style, pen), "font-weight": weight };
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return a.size === b.size && a.weight === b.weight && a.color === b.color;
}

type Texts = readonly Extract<Run, { readonly text: string }>[];

/** One text element; a second look within it is a stretch of its own. */
function textElement(texts: Texts, x: number, y: number, anchor: string | null, pen: Pen): Child {
  const [first] = texts;
  if (first === undefined) return null;
  const at = { x: round(x), y: round(y), "text-anchor": anchor };
  const { build } = pen;
  return build.svg(
    "text",
    // A space at the end of a stretch of its own would be lost.
    { ...at, ...attributesOf(first.style, pen), "xml:space": texts.length > 1 ? "preserve" : null },
    texts.map(({ text, style }) =>
      sameStyle(style, first.style)
        ? text
        : build.svg("tspan", within(style, first.style, pen), text),
    ),
  );
}

/** What a mark is called and what it stands for, as in the page. */
export type Told = Readonly<Record<string, string | number | boolean | null | undefined>>;

const toldKeys = ["aria-label", "data-fact", "data-evidence", "data-missing"] as const;

/** What is drawn of a mark, with the name that it has in the page and what it stands for. */
export function named(told: Told | null, drawn: Child, { build }: Pick<Pen, "build">): Child {
  if (told === null) return drawn;
  const name = told["aria-label"];
  return build.svg(
    "g",
    { role: "img", ...Object.fromEntries(toldKeys.map((key) => [key, told[key]])) },
    name ? build.svg("title", {}, String(name)) : null,
    drawn,
  );
}

const round = (n: number): number => Number(n.toFixed(1));

/** How a line stands: its left end, its middle or its right end at x. */
export type Align = "start" | "middle" | "end";

/** A line as elements, its baseline at y. */
export function drawLine(
  line: Line,
  x: number,
  y: number,
  pen: Pen,
  align: Align = "start",
): Child[] {
  const hasSymbol = line.runs.some((run) => !("text" in run));
  // Where the text is alone, its reader's own measure places it.
  const left =
    !hasSymbol || align === "start" ? x : align === "end" ? x - line.width : x - line.width / 2;
  const anchor = hasSymbol || align === "start" ? null : align;
  const drawn: Child[] = [];
  let [at, waiting]: [number, Extract<Run, { readonly text: string }>[]] = [left, []];
  const flush = (): void => {
    drawn.push(textElement(waiting, at, y, anchor, pen));
    at += waiting.reduce((sum, run) => sum + widthOf(run), 0);
    waiting = [];
  };
  for (const run of line.runs)
    if ("text" in run) waiting.push(run);
    else {
      flush();
      const middle = y - 5 - run.height / 2;
      const symbol = pen.redraw(run.symbol, { x: round(at), y: round(middle), width: run.width });
      drawn.push(named(run.told, symbol, pen));
      at += widthOf(run);
    }
  flush();
  return drawn;
}
