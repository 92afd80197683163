import { lawRevised, metricOf } from "../domain/index.ts";
import type { Child } from "../dom/index.ts";
import { punctuation, say } from "../words/index.ts";
import {
  breakWords,
  clauses,
  missingYears,
  regionName,
  type Series,
  type Step,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { missingAttributes } from "./attributes.ts";
import { type Box, placeLabel } from "./place.ts";
import { textWidth } from "./text.ts";
import { at, type TrendScales, HIT, size, startOf } from "./trend-scales.ts";
import { px, symbolAt } from "./shapes.ts";

/** Where the cut is shown: at the law where that is the reason, else between the two periods. */
function breakX({ from, to, cut }: Step, { x }: TrendScales): number {
  const isLaw = cut?.reasons.some(({ rule }) => rule === "law") ?? false;
  const day = Date.parse(lawRevised);
  if (isLaw && from.middle < day && day < to.middle) return x(day);
  return from.end <= to.start
    ? (x(from.end) + x(to.start)) / 2
    : (x(from.middle) + x(to.middle)) / 2;
}

/** On the way that a line would take. */
export function breakAt(
  step: Step,
  frame: TrendScales,
): { readonly x: number; readonly y: number } {
  const [a, b] = [at(step.from, frame), at(step.to, frame)];
  const x = breakX(step, frame);
  const way = b.x > a.x ? (x - a.x) / (b.x - a.x) : 0.5;
  return { x, y: a.y + (b.y - a.y) * way };
}

/** The word beside a cut, with its place. */
export interface CutLabel {
  readonly text: string;
  readonly box: Box;
}

const CUT = { width: 18, height: 15, font: 12 } as const;

/** Places for the words beside the cuts of a panel; a cut without room says it in its name alone. */
export function cutLabels(
  { steps }: Series,
  taken: Box[],
  frame: TrendScales,
): ReadonlyMap<Step, CutLabel> {
  const found = new Map<Step, CutLabel>();
  const text = say(frame.context.language, "trend.cut");
  const width = textWidth(text, CUT.font);
  for (const step of steps) {
    if (step.cut === null) continue;
    const { x, y } = breakAt(step, frame);
    const around = (dx: number, dy: number): Box => ({
      x: x + dx - width / 2,
      y: y + dy - CUT.height / 2,
      width,
      height: CUT.height,
    });
    const aside = width / 2 + 11;
    const places = [around(0, -20), around(0, 20), around(aside, 0), around(-aside, 0)];
    const { box, hidden } = placeLabel(places, taken, frame.width);
    if (hidden > 0) continue;
    taken.push(box);
    found.set(step, { text, box });
  }
  return found;
}

/** Two strokes, with paper between them, across a line that is not drawn: `//`. */
export function cutStrokes(x: number, y: number, { build }: ChartContext): Child {
  const [left, right, top, bottom] = [px(x - 6), px(x + 1), px(y - 7), px(y + 7)];
  return [
    build.svg("path", {
      class: "cut-ground",
      d: `M${left},${bottom}l5,-14h7l-5,14z`,
    }),
    build.svg("path", {
      class: "cut",
      d: `M${left},${bottom}L${px(x - 1)},${top}M${right},${bottom}L${px(x + 6)},${top}`,
    }),
  ];
}

/** From the cut to both figures: dots that say where a line would have run, and that none does. */
function ghost({ from, to }: Step, x: number, y: number, frame: TrendScales): Child {
  const part = (end: { readonly x: number; readonly y: number }) => {
    const length = Math.hypot(end.x - x, end.y - y);
    if (length < 34) return "";
    const [near, far] = [12 / length, 1 - 13 / length];
    const at_ = (t: number) => `${px(x + (end.x - x) * t)},${px(y + (end.y - y) * t)}`;
    return `M${at_(near)}L${at_(far)}`;
  };
  const d = part(at(from, frame)) + part(at(to, frame));
  return d === "" ? null : frame.context.build.svg("path", { class: "ghost", d });
}

/**
 * A break of the series, as on a broken axis: two strokes where the line would run, the word beside
 * them, a faint dotted way to both figures. Why it is broken stands in its name and below the panel.
 */
export function breakMark(step: Step, label: CutLabel | null, frame: TrendScales): Child {
  if (!step.cut) return null;
  const { build, language, catalogue } = frame.context;
  const { svg } = build;
  const { figure } = step.to;
  const { x, y } = breakAt(step, frame);
  const heading = [
    regionName(frame.context, figure.region_id),
    metricOf(figure.metric_id, catalogue)?.[language] ?? "",
  ].filter(Boolean);
  const name = heading.join(punctuation[language].comma);
  return svg(
    "g",
    {
      class: "mark break",
      role: "img",
      tabindex: -1,
      "data-break": `${figure.region_id} ${step.cut.from} ${step.cut.to}`,
      "aria-label": name + clauses(breakWords(step, frame.context), frame.context),
    },
    ghost(step, x, y, frame),
    svg("circle", { class: "hit", cx: px(x), cy: px(y), r: HIT }),
    cutStrokes(x, y, frame.context),
    label &&
      svg(
        "text",
        {
          class: "cut-word",
          "text-anchor": "middle",
          x: px(label.box.x + label.box.width / 2),
          y: px(label.box.y + 12),
        },
        label.text,
      ),
  );
}

/** Years without a figure stand as squares on the axis: a gap, never a value. */
export function gaps(step: Step, frame: TrendScales): Child {
  const { build } = frame.context;
  return missingYears(step, frame.context.catalogue).map((observation) => {
    const year = Number(observation.period_start?.slice(0, 4));
    const x = (frame.x(startOf(year)) + frame.x(startOf(year + 1))) / 2;
    const y = frame.bottom + size.below - 12;
    return build.svg(
      "g",
      missingAttributes(observation, frame.context),
      build.svg("circle", { class: "hit", cx: px(x), cy: px(y), r: HIT }),
      symbolAt(`${px(x)},${px(y)}`, observation, frame.context),
    );
  });
}
