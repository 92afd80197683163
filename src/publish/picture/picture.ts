import {
  type ChartContext,
  type DrawableFigure,
  keyItems,
  type Variant,
  widths,
} from "../../charts/index.ts";
import { type Caveats, type FigureTexts } from "../../figures/index.ts";
import { say } from "../../words/index.ts";
import { bold, nothing, rule, setRuns, setText, small, stack, styles } from "./block.ts";
import type { BlockStyle, Box, Placed, LayoutContext, Set } from "./block.ts";
import { flow } from "./flow.ts";
import { richRuns, symbolRun, textRun, type TextStyle } from "./inline.ts";
import {
  chartSet,
  layoutOf,
  part,
  sheet,
  stateOf,
  type Picture,
  type PictureOptions,
} from "./sheet.ts";

/** Widths in px of pictures at their own scale: the drawing, and the margin on both sides. */
export const pictureWidths = { wide: 704 + 2 * 24, narrow: 344 + 2 * 16 } as const;
const margins = { wide: 24, narrow: 16 } as const;
const BREAK = 600;

/** Licence and origin, and which state of the figure it is. */
function foot(options: PictureOptions, box: Box, layout: LayoutContext): Placed {
  const { language } = layout.context;
  const shown = [say(language, "picture.foot"), ...stateOf(options, language)].join(" · ");
  const style = { ...styles.plain, text: small, leading: 18, above: 12 };
  const placed = setText(shown, style, box, layout);
  return {
    nodes: [rule(box.x, box.y + 6.5, box.width, "line", layout), placed.nodes],
    height: placed.height,
  };
}

/** The difference that matters most, and where the others stand: a picture unfolds nothing. */
function setCaveats({ lead, count }: Caveats, box: Box, layout: LayoutContext): Placed {
  if (lead === null) return nothing;
  const line = rule(box.x, box.y + 6.5, box.width, "line", layout);
  const where = count > 1 ? say(layout.context.language, "picture.differences", count) : "";
  const { nodes, height } = stack(
    [
      (at) => setText(lead, styles.caveat, at, layout),
      (at) => setText(where, styles.more, at, layout),
    ],
    { ...box, y: box.y + 12 },
  );
  return { nodes: [line, nodes], height: height + 14 };
}

/** What the forms of its marks say, in a line or two. */
function setKey(model: DrawableFigure["model"], box: Box, layout: LayoutContext): Placed {
  const items = keyItems(model, layout.context);
  if (items.length === 0) return nothing;
  const { nodes, height } = flow(
    items.map(({ sample, text }) => [
      { ...symbolRun(sample, null), height: 18 },
      ...textRun(text, small),
    ]),
    box,
    layout,
  );
  return { nodes, height: height + 6 };
}

/** The whole figure, from its title to its sources. */
function setFigure(
  { model, blocks }: DrawableFigure,
  variant: Variant,
  box: Box,
  layout: LayoutContext,
): Placed {
  const { texts, caveats, warnings, isEmpty, sources, type } = model;
  const { language } = layout.context;
  const rich =
    (key: keyof FigureTexts, style: BlockStyle, number: Partial<TextStyle>) => (at: Box) =>
      setRuns(richRuns(texts[key], style.text, number, language), style, at, layout);
  const drawn = blocks({ variant, width: widths[variant] }, layout.context);
  const within = type === "plot" ? "grammar" : "";
  const parts: readonly (readonly [id: string, set: Set])[] = [
    ["title", rich("title", styles.title, {})],
    ["subtitle", rich("subtitle", styles.subtitle, {})],
    ["filtered", rich("filtered", styles.filtered, {})],
    ["key", (at) => (isEmpty ? nothing : setKey(model, at, layout))],
    [
      "empty",
      (at) => setText(isEmpty ? say(language, "chart.empty") : "", styles.empty, at, layout),
    ],
    [
      "warnings",
      (at) =>
        stack(
          warnings.map((text) => (to: Box) => setText(text, styles.warning, to, layout)),
          at,
        ),
    ],
    ["chart", chartSet(drawn, within, layout)],
    ["caveats", (at) => setCaveats(caveats, at, layout)],
    ["caption", rich("caption", styles.plain, bold)],
    ["note", rich("note", styles.note, bold)],
    ["source", (at) => setText(sources?.full ?? "", styles.note, at, layout)],
  ];
  return stack(
    parts.map(([id, set]) => part(id, set, layout)),
    box,
  );
}

/**
 * Any figure as a picture, with title, caveats, note, source and version, set anew in SVG alone from
 * what the figure says. Text stays text. Throws where the figure cannot be drawn.
 */
export function picture(
  figure: DrawableFigure,
  page: ChartContext,
  options: PictureOptions = {},
): Picture {
  const { width = pictureWidths.wide } = options;
  const variant = width < BREAK ? "narrow" : "wide";
  const [full, margin] = [pictureWidths[variant], margins[variant]];
  const layout = layoutOf(figure, page, { ...options, isNarrow: variant === "narrow" });
  const box = { x: margin, y: margin - 4, width: full - 2 * margin };
  const placed = setFigure(figure, variant, box, layout);
  const below = { ...box, y: box.y + placed.height + 6 };
  const end = part("foot", (at) => foot(options, at, layout), layout)(below);
  const height = Math.ceil(below.y + end.height + margin - 6);
  const within = { width: full, height };
  const size = { width, height: Math.round((height * width) / full), within };
  return sheet(figure, layout, size, [placed.nodes, end.nodes], options, page);
}
