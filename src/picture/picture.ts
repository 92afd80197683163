import type { ChartContext, Theme } from "../charts/index.ts";
import { builder } from "../dom/index.ts";
import { formatDate, locale, say } from "../i18n/index.ts";
import type { DrawnChart } from "../runtime/index.ts";
import { body, rule, setRuns, styleOf, type Box, type Placed, type Press } from "./block.ts";
import { inkOf } from "./ink.ts";
import { set } from "./page.ts";
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
export const FONTS =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", ' +
  '"Microsoft YaHei", sans-serif';

/** Licence and origin, and which state of the figure it is. */
function foot({ version, date, address }: PictureOptions, box: Box, press: Press): Placed {
  const { language } = press.context;
  const shown = [
    say(language, "picture.foot"),
    version ? say(language, "picture.version", version) : null,
    date ? say(language, "picture.date", formatDate(date, language)) : null,
    address ?? null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
  const look = { ...body, size: 12, color: "quiet" };
  const style = { ...styleOf(press.build.html("p")), text: look, leading: 18, above: 12 };
  const placed = setRuns([{ text: shown, style: look }], style, box, press);
  return {
    nodes: [rule(box.x, box.y + 6.5, box.width, "line", press), placed.nodes],
    height: placed.height,
  };
}

/**
 * Any chart as a picture: the whole figure as it stands in its notebook, with title, caveats, note,
 * source and version, set anew in SVG alone. Text stays text. Throws where the chart cannot be
 * drawn.
 */
export function picture(
  chart: DrawnChart,
  page: ChartContext,
  options: PictureOptions = {},
): Picture {
  const { width = pictureWidths.wide, theme = "light", fontFace } = options;
  const variant = width < BREAK ? "narrow" : "wide";
  const [full, margin] = [pictureWidths[variant], margins[variant]];
  const build = builder(page.build.document);
  const ink = inkOf(theme);
  const context = { ...page, build };
  const figure = chart.figure(context, { variants: [variant], state: "static" });
  const press: Press = {
    build,
    ink,
    redraw: redrawer(build, ink),
    context,
    isNarrow: variant === "narrow",
  };
  const box = { x: margin, y: margin - 4, width: full - 2 * margin };
  const placed = set(figure, box, press);
  const end = foot(options, { ...box, y: box.y + placed.height + 6 }, press);
  const height = Math.ceil(box.y + placed.height + 6 + end.height + margin - 6);
  const { svg } = build;
  const label = figure.querySelector(".chart")?.getAttribute("aria-label") ?? "";
  const root = svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height: Math.round((height * width) / full),
      viewBox: `0 0 ${full} ${height}`,
      "xml:lang": locale(context.language),
      "font-family": FONTS,
      "font-size": body.size,
    },
    svg("title", {}, figure.querySelector("h3")?.textContent ?? ""),
    label ? svg("desc", {}, label) : null,
    fontFace ? svg("style", {}, fontFace) : null,
    svg("rect", { width: full, height, fill: ink("var(--paper)") }),
    placed.nodes,
    end.nodes,
  );
  return { svg: serialized(root), width, height: Math.round((height * width) / full) };
}
