import type { Child } from "../dom/index.ts";
import { denialSuffix, isNumber, type RichText, type TextNumber } from "../figures/index.ts";
import { evidenceAttributes } from "./attributes.ts";
import type { ChartContext } from "./context.ts";

/** A number as a link to its clause; one that is not its figure's says so where it stands. */
function numberElement({ text, observation, denial }: TextNumber, context: ChartContext): Child {
  const { build, language } = context;
  if (denial === null)
    return build.html("a", { class: "number", ...evidenceAttributes(observation, context) }, text);
  return build.html(
    "span",
    { class: "number denied", "data-source": "none" },
    text,
    build.html("small", {}, denialSuffix(denial, language)),
  );
}

/** A text of a figure as elements of the page. */
export function textElements(text: RichText, context: ChartContext): Child[] {
  return text.map((node) => {
    if (typeof node === "string") return node;
    if (isNumber(node)) return numberElement(node, context);
    return context.build.html(node.tag, node.attributes, textElements(node.children, context));
  });
}
