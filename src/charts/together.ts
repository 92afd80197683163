import type { Child } from "../dom/index.ts";
import type { FigureModel } from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import type { FigureOptions } from "./figure.ts";
import { say } from "../words/index.ts";

/**
 * The button that puts on one axis what the rules keep apart, and back; only where they do, and
 * where somebody listens. In a page that is not live yet it is unseen and keeps its place, so that
 * nothing moves when it comes.
 */
export function togetherButton(
  { id, comparability }: FigureModel,
  { state, onTogether }: FigureOptions,
  { build, language }: ChartContext,
): Child {
  const isWaiting = state === "static" && onTogether !== null;
  if (!(onTogether || isWaiting) || !comparability.isSplit) return null;
  const button = build.html(
    "button",
    {
      type: "button",
      // By its id the focus finds it again after the chart is drawn anew.
      id: `${id}-together`,
      class: isWaiting ? "together waiting" : "together",
      disabled: isWaiting,
      "data-action": "together",
    },
    say(language, comparability.isOverruled ? "together.back" : "together.button"),
  );
  button.addEventListener("click", () => onTogether?.(!comparability.isOverruled));
  return button;
}
