import type { Block, ChartContext, DrawableFigure } from "../../charts/index.ts";
import { type FigureModel } from "../../figures/index.ts";
import { say } from "../../words/index.ts";
import { body, bold, nothing, quiet, rule, setRuns, setText, stack } from "./block.ts";
import type { BlockStyle, Box, LayoutContext, Placed, Set } from "./block.ts";
import { richRuns } from "./inline.ts";
import {
  chartSet,
  layoutOf,
  part,
  sheet,
  stateOf,
  type Picture,
  type PictureOptions,
} from "./sheet.ts";

/** Cards in px: what previews of links show, a desk's wide one, a square and a tall one. */
export const cardSizes = {
  preview: { width: 1200, height: 630 },
  wide: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  tall: { width: 1080, height: 1350 },
} as const;
export type CardShape = keyof typeof cardSizes;

const MARGIN = 56;
/** Between what stands over the chart, the chart, and what stands under it. */
const GAP = 20;

/** Sizes of the title's letters, the first at which it takes no more than its share of the card. */
const TITLES = [52, 48, 44, 40, 36, 32];
const TITLE_SHARE = 0.26;

/**
 * How many times as large the chart is drawn, the first that fits. At the least, 14 px of a value
 * are 8 px where a preview shows the card at half its size.
 */
const SCALES = [2.6, 2.3, 2, 1.8, 1.65, 1.5, 1.35, 1.2];
const LEAST = 1.2;
/** A card has no room for more rows than this, whatever they are: none is drawn in vain. */
const MOST_ROWS = 60;
/** A drawing narrower than this is drawn for a phone. */
const BREAK = 560;

const text = (size: number, changes: Partial<BlockStyle> = {}): BlockStyle => ({
  text: { ...quiet, size },
  leading: Math.round(size * 1.4),
  ...{ above: 0, below: 0 },
  ...changes,
});
const subtitle = text(26, { above: 8, isPretty: true });
const filtered = text(26, { text: { ...body, ...bold, size: 26 }, above: 8 });
const warning = text(24, { text: { ...body, size: 24 }, isWarning: true, above: 10 });
const small = text(20);
const care = text(20, { text: { ...body, size: 20 } });

function titleStyle(size: number): BlockStyle {
  const look = { ...body, ...bold, size };
  return { text: look, leading: Math.round(size * 1.26), above: 0, below: 0, isPretty: true };
}

function setTitle(model: FigureModel, height: number, layout: LayoutContext): Set {
  const { language } = layout.context;
  return (box) => {
    const sets = TITLES.map((size) => {
      const style = titleStyle(size);
      return setRuns(richRuns(model.texts.title, style.text, {}, language), style, box, layout);
    });
    return sets.find((set) => set.height <= height * TITLE_SHARE) ?? sets.at(-1) ?? nothing;
  };
}

/** Of what a block holds, what is drawn first, with the words over it; null where nothing is. */
function leading(blocks: readonly Block[]): Block[] | null {
  const before: Block[] = [];
  for (const block of blocks) {
    if (block.kind === "group") {
      const inner = leading(block.blocks);
      if (inner) return [...before, { ...block, blocks: inner }];
    } else if (isDrawn(block)) return [...before, block];
    else if (block.kind === "heading" || block.kind === "line") before.push(block);
  }
  return null;
}

function isDrawn({ kind }: Block): boolean {
  return /^(?:drawing|plot|ranks|tiles|matrix|table|audits|forms)$/.test(kind);
}

/** What a card shows of a figure's drawing. */
interface Shown {
  readonly set: Set;
  /** Whether it is only the first of its parts. */
  readonly isPart: boolean;
}

/** How large a drawing can be in a box; null where it cannot be read there. */
function fitting(
  figure: DrawableFigure,
  of: (blocks: readonly Block[]) => readonly Block[] | null,
  { width, height }: { readonly width: number; readonly height: number },
  layout: LayoutContext,
): Set | null {
  const { build, context } = layout;
  const at = (scale: number): { readonly placed: Placed; readonly scale: number } | null => {
    const own = width / scale;
    const variant = own < BREAK ? "narrow" : "wide";
    const blocks = of(figure.blocks({ variant, width: Math.floor(own) }, context));
    if (!blocks) return null;
    const within = figure.model.type === "plot" ? "grammar" : "";
    const inner = { ...layout, isNarrow: variant === "narrow" };
    const placed = chartSet(blocks, within, inner)({ x: 0, y: 0, width: own });
    return placed.height > 0 && placed.height * scale <= height ? { placed, scale } : null;
  };
  // The smaller, the lower: what does not fit at the least never does.
  const least = at(LEAST);
  if (!least) return null;
  const { placed, scale } =
    SCALES.slice(0, -1).reduce<typeof least | null>((found, one) => found ?? at(one), null) ??
    least;
  return ({ x, y }) => ({
    nodes: [
      build.svg(
        "g",
        { transform: `translate(${x},${y.toFixed(1)}) scale(${scale})` },
        placed.nodes,
      ),
    ],
    height: placed.height * scale,
  });
}

/** All of the drawing, else its first part, else none: a title is better than what nobody can read. */
function shownIn(
  figure: DrawableFigure,
  room: { readonly width: number; readonly height: number },
  layout: LayoutContext,
): Shown | null {
  if (figure.model.observations.length > MOST_ROWS) return null;
  const all = fitting(figure, (blocks) => blocks, room, layout);
  if (all) return { set: all, isPart: false };
  const first = fitting(figure, leading, room, layout);
  return first && { set: first, isPart: true };
}

/** The sources in two lines, named or else counted; then what the card leaves out, and who made it. */
function footSet(
  figure: DrawableFigure,
  isPart: boolean,
  options: PictureOptions,
  layout: LayoutContext,
): Set {
  const { language } = layout.context;
  const { sources, caveats } = figure.model;
  const differences = caveats.count;
  const left = [
    isPart ? say(language, "picture.part") : null,
    differences > 0 ? say(language, "picture.read_with", differences) : null,
  ].filter((one) => one !== null);
  const made = ["Fadu 法度", ...stateOf(options, language)];
  const [full, brief] = [sources?.full ?? null, sources?.brief ?? null];
  return (box) => {
    const ends = (names: string | null) =>
      setText([names, ...made].filter(Boolean).join(" · "), small, box, layout);
    const isShort = ends(full).height <= 2 * small.leading;
    const line = rule(box.x, box.y + 0.5, box.width, "line", layout);
    const set = stack(
      [
        (at) => setText(left.join(language === "zh" ? "" : " "), care, at, layout),
        part(
          "source",
          (at) =>
            setText(
              [isShort ? full : brief, ...made].filter(Boolean).join(" · "),
              small,
              at,
              layout,
            ),
          layout,
        ),
      ],
      { ...box, y: box.y + 12 },
    );
    return { nodes: [line, set.nodes], height: set.height + 12 };
  };
}

/**
 * A figure at a size that a place asks for: its finding in large letters, as much of the drawing as can
 * be read there, and where it is from. Warnings and filters are never left out.
 */
export function card(
  figure: DrawableFigure,
  page: ChartContext,
  { shape, ...options }: PictureOptions & { readonly shape: CardShape },
): Picture {
  const { width, height } = cardSizes[shape];
  const layout = layoutOf(figure, page, { ...options, isNarrow: false });
  const { model } = figure;
  const { language } = layout.context;
  const box: Box = { x: MARGIN, y: MARGIN - 8, width: width - 2 * MARGIN };
  const headSet =
    (hasSubtitle: boolean): Set =>
    (at) =>
      stack(
        [
          part("title", setTitle(model, height, layout), layout),
          (to) =>
            setRuns(
              hasSubtitle ? richRuns(model.texts.subtitle, subtitle.text, {}, language) : [],
              subtitle,
              to,
              layout,
            ),
          part(
            "filtered",
            (to) =>
              setRuns(
                richRuns(model.texts.filtered, filtered.text, {}, language),
                filtered,
                to,
                layout,
              ),
            layout,
          ),
          ...model.warnings.map((one) => (to: Box) => setText(one, warning, to, layout)),
        ],
        at,
      );
  const bottom = height - MARGIN + 16;
  const attempts = [true, false].flatMap((hasSubtitle) => {
    const head = headSet(hasSubtitle)(box);
    const footHeight = footSet(figure, true, options, layout)(box).height;
    const room = { width: box.width, height: bottom - footHeight - 2 * GAP - box.y - head.height };
    const chart = shownIn(figure, room, layout);
    return chart ? [{ head, room, chart }] : [];
  });
  const best = attempts.find(({ chart }) => !chart.isPart) ?? attempts[0];
  const head = best?.head ?? headSet(true)(box);
  const foot = part("foot", footSet(figure, best?.chart.isPart ?? false, options, layout), layout);
  const end = foot({ ...box, y: bottom - foot(box).height });
  const drawn = best?.chart.set({ ...box, y: box.y + head.height + GAP });
  // In the middle of what is left, so that no card looks cut off.
  const free = best && drawn ? Math.max(0, best.room.height - drawn.height) / 2 : 0;
  const chart = best?.chart.set({ ...box, y: box.y + head.height + GAP + free }) ?? nothing;
  const nodes = [head.nodes, chart.nodes, end.nodes];
  return sheet(figure, layout, { width, height }, nodes, options, page);
}
