/** A text as it is compared: half width, lower case, no accents or apostrophes, ü as v, hyphens as spaces. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the span in the original that it comes from, end excluded. */
  readonly spans: readonly Span[];
}

/** UTF-16 offsets in an original text, end excluded. */
export type Span = readonly [start: number, end: number];

/** Folds a text and keeps where each unit came from, so that a find can be marked. */
export function fold(original: string): Folded {
  let text = "";
  const spans: Span[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) spans.push([at, at + character.length]);
    at += character.length;
  }
  return { text, spans };
}

/** Most of the text: CJK ideographs and lower-case letters fold to themselves. */
function isPlain(character: string): boolean {
  return /^[\u4e00-\u9fffa-z0-9 ]$/.test(character);
}

function foldCharacter(character: string): string {
  if (isPlain(character)) return character;
  if (/['’‘ʼ`]/.test(character)) return "";
  return character
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ü", "v")
    .replace(/[-‐‑–—_]/g, " ")
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "");
}

/** Units `start` to `end` of a folded text as one span of the original; none where empty. */
export function unfold({ spans }: Folded, start: number, end: number): Span[] {
  const [first, last] = [spans[start], spans[end - 1]];
  return first && last && start < end ? [[first[0], last[1]]] : [];
}

/** Spans in order, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && span[0] <= last[1])
      result[result.length - 1] = [last[0], Math.max(last[1], span[1])];
    else result.push(span);
  }
  return result;
}

/** The Latin words of a folded text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[a-z]+/g) ?? [];
}

/** True for a text of Latin letters (and no Chinese characters), which may be pinyin. */
export function isLatin(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

/** True where a Chinese character occurs. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
