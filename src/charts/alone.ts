import type { Child } from "../dom/index.ts";
import { punctuation, say } from "../i18n/index.ts";
import { type Lone, periodOf, regionName, scopeOf, shortValue } from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { evidenceAttributes } from "./attributes.ts";
import { symbol } from "./symbol.ts";

/** So many are shown at once; the others behind a line that says how many. */
const SHOWN = 6;

function item({ observation, reason }: Lone, context: ChartContext): Child {
  const { build, language } = context;
  const details = [periodOf(observation, context), scopeOf(observation, context)].filter(Boolean);
  const attributes = evidenceAttributes(observation, context);
  const joint = punctuation[language].semicolon;
  return build.html(
    "li",
    {},
    build.html(
      "div",
      { class: "who" },
      build.html("span", { class: "region" }, regionName(context, observation.region_id)),
      " ",
      // What the link shows is what its name says, in one piece: the region stands before it.
      build.html(
        "a",
        { class: "mark", ...attributes, "aria-label": attributes["aria-label"] + joint + reason },
        symbol(observation, context),
        build.html("span", { class: "value" }, shortValue(observation, context)),
      ),
    ),
    " ",
    build.html("span", { class: "detail" }, details.join(" · ")),
    " ",
    build.html("span", { class: "reason" }, reason),
  );
}

/** Figures that can stand beside no other: by name and value, on no axis, each with the reason. */
export function aloneList(alone: readonly Lone[], context: ChartContext): Child {
  if (alone.length === 0) return null;
  const { build, language } = context;
  const items = alone.map((lone) => item(lone, context));
  // Nothing is gained by hiding a single one.
  const shown = items.length <= SHOWN + 1 ? items.length : SHOWN;
  const rest = items.slice(shown);
  return build.html(
    "div",
    { class: "alone" },
    build.html("p", { class: "header" }, say(language, "panel.alone")),
    build.html("ul", {}, items.slice(0, shown)),
    rest.length === 0
      ? null
      : build.html(
          "details",
          {},
          build.html("summary", {}, say(language, "panel.more", rest.length)),
          build.html("ul", {}, rest),
        ),
  );
}
