import { ruleWords } from "../facts/index.ts";
import type { Child } from "../dom/index.ts";
import { list, say } from "../i18n/index.ts";
import type { ChartContext } from "./context.ts";
import type { FigureOptions } from "./figure.ts";
import { forbidding, type Arrangement } from "./panels.ts";

/** What keeps figures of these sets apart, in a few words each; "" where nothing does. */
export function forbiddenBecause(
  arrangements: readonly Arrangement[],
  { language }: ChartContext,
): string {
  const rules = arrangements.flatMap(({ comparison }) => forbidding(comparison));
  const titles = new Set(rules.map(({ rule }) => ruleWords[rule].title[language]));
  return list(language, [...titles]);
}

/** Says, for as long as the reader overrules the rules, that they forbid it and why. */
export function warning(arrangements: readonly Arrangement[], context: ChartContext): Child {
  if (!arrangements.some(({ isSplit }) => isSplit)) return null;
  const reasons = forbiddenBecause(arrangements, context);
  return context.build.html(
    "p",
    { class: "warning", role: "note" },
    say(context.language, "together.warning", reasons),
  );
}

/**
 * The button that puts on one axis what the rules keep apart, and back; only where they do, and
 * where somebody listens. In a page that is not live yet it is unseen and keeps its place, so that
 * nothing moves when it comes.
 */
export function togetherButton(
  arrangements: readonly Arrangement[],
  { id, state, together = false, onTogether }: FigureOptions,
  { build, language }: ChartContext,
): Child {
  const isWaiting = state === "static" && onTogether !== null;
  if (!(onTogether || isWaiting) || !arrangements.some(({ isSplit }) => isSplit)) return null;
  const button = build.html(
    "button",
    {
      type: "button",
      // By its id the focus finds it again after the chart is drawn anew.
      id: `${id}-together`,
      class: isWaiting ? "together waiting" : "together",
      disabled: isWaiting,
      "data-action": "together",
      "aria-pressed": String(together),
    },
    say(language, "together.button"),
  );
  button.addEventListener("click", () => onTogether?.(!together));
  return button;
}
