import type { Child } from "../dom/index.ts";
import { statedOf, type Fact } from "../facts/index.ts";
import { punctuation, say } from "../i18n/index.ts";
import { regionName, type ChartContext } from "./context.ts";
import { glyph, glyphStyle } from "./glyph.ts";
import { size } from "./layout.ts";
import { accessibleName, missingAttributes, periodOf, scopeOf } from "./name.ts";
import { observe, type Absent } from "./observation.ts";
import { textWidth, wrap } from "./text.ts";

/** Regions without a figure: listed below the ranking, each with its open square. */
export function missingRows(
  missing: readonly Absent[],
  top: number,
  width: number,
  context: ChartContext,
) {
  const { build, language } = context;
  if (missing.length === 0) return { element: null, height: 0 };
  let x = 0;
  let y = top + 38;
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
    const symbol = glyph(build, glyphStyle(observation, context));
    symbol.setAttribute("transform", `translate(${left + 7},${first - 4})`);
    return build.svg(
      "g",
      {
        ...missingAttributes(observation, context),
        "aria-label": absenceName(observation, context),
      },
      symbol,
      lines.map((line, i) =>
        build.svg(
          "text",
          {
            class: "detail",
            "text-anchor": "start",
            x: left + 20,
            y: first + i * size.lineGap,
          },
          line,
        ),
      ),
    );
  });
  const element = absentGroup(items, { top, width }, context);
  return { element, height: y - top + 12 };
}

/** What has no figure, under a rule and its head. */
export function absentGroup(
  items: Child,
  { top, width }: { readonly top: number; readonly width: number },
  { build, language }: ChartContext,
): SVGElement {
  return build.svg(
    "g",
    { class: "group none" },
    build.svg("path", { class: "rule", d: `M0,${top + 2.5}H${width}` }),
    build.svg(
      "text",
      { class: "header", "text-anchor": "start", x: 0, y: top + 18 },
      say(language, "missing.group"),
    ),
    items,
  );
}

/** The name of what has no figure; the reason follows where the name does not say it already. */
export function absenceName(observation: Absent, context: ChartContext): string {
  const name = accessibleName(observation, context);
  const why = absenceReason(observation, context);
  return name.endsWith(why) ? name : name + punctuation[context.language].semicolon + why;
}

/** Whose work and which time a figure is of, in a few words. */
function kindOf(fact: Fact, context: ChartContext): string {
  const observation = observe({ ...fact }, context.catalogue);
  const parts = [scopeOf(observation, context), periodOf(observation, context)];
  return parts.filter(Boolean).join(punctuation[context.language].comma);
}

/** Other figures are named up to this number of kinds. */
const MOST = 2;

/** Why there is no figure: none anywhere, or none in the selection, and then what there is. */
export function absenceReason(observation: Absent, context: ChartContext): string {
  const { row, missing } = observation;
  const { language, catalogue } = context;
  if (missing !== "not_selected") return say(language, `missing.${missing}`);
  const kinds = new Set(statedOf(row, catalogue).map((fact) => kindOf(fact, context)));
  if (kinds.size === 0 || kinds.size > MOST) return say(language, "missing.not_selected");
  return say(language, "missing.why.elsewhere", [...kinds].join(punctuation[language].semicolon));
}
