import context from "./lexicon/context.json" with { type: "json" };

/** The lists of `lexicon/context.json`. */
export const contextWords = context;

function pattern(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[()]/g, "\\$&"))
    .join("|");
}

/** A regular expression for any of some words, the longest first. */
export function anyOf(words: readonly string[], flags = ""): RegExp {
  return new RegExp(pattern(words), flags);
}

const fillers = new RegExp(`${pattern(context.fillers)}|[\\s:,、()/“”"'.;]`, "g");

/** What of a stretch says something: without words that lead to any number, and punctuation. */
export function contentOf(text: string): string {
  return text.replace(fillers, "");
}

const modifiers = new RegExp(
  pattern([
    ...context.sectors,
    ...context.procedures,
    ...context.before_accident,
    ...context.after_accident,
    ...context.subjects.flatMap(({ words }) => words),
  ]),
  "g",
);

/** What of a stretch is neither filler nor says of which part, whose work, or when. */
export function unknownIn(text: string): string {
  return contentOf(
    contentOf(text)
      .replace(modifiers, "")
      .replace(/企业|单位|类|领域|行业|处$/g, ""),
  );
}

const blockers = anyOf(context.blockers);

/** True where a verb between a word and a number makes the number another's. */
export function isBlocked(gap: string): boolean {
  return blockers.test(gap);
}
