import { excessOf } from "./excess.ts";
import { most, tooMany } from "./limits.ts";
import { linesOf, type Lines } from "./lines.ts";
import { problem, unknown } from "./problem.ts";
import type { FrontMatter, NotebookProblem } from "./types.ts";
import { parseMapping } from "./yaml.ts";
import type { Mapping } from "./yaml.ts";

/** Where a notebook stands in the list when it does not say. */
export const defaultOrder = 1000;

const shortTitles = ["short_title", "short_title_en"] as const;
const texts = ["title", "title_en", ...shortTitles, "description", "description_en"] as const;
const keys = [...texts, "order"];

export interface Front {
  readonly front: FrontMatter;
  /** The front matter as written, with a byte-order mark before and blank lines after it. */
  readonly source: string;
  readonly problems: readonly NotebookProblem[];
}

/** Reads what stands before the first cell. `slug` is the title of a notebook that has none. */
export function parseFront(text: string, slug: string): Front {
  if (excessOf(text) !== null) return { front: frontOf({}, slug), source: "", problems: [] };
  const lines = linesOf(text);
  const end = closingLine(lines);
  const source = leading(text, lines, end);
  if (end === null) {
    const opened = opens(lines);
    const message = opened ? "missing end of front matter: ---" : "missing front matter: title";
    return { front: frontOf({}, slug), source, problems: [problem(message, 1)] };
  }
  const yaml = lines.between(1, end);
  if (yaml.length > most.front) {
    const message = tooMany("characters in front matter", yaml.length, most.front);
    return { front: frontOf({}, slug), source, problems: [problem(message, 1)] };
  }
  const mapping = parseMapping(yaml, 2);
  const problems = [...mapping.problems, ...checkFront(mapping)];
  return { front: frontOf(mapping.value, slug), source, problems };
}

/** A byte-order mark would keep a fence on the first line from being seen as one. */
function leading(text: string, lines: Lines, end: number | null): string {
  const blanks = lines.between(0, blanksAfter(lines, (end ?? -1) + 1));
  return blanks === "" && text.startsWith("\uFEFF") ? "\uFEFF" : blanks;
}

function opens(lines: Lines): boolean {
  return /^\uFEFF?---[ \t]*$/.test(lines.line(0));
}

function closingLine(lines: Lines): number | null {
  if (!opens(lines)) return null;
  for (let i = 1; lines.has(i); i++)
    if (lines.sign(i) === "-" && /^---[ \t]*$/.test(lines.line(i))) return i;
  return null;
}

function blanksAfter(lines: Lines, from: number): number {
  let next = from;
  while (lines.has(next) && lines.isBlank(next)) next++;
  return next;
}

function checkFront({ value, places, problems }: Mapping): NotebookProblem[] {
  if (problems.length > 0) return [];
  const found: NotebookProblem[] = [];
  for (const [key, given] of Object.entries(value)) {
    const { line, column } = places.get(key) ?? { line: 1, column: 1 };
    if (!keys.includes(key)) found.push(problem(unknown("front matter", key, keys), line, column));
    else if (!fits(key, given))
      found.push(problem(`invalid ${key}: ${String(given)}`, line, column));
  }
  if (!("title" in value)) found.push(problem("missing front matter: title", 1));
  return found;
}

function fits(key: string, value: unknown): boolean {
  if (key === "order") return typeof value === "number";
  return typeof value === "string" && (key !== "title" || value.trim() !== "");
}

/** Missing English falls back to the other text, so that no heading is ever empty. */
function frontOf(value: Readonly<Record<string, unknown>>, slug: string): FrontMatter {
  const text = (key: string, fallback: string) => {
    const given = value[key];
    return typeof given === "string" && given.trim() !== "" ? given : fallback;
  };
  const title = text("title", slug);
  const description = text("description", "");
  return {
    title,
    title_en: text("title_en", title),
    description,
    description_en: text("description_en", description),
    ...Object.fromEntries(
      shortTitles.flatMap((key) => (text(key, "") ? [[key, text(key, "")]] : [])),
    ),
    order: typeof value["order"] === "number" ? value["order"] : defaultOrder,
  };
}
