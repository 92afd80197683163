import type { Child } from "../dom/index.ts";
import { circled, isAbsent } from "../figures/index.ts";
import { evidenceAttributes, missingAttributes } from "./attributes.ts";
import type { AbsentItem, NumberedText, Swatch } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { pinButton } from "./pin.ts";
import { symbol } from "./symbol.ts";

/** An item with a role of its own would be no item of its list: the mark stands within it. */
function absentItem({ observation, name, text }: AbsentItem, context: ChartContext): Child {
  const { build } = context;
  const content = [symbol(observation, context), text];
  if (isAbsent(observation))
    return build.html(
      "span",
      { ...missingAttributes(observation, context), "aria-label": name },
      content,
    );
  return build.html(
    "a",
    { class: "mark", ...evidenceAttributes(observation, context), "aria-label": name },
    content,
  );
}

/** What has no place in a drawing, each with its square and its reason. */
export function absentList(
  title: string,
  items: readonly AbsentItem[],
  pinned: readonly string[] | undefined,
  context: ChartContext,
): HTMLElement {
  const { html } = context.build;
  return html(
    "div",
    { class: "none" },
    title === "" ? null : html("p", { class: "header" }, title),
    html(
      "ul",
      {},
      items.map((item) => {
        const { region_id } = item.observation;
        return html(
          "li",
          { "data-region-id": region_id },
          absentItem(item, context),
          pinned && pinButton(item.observation, pinned.includes(region_id), context),
        );
      }),
    ),
  );
}

/** Texts by the numbers that a drawing gives them. */
export function numberedList(items: readonly NumberedText[], { build }: ChartContext): HTMLElement {
  return build.html(
    "ul",
    { class: "annotations" },
    items.map(({ number, text }) =>
      build.html("li", {}, build.html("span", {}, circled(number)), ` ${text}`),
    ),
  );
}

/** The key of colours: what each stands for, in words. */
export function swatchList(
  label: string | null,
  items: readonly Swatch[],
  { build }: ChartContext,
): HTMLElement {
  return build.html(
    "div",
    { class: "swatches" },
    label ? build.html("span", { class: "detail" }, label) : null,
    build.html(
      "ul",
      { role: "list" },
      items.map(({ sample, text }) => build.html("li", {}, sample, text)),
    ),
  );
}
