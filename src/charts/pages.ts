import type { Child } from "../dom/index.ts";
import { formatNumber, punctuation, say, type Word } from "../words/index.ts";
import { type ChartContext, drawMore } from "./context.ts";

/** Rows of a table that a page shows at once: the browser lays them out in 100 ms of work. */
export const TABLE_PAGE = 320;

/** Rows of a matrix that a page shows at once, and how many make no second page. */
const MATRIX_ROWS = { page: 40, whole: 50 } as const;

/** Cells of a matrix that a page makes at once, whatever its rows. */
const MATRIX_CELLS = 4_000;

/** So many rows of a matrix stand on a page: few enough to find one by eye, of few all. */
export function matrixPage(rows: number, columns: number): number {
  const room = Math.max(1, Math.floor(MATRIX_CELLS / Math.max(1, columns)));
  return Math.min(room, rows <= MATRIX_ROWS.whole ? MATRIX_ROWS.whole : MATRIX_ROWS.page);
}

interface Pages<T> {
  readonly items: readonly T[];
  /** Items of a page. */
  readonly size: number;
  /** What the items are, as the line over a page counts them; rows by default. */
  readonly word?: Word;
  /** What an item is called, so that a folded page says where it begins and ends; unsaid by default. */
  readonly nameOf?: (item: T) => string;
  /** One page as an element; `at` is the place of its first item. */
  readonly draw: (items: readonly T[], at: number, context: ChartContext) => HTMLElement;
}

/** Which items a page has, of how many; of a folded one also which are the first and the last. */
function placeText<T>(
  { items, size, word = "result.page.at", nameOf }: Pages<T>,
  from: number,
  { language }: ChartContext,
): string {
  const page = items.slice(from, from + size);
  const number = (value: number) => formatNumber(value, language);
  const text = say(
    language,
    word,
    number(from + 1),
    number(from + page.length),
    number(items.length),
  );
  const [first, last] = [page[0], page.at(-1)];
  if (!nameOf || first === undefined || last === undefined) return text;
  return (
    text + punctuation[language].colon + say(language, "page.ends", nameOf(first), nameOf(last))
  );
}

/** A later page, folded: it opens by key, touch or search, and without a script too. */
function folded<T>(pages: Pages<T>, from: number, context: ChartContext): Child {
  const { items, size, draw } = pages;
  const { html } = context.build;
  const members = items.slice(from, from + size);
  const text = placeText(pages, from, context);
  const details = html("details", { class: "page" }, html("summary", {}, text));
  // By then the pieces of the figure are all made.
  const { later: _later, ...rest } = context;
  const fill = (): void => details.append(draw(members, from, rest));
  const fillLater = (): void => drawMore(rest, fill);
  if (context.isLive) details.addEventListener("toggle", fillLater, { once: true });
  else fill();
  return details;
}

/**
 * All items, none cut: the first page as it is, each further one folded below it. A page that
 * runs makes a folded one when it is opened; what leaves the page has all of them.
 */
export function paged<T>(pages: Pages<T>, context: ChartContext): HTMLElement {
  const { items, size, draw } = pages;
  const first = draw(items.slice(0, size), 0, context);
  if (items.length <= size) return first;
  const starts = Array.from(
    { length: Math.ceil(items.length / size) - 1 },
    (_, i) => size * (i + 1),
  );
  const { html } = context.build;
  return html(
    "div",
    { class: "paged" },
    html("p", { class: "page-at" }, placeText(pages, 0, context)),
    first,
    starts.map((from) => folded(pages, from, context)),
  );
}
