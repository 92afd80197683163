import { type Block, type LineRole, shownAlone } from "../../charts/index.ts";
import { circled, isAbsent } from "../../figures/index.ts";
import type { Child } from "../../dom/index.ts";
import { setAlone } from "./alone.ts";
import { setAudits, setEqual } from "./audited.ts";
import { body, nothing, quiet, setRuns, setText, small, stack, styles } from "./block.ts";
import type { BlockStyle, Box, Placed, LayoutContext } from "./block.ts";
import { flow } from "./flow.ts";
import { setForms } from "./forms.ts";
import { setGrid } from "./grid.ts";
import { symbolRun, textRun } from "./inline.ts";
import { setRanks } from "./ranked.ts";
import { setMatrix, setTable } from "./table.ts";
import { setTiles } from "./tiles.ts";
import { markRun } from "./told.ts";

type BlockOf<K extends Block["kind"]> = Extract<Block, { readonly kind: K }>;

/** Where blocks stand: the layout, and the group around them, which decides how some look. */
interface Around {
  readonly layout: LayoutContext;
  readonly within: string;
}

/** Groups whose headers have a rule over them. */
const isRuled = (within: string): boolean => /slope|ranking|grammar/.test(within);

function lineStyle(role: LineRole, within: string): BlockStyle {
  if (role === "panel") return isRuled(within) ? styles.panelRuled : styles.panel;
  if (role === "header") return isRuled(within) ? styles.headerRuled : styles.header;
  if (role === "subtitle") return { ...styles.subtitle, below: 2 };
  if (role === "detail" || role === "key") return styles.detail;
  return role === "empty" ? styles.empty : styles.plain;
}

/** Panels keep apart what is theirs. */
const gaps: Readonly<Record<string, number>> = { slope: 14, ranking: 14, plot: 10, trend: 20 };

const PAIR_GAP = 28;
/** Above the next pair of panels, and above what follows them at full width, in px. */
const [PANEL_GAP, REST_GAP] = [22, 36];

/** Row by row, as a grid with shared rows does: heads, then drawings, then reasons. */
function setPair(pair: readonly BlockOf<"group">[], box: Box, around: Around): Placed {
  const rows: readonly Block["kind"][] = ["heading", "line", "drawing", "breaks"];
  return stack(
    rows.map((kind) => ({ y }) => {
      const placed = pair.map(({ blocks }, i) => {
        const own = blocks.filter((block) => block.kind === kind);
        const x = box.x + i * (box.width + PAIR_GAP);
        return setBlocks(own, { ...box, x, y }, around);
      });
      const height = Math.max(...placed.map((one) => one.height));
      return { nodes: placed.map(({ nodes }) => nodes), height };
    }),
    box,
  );
}

/** Two panels beside each other, the drawings of a pair at one height. */
function setPairs(blocks: readonly Block[], box: Box, around: Around): Placed {
  const width = (box.width - PAIR_GAP) / 2;
  const isPanel = (block: Block | undefined): block is BlockOf<"group"> => block?.kind === "group";
  const nodes: Child[] = [];
  let { y } = box;
  for (let i = 0; i < blocks.length;) {
    const pair = blocks.slice(i, i + 2).filter(isPanel);
    const rest = blocks[i];
    if (i > 0) y += pair.length > 0 ? PANEL_GAP : REST_GAP;
    const placed =
      pair.length > 0
        ? setPair(pair, { x: box.x, y, width }, around)
        : rest
          ? setBlock(rest, { ...box, y }, around)
          : nothing;
    nodes.push(placed.nodes);
    y += placed.height;
    i += Math.max(1, pair.length);
  }
  return { nodes, height: y - box.y };
}

function setGroup(
  { name, blocks }: BlockOf<"group">,
  box: Box,
  { layout, within }: Around,
): Placed {
  const around = { layout, within: `${within} ${name}` };
  if (name === "trend two") return setPairs(blocks, box, around);
  return setBlocks(blocks, box, around, gaps[name] ?? 0);
}

function setHeading({ text, count }: BlockOf<"heading">, box: Box, { layout, within }: Around) {
  const style = within.includes("trend") ? { ...styles.heading, above: 0 } : styles.heading;
  const runs = textRun(text, style.text);
  if (count !== undefined) runs.push(...textRun(` ${count}`, { ...style.text, ...small }));
  return setRuns(runs, style, box, layout);
}

/** The name of a part that a page folds, and how much there is of it. */
function setFoldHead(title: string, count: string, box: Box, { layout }: Around): Placed {
  const style = styles.headingRuled;
  const runs = [
    ...textRun(title, style.text),
    ...textRun(` ${count}`, { ...style.text, ...small }),
  ];
  return setRuns(runs, style, box, layout);
}

/** What has no place, beside each other, each with its square. */
function setAbsent({ title, items }: BlockOf<"absent">, box: Box, { layout, within }: Around) {
  const style = { ...quiet, size: 12 };
  return stack(
    [
      (at) => (title === "" ? nothing : setText(title, lineStyle("header", within), at, layout)),
      (at) =>
        flow(
          items.map(({ observation, name, text }) => [
            markRun(observation, layout, name),
            ...textRun(text, isAbsent(observation) ? style : { ...style, ...body, size: 12 }),
          ]),
          at,
          layout,
        ),
    ],
    box,
  );
}

function setSwatches({ label, items }: BlockOf<"swatches">, box: Box, { layout }: Around) {
  return stack(
    [
      (at) =>
        label === null ? nothing : setText(label, { ...styles.plain, text: small }, at, layout),
      (at) =>
        flow(
          items.map(({ sample, width, text }) => [
            { ...symbolRun(sample, null), width, height: 12 },
            ...textRun(text, { ...quiet, size: 12 }),
          ]),
          at,
          layout,
        ),
    ],
    box,
  );
}

/** A drawing at its own size, a narrower one in its column. */
function setDrawing(svg: Element, { x, y }: Box, { layout, within }: Around): Placed {
  const height = parseFloat(svg.getAttribute("height") ?? "0");
  return { nodes: [layout.redraw(svg, { x, y }, within)], height };
}

type Setters = {
  readonly [K in Block["kind"]]: (block: BlockOf<K>, box: Box, around: Around) => Placed;
};

const setters: Setters = {
  group: setGroup,
  heading: setHeading,
  line: ({ role, text }, box, { layout, within }) =>
    setText(text, lineStyle(role, within), box, layout),
  drawing: ({ svg }, box, around) => setDrawing(svg, box, around),
  plot: ({ element }, box, around) => {
    const drawings = element.localName === "svg" ? [element] : [...element.children];
    return stack(
      drawings.map((svg) => (at: Box) => setDrawing(svg, at, around)),
      box,
    );
  },
  fold: ({ fold: { title, count }, blocks }, box, around) =>
    stack(
      [(at) => setFoldHead(title, count, at, around), (at) => setBlocks(blocks, at, around)],
      box,
    ),
  finder: () => nothing,
  alone: ({ title, lones }, box, { layout, within }) =>
    stack(
      [
        (at) => (title ? setText(title, lineStyle("panel", within), at, layout) : nothing),
        (at) => setAlone(lones, shownAlone(lones, title === null), at, layout),
      ],
      box,
    ),
  absent: setAbsent,
  breaks: ({ texts }, box, { layout }) =>
    stack(
      texts.map((text) => (at: Box) => setText(text, styles.break, at, layout)),
      box,
    ),
  annotations: ({ items }, box, { layout }) =>
    stack(
      items.map(
        ({ number, text }) =>
          (at: Box) =>
            setText(`${circled(number)} ${text}`, styles.plain, at, layout),
      ),
      box,
    ),
  swatches: setSwatches,
  ranks: ({ panel, group }, box, { layout }) => setRanks(panel, group, box, layout),
  tiles: ({ tiles }, box, { layout }) => setTiles(tiles, box, layout),
  matrix: ({ matrix: { grid, isDense } }, box, { layout }) =>
    isDense ? setGrid(grid, box, layout) : setMatrix(grid, box, layout),
  table: ({ observations }, box, { layout }) => setTable(observations, box, layout),
  audits: ({ rows, scale }, box, { layout }) => setAudits(rows, scale, box, layout),
  equal: ({ rows }, box, { layout }) => setEqual(rows, box, layout),
  forms: ({ observations }, box, { layout }) => setForms(observations, box, layout),
};

function setBlock(block: Block, box: Box, around: Around): Placed {
  const set = setters[block.kind] as (block: Block, box: Box, around: Around) => Placed;
  return set(block, box, around);
}

/** Blocks of a chart under each other, `gap` px apart. */
export function setBlocks(blocks: readonly Block[], box: Box, around: Around, gap = 0): Placed {
  return stack(
    blocks.map((block) => (at: Box) => setBlock(block, at, around)),
    box,
    gap,
  );
}
