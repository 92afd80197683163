/**
 * The most that a notebook may hold. Far more than people write, and so little that reading it stays
 * short whatever it says: what is beyond is not read, and a problem says what and where.
 */
export const most = {
  /** Characters of a notebook; a longer one is one text. */
  text: 2_000_000,
  /** Lines of a notebook: all are looked at again at every key. One with more is one text too. */
  lines: 50_000,
  /** Cells; what follows them is one text. */
  cells: 300,
  /** Characters of a cell. */
  cell: 200_000,
  /** Lines of a text without a blank line between them. */
  paragraph: 2_000,
  /** Elements of all texts of a notebook. */
  nodes: 20_000,
  /** Levels of lists, quotations, divs, emphasis within one another. */
  nesting: 64,
  /** References in a text. */
  references: 2_000,
  /** Characters of front matter. */
  front: 20_000,
  /** Words and signs of a YAML mapping, its levels, its aliases and the values that they give. */
  yamlTokens: 50_000,
  yamlDepth: 64,
  aliases: 100,
  yamlValues: 20_000,
  /** Levels of JavaScript. */
  javascript: 500,
  /** Problems that are told of one cell, and in all. */
  problems: 100,
  allProblems: 1_000,
  /** Cycles that are told. */
  cycles: 100,
} as const;

/** `too many cells: 600 (at most 300)`; without a count where counting ended at the limit. */
export function tooMany(what: string, count: number | null, limit: number): string {
  return `too many ${what}${count === null ? "" : `: ${count}`} (at most ${limit})`;
}

/** The first problems; of the others, how many there are. */
export function firstOf<T>(problems: readonly T[], limit: number, more: (text: string) => T): T[] {
  if (problems.length <= limit) return [...problems];
  return [...problems.slice(0, limit), more(tooMany("problems", problems.length, limit))];
}
