import type { ChartContext } from "../../charts/index.ts";
import type { Child } from "../../dom/index.ts";
import { say } from "../../words/index.ts";

/**
 * Leads to the page that a chart has of its own, which other pages can hold. Without a script it is
 * a link to that page; with one it opens what they need.
 * @param embed path of the folder of all figures from the page; null where the chart has no page
 */
export function figureActions(embed: string | null) {
  return (id: string, { build: { html }, language }: ChartContext): Child => {
    const href =
      embed === null ? null : `${embed}${encodeURIComponent(id)}/${language === "en" ? "en/" : ""}`;
    const name = say(language, "figure.embed");
    const action = { "data-action": "embed", "data-figure": id };
    return href === null
      ? html("button", { type: "button", ...action }, name)
      : html("a", { href, ...action }, name);
  };
}
