import { group, groups } from "d3-array";
import { say } from "../i18n/index.ts";
import type { Child } from "../dom/index.ts";
import { metricName, regionName, type ChartContext } from "./context.ts";
import { glyph, glyphStyle, shapeOf } from "./glyph.ts";
import { accessibleName, evidenceAttributes, shortValue } from "./name.ts";
import type { Observation } from "./observation.ts";

const widest = ["filled", "ring", "half", "diamond", "square"];

/** Widest scope first, then the higher value. */
function byWidth(a: Observation, b: Observation): number {
  return widest.indexOf(shapeOf(a)) - widest.indexOf(shapeOf(b)) || (b.value ?? 0) - (a.value ?? 0);
}

function symbol(observation: Observation, context: ChartContext): Element {
  const { build } = context;
  return build.svg(
    "svg",
    { class: "symbol", width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
    glyph(build, glyphStyle(observation, context)),
  );
}

function cellMark(observation: Observation, context: ChartContext): Child {
  const { build } = context;
  if (observation.value === null)
    return build.html(
      "span",
      {
        class: "mark missing",
        role: "img",
        tabindex: -1,
        "data-missing": observation.missing,
        "aria-label": accessibleName(observation, context),
      },
      symbol(observation, context),
    );
  return build.html(
    "a",
    { class: "mark", ...evidenceAttributes(observation, context) },
    symbol(observation, context),
    build.html("span", {}, shortValue(observation, context)),
  );
}

/** Metrics down, regions across: what each report states, and what it does not. */
export function matrix(observations: readonly Observation[], context: ChartContext): HTMLElement {
  const { build, language } = context;
  const regions = [...group(observations, ({ region_id }) => region_id).keys()];
  const rows = groups(observations, ({ metric_id }) => metric_id ?? "");
  const head = build.html(
    "tr",
    {},
    build.html("th", { scope: "col" }, say(language, "table.metric")),
    regions.map((id) => build.html("th", { scope: "col" }, regionName(context, id))),
  );
  const body = rows.map(([metric, members]) =>
    build.html(
      "tr",
      {},
      build.html("th", { scope: "row" }, metricName(context, metric)),
      regions.map((id) =>
        build.html(
          "td",
          { "data-region": regionName(context, id) },
          members
            .filter(({ region_id }) => region_id === id)
            .toSorted(byWidth)
            .map((observation) => cellMark(observation, context)),
        ),
      ),
    ),
  );
  return build.html(
    "div",
    { class: "scroll matrix" },
    build.html("table", {}, build.html("thead", {}, head), build.html("tbody", {}, body)),
  );
}
