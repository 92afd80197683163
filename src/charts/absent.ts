import type { Child } from "../dom/index.ts";
import { punctuation } from "../words/index.ts";
import {
  absenceName,
  absenceReason,
  absenceTitle,
  type Absent,
  regionName,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { size } from "./layout.ts";
import { missingAttributes } from "./attributes.ts";
import { BOLD, textWidth, wrap } from "./text.ts";
import { symbolAt, textLines } from "./shapes.ts";

/** Regions without a figure: listed below the ranking, each with its open square. */
export function missingRows(
  missing: readonly Absent[],
  top: number,
  width: number,
  context: ChartContext,
) {
  const { build, language } = context;
  if (missing.length === 0) return { element: null, height: 0 };
  // On the line of their head where there is room.
  const title = absenceTitle(missing, context);
  let x = Math.ceil(textWidth(title, size.header) * BOLD * 1.08) + 16;
  let y = top + 18;
  const items = missing.map((observation) => {
    const text = [
      regionName(context, observation.region_id),
      absenceReason(observation, context),
    ].join(punctuation[language].colon);
    const lines = wrap(text, width - 24, size.detail);
    const room = Math.max(...lines.map((line) => textWidth(line, size.detail))) + 30;
    if (x > 0 && x + room > width) [x, y] = [0, y + 24];
    const [left, first] = [x, y];
    [x, y] = lines.length > 1 ? [width, y + (lines.length - 1) * size.lineGap] : [x + room, y];
    return build.svg(
      "g",
      {
        ...missingAttributes(observation, context),
        "aria-label": absenceName(observation, context),
      },
      symbolAt(`${left + 7},${first - 4}`, observation, context),
      textLines("detail", lines, { x: left + 20, y: first, gap: size.lineGap }, context),
    );
  });
  const element = absentGroup(title, items, { top, width }, context);
  return { element, height: y - top + 12 };
}

/** What has no figure, under a rule and its head. */
export function absentGroup(
  title: string,
  items: Child,
  { top, width }: { readonly top: number; readonly width: number },
  { build }: ChartContext,
): SVGElement {
  return build.svg(
    "g",
    { class: "group none" },
    build.svg("path", { class: "rule", d: `M0,${top + 2.5}H${width}` }),
    build.svg("text", { class: "header", "text-anchor": "start", x: 0, y: top + 18 }, title),
    items,
  );
}
