import {
  type ChartContext,
  type DrawableFigure,
  keyItems,
  type Theme,
  type Variant,
  widths,
} from "../../charts/index.ts";
import { type Caveats, type FigureTexts, plainText } from "../../figures/index.ts";
import type { Language } from "../../domain/index.ts";
import { builder } from "../../dom/index.ts";
import { formatDate, locale, say } from "../../words/index.ts";
import { body, bold, nothing, rule, setRuns, setText, small, stack, styles } from "./block.ts";
import type { BlockStyle, Box, Placed, LayoutContext } from "./block.ts";
import { flow } from "./flow.ts";
import { richRuns, symbolRun, textRun, type TextStyle } from "./inline.ts";
import { inkOf } from "./ink.ts";
import { setBlocks } from "./page.ts";
import { redrawer } from "./redraw.ts";
import { serialized } from "./serial.ts";

/** What a picture of a figure is drawn for. */
export interface PictureOptions {
  /** Of the whole picture in px: 752 by default; below 600 it is drawn for a phone. */
  readonly width?: number;
  /** "light" by default. */
  readonly theme?: Theme;
  /** What tells this state of the figure from others, shown at the foot; none by default. */
  readonly version?: string | undefined;
  /** ISO date of the day on which it was taken, shown at the foot; none by default. */
  readonly date?: string | undefined;
  /** Where the figure stands with the filters that it has, shown at the foot; none by default. */
  readonly address?: string | undefined;
  /** An `@font-face` rule to carry along, for pixels that must not depend on the reader's fonts. */
  readonly fontFace?: string | undefined;
}

export interface Picture {
  /** A whole SVG document that needs nothing from outside. */
  readonly svg: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
}

/** Widths in px of pictures at their own scale: the drawing, and the margin on both sides. */
export const pictureWidths = { wide: 704 + 2 * 24, narrow: 344 + 2 * 16 } as const;
const margins = { wide: 24, narrow: 16 } as const;
const BREAK = 600;

/** Our font first where a page has it, then what systems have for Chinese. */
const CHINESE = '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
export const FONTS: Readonly<Record<Language, string>> = {
  zh: `system-ui, -apple-system, "Segoe UI", ${CHINESE}`,
  // A system that speaks Chinese would draw an English apostrophe as wide as a character.
  en:
    '-apple-system, "Segoe UI", Roboto, Ubuntu, Cantarell, "Noto Sans", "DejaVu Sans", ' +
    `"Liberation Sans", system-ui, ${CHINESE}`,
};

/** Licence and origin, and which state of the figure it is. */
function foot({ version, date, address }: PictureOptions, box: Box, layout: LayoutContext): Placed {
  const { language } = layout.context;
  const shown = [
    say(language, "picture.foot"),
    version ? say(language, "picture.version", version) : null,
    date ? say(language, "picture.date", formatDate(date, language)) : null,
    address ?? null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
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
  return stack(
    [
      rich("title", styles.title, {}),
      rich("subtitle", styles.subtitle, {}),
      rich("filtered", styles.filtered, {}),
      (at) => (isEmpty ? nothing : setKey(model, at, layout)),
      (at) => (isEmpty ? setText(say(language, "chart.empty"), styles.empty, at, layout) : nothing),
      ...warnings.map((text) => (at: Box) => setText(text, styles.warning, at, layout)),
      (at) => setBlocks(drawn, at, { layout, within }),
      (at) => setCaveats(caveats, at, layout),
      rich("caption", styles.plain, bold),
      rich("note", styles.note, bold),
      (at) => setText(sources?.full ?? "", styles.note, at, layout),
    ],
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
  const { width = pictureWidths.wide, theme = "light", fontFace } = options;
  const variant = width < BREAK ? "narrow" : "wide";
  const [full, margin] = [pictureWidths[variant], margins[variant]];
  const build = builder(page.build.document);
  const ink = inkOf(theme);
  const { model } = figure;
  const layout: LayoutContext = {
    build,
    ink,
    redraw: redrawer(build, ink),
    context: { ...page, ...model.context, build },
    isNarrow: variant === "narrow",
  };
  const box = { x: margin, y: margin - 4, width: full - 2 * margin };
  const placed = setFigure(figure, variant, box, layout);
  const end = foot(options, { ...box, y: box.y + placed.height + 6 }, layout);
  const height = Math.ceil(box.y + placed.height + 6 + end.height + margin - 6);
  const { svg } = build;
  const root = svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height: Math.round((height * width) / full),
      viewBox: `0 0 ${full} ${height}`,
      "xml:lang": locale(page.language),
      "font-family": FONTS[page.language],
      "font-size": body.size,
    },
    svg("title", {}, plainText(model.texts.title, page)),
    svg("desc", {}, model.name),
    fontFace ? svg("style", {}, fontFace) : null,
    svg("rect", { width: full, height, fill: ink("var(--paper)") }),
    placed.nodes,
    end.nodes,
  );
  return { svg: serialized(root), width, height: Math.round((height * width) / full) };
}
