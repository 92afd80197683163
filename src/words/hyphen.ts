const SOFT_HYPHEN = "\u00ad";

/** The end of a syllable of pinyin that another follows: Hei|long|jiang, Mon|go|lia. */
const syllable = /([aeiouü](?:ng|n|r)?)(?=[bcdfghj-np-tw-z]h?[aeiouü])/gi;

/**
 * A name with the places marked where a narrow column may break it. Words of fewer letters than
 * `least` (default 7) stay whole.
 */
export function softHyphens(name: string, { least = 7 }: { readonly least?: number } = {}): string {
  const broken = (word: string) => word.replace(syllable, `$1${SOFT_HYPHEN}`);
  return name.replace(/[A-Za-zü]+/g, (word) => (word.length < least ? word : broken(word)));
}
