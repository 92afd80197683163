import { formatNumber, say, type Word } from "../words/index.ts";
import type { Language } from "../domain/index.ts";
import type { FigureContext } from "./context.ts";
import type { Row } from "./observation.ts";

/** Marks of a chart that draws one of each row; a drawing of more cannot be read. */
export const MOST_MARKS = 500;

/** Rows of a query that the general grammar draws one by one; of more the engine makes sums. */
export const MOST_DRAWN = 10_000;

/** Places of a matrix, with a figure or without. */
const MOST_PLACES = 200_000;

/** Characters of a name, a choice or another value that a chart or an input writes out. */
const MOST_CHARACTERS = 1_000;

/** Throws in the reader's words where there is more than is drawn: nothing is left out in silence. */
function refuseOver(most: number, count: number, word: Word, language: Language, name = ""): void {
  if (count <= most) return;
  throw new Error(
    say(language, word, formatNumber(count, language), formatNumber(most, language), name),
  );
}

/** Refuses what would draw too many marks, and says what to write instead. */
export function checkMarks(count: number, { language }: Pick<FigureContext, "language">): void {
  refuseOver(MOST_MARKS, count, "limit.marks", language);
}

/** Refuses a matrix of more places than a page can hold. */
export function checkPlaces(count: number, { language }: Pick<FigureContext, "language">): void {
  refuseOver(MOST_PLACES, count, "limit.places", language);
}

/** Refuses rows with a text that nobody can read as a name, and that would hold the page. */
export function checkTexts(
  rows: readonly Row[],
  { language }: Pick<FigureContext, "language">,
): void {
  for (const row of rows)
    for (const [name, value] of Object.entries(row))
      if (typeof value === "string")
        refuseOver(MOST_CHARACTERS, value.length, "limit.text", language, name);
}
