/** Lines with their ends (`\n`, `\r\n` or a lone `\r`), so that joining them gives the text back. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** A line without its end. */
export function withoutEnd(line: string): string {
  return line.replace(/(?:\r\n|\r|\n)$/, "");
}

export function isBlank(line: string): boolean {
  return line.trim() === "";
}

/** The line that ends a text before another text, MyST's block break. */
export const mark = "+++";

/** Whether a line (without its end) is that mark. */
export function isMark(line: string): boolean {
  return line.trimEnd() === mark;
}
