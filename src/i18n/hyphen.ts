const SOFT_HYPHEN = "\u00ad";

/** The end of a syllable of pinyin that another follows: Hei|long|jiang, Mon|go|lia. */
const syllable = /([aeiouü](?:ng|n|r)?)(?=[bcdfghj-np-tw-z]h?[aeiouü])/gi;

/** A name with the places marked where a narrow column may break it; short ones stay whole. */
export function softHyphens(name: string): string {
  return name.replace(/[A-Za-zü]{7,}/g, (word) => word.replace(syllable, `$1${SOFT_HYPHEN}`));
}
