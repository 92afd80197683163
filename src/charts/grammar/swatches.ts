import type { Child } from "../../dom/index.ts";
import type { ChartContext } from "../context.ts";
import { tickText, valueText } from "./columns.ts";
import type { Exposed } from "./scales.ts";

/** Steps of a colour scale with the values that they begin and end at. */
function stepTexts({ domain }: Exposed, column: string, context: ChartContext): string[] {
  const limits = domain.filter((value) => typeof value === "number");
  const text = (value: number) => tickText(column, Number(value.toPrecision(3)), context);
  const [first] = limits;
  const last = limits.at(-1);
  if (first === undefined || last === undefined) return [];
  const between = limits.slice(1).map((value, i) => `${text(limits[i] ?? 0)}–${text(value)}`);
  return [`< ${text(first)}`, ...between, `≥ ${text(last)}`];
}

/** The key of the colours: what each stands for, in words. Null where there is no colour scale. */
export function swatches(
  scale: Exposed | undefined,
  column: string,
  label: string | null,
  context: ChartContext,
): Child {
  if (!scale?.range || scale.domain.length === 0) return null;
  const { html, svg } = context.build;
  const isOrdinal = scale.type === "ordinal";
  const texts = isOrdinal
    ? scale.domain.map((value) => valueText(column, value, context))
    : stepTexts(scale, column, context);
  return html(
    "div",
    { class: "swatches" },
    label ? html("span", { class: "detail" }, label) : null,
    html(
      "ul",
      { role: "list" },
      texts.map((text, i) =>
        html(
          "li",
          {},
          svg(
            "svg",
            { width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" },
            svg("rect", { width: 12, height: 12, rx: 2, fill: String(scale.range?.[i] ?? "none") }),
          ),
          text,
        ),
      ),
    ),
  );
}
