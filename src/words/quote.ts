/** A text that will stand between double quotes: its own become single ones, in both languages. */
export function withinQuotes(text: string): string {
  return text.replaceAll("“", "‘").replaceAll("”", "’");
}
