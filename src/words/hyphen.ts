const SOFT_HYPHEN = "\u00ad";

/** The end of a syllable of pinyin that another follows: Hei|long|jiang, Mon|go|lia. */
const syllable = /([aeiouü](?:ng|n|r)?)(?=[bcdfghj-np-tw-z]h?[aeiouü])/gi;

/** The last syllable of English words as measures have them: inspec|tion, busi|ness, prom|ised; and a first one. */
const endings = "[st]ions?|ments?|ness|dents?|ties|tive|tory|sures?|ised";
const breaks = new RegExp(
  `(?<=^com)(?=p)|(?<=[a-z]{2}[^\\u00ad])(?=(?:${endings})$)|(?<=[a-z]{6})(?=ed$)`,
  "gi",
);

/**
 * A name with the places marked where a narrow column may break it: before an English ending, and
 * between the syllables of pinyin in words of at least `least` letters (default 7).
 */
export function softHyphens(name: string, { least = 7 }: { readonly least?: number } = {}): string {
  const broken = (word: string) =>
    word.length < least ? word : word.replace(syllable, `$1${SOFT_HYPHEN}`);
  return name.replace(/[A-Za-zü]{7,}/g, (word) => broken(word).replace(breaks, SOFT_HYPHEN));
}
