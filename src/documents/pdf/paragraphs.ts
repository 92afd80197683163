import { isWide, joint } from "../wide.ts";
import type { Stretch, Writer } from "../writer.ts";
import type { Line } from "./tables.ts";

/** Where the lines of a region begin and end. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  /** Of the font, as most of the document has it. */
  readonly size: number;
  /** Between the feet of its lines, as most have it. */
  readonly leading: number;
}

/** A line with the page and the region that it stands in. */
export interface PlacedLine extends Line {
  readonly page: number;
  readonly region: number;
  readonly edges: Edges;
}

/** So much larger than most of the document is a heading. */
export const larger = 1.15;
/** Sizes of the font: what a first line is moved in by, and how far from the edge a full line may end. */
const indent = 0.8;
const ragged = 1.6;
/** Latin lines end where a word does not fit. */
const raggedLatin = 0.15;
/** Characters of a line that can be full. */
const fewest = 8;
/** A gap above a line, in leadings, that begins a paragraph. */
const apart = 1.45;

/** Whether a line goes on with the paragraph of the one before. */
export function goesOn(before: PlacedLine, line: PlacedLine): boolean {
  if (Math.abs(before.size - line.size) > 0.12 * before.size) return false;
  // The lines of a heading stand in the middle.
  const isHeading = line.size > larger * line.edges.size;
  if (!isHeading && line.left - line.edges.left > indent * line.size) return false;
  if (before.page === line.page && before.region === line.region) {
    const gap = line.base - before.base;
    const { leading, size } = line.edges;
    if (gap > apart * Math.max((leading * line.size) / size, line.size)) return false;
  }
  if (before.text.length < fewest) return false;
  const { left, right } = before.edges;
  const slack = isWide(before.text.at(-1) ?? "")
    ? ragged * before.size
    : Math.max(ragged * before.size, raggedLatin * (right - left));
  return right - before.right <= slack;
}

/** Two lines as one: a word parted by a hyphen is whole again. */
function join(before: string, after: string): string {
  if (/[A-Za-z]-$/.test(before) && /^[a-z]/.test(after)) return before.slice(0, -1);
  if (/\w[-–/]$/.test(before)) return before;
  return before + joint(before, after);
}

/** Puts lines together to paragraphs as they come. */
export interface Paragraphs {
  line(line: PlacedLine): void;
  /** Ends the paragraph. */
  end(): void;
}

export function createParagraphs(writer: Writer): Paragraphs {
  let [stretches, last, paragraph] = [[] as Stretch[], null as PlacedLine | null, 0];
  const end = (): void => {
    writer.paragraph(stretches);
    [stretches, last] = [[], null];
  };
  return {
    end,
    line(line) {
      if (last !== null && !goesOn(last, line)) end();
      if (last === null) paragraph += 1;
      const before = stretches.at(-1);
      const spot = { page: line.page, paragraph };
      if (before === undefined) stretches.push({ text: line.text, spot });
      else {
        stretches.pop();
        const text = join(before.text, line.text);
        if (before.spot.page === line.page) stretches.push({ text: text + line.text, spot });
        else stretches.push({ text, spot: before.spot }, { text: line.text, spot });
      }
      last = line;
    },
  };
}
