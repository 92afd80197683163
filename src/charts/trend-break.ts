import { lawRevised, metricOf, reasonText, valueText } from "../facts/index.ts";
import type { Reason } from "../facts/index.ts";
import type { Child } from "../dom/index.ts";
import { formatPeriod, formatSubset, list, say } from "../i18n/index.ts";
import { regionName, type ChartContext } from "./context.ts";
import { glyph, glyphStyle } from "./glyph.ts";
import { missingAttributes } from "./name.ts";
import { missingYears, type Point, type Step } from "./series.ts";
import { at, HIT, px, size, startOf, type Frame } from "./trend-frame.ts";

/** Further clauses of a name; a tip shows each on a line of its own. */
export function clauses(texts: readonly string[], { language }: ChartContext): string {
  return texts.map((text) => (language === "zh" ? `；${text}` : `; ${text}`)).join("");
}

function periodText({ figure }: Point, { language }: ChartContext): string {
  return formatPeriod(figure, language);
}

/** A rule's sentence; parts are named as everywhere on the page, in the reader's language. */
function reasonWords(reason: Reason, { language, catalogue }: ChartContext): string {
  const name = (subset: string | null) =>
    subset === null ? valueText("part", null, language, catalogue) : formatSubset(subset, language);
  return reasonText(reason, language, catalogue, reason.rule === "part" ? name : undefined);
}

/** Why there is no line, in words: the rules' sentences, then the years without a figure. */
export function breakWords({ from, to, cut }: Step, context: ChartContext): string[] {
  const { language } = context;
  if (!cut) return [];
  const years = cut.missingYears.map(String);
  return [
    say(language, "trend.between", periodText(from, context), periodText(to, context)),
    ...cut.reasons.map((reason) => reasonWords(reason, context)),
    ...(years.length > 0 ? [say(language, "trend.no_years", list(language, years))] : []),
  ];
}

/** Where the cut is shown: at the law where that is the reason, else between the two periods. */
function breakX({ from, to, cut }: Step, { x }: Frame): number {
  const isLaw = cut?.reasons.some(({ rule }) => rule === "law") ?? false;
  const day = Date.parse(lawRevised);
  if (isLaw && from.middle < day && day < to.middle) return x(day);
  return from.end <= to.start
    ? (x(from.end) + x(to.start)) / 2
    : (x(from.middle) + x(to.middle)) / 2;
}

/** On the way that a line would take. */
export function breakAt(step: Step, frame: Frame): { readonly x: number; readonly y: number } {
  const [a, b] = [at(step.from, frame), at(step.to, frame)];
  const x = breakX(step, frame);
  const way = b.x > a.x ? (x - a.x) / (b.x - a.x) : 0.5;
  return { x, y: a.y + (b.y - a.y) * way };
}

/** Two strokes across where the line would run, as on a broken axis. */
export function breakMark(step: Step, frame: Frame): Child {
  if (!step.cut) return null;
  const { build, language, catalogue } = frame.context;
  const { svg } = build;
  const { figure } = step.to;
  const { x, y } = breakAt(step, frame);
  const heading = [
    regionName(frame.context, figure.region_id),
    metricOf(figure.metric_id, catalogue)?.[language] ?? "",
  ].filter(Boolean);
  const name = heading.join(language === "zh" ? "，" : ", ");
  return svg(
    "g",
    {
      class: "mark break",
      role: "img",
      tabindex: -1,
      "data-break": `${figure.region_id} ${step.cut.from} ${step.cut.to}`,
      "aria-label": name + clauses(breakWords(step, frame.context), frame.context),
    },
    svg("circle", { class: "hit", cx: px(x), cy: px(y), r: HIT }),
    svg("path", {
      class: "cut",
      d: `M${px(x - 6)},${px(y + 7)}l5,-14M${px(x + 1)},${px(y + 7)}l5,-14`,
    }),
  );
}

/** Years without a figure stand as squares on the axis: a gap, never a value. */
export function gaps(step: Step, frame: Frame): Child {
  const { build } = frame.context;
  return missingYears(step, frame.context.catalogue).map((observation) => {
    const year = Number(observation.period_start?.slice(0, 4));
    const x = (frame.x(startOf(year)) + frame.x(startOf(year + 1))) / 2;
    const y = frame.bottom + size.below - 12;
    const square = glyph(build, glyphStyle(observation, frame.context));
    square.setAttribute("transform", `translate(${px(x)},${px(y)})`);
    return build.svg(
      "g",
      missingAttributes(observation, frame.context),
      build.svg("circle", { class: "hit", cx: px(x), cy: px(y), r: HIT }),
      square,
    );
  });
}
