/**
 * Text is measured by rule, not by the browser: the same picture at build and in the page, and
 * Chinese, which the plotting library would take for Latin letters, gets its full width.
 */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const NARROW = /[ilI.,:;'|!()[\] ·–-]/;
/**
 * Marks that may not begin a line, and those that may not end one: the basic level of "Prohibition
 * rules for line start and line end" in W3C, Requirements for Chinese Text Layout (clreq), 3.1.
 * Full-width ones by code, to tell them apart.
 */
const NO_START =
  /[\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff05\uff09\uff5d\uff5e\uff3d。、》〉」』】〗〕’”々‧,.;:!?)\]}%‰℃…—～·]/;
const NO_END = /[\uff08\uff3b\uff5b《〈「『【〖〔‘“([{¥￥]/;
/** A number keeps its unit: 1.05亿元, 3.2个百分点, 12 家次. */
const QUANTITY =
  /\d[\d.,]*\s?(?:[百千]?[万亿]?[元件家项次人起条处户艘辆年月日天倍]|[百千]?[万亿]|家次|个(?:百(?:分点?)?)?|%)$/;
/** And so it does in English. */
const QUANTITY_EN = /(?:CNY\s\S+|\d\s(?:million|billion|pp)\b\S*)\s*$/;

/** Width of a character in em: that of the widest of the usual fonts. */
function characterWidth(character: string): number {
  if (WIDE.test(character) || character === "%") return 1;
  if (NARROW.test(character)) return 0.34;
  if (/[A-Zmw]/.test(character)) return 0.78;
  return /\d/.test(character) ? 0.64 : 0.58;
}

/** How much wider a text is in bold. */
export const BOLD = 1.1;

/** Width of a text in bold in px; Latin letters grow more than figures and Chinese do. */
export function boldWidth(text: string, fontSize: number): number {
  return textWidth(text, fontSize) * (/[a-z]/i.test(text) ? BOLD * 1.08 : BOLD);
}

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
  const both = before + token;
  return (
    /^\s/.test(token) ||
    NO_START.test(token[0] ?? "") ||
    NO_END.test(before.trimEnd().at(-1) ?? "") ||
    (!/^\d/.test(token) && QUANTITY.test(both)) ||
    QUANTITY_EN.test(both)
  );
}

/** A word wider than the line is cut between two letters, with a hyphen; a number never is. */
function cut(piece: string, width: number, fontSize: number): string[] {
  if (/\d/.test(piece)) return [piece];
  const parts: string[] = [];
  let part = "";
  for (const character of piece) {
    const isInWord = /[a-z]{2}$/i.test(part) && /[a-z]/i.test(character);
    if (isInWord && textWidth(`${part}${character}-`, fontSize) > width) {
      parts.push(`${part}-`);
      part = character;
    } else part += character;
  }
  return [...parts, part];
}

/**
 * Breaks a text into lines no wider than `width` px, by the rules of Chinese and of English. A number
 * with its unit may be wider; a Latin word that is gets a hyphen.
 */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = "";
  const flush = (next: string): void => {
    if (line.trim()) lines.push(line.trimEnd());
    line = next;
  };
  for (const piece of pieces(text)) {
    if (textWidth(line + piece.trimEnd(), fontSize) <= width) line += piece;
    else if (textWidth(piece.trim(), fontSize) <= width) flush(piece.trimStart());
    else for (const part of cut(piece.trimStart(), width, fontSize)) flush(part);
  }
  flush("");
  return lines;
}
