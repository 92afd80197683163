import type { ChartContext } from "../charts/index.ts";
import type { Child } from "../dom/index.ts";
import { say } from "../i18n/index.ts";

/**
 * What a reader can do with a chart, in a row below it. Without a script each is a link to what
 * lies in the figure's folder; with one it opens in place.
 * @param embed path of the folder of all figures from the page; null where the chart has no page
 */
export function figureActions(embed: string | null) {
  return (id: string, { build: { html }, language }: ChartContext): Child => {
    const href =
      embed === null ? null : `${embed}${encodeURIComponent(id)}/${language === "en" ? "en/" : ""}`;
    const name = say(language, "figure.embed");
    const action = { "data-action": "embed", "data-figure": id };
    return html(
      "p",
      { class: "figure-actions" },
      href === null
        ? html("button", { type: "button", ...action }, name)
        : html("a", { href, ...action }, name),
    );
  };
}
