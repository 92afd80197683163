/**
 * Characters that show nothing or turn the direction of what stands beside them: controls, zero
 * widths, soft hyphens, bidirectional marks, tags, byte-order marks, fillers. A text with them reads
 * otherwise than it is. Not among them are line ends, tabs, and the marks of Arabic that are seen.
 */
export const invisible =
  /(?![\t\n\r\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** What joins the parts of one emoji is seen as that emoji. */
const joined =
  /(?<=\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d(?=\p{Extended_Pictographic})/gu;

/** The name of a character where it shows nothing: `⟨U+202E⟩`. */
export function nameOf(code: number): string {
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

/** A text with names in place of what shows nothing. What leaves the page as a file stays as it is. */
export function visible(text: string): string {
  if (text.search(invisible) < 0) return text;
  const emoji = new Set([...text.matchAll(joined)].map(({ index }) => index));
  return text.replace(invisible, (character, offset: number) =>
    emoji.has(offset) ? character : nameOf(character.codePointAt(0) ?? 0),
  );
}

/** The same for what we write ourselves, whose soft hyphens are ours. */
export function visibleText(text: string): string {
  return text.includes("\u00ad") ? text.split("\u00ad").map(visible).join("\u00ad") : visible(text);
}
