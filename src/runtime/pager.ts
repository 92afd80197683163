import type { ChartContext } from "../charts/index.ts";
import { formatNumber, say, type Word } from "../words/index.ts";

export interface PagerOptions {
  readonly total: number;
  /** Rows of a page. */
  readonly size: number;
  readonly context: ChartContext;
}

export interface Pager {
  readonly element: HTMLElement;
  /** Says which page is shown, without telling it. */
  show(page: number): void;
}

/** Buttons to go through pages; null where one page holds all. Pages count from 0. */
export function pager(
  { total, size, context: { build, language } }: PagerOptions,
  first: number,
  onPage: (page: number) => void,
): Pager | null {
  const last = Math.ceil(total / size) - 1;
  if (last < 1) return null;
  const { html } = build;
  let page = first;
  const go = (to: number): void => {
    show(Math.min(Math.max(to, 0), last));
    onPage(page);
  };
  const button = (word: Word, target: () => number) => {
    const element = html("button", { type: "button" }, say(language, word));
    element.addEventListener("click", () => {
      if (element.getAttribute("aria-disabled") !== "true") go(target());
    });
    return element;
  };
  const back = [
    button("result.page.first", () => 0),
    button("result.page.previous", () => page - 1),
  ];
  const ahead = [
    button("result.page.next", () => page + 1),
    button("result.page.last", () => last),
  ];
  const at = html("span", { role: "status" });
  const jump = html("input", { type: "number", min: 1, max: last + 1, inputmode: "numeric" });
  jump.addEventListener("change", () => {
    if (Number.isInteger(jump.valueAsNumber)) go(jump.valueAsNumber - 1);
    else show(page);
  });
  const show = (next: number): void => {
    page = next;
    const number = (value: number) => formatNumber(value, language);
    const end = Math.min((page + 1) * size, total);
    at.textContent = say(
      language,
      "result.page.at",
      number(page * size + 1),
      number(end),
      number(total),
    );
    jump.value = String(page + 1);
    // A disabled button would lose the focus.
    for (const element of back) element.setAttribute("aria-disabled", String(page === 0));
    for (const element of ahead) element.setAttribute("aria-disabled", String(page === last));
  };
  show(page);
  const label = html("label", {}, say(language, "result.page.go"), " ", jump);
  const frame = { class: "pages", "aria-label": say(language, "result.pages") };
  return { element: html("nav", frame, back, at, ahead, label), show };
}
