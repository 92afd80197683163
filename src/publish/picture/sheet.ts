import {
  type Block,
  type ChartContext,
  type DrawableFigure,
  type Theme,
} from "../../charts/index.ts";
import type { Language } from "../../domain/index.ts";
import { builder } from "../../dom/index.ts";
import type { Child } from "../../dom/index.ts";
import { plainText } from "../../figures/index.ts";
import { formatDate, locale, say } from "../../words/index.ts";
import { body, nothing, type LayoutContext, type Set } from "./block.ts";
import { inkOf } from "./ink.ts";
import { layered, withoutMarks } from "./layers.ts";
import { setBlocks } from "./page.ts";
import { redrawer } from "./redraw.ts";
import { serialized } from "./serial.ts";

/** What a picture of a figure is drawn for. */
export interface PictureOptions {
  /** Of the whole picture in px: 752 by default; below 600 it is drawn for a phone. */
  readonly width?: number;
  /** "light" by default. */
  readonly theme?: Theme;
  /** No ground, and no halos in its colour: what it is placed on shows through; false by default. */
  readonly isTransparent?: boolean;
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

/** Our font first where a page has it, then what systems have for Chinese. */
const CHINESE = '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

/** The fonts that a picture asks for: not every viewer knows what `system-ui` is. */
export const FONTS: Readonly<Record<Language, string>> = {
  zh: `system-ui, -apple-system, "Segoe UI", ${CHINESE}`,
  // A system that speaks Chinese would draw an English apostrophe as wide as a character.
  en:
    '-apple-system, "Segoe UI", Roboto, Ubuntu, Cantarell, "Noto Sans", "DejaVu Sans", ' +
    `"Liberation Sans", system-ui, ${CHINESE}`,
};

/** What tells this state of the figure from others, in words: version, day and address. */
export function stateOf(
  { version, date, address }: PictureOptions,
  language: Language,
): readonly string[] {
  return [
    version ? say(language, "picture.version", version) : null,
    date ? say(language, "picture.date", formatDate(date, language)) : null,
    address ?? null,
  ].filter((part) => part !== null);
}

/** A part of the picture as a group that an illustrator finds by its name; none where it is empty. */
export function part(id: string, set: Set, { build }: LayoutContext): Set {
  return (box) => {
    const { nodes, height } = set(box);
    return height === 0 ? nothing : { nodes: [build.svg("g", { id }, nodes)], height };
  };
}

/** What is drawn, sorted into layers. */
export function chartSet(blocks: readonly Block[], within: string, layout: LayoutContext): Set {
  return (box) => {
    const { nodes, height } = setBlocks(blocks, box, { layout, within });
    return { nodes: layered(nodes, layout.build), height };
  };
}

/** What setting a figure needs, in the ink of a theme. */
export function layoutOf(
  { model }: DrawableFigure,
  page: ChartContext,
  { theme = "light", isTransparent = false, isNarrow }: PictureOptions & { isNarrow: boolean },
): LayoutContext {
  const [build, ink] = [builder(page.build.document), inkOf(theme)];
  return {
    ...{ build, ink, isNarrow },
    redraw: redrawer(build, ink, { hasHalos: !isTransparent }),
    context: { ...page, ...model.context, build },
  };
}

/** The size of a picture in px, and that of what is set in it where it differs. */
interface Extent {
  readonly width: number;
  readonly height: number;
  readonly within?: { readonly width: number; readonly height: number };
}

/** The document around what is set: one picture to whoever cannot see it, with name and description. */
export function sheet(
  { model }: DrawableFigure,
  { build, ink, context: { language } }: LayoutContext,
  { width, height, within = { width, height } }: Extent,
  nodes: readonly Child[],
  { fontFace, isTransparent = false }: PictureOptions,
  page: ChartContext,
): Picture {
  const { svg } = build;
  const root = svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...{ width, height },
      viewBox: `0 0 ${within.width} ${within.height}`,
      "xml:lang": locale(language),
      role: "img",
      "font-family": FONTS[language],
      "font-size": body.size,
    },
    svg("title", {}, plainText(model.texts.title, page)),
    svg("desc", {}, model.name),
    fontFace ? svg("style", {}, fontFace) : null,
    isTransparent ? null : svg("rect", { id: "ground", ...within, fill: ink("var(--paper)") }),
    nodes,
  );
  withoutMarks(root);
  return { svg: serialized(root), width, height };
}
