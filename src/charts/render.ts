import type { Child } from "../dom/index.ts";
import { say } from "../words/index.ts";
import { aloneList } from "./alone.ts";
import { auditList, equalList } from "./audit.ts";
import type { Block, LineRole } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { finderField, foldElement } from "./fold.ts";
import { formList } from "./legend.ts";
import { absentList, numberedList, swatchList } from "./lists.ts";
import { matrixTable } from "./matrix.ts";
import { rankList } from "./ranking.ts";
import { table } from "./table.ts";
import { tileGrid } from "./tiles.ts";

/** A line's class in the page's style. */
const classes: Readonly<Record<LineRole, string>> = {
  panel: "header panel",
  header: "header",
  detail: "detail",
  subtitle: "subtitle",
  key: "key",
  incomplete: "incomplete",
  summed: "summed",
  empty: "empty",
};

type Render = {
  readonly [K in Block["kind"]]: (
    block: Extract<Block, { readonly kind: K }>,
    context: ChartContext,
  ) => Child;
};

const renderers: Render = {
  group: ({ name, blocks }, context) =>
    context.build.html("div", { class: name }, rendered(blocks, context)),
  heading: ({ text, count }, { build: { html } }) =>
    html("h4", {}, text, count === undefined ? null : html("small", {}, ` ${count}`)),
  line: ({ role, text }, { build }) => build.html("p", { class: classes[role] }, text),
  drawing: ({ svg }) => svg,
  plot: ({ element }) => element,
  fold: ({ fold, blocks }, context) => foldElement(fold, rendered(blocks, context), context),
  finder: ({ id }, context) => finderField(id, context),
  alone: aloneList,
  absent: ({ title, items, pinned }, context) => absentList(title, items, pinned, context),
  breaks: ({ texts }, { build: { html }, language }) =>
    html(
      "ul",
      { class: "breaks", "aria-label": say(language, "slope.cut") },
      texts.map((text) => html("li", {}, text)),
    ),
  annotations: ({ items }, context) => numberedList(items, context),
  swatches: ({ label, items }, context) => swatchList(label, items, context),
  ranks: ({ panel, group }, context) => rankList(panel, group, context),
  tiles: ({ tiles, spec }, context) => tileGrid(tiles, spec, context),
  matrix: ({ matrix, spec }, context) => matrixTable(matrix, spec, context),
  table: ({ observations }, context) => table(observations, context),
  audits: ({ rows, scale }, context) => auditList(rows, scale, context),
  equal: ({ rows }, context) => equalList(rows, context),
  forms: ({ observations }, context) => formList(observations, context),
};

/** Blocks as elements of the page, under each other. */
export function rendered(blocks: readonly Block[], context: ChartContext): Child[] {
  return blocks.map((block) => {
    const render = renderers[block.kind] as (block: Block, context: ChartContext) => Child;
    return render(block, context);
  });
}
