import type { Child } from "../dom/index.ts";
import { formatNumber, say } from "../words/index.ts";
import { type ChartContext, drawMore } from "./context.ts";

/** Rows of a table that a page shows at once: the browser lays them out in 100 ms of work. */
export const TABLE_PAGE = 320;

/** Cells of a matrix that a page shows at once. */
export const MATRIX_PAGE = 4_000;

interface Pages<T> {
  readonly items: readonly T[];
  /** Items of a page. */
  readonly size: number;
  /** One page as an element; `at` is the place of its first item. */
  readonly draw: (items: readonly T[], at: number, context: ChartContext) => HTMLElement;
}

function placeText(from: number, to: number, total: number, { language }: ChartContext): string {
  const number = (value: number) => formatNumber(value, language);
  return say(language, "result.page.at", number(from + 1), number(to), number(total));
}

/** A later page, folded: it opens by key, touch or search, and without a script too. */
function folded<T>({ items, size, draw }: Pages<T>, from: number, context: ChartContext): Child {
  const { html } = context.build;
  const members = items.slice(from, from + size);
  const text = placeText(from, from + members.length, items.length, context);
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
    html("p", { class: "page-at" }, placeText(0, size, items.length, context)),
    first,
    starts.map((from) => folded(pages, from, context)),
  );
}
