import { parseAttributes } from "./attributes.ts";
import { cellLanguages, closeOf, fenceAt } from "./fence.ts";
import type { CellLanguage, Fence } from "./fence.ts";
import { excessOf } from "./excess.ts";
import { parseFront } from "./front.ts";
import { createNames } from "./names.ts";
import type { Names } from "./names.ts";
import { most, tooMany } from "./limits.ts";
import { isMark, linesOf, mark, withoutEnd, type Lines } from "./lines.ts";
import { inCell, problem, unknown } from "./problem.ts";
import type { Cell, FrontMatter, Notebook, NotebookProblem } from "./types.ts";

export interface ParsedNotebook {
  readonly notebook: Notebook;
  readonly problems: readonly NotebookProblem[];
}

/** A stretch of lines that becomes one cell. */
interface Chunk {
  readonly language: CellLanguage | null;
  /** 1-based line of the chunk's first line. */
  readonly line: number;
  readonly raw: string;
  /** The first line without its end. */
  readonly opening: string;
  /** Offset in `raw` of the second line. */
  readonly body: number;
  /** Offset in `raw` of the closing fence or of the mark that ends a text; null without one. */
  readonly close: number | null;
  /** The marker of the fence that it leaves open; null for none. */
  readonly open: string | null;
  readonly problems: readonly NotebookProblem[];
}

/** What a cell of a stretch is. */
export type Outline = Pick<Chunk, "language" | "close" | "open" | "raw">;

/**
 * Reads a notebook file. Never throws and loses no byte: front matter and cells put together give the text back.
 * @param slug file name without `.md`; the title of a notebook that has none
 */
export function parseNotebook(text: string, { slug }: { readonly slug: string }): ParsedNotebook {
  const { front, source: frontSource, problems: frontProblems } = parseFront(text, slug);
  const excess = excessOf(text);
  if (excess !== null) return tooLong(text, front, excess);
  const lines = linesOf(text.slice(frontSource.length));
  const first = linesOf(`${frontSource}.`).count;
  const names = createNames();
  const problems = [...frontProblems];
  const cells = chunks(lines, first).map((chunk, index) => {
    const parsed = toCell(chunk, index + 1, names);
    problems.push(...parsed.problems);
    return parsed.cell;
  });
  return { notebook: { front, frontSource, cells }, problems };
}

/** A text that is too long is one cell, so that it can be seen, mended and saved. */
function tooLong(text: string, front: FrontMatter, excess: string): ParsedNotebook {
  const id = "cell-1";
  const cell: Cell = { id, kind: "markdown", attributes: {}, source: text, raw: text, line: 1 };
  const problems = inCell(id, [problem(excess, 1)]);
  return { notebook: { front, frontSource: "", cells: [cell] }, problems };
}

/** What each cell of a stretch of lines is, in order; `raws` of them joined give the stretch. */
export function outline(text: string): Outline[] {
  return chunks(linesOf(text), 1);
}

function chunks(lines: Lines, first: number): Chunk[] {
  const found: Chunk[] = [];
  for (let start = 0; lines.has(start);) {
    if (found.length === most.cells - 1) {
      const rest = restOf(lines, start, first);
      if (rest !== null) return [...found, rest];
    }
    const read = readChunk(lines, start, first);
    found.push(chunkOf(lines, start, first, read));
    start = read.end;
  }
  return found;
}

function chunkOf(
  lines: Lines,
  start: number,
  first: number,
  { language, end, close, open, problems }: ReadChunk,
): Chunk {
  const offsetOf = (line: number): number => lines.startOf(line) - lines.startOf(start);
  return {
    language,
    line: first + start,
    raw: lines.between(start, end),
    opening: lines.line(start),
    body: offsetOf(start + 1),
    close: close === null ? null : offsetOf(close),
    open,
    problems,
  };
}

type ReadChunk = Read & Pick<Chunk, "language">;

function readChunk(lines: Lines, start: number, first: number): ReadChunk {
  const fence = fenceAt(lines, start);
  const language = fence?.language ?? null;
  const isCell = fence !== null && language !== null;
  const read = isCell ? readCell(lines, start, fence) : readMarkdown(lines, start, first);
  return { language, ...read };
}

/** What is left where it is more than one cell and no more can be: one text, which says so. */
function restOf(lines: Lines, start: number, first: number): Chunk | null {
  let count = most.cells - 1;
  let open: string | null = null;
  for (let at = start; lines.has(at); count++) ({ end: at, open } = readChunk(lines, at, first));
  if (count <= most.cells) return null;
  const problems = [problem(tooMany("cells", count, most.cells), first + start)];
  const read = { language: null, end: lines.count, close: null, open, problems };
  return chunkOf(lines, start, first, read);
}

interface Read {
  /** Index of the line after the chunk. */
  readonly end: number;
  /** Index of the closing fence or mark; null without one. */
  readonly close: number | null;
  readonly open: string | null;
  readonly problems: readonly NotebookProblem[];
}

/** From the opening fence to the blank lines after the closing one. */
function readCell(lines: Lines, start: number, fence: Fence): Read {
  const close = closeOf(lines, start, fence);
  const end = close === null ? lines.count : afterBlanks(lines, close + 1);
  return { end, close, open: close === null ? fence.marker : null, problems: [] };
}

function afterBlanks(lines: Lines, from: number): number {
  let end = from;
  while (lines.has(end) && lines.isBlank(end)) end++;
  return end;
}

/** Up to the next cell or a mark; code blocks in other languages are part of the text. */
function readMarkdown(lines: Lines, start: number, first: number): Read {
  const problems: NotebookProblem[] = [];
  let open: string | null = null;
  let end = start;
  while (lines.has(end)) {
    if (lines.sign(end) === mark.charAt(0) && isMark(lines.line(end)))
      return { end: afterBlanks(lines, end + 1), close: end, open, problems };
    const fence = fenceAt(lines, end);
    if (fence === null) end++;
    else if (fence.language !== null) break;
    else {
      if (problems.length < most.problems) problems.push(...checkLanguage(fence, first + end));
      const close = closeOf(lines, end, fence);
      if (close === null) {
        open = fence.marker;
        problems.push(problem(`missing end of fence: ${open}`, first + end));
      }
      end = (close ?? lines.count - 1) + 1;
    }
  }
  return { end, close: null, open, problems };
}

/** A code block with an id was meant to be a cell. */
function checkLanguage({ marker, info }: Fence, line: number): NotebookProblem[] {
  const [, word = ""] = /^(\S+)[ \t](?:.*[ \t])?id=/.exec(info) ?? [];
  if (marker !== "```" || word === "") return [];
  return [problem(unknown("cell language", word, cellLanguages), line, marker.length + 1)];
}

function toCell(
  chunk: Chunk,
  position: number,
  names: Names,
): { cell: Cell; problems: NotebookProblem[] } {
  const { language, raw, opening, line } = chunk;
  const fallback = `cell-${position}`;
  if (language === null) {
    const source = raw.slice(0, chunk.close ?? raw.length);
    const cell: Cell = { id: fallback, kind: "markdown", attributes: {}, source, raw, line };
    return { cell, problems: inCell(fallback, chunk.problems) };
  }
  const start = "```".length + language.length;
  const attributes = parseAttributes(opening.slice(start), line, start + 1);
  const { id, problems: idProblems } = names.take(
    attributes.values["id"],
    fallback,
    line,
    attributes.columns.get("id"),
  );
  const body = raw.slice(chunk.body, chunk.close ?? raw.length);
  const source = chunk.close === null ? body : withoutEnd(body);
  const unclosed = chunk.close === null ? [problem("missing end of cell: ```", line)] : [];
  const problems = inCell(id, [...attributes.problems, ...idProblems, ...unclosed]);
  return {
    cell: { id, kind: language, attributes: attributes.values, source, raw, line: line + 1 },
    problems,
  };
}
