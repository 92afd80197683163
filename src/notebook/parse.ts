import { parseAttributes } from "./attributes.ts";
import { cellLanguages, closeOf, openFence } from "./fence.ts";
import type { CellLanguage, Fence } from "./fence.ts";
import { parseFront } from "./front.ts";
import { createNames } from "./names.ts";
import type { Names } from "./names.ts";
import { most, tooMany } from "./limits.ts";
import { isBlank, isMark, splitLines, withoutEnd } from "./lines.ts";
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
  readonly lines: readonly string[];
  /** Index in `lines` of the closing fence or of the mark that ends a text; null without one. */
  readonly close: number | null;
  readonly problems: readonly NotebookProblem[];
}

/**
 * Reads a notebook file. Never throws and loses no byte: front matter and cells put together give the text back.
 * @param slug file name without `.md`; the title of a notebook that has none
 */
export function parseNotebook(text: string, { slug }: { readonly slug: string }): ParsedNotebook {
  const { front, source: frontSource, problems: frontProblems } = parseFront(text, slug);
  if (text.length > most.text) return tooLong(text, front);
  const lines = splitLines(text.slice(frontSource.length));
  const first = splitLines(`${frontSource}.`).length;
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
function tooLong(text: string, front: FrontMatter): ParsedNotebook {
  const id = "cell-1";
  const cell: Cell = { id, kind: "markdown", attributes: {}, source: text, raw: text, line: 1 };
  const found = problem(tooMany("characters in the notebook", text.length, most.text), 1);
  return { notebook: { front, frontSource: "", cells: [cell] }, problems: inCell(id, [found]) };
}

/** What each cell of a stretch of lines is, in order; `raws` of them joined give the stretch. */
export function outline(text: string): Pick<Chunk, "language" | "close" | "lines">[] {
  return chunks(splitLines(text), 1);
}

function chunks(lines: readonly string[], first: number): Chunk[] {
  const found: Chunk[] = [];
  for (let start = 0; start < lines.length;) {
    if (found.length === most.cells - 1) {
      const rest = restOf(lines, start, first);
      if (rest !== null) return [...found, rest];
    }
    const { language, end, close, problems } = readChunk(lines, start, first);
    found.push({ language, line: first + start, lines: lines.slice(start, end), close, problems });
    start = end;
  }
  return found;
}

function readChunk(
  lines: readonly string[],
  start: number,
  first: number,
): Read & Pick<Chunk, "language"> {
  const fence = openFence(withoutEnd(lines[start] ?? ""));
  const language = fence?.language ?? null;
  const isCell = fence !== null && language !== null;
  const read = isCell ? readCell(lines, start, fence) : readMarkdown(lines, start, first);
  return { language, ...read };
}

/** What is left where it is more than one cell and no more can be: one text, which says so. */
function restOf(lines: readonly string[], start: number, first: number): Chunk | null {
  let count = most.cells - 1;
  for (let at = start; at < lines.length; count++) at = readChunk(lines, at, first).end;
  if (count <= most.cells) return null;
  const line = first + start;
  const problems = [problem(tooMany("cells", count, most.cells), line)];
  return { language: null, line, lines: lines.slice(start), close: null, problems };
}

interface Read {
  /** Index of the line after the chunk. */
  readonly end: number;
  readonly close: number | null;
  readonly problems: readonly NotebookProblem[];
}

/** From the opening fence to the blank lines after the closing one. */
function readCell(lines: readonly string[], start: number, fence: Fence): Read {
  const close = closeOf(lines, start, fence);
  if (close === null) return { end: lines.length, close, problems: [] };
  return { end: afterBlanks(lines, close + 1), close: close - start, problems: [] };
}

function afterBlanks(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && isBlank(lines[end] ?? "")) end++;
  return end;
}

/** Up to the next cell or a mark; code blocks in other languages are part of the text. */
function readMarkdown(lines: readonly string[], start: number, first: number): Read {
  const problems: NotebookProblem[] = [];
  let end = start;
  while (end < lines.length) {
    const line = withoutEnd(lines[end] ?? "");
    if (isMark(line)) return { end: afterBlanks(lines, end + 1), close: end - start, problems };
    const fence = openFence(line);
    if (fence === null) end++;
    else if (fence.language !== null) break;
    else {
      if (problems.length < most.problems) problems.push(...checkLanguage(fence, first + end));
      const close = closeOf(lines, end, fence);
      if (close === null)
        problems.push(problem(`missing end of fence: ${fence.marker}`, first + end));
      end = (close ?? lines.length - 1) + 1;
    }
  }
  return { end, close: null, problems };
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
  const { language, lines, line } = chunk;
  const raw = lines.join("");
  const fallback = `cell-${position}`;
  if (language === null) {
    const source = lines.slice(0, chunk.close ?? lines.length).join("");
    const cell: Cell = { id: fallback, kind: "markdown", attributes: {}, source, raw, line };
    return { cell, problems: inCell(fallback, chunk.problems) };
  }
  const opening = withoutEnd(lines[0] ?? "");
  const start = "```".length + language.length;
  const attributes = parseAttributes(opening.slice(start), line, start + 1);
  const { id, problems: idProblems } = names.take(
    attributes.values["id"],
    fallback,
    line,
    attributes.columns.get("id"),
  );
  const body = lines.slice(1, chunk.close ?? lines.length).join("");
  const source = chunk.close === null ? body : withoutEnd(body);
  const unclosed = chunk.close === null ? [problem("missing end of cell: ```", line)] : [];
  const problems = inCell(id, [...attributes.problems, ...idProblems, ...unclosed]);
  return {
    cell: { id, kind: language, attributes: attributes.values, source, raw, line: line + 1 },
    problems,
  };
}
