/**
 * Text is measured by rule, not by the browser: the same picture at build and in the page, and
 * Chinese, which the plotting library would take for Latin letters, gets its full width.
 */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const NARROW = /[ilI.,:;'|!()[\] ·–-]/;
/** Characters that may not begin a line in Chinese; full-width ones by code, to tell them apart. */
const NO_START = /[\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff05\uff09。、》」』】’”,.;:!?)\]%…—·]/;
/** Characters that may not end one. */
const NO_END = /[\uff08《「『【‘“([]/;

/** Width of a character in em: that of the widest of the usual fonts. */
function characterWidth(character: string): number {
  if (WIDE.test(character) || character === "%") return 1;
  if (NARROW.test(character)) return 0.34;
  if (/[A-Zmw]/.test(character)) return 0.78;
  return /\d/.test(character) ? 0.64 : 0.58;
}

/** How much wider a text is in bold. */
export const BOLD = 1.1;

/** Width of a text in px at a font size; a deliberate slight overestimate. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((em, character) => em + characterWidth(character), 0) * fontSize;
}

/** Pieces that stay together: a Latin word or number, or one Chinese character with its marks. */
export function pieces(text: string): string[] {
  const result: string[] = [];
  for (const token of text.match(/[\u0021-\u007e\u00a0-\u024f–]+|\s+|./gu) ?? []) {
    const last = result.at(-1);
    if (last !== undefined && staysWith(last, token)) result[result.length - 1] = last + token;
    else result.push(token);
  }
  return result;
}

/** A space belongs to what stands before it, so that a mark after it cannot begin a line either. */
function staysWith(before: string, token: string): boolean {
  return (
    /^\s/.test(token) || NO_START.test(token[0] ?? "") || NO_END.test(before.trimEnd().at(-1) ?? "")
  );
}

/** Breaks a text into lines no wider than `width` px, by the rules of Chinese and of English. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line && textWidth(line + piece.trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}
