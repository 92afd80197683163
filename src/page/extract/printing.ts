import type { Figure } from "../../review/index.ts";
import type { Context } from "./context.ts";
import { clauseQuote } from "./row.ts";
import { metricName, valueText, whereabouts } from "./say.ts";
import type { Standing } from "./standing.ts";

/**
 * What is printed of a report: its figures with their clauses, in the order of the text. It is made
 * when somebody prints, since the page shows one clause at a time.
 */
export function printedFigures(
  context: Context,
  standing: Standing,
  signal: AbortSignal,
): HTMLElement {
  const { build, t } = context;
  const { html, document } = build;
  const element = html("section", { class: "printed", "aria-hidden": "true" });
  const fill = (): void => {
    const left = standing.figures.filter(({ state }) => state !== "rejected");
    const rejected = standing.figures.length - left.length;
    element.replaceChildren(
      html("h3", {}, t("print.title", left.length)),
      rejected > 0 ? html("p", { class: "note" }, t("print.rejected", rejected)) : "",
      html(
        "ol",
        {},
        left.map((figure) => printedFigure(context, figure)),
      ),
    );
  };
  const window = document.defaultView;
  window?.addEventListener("beforeprint", fill, { signal });
  window?.addEventListener("afterprint", () => element.replaceChildren(), { signal });
  // What only looks as in print gives no event but this one.
  const media = window?.matchMedia("print");
  media?.addEventListener("change", ({ matches }) => {
    if (matches && !signal.aborted) fill();
  });
  return element;
}

function printedFigure(context: Context, figure: Figure): HTMLElement {
  const { build, t } = context;
  const { html } = build;
  const { fact, state } = figure;
  return html(
    "li",
    {},
    html(
      "p",
      {},
      html("strong", {}, `${metricName(context, fact)} ${valueText(context, fact)}`),
      " ",
      html(
        "span",
        { class: "held" },
        [...whereabouts(context, fact), t(`state.${state}`)].join(" · "),
      ),
    ),
    clauseQuote(context, figure),
  );
}
