import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { isWide, wideClass } from "../wide.ts";

/** A piece of text on a page, in points from its upper left corner. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its characters stand. */
  readonly base: number;
  /** Of its font. */
  readonly size: number;
}

export interface PageRuns {
  readonly runs: readonly Run[];
  readonly height: number;
  /** Characters of what stands at an angle to most of the page, as a stamp across it. */
  readonly askew: number;
}

interface Turned extends Run {
  /** Quarter turns, or null for what is between. */
  readonly turns: number | null;
}

const spaced = new RegExp(`(?<=[${wideClass}]) (?=[${wideClass}])`, "g");

export async function runsOf(page: PDFPageProxy): Promise<PageRuns> {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const all = items.flatMap((item) =>
    "str" in item && item.str.trim() !== "" ? turned(item, view.transform) : [],
  );
  const turns = commonest(all);
  const runs = all.filter((run) => run.turns === turns);
  const askew = all.reduce((sum, run) => sum + (run.turns === turns ? 0 : run.text.length), 0);
  return { runs: runs.flatMap(divided), height: turns % 2 === 0 ? view.height : view.width, askew };
}

function turned(
  { str, width, transform }: { str: string; width: number; transform: readonly number[] },
  view: readonly number[],
): Turned[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const [alongX, alongY] = [va * a + vc * b, vb * a + vd * b];
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf];
  const quarter = Math.atan2(alongY, alongX) / (Math.PI / 2);
  const turns =
    Math.abs(quarter - Math.round(quarter)) < 0.05 ? (Math.round(quarter) + 4) % 4 : null;
  if (![x, y, size, width].every(Number.isFinite) || size === 0) return [];
  const [left, base] = rotated(x, y, turns ?? 0);
  // Letters that stand apart come with a space between each two.
  const text = str.replace(/[\t\u00A0]/g, " ").replace(spaced, "");
  return [{ text, left, right: left + Math.abs(width), base, size, turns }];
}

function rotated(x: number, y: number, turns: number): readonly [left: number, base: number] {
  if (turns === 1) return [y, -x];
  if (turns === 2) return [-x, -y];
  return turns === 3 ? [-y, x] : [x, y];
}

function commonest(runs: readonly Turned[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turns, text } of runs)
    if (turns !== null) counts[turns] = (counts[turns] ?? 0) + text.length;
  return counts.indexOf(Math.max(...counts));
}

/** Columns that are made with spaces stand in one piece; its parts are placed by their characters. */
function divided(run: Run): Run[] {
  const { text, left, right } = run;
  if (!/\S {3,}\S/.test(text)) return [{ ...run, text: text.trim() }];
  const whole = extent(text);
  return [...text.matchAll(/\S(?:\S| {1,2}(?! ))*/g)].map(({ 0: part, index }) => {
    const start = left + ((right - left) * extent(text.slice(0, index))) / whole;
    return {
      ...run,
      text: part.trim(),
      left: start,
      right: start + ((right - left) * extent(part)) / whole,
    };
  });
}

function extent(text: string): number {
  let sum = 0;
  for (const character of text) sum += isWide(character) ? 2 : 1;
  return sum;
}
