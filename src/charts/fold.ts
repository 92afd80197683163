import type { Child } from "../dom/index.ts";
import type { Foldable } from "../figures/index.ts";
import { say } from "../words/index.ts";
import type { ChartContext } from "./context.ts";

/** A part under its name and count: a disclosure, which works by key, touch and without a script. */
export function foldElement(
  { title, count, isOpen }: Foldable,
  children: Child,
  { build: { html } }: ChartContext,
): HTMLElement {
  return html(
    "details",
    // By its name it is found again when the chart is drawn anew.
    { class: "fold", "data-fold": title, open: isOpen },
    html("summary", {}, html("span", { class: "title" }, title), " ", html("small", {}, count)),
    children,
  );
}

/** Where the reader types a name to find its rows; nothing where no page listens. */
export function finderField(figure: string, { build, language, onPin }: ChartContext): Child {
  if (!onPin) return null;
  const { html } = build;
  const isWaiting = onPin === "waiting";
  const id = `${figure}-find`;
  return html(
    "div",
    { class: isWaiting ? "finder waiting" : "finder", role: "search" },
    html("label", { for: id }, say(language, "find.label")),
    html("input", {
      type: "search",
      id,
      disabled: isWaiting,
      placeholder: say(language, "find.placeholder"),
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "go",
      "aria-describedby": `${id}-keys`,
      "data-action": "find",
    }),
    html("span", { class: "detail", id: `${id}-keys` }, say(language, "find.keys")),
    html("p", { class: "status", role: "status" }),
  );
}
