import { problem } from "./problem.ts";
import type { NotebookProblem } from "./types.ts";

const attribute = /[ \t]*(?:([A-Za-z][\w-]*)=(?:"([^"]*)"|([^\s"]+))(?=\s|$)|(\S+))/y;

export interface Attributes {
  readonly values: Readonly<Record<string, string>>;
  /** 1-based column of each attribute's name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly problems: readonly NotebookProblem[];
}

/**
 * `key=value` and `key="quoted value"`, separated by spaces. The first of a doubled key counts.
 * @param column 1-based column of the text's first character
 */
export function parseAttributes(text: string, line: number, column: number): Attributes {
  const values = new Map<string, string>();
  const columns = new Map<string, number>();
  const problems: NotebookProblem[] = [];
  for (const match of text.trimEnd().matchAll(new RegExp(attribute, "gy"))) {
    const place = column + match.index + (match[0].length - match[0].trimStart().length);
    const [, key, quoted, plain, broken] = match;
    if (key === undefined) problems.push(problem(`invalid attribute: ${broken}`, line, place));
    else if (values.has(key))
      problems.push(problem(`invalid attribute: ${key} (given twice)`, line, place));
    else {
      values.set(key, quoted ?? plain ?? "");
      columns.set(key, place);
    }
  }
  return { values: Object.fromEntries(values), columns, problems };
}
